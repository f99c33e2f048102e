/**
 * State of the runway (FM 15, 15.13.6; code tables 0919, 0519, 1079, 0366), and the older form of eight
 * figures. ICAO moved the condition of runways to SNOWTAM in November 2021; many states go on.
 *
 * @module
 */
import type { RunwayState } from "../metar/model.ts";
import type { Quantity } from "../../units/mod.ts";
import { DIGIT, isDigit, isSlashes, LETTER, readDigits, SLASH, type Tokens } from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";
import { BODY, type GroupRow, ORDER, SUPPLEMENT } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.13.6";

type Condition = RunwayState["condition"];
type Friction = NonNullable<Extract<Condition, { kind: "deposits" }>["friction"]>;

/** Code table 0366: up to 90 a coefficient in hundredths, 91 to 95 and 99 a braking action. */
function frictionOf(code: number | null): Friction | undefined {
  if (code === null) return undefined;
  if (code <= 90) return { kind: "coefficient", value: code / 100 };
  switch (code) {
    case 91:
      return { kind: "braking", action: "poor" };
    case 92:
      return { kind: "braking", action: "mediumPoor" };
    case 93:
      return { kind: "braking", action: "medium" };
    case 94:
      return { kind: "braking", action: "mediumGood" };
    case 95:
      return { kind: "braking", action: "good" };
    case 99:
      return { kind: "braking", action: "unreliable" };
    default:
      return undefined;
  }
}

/** Code table 1079: millimetres, or steps of 5 cm from 92 (10 cm) to 98 (40 cm or more). */
function depthOf(code: number | null): Quantity<"mm"> | undefined {
  if (code === null) return undefined;
  if (code <= 90) return { value: code, unit: "mm" };
  if (code >= 92 && code <= 97) return { value: (code - 90) * 50, unit: "mm" };
  return code === 98 ? { value: 400, unit: "mm", bound: "atLeast" } : undefined;
}

/** A figure or figures where slashes mean "not reported"; `undefined` for anything else. */
function figuresAt(text: string, start: number, end: number): number | null | undefined {
  if (isSlashes(text, start, end)) return null;
  const value = readDigits(text, start, end);
  return value < 0 ? undefined : value;
}

/** The condition written from `start` to `end`: six figures or slashes, or `CLRD` and two. */
function conditionAt(text: string, start: number, end: number): Condition | null {
  if (text.startsWith("CLRD", start) || text.startsWith("CLSD", start)) {
    const frictionCode = end === start + 4 ? null : figuresAt(text, start + 4, end);
    if (frictionCode === undefined || end - start > 6) return null;
    if (text.startsWith("CLSD", start)) return { kind: "closedBySnow" };
    const friction = frictionOf(frictionCode);
    return friction === undefined
      ? { kind: "cleared", frictionCode }
      : { kind: "cleared", frictionCode, friction };
  }
  if (end - start === 1 && text[start] === "D") return { kind: "cleared", frictionCode: null };
  // `70D`, `D70`: cleared, as some Central Asian stations shorten it.
  if (end - start === 3 && text.slice(start, end).includes("D")) {
    const frictionCode = figuresAt(
      text,
      text[start] === "D" ? start + 1 : start,
      text[start] === "D" ? end : end - 1,
    );
    if (frictionCode === undefined) return null;
    const friction = frictionOf(frictionCode);
    return friction === undefined
      ? { kind: "cleared", frictionCode }
      : { kind: "cleared", frictionCode, friction };
  }
  if (end - start !== 6) return null;
  if (isSlashes(text, start, end)) return { kind: "notObservable" };
  const deposit = figuresAt(text, start, start + 1);
  const extent = figuresAt(text, start + 1, start + 2);
  const depthCode = figuresAt(text, start + 2, start + 4);
  const frictionCode = figuresAt(text, start + 4, start + 6);
  if (
    deposit === undefined || extent === undefined || depthCode === undefined ||
    frictionCode === undefined
  ) return null;
  const depth = depthOf(depthCode);
  const friction = frictionOf(frictionCode);
  return {
    kind: "deposits",
    deposit,
    extent,
    depthCode,
    ...(depth === undefined ? undefined : { depth }),
    frictionCode,
    ...(friction === undefined ? undefined : { friction }),
  };
}

