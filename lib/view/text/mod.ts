/**
 * All texts of the pages, by language. What reports say is worded by `lib/products/text`, in the same languages.
 *
 * @module
 */
import { de } from "./de.ts";
import { en, type TextKey, type Texts } from "./en.ts";

/** Languages of the pages; the first is what holds when none of the others is asked for. */
export const PAGE_LANGUAGES = ["en", "de"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const TABLES: Readonly<Record<PageLanguage, Texts>> = { en, de };

/** The texts of a language. */
export function textsOf(language: PageLanguage): Texts {
  return TABLES[language];
}

/**
 * The language of pages that fits an `Accept-Language` header best (RFC 9110, 12.5.4): by weight, then in the
 * order of the header; a regional form (`de-AT`) counts as its language. English where nothing fits.
 */
export function languageFor(header: string | null): PageLanguage {
  if (header === null) return "en";
  let best: PageLanguage = "en";
  let most = 0;
  for (const part of header.slice(0, 500).split(",")) {
    const [range = "", ...parameters] = part.split(";");
    const language = PAGE_LANGUAGES.find((known) =>
      range.trim().toLowerCase().split("-")[0] === known
    );
    const weight = weightOf(parameters);
    if (language !== undefined && weight > most) [best, most] = [language, weight];
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.trim().startsWith("q="));
  if (given === undefined) return 1;
  const weight = Number(given.trim().slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

export type { TextKey, Texts };
export { type AgeWords, fillText } from "./age_words.ts";
