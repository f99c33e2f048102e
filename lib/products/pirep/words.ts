/**
 * Words with their place in the raw text, and the fields of a PIREP.
 *
 * @module
 */
import type { Source } from "../product.ts";

/** A longer text is cut: the longest real PIREP seen has under 500 characters. */
export const MAX_LENGTH = 4096;

const isBlank = (code: number) => code <= 32 || code === 0x3d || code === 0xa0;

/** Fields whose entries may be cut by a slash: `OVC-TOP180/SKC`, `MOD RIME/LGT CLR`. */
const SLASHED: ReadonlySet<string> = new Set(["SK", "TB", "IC"]);

/** The words between `start` and `end`: separated by blanks, control characters and `=`, and slashes if asked. */
export function wordsOf(raw: string, start: number, end: number, atSlash = false): Source[] {
  const isGap = (at: number) => isBlank(raw.charCodeAt(at)) || (atSlash && raw[at] === "/");
  const words: Source[] = [];
  let at = start;
  while (at < end) {
    while (at < end && isGap(at)) at++;
    const from = at;
    while (at < end && !isGap(at)) at++;
    if (at > from) words.push({ text: raw.slice(from, at), start: from, end: at });
  }
  return words;
}

/** The source from the start of `first` to the end of `last`. */
export function span(raw: string, first: Source, last: Source): Source {
  return { text: raw.slice(first.start, last.end), start: first.start, end: last.end };
}

/** The two letters that open a field. */
export type FieldName = "OV" | "TM" | "FL" | "TP" | "SK" | "WX" | "TA" | "WV" | "TB" | "IC" | "RM";

const FIELD_NAMES: ReadonlySet<string> = new Set([
  "OV",
  "TM",
  "FL",
  "TP",
  "SK",
  "WX",
  "TA",
  "WV",
  "TB",
  "IC",
  "RM",
]);

/** One field: its opening `/OV` and the words after it. */
export interface Field {
  readonly name: FieldName;
  readonly opening: Source;
  readonly words: readonly Source[];
}

/** The fields of a PIREP in order. `RM` runs to the end: remarks hold slashes of their own. */
export function fieldsOf(raw: string, start: number, end: number): Field[] {
  const openings: number[] = [];
  for (let at = start; at < end - 2; at++) {
    if (raw.charCodeAt(at) !== 0x2f || !FIELD_NAMES.has(raw.slice(at + 1, at + 3))) continue;
    // `OVC-TOP180/SKC`: clear above, not a second sky field.
    if (/^SKC\b/.test(raw.slice(at + 1, at + 5))) continue;
    openings.push(at);
    if (raw.startsWith("RM", at + 1)) break;
  }
  return openings.map((at, index) => ({
    name: raw.slice(at + 1, at + 3) as FieldName,
    opening: { text: raw.slice(at, at + 3), start: at, end: at + 3 },
    words: wordsOf(raw, at + 3, openings[index + 1] ?? end, SLASHED.has(raw.slice(at + 1, at + 3))),
  }));
}
