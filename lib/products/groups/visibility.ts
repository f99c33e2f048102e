/**
 * Prevailing, minimum and directional visibility (FM 15, 15.6) in metres, kilometres or statute miles.
 *
 * @module
 */
import {
  type Bound,
  type DistanceUnit,
  MAIN_COMPASS_POINTS,
  type Quantity,
} from "../../units/mod.ts";
import type { CompassPoint } from "../product.ts";
import {
  DIGIT,
  isDigit,
  LETTER,
  OTHER,
  readDigits,
  SIGN,
  skipDigits,
  SLASH,
  type Tokens,
} from "../scan/mod.ts";
import { type Accumulator, leaveDamaged } from "./accumulator.ts";
import { BODY, ELEMENTS, type GroupRow, ORDER } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.6";
const RULE_SM = "FMH-1 12.6.6";

const DIRECTIONS: ReadonlySet<string> = new Set(MAIN_COMPASS_POINTS);

/** Puts a distance where it belongs: the first group is the prevailing visibility, further ones qualify it. */
function addVisibility(
  tokens: Tokens,
  i: number,
  claimed: number,
  acc: Accumulator,
  distance: Quantity<DistanceUnit>,
  direction: CompassPoint | undefined,
  noDirectionalVariation: boolean,
): number {
  const source = tokens.source(i, claimed);
  if (acc.prevailingVisibility.kind === "notReported") {
    acc.prevailingVisibility = direction !== undefined
      ? { kind: "visibility", distance, direction, source }
      : noDirectionalVariation
      ? { kind: "visibility", distance, noDirectionalVariation: true, source }
      : { kind: "visibility", distance, source };
    return claimed;
  }
  const first = acc.prevailingVisibility;
  if (
    direction === undefined && first.kind === "visibility" && first.direction !== undefined &&
    acc.directionalVisibility === null && first.distance.unit === distance.unit &&
    first.distance.value < distance.value
  ) {
    // `2000SW 9000`: the minimum with its direction stands first; what has no direction prevails.
    acc.directionalVisibility = [{
      distance: first.distance,
      direction: first.direction,
      source: first.source,
    }];
    acc.prevailingVisibility = { kind: "visibility", distance, source };
    return claimed;
  }
  (acc.directionalVisibility ??= []).push(
    direction !== undefined ? { distance, direction, source } : { distance, source },
  );
  return claimed;
}

/** `9999`, `0800`, `3000SE`, `9999NDV`, `4000M`. */
function readMetres(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const bound = metreBoundOf(text.charCodeAt(tokens.starts[i]!));
  const start = tokens.starts[i]! + (bound === undefined ? 0 : 1);
  const end = tokens.ends[i]!;
  if (end - start === 5 && bound === undefined && tokens.shapes[i] === DIGIT) {
    return readLongMetres(tokens, i, acc);
  }
  if (
    !isDigit(text.charCodeAt(start + 3)) || isDigit(text.charCodeAt(start + 4)) && end > start + 4
  ) {
    return 0;
  }
  // After temperature or pressure a number of four figures is something else.
  if (acc.stage >= ORDER.temperature) return 0;
  const value = readDigits(text, start, start + 4);
  if (value < 0) return 0;
  let direction: CompassPoint | undefined;
  let ndv = false;
  let claimed = 1;
  if (end > start + 4) {
    const suffix = text.slice(start + 4, end);
    if (suffix === "NDV") ndv = true;
    else if (DIRECTIONS.has(suffix)) direction = suffix as CompassPoint;
    else if (suffix !== "M") return 0;
  } else if (tokens.is(i + 1, "NDV")) {
    ndv = true;
    claimed = 2;
  }
  if (acc.prevailingVisibility.kind === "cavok" && direction === undefined) {
    if (value < 9999) {
      acc.note(
        "contradiction.visibility",
        "warning",
        "CAVOK says 10 km or more; another visibility beside it says less.",
        tokens.source(i),
      );
    }
    return 0;
  }
  const distance: Quantity<DistanceUnit> = value === 9999
    ? { value: 10000, unit: "m", bound: "atLeast" }
    : bound !== undefined
    ? { value, unit: "m", bound }
    : { value, unit: "m" };
  return addVisibility(tokens, i, claimed, acc, distance, direction, ndv);
}

/** `M0400`, `P6000`: less and more, which some stations borrow from the runway visual range. */
function metreBoundOf(code: number): Bound | undefined {
  return code === 77 ? "atMost" : code === 80 ? "atLeast" : undefined;
}