/** 51 to 86 are right-hand runways (50 added); 88 all; 99 the last report repeated. */
function runwayOfNumber(number: number): string | null {
  if (number === 88) return "all";
  if (number === 99) return "lastRepeated";
  if (number >= 51 && number <= 86) return `${String(number - 50).padStart(2, "0")}R`;
  return number >= 0 && number <= 36 ? String(number).padStart(2, "0") : null;
}

/** `R24L/590230`, `R24/CLRD70`, `R88/70D`, `R/SNOCLO`. */
function readRunwayState(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  let slash = start + 1;
  while (slash < end && text.charCodeAt(slash) !== 47) slash++;
  if (slash >= end || slash - start > 5) return readUnslashed(tokens, i, acc);
  const source = tokens.source(i);
  const designator = text.slice(start + 1, slash);
  const runway = designator === ""
    ? "aerodrome"
    : designator === "88"
    ? "all"
    : designator === "99"
    ? "lastRepeated"
    : /^\d{2}[LCR]{0,2}$/.test(designator)
    ? designator
    : null;
  if (runway === null) return 0;
  const closed = text.startsWith("SNOCLO", slash + 1) && end - slash === 7;
  if (runway === "aerodrome" && !closed) return 0;
  const condition: Condition | null = closed
    ? { kind: "closedBySnow" }
    : conditionAt(text, slash + 1, end);
  if (condition === null) return 0;
  (acc.runwayStates ??= []).push({ runway, condition, source });
  return 1;
}

/** `R31L190075`: the slash is missing. */
function readUnslashed(tokens: Tokens, i: number, acc: Accumulator): number {
  const match = /^R(\d{2}[LCR]?)(\d{6}|CLRD(?:\d{2}|\/\/))$/.exec(tokens.word(i));
  if (match === null) return 0;
  const end = tokens.ends[i]!;
  const condition = conditionAt(tokens.text, end - match[2]!.length, end);
  if (condition === null) return 0;
  const source = tokens.source(i);
  acc.note("repair.missingSlash", "info", "The slash of the runway state was missing.", source);
  (acc.runwayStates ??= []).push({ runway: match[1]!, condition, source });
  return 1;
}

/** `32250095`, `82290095`, `24CLRD70`, `14//////`. */
function readOldState(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  if (!isDigit(text.charCodeAt(start + 1))) return 0;
  const runway = runwayOfNumber(readDigits(text, start, start + 2));
  if (runway === null) return 0;
  const condition = conditionAt(text, start + 2, tokens.ends[i]!);
  if (condition === null) return 0;
  (acc.runwayStates ??= []).push({ runway, condition, source: tokens.source(i) });
  return 1;
}

function readSnowClosed(tokens: Tokens, i: number, acc: Accumulator): number {
  if (!tokens.is(i, "SNOCLO")) return 0;
  (acc.runwayStates ??= []).push({
    runway: "aerodrome",
    condition: { kind: "closedBySnow" },
    source: tokens.source(i),
  });
  return 1;
}

export const RUNWAY_STATE_ROWS: readonly GroupRow[] = [
  {
    name: "runway state",
    sections: BODY | SUPPLEMENT,
    order: ORDER.supplement,
    first: "R",
    need: LETTER,
    may: DIGIT | SLASH,
    minLength: 5,
    maxLength: 12,
    read: readRunwayState,
    rule: RULE,
    meaning:
      "Deposit, extent, depth and friction of a runway; CLRD: no longer contaminated; SNOCLO: closed by snow; 88 all runways, 99 repeated.",
    example: "R24L/590230",
  },
  {
    name: "runway state in eight figures",
    sections: BODY | SUPPLEMENT,
    order: ORDER.supplement,
    first: "0123456789",
    need: DIGIT,
    may: SLASH | LETTER,
    minLength: 8,
    maxLength: 8,
    read: readOldState,
    rule: `${RULE} (before 2008)`,
    meaning: "As above without R and slash; 50 is added to the number of a right-hand runway.",
    example: "32250095",
  },
  {
    name: "aerodrome closed by snow",
    sections: BODY | SUPPLEMENT,
    order: ORDER.supplement,
    first: "S",
    need: LETTER,
    may: 0,
    minLength: 6,
    maxLength: 6,
    read: readSnowClosed,
    rule: RULE,
    meaning: "The aerodrome is closed because of snow on its runways.",
    example: "SNOCLO",
  },
];
