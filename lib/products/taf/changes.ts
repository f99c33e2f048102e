/**
 * How a change group begins: its keyword, its probability and its period, in every form seen.
 *
 * @module
 */
import type { Source } from "../product.ts";
import { readDigits, type Tokens } from "../scan/mod.ts";
import type { ChangeGroup } from "./model.ts";
import { MISSPELT_KEYWORDS } from "./repairs.ts";
import {
  dayAfter,
  type DayTime,
  endsBeforeStart,
  isDigits,
  readDayHour,
  readDayTime,
} from "./times.ts";
import type { WrittenPeriod } from "./times.ts";

/** The start of a change group as written. */
export interface WrittenChange {
  readonly kind: ChangeGroup["kind"];
  readonly probability?: number | undefined;
  /** `null` where none is written or it cannot be read. */
  readonly period: WrittenPeriod | null;
  /** `FM` gives only its start. */
  readonly from: DayTime | null;
  /** A period that is there but makes no sense. */
  readonly damaged?: Source | undefined;
  /** Codes of the repairs made, `repair.keyword` and the like. */
  readonly repairs: readonly string[];
  /** Number of tokens of keyword and period. */
  readonly count: number;
}

/** A period found in the text, and how many tokens it takes. */
interface FoundPeriod {
  readonly period: WrittenPeriod | null;
  readonly count: number;
  readonly repair?: string;
  readonly damaged?: Source;
}

/**
 * Reads the start of a change group at token `i`; `null` where there is none.
 *
 * @param validity the validity as written: settles the days that old forms leave out
 */
export function readChange(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): WrittenChange | null {
  if (tokens.size(i) < 2) return null;
  return readFrom(tokens, i, validity) ?? readKeyword(tokens, i, validity);
}

/** `2618/2706` without a keyword: whether token `i` starts a further period of the group before it. */
export function readLonePeriod(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): FoundPeriod | null {
  const found = slashedPeriod(tokens, i) ?? spacedPeriod(tokens, i, validity);
  return found === null || found.period === null ? null : found;
}

function readKeyword(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): WrittenChange | null {
  const first = keywordAt(tokens, i);
  if (first === null) return null;
  const found = periodAt(tokens, i + first.count, validity);
  const isProbability = first.kind === "PROB";
  const second = keywordAt(tokens, i + first.count + (isProbability ? found.count : 0));
  return second !== null && isProbability !== (second.kind === "PROB")
    ? readTwoKeywords(tokens, i, validity, first, found, second)
    : changeOf(first.kind, first.probability, found, first.repairs, first.count + found.count);
}

/** `PROB30 TEMPO 2214/2220`, `PROB30 2214/2220 TEMPO`, `TEMPO PROB30 2214/2220`: one group. */
function readTwoKeywords(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
  first: Keyword,
  found: FoundPeriod,
  second: Keyword,
): WrittenChange {
  const between = first.kind === "PROB" ? found : NO_PERIOD;
  const count = first.count + between.count + second.count;
  const after = periodAt(tokens, i + count, validity);
  if (between.count > 0 && after.count > 0) {
    return changeOf(
      first.kind,
      first.probability,
      found,
      first.repairs,
      first.count + found.count,
    );
  }
  return changeOf(
    first.kind === "PROB" ? second.kind : first.kind,
    first.probability ?? second.probability,
    after.count > 0 ? after : between,
    [...first.repairs, ...second.repairs],
    count + after.count,
  );
}

function changeOf(
  kind: ChangeGroup["kind"],
  probability: number | undefined,
  { period, damaged, repair }: FoundPeriod,
  repairs: readonly string[],
  count: number,
): WrittenChange {
  const from = period === null ? null : period.from;
  const all = repair === undefined ? repairs : [...repairs, repair];
  return { kind, probability, period, from, damaged, repairs: all, count };
}

interface Keyword {
  readonly kind: ChangeGroup["kind"];
  readonly probability?: number;
  readonly count: number;
  readonly repairs: readonly string[];
}

/** The keywords as they should be. */
const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ["BECMG", { kind: "BECMG", count: 1, repairs: [] }],
  ["TEMPO", { kind: "TEMPO", count: 1, repairs: [] }],
  ["INTER", { kind: "INTER", count: 1, repairs: [] }],
  ["PROB30", { kind: "PROB", probability: 30, count: 1, repairs: [] }],
  ["PROB40", { kind: "PROB", probability: 40, count: 1, repairs: [] }],
]);

