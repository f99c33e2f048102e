/**
 * Repairs of a TAF's text before it is read: keywords misspelt, blanks missing and blanks too many.
 * Every repair applied is reported; the raw text stays as it is.
 *
 * @module
 */
import type { Tokens } from "../scan/mod.ts";
import { isDigits } from "./times.ts";

/** Keywords as misspelt in real reports, and as meant. None of the misspellings is a group of its own. */
export const MISSPELT_KEYWORDS: ReadonlyMap<string, string> = new Map([
  ["TENMPO", "TEMPO"],
  ["TEPMO", "TEMPO"],
  ["TEMOP", "TEMPO"],
  ["TMEPO", "TEMPO"],
  ["TEMP0", "TEMPO"],
  ["TEMPOO", "TEMPO"],
  ["TTEMPO", "TEMPO"],
  ["TEMPRO", "TEMPO"],
  ["TMPO", "TEMPO"],
  ["TEPO", "TEMPO"],
  ["TENPO", "TEMPO"],
  ["TEMPP", "TEMPO"],
  ["BECMD", "BECMG"],
  ["BECM", "BECMG"],
  ["BECG", "BECMG"],
  ["BCMG", "BECMG"],
  ["BEMCG", "BECMG"],
  ["BECGM", "BECMG"],
  ["BECNG", "BECMG"],
  ["BECMNG", "BECMG"],
  ["BECMGG", "BECMG"],
  ["BBECMG", "BECMG"],
  ["BECOMG", "BECMG"],
  ["BECMMG", "BECMG"],
  ["BEXMG", "BECMG"],
  ["INTTER", "INTER"],
  ["RPOB30", "PROB30"],
  ["RPOB40", "PROB40"],
  ["PORB30", "PROB30"],
  ["PORB40", "PROB40"],
  ["PRB30", "PROB30"],
  ["PRB40", "PROB40"],
  ["PROG30", "PROB30"],
  ["PROG40", "PROB40"],
  ["PROV30", "PROB30"],
  ["PROV40", "PROB40"],
  ["PROB3O", "PROB30"],
  ["PROB4O", "PROB40"],
]);

/** Words after which a blank may be missing, as in `BECMG0503/0504`. */
const KEYWORDS = ["BECMG", "TEMPO", "INTER", "PROB30", "PROB40"] as const;

/** What starts a group and may hang on the one before it: a word, and the character class that must follow. */
const HANGING: readonly (readonly [string, (text: string, at: number) => boolean])[] = [
  ...KEYWORDS.map((word) => [word, () => true] as const),
  ["FM", (text, at) => isDigits(text.slice(at, at + 4)) && at + 4 <= text.length],
  ["TX", (text, at) => /^M?\d{1,2}\/\d/.test(text.slice(at, at + 6))],
  ["TN", (text, at) => /^M?\d{1,2}\/\d/.test(text.slice(at, at + 6))],
  ["QNH", (text, at) => isDigits(text.slice(at, at + 4))],
  ["WS0", (text, at) => text[at + 2] === "/"],
];

/**
 * Cuts tokens that hold two groups (`28008KTBECMG`, `BECMG0503/0504`, `BKN023TX15/0606Z`) up to the
 * remarks, and reports each cut. Linear in the number of tokens: a token grows shorter with each cut.
 */
export function splitStuckGroups(tokens: Tokens): void {
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.is(i, "RMK")) return;
    if (tokens.size(i) < 7 || !mayBeTwo(tokens, i)) continue;
    const offset = cutOf(tokens.word(i));
    if (offset === 0) continue;
    tokens.issues.push({
      code: "repair.missingSpace",
      severity: "info",
      message: "Two groups without a blank between them were read apart.",
      source: tokens.source(i),
    });
    tokens.split(i, offset);
  }
}

/** A quick look: a letter that begins a hanging group, with three characters before and three behind it. */
function mayBeTwo(tokens: Tokens, i: number): boolean {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const first = text.charCodeAt(start);
  if (first >= 48 && first <= 57 && text.charCodeAt(start + 4) === 47) return true;
  if (first === 66 || first === 84 || first === 73 || first === 80 || first === 70) return true;
  for (let at = start + 3, last = tokens.ends[i]! - 4; at <= last; at++) {
    const code = text.charCodeAt(at);
    // B T I P F Q W
    if (
      code === 66 || code === 84 || code === 73 || code === 80 || code === 70 || code === 81 ||
      code === 87
    ) return true;
  }
  return false;
}

/** Where the first of two groups in `word` ends; 0 where it holds only one. */
function cutOf(word: string): number {
  for (const keyword of KEYWORDS) {
    if (word.startsWith(keyword)) return isGroupStart(word, keyword.length) ? keyword.length : 0;
  }
  // `2306/2310SHRA`: a period with a group behind it; a visibility may not follow without a blank.
  if (/^\d{4}\/\d{4}[A-Z+-]/.test(word) && word.length > 11) return 9;
  if (word.startsWith("FM")) return word.length > 10 && isDigits(word.slice(2, 8)) ? 8 : 0;
  let cut = 0;
  for (const [start, follows] of HANGING) {
    const at = word.indexOf(start, 3);
    if (at > 0 && (cut === 0 || at < cut) && follows(word, at + start.length)) cut = at;
  }
  return cut;
}

function isGroupStart(word: string, at: number): boolean {
  return at < word.length &&
    (isDigits(word[at] ?? "") || KEYWORDS.some((keyword) => word.startsWith(keyword, at)));
}

/** Whether `word` begins or is a group that only a forecast has: what may be glued to a group of the body. */
export function isForecastWord(word: string): boolean {
  return KEYWORDS.some((keyword) => keyword === word) || /^T[XN]M?\d\d\/\d{4}Z?$/.test(word) ||
    /^FM\d{6}$/.test(word) || /^QNH\d{4}INS$/.test(word);
}
