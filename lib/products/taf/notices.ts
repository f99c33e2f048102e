/**
 * Notices and remarks of a TAF: plain-language phrases with a fixed beginning.
 *
 * @module
 */
import type { Source } from "../product.ts";
import type { Tokens } from "../scan/mod.ts";
import type { Taf } from "./model.ts";
import { isDigits } from "./times.ts";

/** A remark with its kind. */
export type TafRemark = Taf["remarks"][number];

/** Kinds of notice, each with the words with which it begins; the longest beginnings first. */
export const NOTICES: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ["amendmentsNotScheduled", ["AMD", "NOT", "SKED"]],
  ["amendmentsLimited", ["AMD", "LTD", "TO"]],
  ["amendmentTime", ["AMD", "#"]],
  ["correctionTime", ["COR", "#"]],
  ["lastNoAmendments", ["LAST", "NO", "AMDS"]],
  ["noAmendments", ["NO", "AMDS"]],
  ["last", ["LAST"]],
  ["nextForecast", ["NXT", "FCST", "BY", "#"]],
  ["nextForecast", ["NEXT", "FCST", "BY", "#"]],
  ["nextForecast", ["NXT", "FCST", "WILL", "BE", "ISSUED", "AT", "#"]],
  ["nextForecast", ["NEXT", "FCST", "WILL", "BE", "ISSUED", "AT", "#"]],
  ["basedOnAutomaticObservations", ["FCST", "BASED", "ON", "AUTO", "OBS"]],
  ["basedOnOtherObservations", ["FCST", "BASED", "ON", "OBS", "BY", "OTHER", "SRCS"]],
  ["sensorInoperative", ["WIND", "SENSOR", "INOP"]],
  ["automatedSensorMetwatch", ["AUTOMATED", "SENSOR", "METWATCH"]],
  ["limitedMetwatch", ["LIMITED", "METWATCH"]],
  ["limitedMetwatch", ["LTD", "METWATCH"]],
  ["cancelTime", ["CANCEL", "#"]],
  ["windShearConditions", ["WSCONDS"]],
  ["issuedBy", ["ISSUED", "BY"]],
  ["issuedBy", ["(ISSUED", "BY"]],
  ["issuedBy", ["BY"]],
  ["windAtHeight", ["WIND", "*FT"]],
  ["windAtHeight", ["*FT", "WIND", "*KT"]],
  ["qnhRange", ["QNH", "MNM", "#", "MAX", "#"]],
  ["qnhRange", ["QNH", "MNM", "#"]],
  ["limitedMetwatch", ["LTD", "MWATCH"]],
  ["noSignificantChange", ["NOSIG"]],
  ["military", ["MIL"]],
  ["threeHourlyService", ["TAF3"]],
];

/** Words that carry a notice on: `AFT 2522 NEXT 2609`, `CLD VIS AND WIND`. */
const CONTINUE = new Set(
  ("AFT TIL TILL UNTIL BTN NEXT NXT AND TO CLD CIG CIGS VIS VSBY WIND WND WX TEMP TEMPS ALSTG PRES " +
    "TSTMS BY AT NLT").split(" "),
);

/** Kinds of notice that go on with such words. */
const OPEN_KINDS = new Set([
  "amendmentsNotScheduled",
  "amendmentsLimited",
  "lastNoAmendments",
  "noAmendments",
  "last",
  "automatedSensorMetwatch",
  "limitedMetwatch",
  "amendmentTime",
]);

const BY_FIRST_WORD = new Map<string, (readonly [string, readonly string[]])[]>();
for (const notice of NOTICES) {
  const first = notice[1][0] ?? "";
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), notice]);
}

/** Reads a notice that begins at token `i`; `null` where there is none. */
export function readNotice(tokens: Tokens, i: number): { remark: TafRemark; count: number } | null {
  if (tokens.size(i) < 2) return null;
  const word = tokens.word(i);
  const forecaster = readForecaster(word, tokens.source.bind(tokens), i);
  if (forecaster !== null) return { remark: forecaster, count: 1 };
  const key = word.endsWith("FT") ? "*FT" : word;
  for (const [kind, words] of BY_FIRST_WORD.get(key) ?? []) {
    if (!words.every((pattern, offset) => fits(tokens.word(i + offset), pattern))) continue;
    const count = continued(tokens, i, words.length, kind);
    if (words.length === 1 && words[0] === "BY" && count === 1) continue;
    return { remark: remarkOf(kind, tokens.source(i, count)), count };
  }
  return null;
}