function keywordAt(tokens: Tokens, i: number): Keyword | null {
  const size = tokens.size(i);
  if (size < 4 || size > 7) return null;
  const code = tokens.code(i, 0);
  // B I P R T: no keyword, and no misspelling of one, begins otherwise.
  if (code !== 66 && code !== 73 && code !== 80 && code !== 82 && code !== 84) return null;
  const word = tokens.word(i);
  const known = KEYWORDS.get(word);
  if (known !== undefined) return known;
  const meant = KEYWORDS.get(MISSPELT_KEYWORDS.get(word) ?? "");
  if (meant !== undefined) return { ...meant, repairs: ["repair.keyword"] };
  return word === "PROB" ? probabilityApart(tokens, i) : otherProbability(word);
}

/** `PROB 30`. */
function probabilityApart(tokens: Tokens, i: number): Keyword | null {
  const figures = tokens.word(i + 1);
  if (figures.length !== 2 || !isDigits(figures)) {
    return { kind: "PROB", count: 1, repairs: ["repair.probability"] };
  }
  const probability = Number(figures);
  return { kind: "PROB", probability, count: 2, repairs: ["repair.extraSpace"] };
}

/** Only 30 and 40 are in use; another number is kept as it is. */
function otherProbability(word: string): Keyword | null {
  const figures = word.startsWith("PROB") && word.length === 6 ? word.slice(4) : "";
  return isDigits(figures)
    ? { kind: "PROB", probability: Number(figures), count: 1, repairs: ["repair.probability"] }
    : null;
}

const NO_PERIOD: FoundPeriod = { period: null, count: 0 };

/** The period after a keyword, in the first form that fits. */
function periodAt(tokens: Tokens, i: number, validity: WrittenPeriod | null): FoundPeriod {
  return slashedPeriod(tokens, i) ?? spacedPeriod(tokens, i, validity) ??
    oldPeriod(tokens, i, validity) ?? foreignPeriod(tokens, i) ?? NO_PERIOD;
}

/** `2206/2306`, also cut in two by a blank; `1415/1422Z`. */
function slashedPeriod(tokens: Tokens, i: number): FoundPeriod | null {
  const size = tokens.size(i);
  if (size < 2 || size > 10) return null;
  const first = tokens.code(i, 0);
  if (first < 48 || first > 57) return null;
  let word = tokens.word(i);
  let count = 1;
  const slash = word.indexOf("/");
  if (slash < 0 && tokens.startsWith(i + 1, "/")) {
    word += tokens.word(i + 1);
    count = 2;
  } else if (size < 9 && isDigits(slash < 0 ? word : word.slice(0, slash))) {
    const joined = word + tokens.word(i + 1);
    if (joined.length === 9 && joined[4] === "/") {
      word = joined;
      count = 2;
    } else if (size === 7 && slash === 4) return shortEnd(tokens, i);
  }
  if (word.length === 10 && word.endsWith("Z")) word = word.slice(0, 9);
  if (word.length !== 9 || word[4] !== "/") return null;
  if (readDigits(word, 0, 4) < 0 || readDigits(word, 5, 9) < 0) return null;
  const source = tokens.source(i, count);
  const from = readDayHour(word, 0, 4);
  const to = readDayHour(word, 5, 9);
  if (from === null || to === null || endsBeforeStart({ from, to, source })) {
    return { period: null, count, damaged: source };
  }
  const period = { from, to, source };
  return count === 1 ? { period, count } : { period, count, repair: "repair.extraSpace" };
}

/** `2512/14`: the end gives only its hour, the first one after the start. */
function shortEnd(tokens: Tokens, i: number): FoundPeriod | null {
  const word = tokens.word(i);
  const source = tokens.source(i);
  const from = readDayHour(word.slice(0, 4));
  const hour = Number(word.slice(5));
  if (from === null || !isDigits(word.slice(5)) || hour > 24) return null;
  const day = hour > from.hour ? from.day : dayAfter(from.day, null);
  const period = { from, to: { day, hour, minute: 0 }, source };
  return { period, count: 1, repair: "repair.oldPeriod" };
}

/** `AT 2518`, `TL 2604`: words of the METAR's trends; in a TAF their meaning is not defined. */
function foreignPeriod(tokens: Tokens, i: number): FoundPeriod | null {
  const word = tokens.word(i);
  const apart = word === "AT" || word === "TL" || word === "TIL" || word === "UNTIL";
  const stuck = (word.startsWith("AT") || word.startsWith("TL")) && isDigits(word.slice(2));
  if (stuck) return { period: null, count: 1, damaged: tokens.source(i) };
  return apart && isDigits(tokens.word(i + 1))
    ? { period: null, count: 2, damaged: tokens.source(i, 2) }
    : null;
}

