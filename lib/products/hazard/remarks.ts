/**
 * Sentences in free words that warnings carry: they are kept as remarks, to their full stop.
 *
 * @module
 */
import type { Words } from "./words.ts";

/** Words with which such a sentence begins. Each takes everything up to its full stop. */
const OPENINGS: readonly string[] = [
  "CONDS",
  "COND",
  "DUE TO",
  "BASED ON",
  "BASED UPON",
  "RPTD BY",
  "RPRTD BY",
  "RPT BY",
  "REPORTED BY",
  "CAUSED BY",
  "ASSOCD WITH",
  "REF",
  "REFER TO",
  "WST ISSUANCES",
  "SEE",
  "LLWS EXP",
  "LLWS POTENTIAL EXP",
  "SUSTAINED SURFACE WINDS",
  "SUSTAINED SFC WNDS",
  "MTNS OBSC",
  "MTN OBSC BY",
  "MTNS OCNL OBSC",
  "CIG",
  "VIS BLW",
  "TS HAVE",
  "TURB HAS",
  "RMS",
  "RMK",
  "NO SIGNIFICANT",
  "NO SGFNT",
  "THIS IS AN AUTOMATED",
  "FURTHER INFO",
  "NO UPDATES",
  "STS REVIEW",
  "NO OTR",
  "OTRW",
  "ADDN",
  "SPECIAL",
  "ISSUED",
  "TS ARE NOT",
  "TS NOT EXPD",
  "VA MOV TO",
  "BY GOES",
  "BY SAT",
  "BY SATELLITE",
  "RANGING FROM",
  "EST TOPS",
];

/** A sentence is cut after so many words. */
const MAX_WORDS = 60;

/** How many words the free sentence at word `i` takes, its full stop included; 0 where none begins. */
export function remarkLength(words: Words, i: number): number {
  if (!OPENINGS.some((opening) => words.at(i, opening))) return 0;
  const taken = sentenceLength(words, i);
  if (!/^(?:RPR?TD?|REPORTED)$/.test(words.word(i))) return taken;
  // `RPTD BY A320 BTN FL310 AND FL350`: who reported it, and then where it is.
  for (let at = i + 2; at < i + taken; at++) {
    if (/^(?:BTN|BLW|ABV|MOV|WI|FL\d{3}(?:\/.*)?)$/.test(words.word(at))) return at - i;
  }
  return taken;
}

/** Words up to the full stop, the dots in a row, a section's heading or an empty line's keyword. */
export function sentenceLength(words: Words, i: number): number {
  let at = i;
  while (at < words.count && at - i < MAX_WORDS) {
    if (words.word(at) === "." || words.word(at) === "...") return at + 1 - i;
    if (at > i && (beginsSection(words, at) || words.word(at + 1) === "ALG")) return at - i;
    at++;
  }
  return at - i;
}

/** Headings inside US bulletins: no sentence runs into them. */
export function beginsSection(words: Words, i: number): boolean {
  return words.at(i, "CONVECTIVE SIGMET") || words.at(i, "OTLK VALID") ||
    words.at(i, "OUTLOOK VALID") ||
    (words.word(i) === "AREA" && /^\d{1,2}$/.test(words.word(i + 1)) &&
      words.word(i + 2) === "...") ||
    (words.startsLine(i) && words.word(i) === "AIRMET");
}