/** `60000`: Central Asian stations write the whole distance; round kilometres from 10 on only. */
function readLongMetres(tokens: Tokens, i: number, acc: Accumulator): number {
  const value = readDigits(tokens.text, tokens.starts[i]!, tokens.ends[i]!);
  if (value === 99999 && acc.stage === ORDER.wind) {
    acc.note("repair.visibility", "warning", "Five nines were read as 9999.", tokens.source(i));
    const distance = { value: 10000, unit: "m", bound: "atLeast" } as const;
    return addVisibility(tokens, i, 1, acc, distance, undefined, false);
  }
  if (value < 10000 || value % 1000 !== 0 || acc.stage !== ORDER.wind) return 0;
  if (acc.prevailingVisibility.kind !== "notReported") return 0;
  return addVisibility(tokens, i, 1, acc, { value, unit: "m" }, undefined, false);
}

/** `10SM`, `1 1/2SM`, `M1/4SM`, `P6SM`, `15KM`, `10 SM`, `11/2SM` and `1-1/2SM` (one and a half). */
function readMiles(tokens: Tokens, i: number, acc: Accumulator): number {
  if (acc.stage >= ORDER.temperature || acc.prevailingVisibility.kind === "cavok") return 0;
  const { text } = tokens;
  let start = tokens.starts[i]!;
  let bound: Bound | undefined;
  const letter = text.charCodeAt(start);
  if (letter === 77) bound = "atMost"; // M
  else if (letter === 80) bound = "atLeast"; // P
  if (bound !== undefined) start++;
  let last = i;
  let value = 0;
  let unspaced = false;
  let at = skipDigits(text, start, tokens.ends[i]!);
  // A whole number alone: the fraction, or the unit, is the next token.
  if (at === tokens.ends[i]! && at > start) {
    if (at - start > 3) return 0;
    const next = tokens.starts[i + 1];
    if (
      next === undefined ||
      (tokens.shapes[i + 1]! & LETTER) === 0 && (tokens.shapes[i + 1]! & SLASH) === 0
    ) {
      return 0;
    }
    if (isDigit(text.charCodeAt(next))) {
      value = readDigits(text, start, at);
      last = i + 1;
      start = next;
      at = skipDigits(text, start, tokens.ends[last]!);
      if (text.charCodeAt(at) !== 47) return 0;
    } else if (unitAt(text, next, tokens.ends[i + 1]!) === "SM") {
      acc.note(
        "repair.blankInGroup",
        "info",
        "A blank before the unit of the visibility was skipped.",
        tokens.source(i, 2),
      );
      return addVisibility(
        tokens,
        i,
        2,
        acc,
        miles(readDigits(text, start, at), bound),
        undefined,
        false,
      );
    } else return 0;
  }
  let figure = readDigits(text, start, at);
  if (figure < 0) return 0;
  if (text.charCodeAt(at) === 45 && at < tokens.ends[last]!) { // 1-1/2SM
    value += figure;
    start = at + 1;
    at = skipDigits(text, start, tokens.ends[last]!);
    figure = readDigits(text, start, at);
    if (figure < 0 || text.charCodeAt(at) !== 47) return 0;
  }
  if (text.charCodeAt(at) === 47 && at < tokens.ends[last]!) {
    const from = at + 1;
    at = skipDigits(text, from, tokens.ends[last]!);
    const denominator = readDigits(text, from, at);
    if (![2, 3, 4, 5, 8, 10, 16, 32].includes(denominator)) return 0;
    if (figure > denominator && figure >= 10 && figure < 100) {
      // `11/2SM`: the blank between 1 and 1/2 is missing.
      const whole = Math.floor(figure / 10);
      figure %= 10;
      value += whole;
      unspaced = true;
    }
    if (
      figure > denominator ||
      unitAt(text, at, tokens.ends[last]!) !== "SM" && at !== tokens.ends[last]!
    ) return 0;
    value += figure / denominator;
  } else value += figure;
  let claimed = last - i + 1;
  let unit = unitAt(text, at, tokens.ends[last]!);
  if (unit === null && at === tokens.ends[last]! && tokens.is(last + 1, "SM")) {
    unit = "SM";
    claimed++;
  }
  if (unit === null || value > 999) return 0;
  if (unspaced) {
    acc.note(
      "repair.missingBlank",
      "info",
      "Whole miles and fraction were written without a blank.",
      tokens.source(i, claimed),
    );
  }
  if (unit === "SM" && value > 15 && value % 5 !== 0) {
    // `34SM` may be `3/4SM` without its slash.
    acc.note(
      "range.visibility",
      "warning",
      "Above 15 SM only steps of 5 SM are reported (FMH-1 table 6-1).",
      tokens.source(i, claimed),
    );
  }
  const distance: Quantity<DistanceUnit> = bound === undefined
    ? { value, unit }
    : { value, unit, bound };
  return addVisibility(tokens, i, claimed, acc, distance, undefined, false);
}