/** `0501 0503`: a blank in place of the slash; taken only where both lie on the days of the validity. */
function spacedPeriod(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): FoundPeriod | null {
  if (tokens.size(i) !== 4 || tokens.size(i + 1) !== 4 || validity === null) return null;
  const from = readDayHour(tokens.word(i));
  const to = readDayHour(tokens.word(i + 1));
  if (from === null || to === null || !onDays(from, validity) || !onDays(to, validity)) return null;
  const period = { from, to, source: tokens.source(i, 2) };
  return endsBeforeStart(period) ? null : { period, count: 2, repair: "repair.periodSlash" };
}

function onDays(time: DayTime, validity: WrittenPeriod): boolean {
  return time.day === validity.from.day || time.day === validity.to.day;
}

/**
 * `1517`: hours only, the form before November 2008. Four figures after a keyword may also be a
 * visibility; they are hours where the validity has the old form too, or where no visibility is ever
 * reported with such a number (steps of 50 m, ICAO Annex 3, appendix 5, 1.2.2).
 */
function oldPeriod(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): FoundPeriod | null {
  if (tokens.size(i) !== 4 || validity === null) return null;
  const word = tokens.word(i);
  if (!isDigits(word)) return null;
  const isOldForm = validity.source.text.length === 6;
  if (!isOldForm && Number(word) % 50 === 0) return null;
  // `TEMPO 2210` of a text cut short: the beginning of `2210/2215` as likely as the hours 22 to 10.
  const dayHour = readDayHour(word);
  if (!isOldForm && dayHour !== null && onDays(dayHour, validity)) {
    return { period: null, count: 1, damaged: tokens.source(i) };
  }
  const start = Number(word.slice(0, 2));
  const end = Number(word.slice(2));
  if (start > 24 || end > 24 || start === end) return null;
  const from = placeHour(start, validity);
  const to = placeHour(end, { ...validity, from });
  const period = { from, to, source: tokens.source(i) };
  return { period, count: 1, repair: "repair.oldPeriod" };
}

/** The first time that `hour` comes round in the validity. */
export function placeHour(hour: number, validity: WrittenPeriod, minute = 0): DayTime {
  const { from, to } = validity;
  const sameDay = hour * 60 + minute >= from.hour * 60 + from.minute;
  return { day: sameDay ? from.day : to.day, hour, minute };
}

/** `FM261600`, `FM2616`, `FM1600`, `FM16`, `FM 261600`, `FM261600Z`, `FM2616/2618`. */
function readFrom(
  tokens: Tokens,
  i: number,
  validity: WrittenPeriod | null,
): WrittenChange | null {
  if (!tokens.startsWith(i, "FM")) return null;
  const apart = tokens.size(i) === 2;
  const at = apart ? i + 1 : i;
  let figures = tokens.word(at).slice(apart ? 0 : 2);
  if (figures.endsWith("Z")) figures = figures.slice(0, -1);
  const slash = figures.indexOf("/");
  if (slash > 0) figures = figures.slice(0, slash);
  if (!isDigits(figures) || (apart && figures.length < 4)) return null;
  const count = apart ? 2 : 1;
  const source = tokens.source(i, count);
  const repairs = apart ? ["repair.extraSpace"] : [];
  const from = fromTime(figures, validity);
  if (from === null) {
    return { kind: "FM", period: null, from: null, damaged: source, repairs, count };
  }
  if (figures.length !== 6) repairs.push("repair.oldPeriod");
  // The end is filled in by the next FM or by the validity; until then the period has no length.
  return { kind: "FM", period: { from, to: from, source }, from, repairs, count };
}

function fromTime(figures: string, validity: WrittenPeriod | null): DayTime | null {
  if (figures.length === 6) return readDayTime(figures);
  if (validity === null) return figures.length === 4 ? readDayHour(figures) : null;
  if (figures.length === 2) {
    return Number(figures) <= 24 ? placeHour(Number(figures), validity) : null;
  }
  if (figures.length !== 4) return null;
  const hour = Number(figures.slice(0, 2));
  const minute = Number(figures.slice(2));
  const dayHour = readDayHour(figures);
  const isDayHour = dayHour !== null && onDays(dayHour, validity) &&
    validity.source.text.length !== 6;
  if (isDayHour) return dayHour;
  return hour <= 24 && minute <= 59 && (hour < 24 || minute === 0)
    ? placeHour(hour, validity, minute)
    : null;
}
