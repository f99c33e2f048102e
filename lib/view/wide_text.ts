/**
 * Texts of the pages that show many things at once: map, hazards, side by side, favourites.
 *
 * @module
 */
import { de } from "./text/wide_de.ts";
import { en, type WideKey, type WideTexts } from "./text/wide_en.ts";
import { fillText, type PageLanguage } from "./text/mod.ts";
import { FAVOURITE_WORDS, type FavouriteWords } from "./text/favourite_words.ts";
import { ageText, durationText, zuluNear } from "./age.ts";
import { viewer } from "./viewer.ts";

const TABLES: Readonly<Record<PageLanguage, WideTexts>> = { en, de };

/** A text in `language`. */
export function wideText(
  language: PageLanguage,
  key: WideKey,
  values?: Readonly<Record<string, string | number>>,
): string {
  return fillText(TABLES[language][key], values);
}

/** A text of the page being rendered. */
export function w(key: WideKey, values?: Readonly<Record<string, string | number>>): string {
  return wideText(viewer().language, key, values);
}

/** An age in the words of the page being rendered. */
export function ageWords(ms: number): string {
  return ageText(ms, viewer().texts);
}

/** A length of time in the words of the page being rendered. */
export function durationWords(ms: number): string {
  return durationText(ms, viewer().texts);
}

/** `14:53Z`, with the day where it is another one, in the words of the page being rendered. */
export function timeWords(at: number, now: number): string {
  return zuluNear(at, now, viewer().months);
}

/** The words that an island of favourites is handed. */
export function favouriteWords(): { words: FavouriteWords } {
  const { language } = viewer();
  const keys = Object.keys(FAVOURITE_WORDS) as (keyof FavouriteWords)[];
  const words = Object.fromEntries(keys.map((key) => [key, TABLES[language][key]]));
  return { words: words as FavouriteWords };
}

export type { WideKey };
