/**
 * Surface wind (FM 15, 15.5) and the sector in which it varies.
 *
 * @module
 */
import type { SurfaceWind } from "../metar/model.ts";
import type { Source } from "../product.ts";
import type { Quantity, SpeedUnit } from "../../units/mod.ts";
import { DIGIT, isDigit, LETTER, readDigits, SLASH, type Tokens } from "../scan/mod.ts";
import { type Accumulator, leaveDamaged } from "./accumulator.ts";
import { BODY, ELEMENTS, type GroupRow, ORDER, TAF_PERIOD } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.5; FMH-1 12.6.5";

/** The unit that ends at `end`, and how many characters it takes; typing errors that leave no doubt are known. */
function unitAt(tokens: Tokens, start: number, end: number): SpeedUnit | null {
  const { text } = tokens;
  switch (end - start) {
    case 2:
      if (text.startsWith("KT", start)) return "kt";
      return /^(?:KY|TK|KR|KK|KN)$/.test(text.slice(start, end)) ? "kt" : null;
    case 3:
      if (text.startsWith("MPS", start)) return "m/s";
      if (text.startsWith("KMH", start)) return "km/h";
      return /^(?:KTS|KKT|KTT|KST)$/.test(text.slice(start, end)) ? "kt" : null;
    default:
      return null;
  }
}

/** Speed or gust from `start`: its figures, `P` before them, or slashes. `next` is where it ends. */
interface SpeedPiece {
  readonly value: number;
  readonly atLeast: boolean;
  readonly figures: number;
  readonly next: number;
}

function speedAt(text: string, start: number, end: number): SpeedPiece | null {
  let at = start;
  const atLeast = text.charCodeAt(at) === 80; // P
  if (atLeast) at++;
  const from = at;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  if (at > from) {
    const figures = at - from;
    if (figures > 3) return null;
    return { value: readDigits(text, from, at), atLeast, figures, next: at };
  }
  while (at < end && text.charCodeAt(at) === 47 && at - from < 2) at++;
  return at - from === 2 ? { value: -1, atLeast: false, figures: 2, next: at } : null;
}

function speedOf(piece: SpeedPiece, unit: SpeedUnit): Quantity<SpeedUnit> {
  return piece.atLeast
    ? { value: piece.value, unit, bound: "atLeast" }
    : { value: piece.value, unit };
}

/** Directions: degrees, or what the letters say. */
const VARIABLE = -1;
const UNKNOWN = -2;

function directionAt(text: string, start: number, end: number): number | null {
  if (end - start < 3) return null;
  if (text.startsWith("VRB", start)) return VARIABLE;
  if (text.startsWith("///", start)) return UNKNOWN;
  const degrees = readDigits(text, start, start + 3);
  return degrees < 0 ? null : degrees;
}

function readWind(tokens: Tokens, i: number, acc: Accumulator): number {
  if (acc.surfaceWind.kind !== "notReported") return 0;
  const { text } = tokens;
  const end = tokens.ends[i]!;
  let at = tokens.starts[i]!;
  const estimated = text.charCodeAt(at) === 69; // E
  if (estimated) at++;
  const direction = directionAt(text, at, end);
  if (direction === null) return 0;
  const speed = speedAt(text, at + 3, end);
  if (speed === null) return 0;
  at = speed.next;
  let gust: SpeedPiece | null = null;
  let claimed = 1;
  if (text.charCodeAt(at) === 71 && at + 1 === end) return readGustApart(tokens, i, acc);
  if (text.charCodeAt(at) === 71 && at < end) { // G
    gust = speedAt(text, at + 1, end);
    if (gust === null) return 0;
    at = gust.next;
  }
  let unit = unitAt(tokens, at, end);
  if (unit === null && at === end && tokens.size(i + 1) > 1 && tokens.size(i + 1) < 4) {
    unit = unitAt(tokens, tokens.starts[i + 1]!, tokens.ends[i + 1]!);
    if (unit !== null) {
      claimed = 2;
      acc.note(
        "repair.blankInGroup",
        "info",
        "A blank inside the wind group was skipped.",
        tokens.source(i, 2),
      );
    }
  }
  if (unit === null && at === end) unit = missingUnit(tokens, i, acc, direction, gust !== null);
  if (unit === null) return 0;
  if (direction > 360 || speed.figures < 2) return 0;
  const source = tokens.source(i, claimed);
  const last = i + claimed - 1;
  if (
    at < end && !(tokens.text.endsWith("KT", tokens.ends[last]!) ||
        tokens.text.endsWith("MPS", tokens.ends[last]!) || unit === "km/h") ||
    tokens.text.endsWith("KKT", tokens.ends[last]!)
  ) {
    acc.note("repair.windUnit", "info", "The unit of the wind was misspelt.", source);
  }
  const gustValue = gust !== null && gust.value >= 0 ? speedOf(gust, unit) : undefined;
  acc.surfaceWind = windOf(direction, speed, gustValue, unit, estimated, source);
  checkWind(acc, direction, speed, gust, source);
  return claimed;
}

const GUST_APART = /^P?\d{2,3}(?:KT|KTS|MPS|KMH)$/;

