/**
 * Reports in words, by product.
 *
 * @module
 */
import * as metarWords from "../../lib/products/metar/describe.ts";
import type { AnyReport } from "../../lib/products/mod.ts";
import type { Sentence, TokenMeaning } from "../../lib/products/product.ts";
import * as tafWords from "../../lib/products/taf/describe.ts";
import { type Language, LANGUAGES } from "../../lib/products/text/mod.ts";

/** What `--describe` writes; the lists are `null` for a product that has no words yet. */
export interface Description {
  readonly product: string;
  readonly raw: string;
  readonly language: Language;
  readonly plain: readonly Sentence[] | null;
  readonly spoken: readonly Sentence[] | null;
  readonly tokens: readonly TokenMeaning[] | null;
  /** What no sentence speaks of, because it was not understood. */
  readonly unparsed: readonly string[];
}

/** Whether there are messages in the language of the tag. */
export function isLanguage(tag: string): tag is Language {
  return tag in LANGUAGES;
}

/** `report` in plain sentences, in a spoken form, and token by token. */
export function describeReport(report: AnyReport, language: Language): Description {
  return {
    product: report.product,
    raw: report.raw,
    language,
    ...wordsOf(report, language),
    unparsed: report.unparsed.map(({ text }) => text),
  };
}

function wordsOf(report: AnyReport, language: Language) {
  switch (report.product) {
    case "metar":
      return {
        plain: metarWords.describe(report, { language }),
        spoken: metarWords.describe(report, { language, form: "spoken" }),
        tokens: metarWords.explain(report, language),
      };
    case "taf":
      return {
        plain: tafWords.describe(report, { language }),
        spoken: tafWords.describe(report, { language, form: "spoken" }),
        tokens: tafWords.explain(report, language),
      };
    default:
      return { plain: null, spoken: null, tokens: null };
  }
}