function miles(value: number, bound: Bound | undefined): Quantity<DistanceUnit> {
  return bound === undefined ? { value, unit: "SM" } : { value, unit: "SM", bound };
}

function unitAt(text: string, start: number, end: number): DistanceUnit | null {
  if (end - start === 2) {
    if (text.startsWith("SM", start)) return "SM";
    if (text.startsWith("KM", start)) return "km";
    if (text.startsWith("NM", start)) return "NM";
  }
  return null;
}

function readCavok(tokens: Tokens, i: number, acc: Accumulator): number {
  if (!tokens.is(i, "CAVOK")) return 0;
  const source = tokens.source(i);
  if (acc.prevailingVisibility.kind === "notReported") {
    acc.prevailingVisibility = { kind: "cavok", source };
  } else {
    acc.note(
      "order.cavokWithVisibility",
      "warning",
      "CAVOK stands beside another visibility.",
      source,
    );
  }
  if (acc.cloudStatement.kind === "notReported") {
    acc.cloudStatement = { kind: "clear", code: "CAVOK", source };
  }
  return 1;
}

/** `////`, `////SM`, `////NDV`. */
function readMissing(tokens: Tokens, i: number, acc: Accumulator): number {
  if (tokens.is(i, "/") && acc.stage === ORDER.wind) {
    acc.prevailingVisibility = { kind: "notObservable", source: tokens.source(i) };
    return 1;
  }
  if (!tokens.startsWith(i, "////") || acc.stage > ORDER.visibility) return 0;
  const suffix = tokens.word(i).slice(4);
  if (suffix !== "" && suffix !== "SM" && suffix !== "NDV") return 0;
  if (acc.prevailingVisibility.kind !== "notReported") return 0;
  acc.prevailingVisibility = { kind: "notObservable", source: tokens.source(i) };
  return 1;
}

/** Three or five figures where the visibility should stand. */
function readDamagedVisibility(tokens: Tokens, i: number, acc: Accumulator): number {
  if (
    acc.prevailingVisibility.kind !== "notReported" || acc.stage !== ORDER.wind ||
    tokens.size(i) === 4
  ) return 0;
  acc.prevailingVisibility = { kind: "notUnderstood", source: tokens.source(i) };
  leaveDamaged(acc, tokens, i, 1, "damaged.visibility", "The visibility cannot be read.");
  return 1;
}

export const VISIBILITY_ROWS: readonly GroupRow[] = [
  {
    name: "visibility in metres",
    sections: ELEMENTS,
    order: ORDER.visibility,
    first: "0123456789MP",
    need: DIGIT,
    may: LETTER,
    minLength: 4,
    maxLength: 7,
    read: readMetres,
    rule: RULE,
    meaning:
      "Metres; 9999 is 10 km or more; a second group is the minimum, with its direction if it has one; NDV: no directional variation can be reported.",
    example: "3000SE",
  },
  {
    name: "visibility in statute miles",
    sections: ELEMENTS,
    order: ORDER.visibility,
    first: "0123456789MP",
    need: DIGIT,
    may: LETTER | SLASH | SIGN,
    minLength: 1,
    maxLength: 9,
    read: readMiles,
    rule: RULE_SM,
    meaning: "Statute miles and fractions; M: less than, P: more than. KM where the unit says so.",
    example: "1 1/2SM",
  },
  {
    name: "CAVOK",
    sections: ELEMENTS,
    order: ORDER.visibility,
    first: "C",
    need: LETTER,
    may: 0,
    minLength: 5,
    maxLength: 5,
    read: readCavok,
    rule: "WMO-No. 306 FM 15, 15.10; ICAO Annex 3 app. 3, 2.2",
    meaning:
      "Visibility 10 km or more, no cloud below 5,000 ft or the highest minimum sector altitude, no CB or TCU, no significant weather.",
    example: "CAVOK",
  },
  {
    name: "missing visibility",
    sections: ELEMENTS,
    order: ORDER.visibility,
    first: "/",
    need: SLASH,
    may: LETTER,
    minLength: 1,
    maxLength: 7,
    read: readMissing,
    rule: RULE,
    meaning: "The visibility was not measured.",
    example: "////",
  },
];

/** What is tried last, after repairs. */
export const DAMAGED_VISIBILITY_ROWS: readonly GroupRow[] = [
  {
    name: "unreadable visibility",
    sections: BODY,
    order: ORDER.visibility,
    first: "0123456789",
    need: DIGIT,
    may: OTHER,
    minLength: 3,
    maxLength: 5,
    read: readDamagedVisibility,
    rule: RULE,
    meaning: "Figures that stand for the visibility but are damaged: kept, listed, not guessed.",
    example: "999",
  },
];