/** `24010G 20KT`: a blank before the gust. */
function readGustApart(tokens: Tokens, i: number, acc: Accumulator): number {
  if (!GUST_APART.test(tokens.word(i + 1))) return 0;
  const { text } = tokens;
  const at = tokens.starts[i]!;
  const direction = directionAt(text, at, tokens.ends[i]!);
  const speed = speedAt(text, at + 3, tokens.ends[i]!);
  const next = tokens.starts[i + 1]!;
  const gust = speedAt(text, next, tokens.ends[i + 1]!);
  const unit = gust === null ? null : unitAt(tokens, gust.next, tokens.ends[i + 1]!);
  if (direction === null || direction > 360 || speed === null || speed.figures < 2) return 0;
  if (gust === null || unit === null) return 0;
  const source = tokens.source(i, 2);
  acc.note("repair.blankInGroup", "info", "A blank inside the wind group was skipped.", source);
  acc.surfaceWind = windOf(direction, speed, speedOf(gust, unit), unit, false, source);
  checkWind(acc, direction, speed, gust, source);
  return 2;
}

/** `240/10KT`, `240/10G20KT`: a slash between direction and speed, as in air reports. */
function readSlashedWind(tokens: Tokens, i: number, acc: Accumulator): number {
  if (acc.surfaceWind.kind !== "notReported" || acc.stage !== 0) return 0;
  const match = /^(\d{3}|VRB)\/(\d{2,3})(?:G(\d{2,3}))?(KT|MPS)$/.exec(tokens.word(i));
  const direction = match === null ? 999 : match[1] === "VRB" ? VARIABLE : Number(match[1]);
  if (match === null || direction > 360) return 0;
  const pieceOf = (figures: string): SpeedPiece => ({
    value: Number(figures),
    atLeast: false,
    figures: figures.length,
    next: 0,
  });
  const unit = match[4] === "KT" ? "kt" : "m/s";
  const speed = pieceOf(match[2]!);
  const gust = match[3] === undefined ? null : pieceOf(match[3]);
  const source = tokens.source(i);
  acc.note("repair.windSlash", "info", "A slash inside the wind group was set aside.", source);
  const gustValue = gust === null ? undefined : speedOf(gust, unit);
  acc.surfaceWind = windOf(direction, speed, gustValue, unit, false, source);
  checkWind(acc, direction, speed, gust, source);
  return 1;
}

/**
 * `14008G15` or `09004` right after the time: the unit is missing. Where metres a second are the rule
 * (indicators with U or Z) it is not guessed.
 */
function missingUnit(
  tokens: Tokens,
  i: number,
  acc: Accumulator,
  direction: number,
  hasGust: boolean,
): SpeedUnit | null {
  const place = tokens.text.charCodeAt(tokens.starts[i - 2] ?? 0);
  const afterTime = acc.stage === 0 && i >= 2 && tokens.code(i - 1, tokens.size(i - 1) - 1) === 90;
  const afterStatus = acc.stage === 0 && i >= 3 && tokens.is(i - 1, "AUTO");
  if (!afterTime && !afterStatus) return null;
  if (direction === UNKNOWN || (!hasGust && tokens.size(i) !== 5)) return null;
  if (place === 85 || place === 90) return null;
  acc.note(
    "repair.windUnitMissing",
    "warning",
    "The wind has no unit; knots were taken.",
    tokens.source(i),
  );
  return "kt";
}

function windOf(
  direction: number,
  speed: SpeedPiece,
  gust: Quantity<SpeedUnit> | undefined,
  unit: SpeedUnit,
  estimated: boolean,
  source: Source,
): SurfaceWind {
  if (speed.value < 0) {
    return direction >= 0
      ? { kind: "speedNotObservable", direction: { value: direction, unit: "deg" }, source }
      : { kind: "notObservable", source };
  }
  if (direction === 0 && speed.value === 0 && gust === undefined) {
    return { kind: "calm", unit, source };
  }
  const speedValue = speedOf(speed, unit);
  if (direction === UNKNOWN) {
    return gust === undefined
      ? { kind: "directionNotObservable", speed: speedValue, source }
      : { kind: "directionNotObservable", speed: speedValue, gust, source };
  }
  if (estimated) {
    const more = gust === undefined
      ? { estimated: true as const, source }
      : { gust, estimated: true as const, source };
    return direction === VARIABLE
      ? { kind: "variable", speed: speedValue, ...more }
      : { kind: "wind", direction: { value: direction, unit: "deg" }, speed: speedValue, ...more };
  }
  if (direction === VARIABLE) {
    return gust === undefined
      ? { kind: "variable", speed: speedValue, source }
      : { kind: "variable", speed: speedValue, gust, source };
  }
  const degrees = { value: direction, unit: "deg" } as const;
  return gust === undefined
    ? { kind: "wind", direction: degrees, speed: speedValue, source }
    : { kind: "wind", direction: degrees, speed: speedValue, gust, source };
}

