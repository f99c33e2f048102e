/**
 * Reports in words, by product.
 *
 * @module
 */
import type { AnyReport } from "../../lib/products/mod.ts";
import type { Sentence, TokenMeaning } from "../../lib/products/product.ts";
import { type Language, LANGUAGES } from "../../lib/products/text/mod.ts";
import { describeReport, explainReport } from "../../lib/products/words.ts";

/** What `--describe` writes. */
export interface Description {
  readonly product: string;
  readonly raw: string;
  readonly language: Language;
  readonly plain: readonly Sentence[];
  readonly spoken: readonly Sentence[];
  readonly tokens: readonly TokenMeaning[];
  /** What no sentence speaks of, because it was not understood. */
  readonly unparsed: readonly string[];
}

/** Whether there are messages in the language of the tag. */
export function isLanguage(tag: string): tag is Language {
  return tag in LANGUAGES;
}

/** `report` in plain sentences, in a spoken form, and token by token. */
export function descriptionOf(report: AnyReport, language: Language): Description {
  return {
    product: report.product,
    raw: report.raw,
    language,
    plain: describeReport(report, { language }),
    spoken: describeReport(report, { language, form: "spoken" }),
    tokens: explainReport(report, language),
    unparsed: report.unparsed.map(({ text }) => text),
  };
}
