/**
 * Texts of the pages that show many things at once: map, hazards, side by side, favourites.
 *
 * @module
 */
import { de } from "./text/wide_de.ts";
import { en, type WideKey, type WideTexts } from "./text/wide_en.ts";
import { fillText, type PageLanguage } from "./text/mod.ts";
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

export type { WideKey };