/** Values that no wind has are kept, but said to be odd. */
function checkWind(
  acc: Accumulator,
  direction: number,
  speed: SpeedPiece,
  gust: SpeedPiece | null,
  source: Source,
): void {
  if (direction === 0 && speed.value > 0) {
    acc.note(
      "range.windDirection",
      "warning",
      "Direction 000 with a speed: north is written 360.",
      source,
    );
  }
  if (gust !== null && gust.value >= 0 && gust.value < speed.value) {
    acc.note("range.windGust", "warning", "The gust is weaker than the mean wind.", source);
  }
  if (speed.figures === 3 && speed.value < 100) {
    acc.note(
      "repair.windSpeed",
      "warning",
      "A speed below 100 was written in three figures.",
      source,
    );
  }
  if (speed.value > 199 || (gust !== null && gust.value > 250)) {
    acc.note("range.windSpeed", "warning", "A wind of this speed is not credible.", source);
  }
}

/** A group that ends in a wind unit but cannot be read: `0000KT`. */
function readDamagedWind(tokens: Tokens, i: number, acc: Accumulator): number {
  const end = tokens.ends[i]!;
  if (acc.surfaceWind.kind !== "notReported") return 0;
  if (!tokens.text.endsWith("KT", end) && !tokens.text.endsWith("MPS", end)) return 0;
  acc.surfaceWind = { kind: "notUnderstood", source: tokens.source(i) };
  leaveDamaged(acc, tokens, i, 1, "damaged.wind", "The wind group cannot be read.");
  return 1;
}

/** `240V300` after the wind. */
function readSector(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  if (text.charCodeAt(start + 3) !== 86) return 0; // V
  // `240V 300`: a blank inside.
  const apart = tokens.size(i) === 4 && tokens.size(i + 1) === 3 ? 1 : 0;
  if (tokens.size(i) !== 7 && apart === 0) return 0;
  const second = apart === 1 ? tokens.starts[i + 1]! : start + 4;
  const from = readDigits(text, start, start + 3);
  const to = readDigits(text, second, second + 3);
  if (from < 0 || to < 0 || from > 360 || to > 360) return 0;
  const wind = acc.surfaceWind;
  if ((wind.kind !== "wind" && wind.kind !== "variable") || wind.sector !== undefined) return 0;
  const sector = {
    from: { value: from, unit: "deg" as const },
    to: { value: to, unit: "deg" as const },
    source: tokens.source(i, 1 + apart),
  };
  if (apart === 1) {
    acc.note(
      "repair.blankInGroup",
      "info",
      "A blank inside the wind sector was skipped.",
      sector.source,
    );
  }
  acc.surfaceWind = { ...wind, sector };
  return 1 + apart;
}

/** `/////` where the wind should stand. */
function readMissingWind(tokens: Tokens, i: number, acc: Accumulator): number {
  if (acc.stage !== 0 || acc.surfaceWind.kind !== "notReported") return 0;
  acc.surfaceWind = { kind: "notObservable", source: tokens.source(i) };
  return 1;
}

export const WIND_ROWS: readonly GroupRow[] = [
  {
    name: "surface wind",
    sections: ELEMENTS,
    order: ORDER.wind,
    first: "0123456789VE/",
    need: 0,
    may: DIGIT | LETTER | SLASH,
    minLength: 5,
    maxLength: 15,
    read: readWind,
    rule: RULE,
    meaning: "Direction in degrees true (VRB: variable), speed, and gust after G; P: or more.",
    example: "27015G25KT",
  },
  {
    name: "wind sector",
    sections: ELEMENTS,
    order: ORDER.wind,
    first: "0123",
    need: DIGIT | LETTER,
    may: 0,
    minLength: 4,
    maxLength: 7,
    read: readSector,
    rule: "WMO-No. 306 FM 15, 15.5.4",
    meaning: "The two extreme directions between which the wind varies, clockwise.",
    example: "240V300",
  },
  {
    name: "surface wind with a slash",
    sections: ELEMENTS,
    order: ORDER.wind,
    first: "0123V",
    need: LETTER | SLASH,
    may: DIGIT | LETTER | SLASH,
    minLength: 8,
    maxLength: 14,
    read: readSlashedWind,
    rule: RULE,
    meaning: "The same, with a slash between direction and speed, which some stations write.",
    example: "240/10KT",
  },
  {
    name: "missing wind",
    sections: BODY | TAF_PERIOD,
    order: ORDER.wind,
    first: "/",
    need: SLASH,
    may: 0,
    minLength: 5,
    maxLength: 5,
    read: readMissingWind,
    rule: RULE,
    meaning: "The wind was not measured.",
    example: "/////",
  },
];

/** What is tried last, after repairs. */
export const DAMAGED_WIND_ROWS: readonly GroupRow[] = [
  {
    name: "unreadable surface wind",
    sections: ELEMENTS,
    order: ORDER.wind,
    first: "0123456789/",
    need: LETTER,
    may: DIGIT | LETTER | SLASH,
    minLength: 3,
    maxLength: 12,
    read: readDamagedWind,
    rule: RULE,
    meaning:
      "A group with the unit of a wind whose figures are damaged: kept, listed, not guessed.",
    example: "0000KT",
  },
];