/** `FN20002`: the number of the Navy's forecaster. */
function readForecaster(
  word: string,
  sourceOf: (i: number) => Source,
  i: number,
): TafRemark | null {
  return word.startsWith("FN") && word.length > 4 && isDigits(word.slice(2))
    ? remarkOf("forecaster", sourceOf(i))
    : null;
}

/** Whether `word` is what `pattern` asks for: itself, a time (`#`), or anything with the ending after `*`. */
function fits(word: string, pattern: string): boolean {
  const bare = word.endsWith(".") || word.endsWith(",") ? word.slice(0, -1) : word;
  if (pattern === "#") return isTime(bare);
  if (pattern[0] === "*") return bare.length > 2 && bare.endsWith(pattern.slice(1));
  return bare === pattern;
}

/** `12Z`, `0600`, `301400Z`, `2612/2614`. */
function isTime(word: string): boolean {
  const text = word.endsWith("Z") ? word.slice(0, -1) : word;
  if (text.length === 9) return isDigits(text.slice(0, 4)) && isDigits(text.slice(5));
  return text.length >= 2 && text.length <= 6 && isDigits(text);
}

/** Number of tokens with what carries the notice on. */
function continued(tokens: Tokens, i: number, fixed: number, kind: string): number {
  let count = fixed;
  if (kind === "issuedBy") return tokens.size(i + count) >= 4 ? count + 1 : count;
  // A visibility of four figures may follow a wind at a height (`WIND 700FT 13010KT`): its wind only.
  if (kind === "windAtHeight" && fixed === 2) {
    return tokens.word(i + count).endsWith("KT") ? count + 1 : count;
  }
  if (!OPEN_KINDS.has(kind)) return count;
  while (i + count < tokens.count) {
    if (tokens.word(i + count - 1).endsWith(".")) break;
    const word = tokens.word(i + count);
    const bare = word.endsWith(".") || word.endsWith(",") ? word.slice(0, -1) : word;
    if (!CONTINUE.has(bare) && !isTime(bare)) break;
    count++;
  }
  return count;
}

/**
 * Reads all of the remarks from token `i` (after `RMK`) up to `end`: known notices each on their own,
 * other words together as text. `start` is where the first remark's source begins (the `RMK` itself).
 */
export function readRemarks(tokens: Tokens, i: number, end: number, start: number): TafRemark[] {
  const remarks: TafRemark[] = [];
  let from = start;
  let pending = -1;
  const flush = (until: number) => {
    if (pending < 0) return;
    remarks.push(spanning("text", tokens, pending, until, from));
    pending = -1;
  };
  while (i < end) {
    const notice = readNotice(tokens, i);
    if (notice === null) {
      if (pending < 0) {
        pending = i;
        if (remarks.length > 0) from = tokens.source(i).start;
      }
      i++;
      continue;
    }
    flush(i);
    const last = Math.min(end, i + notice.count);
    const begin = remarks.length === 0 ? start : tokens.source(i).start;
    remarks.push(spanning(notice.remark.kind, tokens, i, last, begin));
    i = last;
  }
  flush(end);
  return remarks;
}

/** The remark of tokens `i` to `until`, whose source begins at `start`. */
function spanning(
  kind: string,
  tokens: Tokens,
  i: number,
  until: number,
  start: number,
): TafRemark {
  const words = tokens.source(i, until - i);
  return { kind, text: words.text, source: tokens.span(start, words.end) };
}

function remarkOf(kind: string, source: Source): TafRemark {
  return { kind, text: source.text, source };
}

/**
 * The Australian turbulence notice `FM0000 MOD/SEV TURB BLW 5000FT`, which begins like a change group
 * and is none (AIP Australia GEN 3.5): number of its tokens at `i`, 0 where there is none.
 */
export function turbulenceNotice(tokens: Tokens, i: number): number {
  if (!tokens.startsWith(i, "FM") || !tokens.is(i + 2, "TURB")) return 0;
  const strength = tokens.word(i + 1);
  if (!/^(LGT|MOD|SEV|EXT)(\/(MOD|SEV|EXT))?$/.test(strength)) return 0;
  let count = 3;
  while (
    /^(BLW|ABV|TILL?\d*|TL\d{4,6}|UNTIL|\d{3,5}FT|FL\d{3}|\d{6})$/.test(tokens.word(i + count))
  ) count++;
  return count;
}
