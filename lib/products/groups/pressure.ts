/**
 * Altimeter setting (FM 15, 15.12; FMH-1 12.6.11) in hectopascals or inches of mercury.
 *
 * @module
 */
import { type PressureUnit, type Quantity, toPressure } from "../../units/mod.ts";
import type { Source } from "../product.ts";
import { DIGIT, isSlashes, LETTER, OTHER, readDigits, SLASH, type Tokens } from "../scan/mod.ts";
import { type Accumulator, leaveDamaged } from "./accumulator.ts";
import { BODY, type GroupRow, ORDER, SUPPLEMENT } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.12; FMH-1 12.6.11";
const FORM = "The altimeter setting is not in its form.";

/** Lowest and highest pressure at sea level that a report may state, in hPa. */
export const PRESSURE_RANGE_HPA = { lowest: 850, highest: 1090 } as const;

/** Whether a pressure is one that the atmosphere has at sea level. */
export function isCrediblePressure(pressure: Quantity<PressureUnit>): boolean {
  const hPa = toPressure(pressure, "hPa");
  return hPa >= PRESSURE_RANGE_HPA.lowest && hPa <= PRESSURE_RANGE_HPA.highest;
}

function addPressure(acc: Accumulator, value: number, unit: PressureUnit, source: Source): void {
  const pressure = { kind: "value" as const, value, unit, source };
  // The first setting counts; one that was missing or damaged gives way to a readable one.
  if (acc.qnh.kind !== "value") {
    acc.supersede(acc.qnh);
    acc.qnh = pressure;
  } else (acc.otherPressures ??= []).push(pressure);
}

/** Value of four figures after `Q` or `A`, or `null` where no pressure can be meant. */
function pressureOf(
  figures: number,
  letter: number,
): { value: number; unit: PressureUnit; swapped: boolean } | null {
  const inches = letter === 65; // A
  const asWritten: Quantity<PressureUnit> = inches
    ? { value: figures / 100, unit: "inHg" }
    : { value: figures, unit: "hPa" };
  if (isCrediblePressure(asWritten)) {
    return { value: asWritten.value, unit: asWritten.unit, swapped: false };
  }
  const other: Quantity<PressureUnit> = inches
    ? { value: figures, unit: "hPa" }
    : { value: figures / 100, unit: "inHg" };
  return isCrediblePressure(other) ? { value: other.value, unit: other.unit, swapped: true } : null;
}

function readAltimeter(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const letter = text.charCodeAt(start);
  let claimed = 1;
  let from = start + 1;
  let end = tokens.ends[i]!;
  if (text.startsWith("QNH", start)) from = start + 3;
  if (text.charCodeAt(from) === 46 && end - from === 5) {
    from++;
    acc.note("repair.strayMark", "info", "A stray mark was set aside.", tokens.source(i));
  }
  if (from >= end) {
    // `Q 1013`, `QNH 1013`
    const size = tokens.size(i + 1);
    if (size < 4 || size > 7) return 0;
    from = tokens.starts[i + 1]!;
    end = tokens.ends[i + 1]!;
    claimed = 2;
  }
  if (isSlashes(text, from, end) && end - from <= 5) {
    if (claimed === 2) return 0;
    const missing = { kind: "notObservable", source: tokens.source(i) } as const;
    if (acc.qnh.kind === "notReported") acc.qnh = missing;
    else acc.supersede(missing);
    return 1;
  }
  if (text.startsWith("INS", end - 3) && end - from === 7) end -= 3;
  if (text.startsWith("HPA", end - 3) && end - from === 7 && letter === 81) {
    end -= 3;
    acc.note("repair.pressureGroup", "info", FORM, tokens.source(i));
  } else if (claimed === 2 && tokens.is(i + 2, "HPA") && letter === 81) claimed = 3;
  // `A29.92`, `Q/1013`
  if (text.charCodeAt(from + 2) === 46 && end - from === 5 && claimed === 1) {
    return readPointed(tokens, i, from, acc);
  }
  if (text.charCodeAt(from) === 47 && end - from === 5 && claimed === 1) {
    from++;
    acc.note("repair.strayMark", "info", "A stray mark was set aside.", tokens.source(i));
  }
  if (text.charCodeAt(end - 1) === 47) {
    while (end > from && text.charCodeAt(end - 1) === 47) {
      end--;
    }
  }
  const figures = readDigits(text, from, end);
  const next = tokens.starts[i + 1];
  if (
    figures >= 0 && claimed === 1 && end - from < 4 && next !== undefined &&
    end - from + tokens.size(i + 1) === 4 && tokens.shapes[i + 1] === DIGIT && from === start + 1
  ) {
    // `Q10 15`: a blank inside the figures.
    const joined = pressureOf(
      figures * 10 ** tokens.size(i + 1) + readDigits(text, next, tokens.ends[i + 1]!),
      letter,
    );
    if (joined !== null && !joined.swapped) {
      const source = tokens.source(i, 2);
      acc.note(
        "repair.blankInGroup",
        "warning",
        "A blank inside the altimeter setting was skipped.",
        source,
      );
      addPressure(acc, joined.value, joined.unit, source);
      return 2;
    }
  }
  if (figures < 0) return claimed >= 2 ? 0 : readTwo(tokens, i, from, end, acc);
  const source = tokens.source(i, claimed);
  const size = end - from;
  const found = size === 4 || (size === 3 && letter === 81) ? pressureOf(figures, letter) : null;
  if (found === null) {
    if (size < 2 || size > 6 || claimed >= 2) return 0;
    return refuse(tokens, i, acc);
  }
  if (found.swapped) {
    const inNavy = text.startsWith("QNH", start);
    if (!inNavy) {
      acc.note(
        "repair.pressureUnit",
        "warning",
        "The letter of the altimeter setting and its value do not fit: the unit follows the value.",
        source,
      );
    }
  }
  if (claimed >= 2 || size === 3) acc.note("repair.pressureGroup", "info", FORM, source);
  addPressure(acc, found.value, found.unit, source);
  return claimed;
}

/** `A29.92`: inches with their decimal point. */
function readPointed(tokens: Tokens, i: number, from: number, acc: Accumulator): number {
  const whole = readDigits(tokens.text, from, from + 2);
  const hundredths = readDigits(tokens.text, from + 3, from + 5);
  const value = (whole * 100 + hundredths) / 100;
  if (whole < 0 || hundredths < 0 || !isCrediblePressure({ value, unit: "inHg" })) return 0;
  const source = tokens.source(i);
  acc.note("repair.pressureGroup", "info", FORM, source);
  addPressure(acc, value, "inHg", source);
  return 1;
}

/** `Q1022.3/30.18` and `Q1013/A2992`: two settings in one group. */
function readTwo(tokens: Tokens, i: number, from: number, end: number, acc: Accumulator): number {
  const piece = tokens.text.slice(from, end);
  const match = /^(\d{3,4}(?:\.\d)?)(?:\/A?(\d{2}\.?\d{2}))?$/.exec(piece);
  if (match === null) return 0;
  const source = tokens.source(i);
  const first = { value: Number(match[1]), unit: "hPa" as const };
  if (!isCrediblePressure(first)) return 0;
  addPressure(acc, first.value, first.unit, source);
  if (match[2] === undefined) return 1;
  const inches = Number(match[2].replace(".", "")) / 100;
  if (isCrediblePressure({ value: inches, unit: "inHg" })) addPressure(acc, inches, "inHg", source);
  return 1;
}

function refuse(tokens: Tokens, i: number, acc: Accumulator): number {
  if (acc.qnh.kind === "notReported") {
    acc.qnh = { kind: "notUnderstood", source: tokens.source(i) };
  }
  leaveDamaged(
    acc,
    tokens,
    i,
    1,
    "range.pressure",
    "The altimeter setting is not between 850 and 1090 hPa: refused.",
  );
  return 1;
}

export const PRESSURE_ROWS: readonly GroupRow[] = [
  {
    name: "altimeter setting",
    sections: BODY | SUPPLEMENT,
    order: ORDER.pressure,
    first: "QA",
    need: 0,
    may: LETTER | DIGIT | SLASH | OTHER,
    minLength: 1,
    maxLength: 14,
    read: readAltimeter,
    rule: RULE,
    meaning:
      "Q: QNH in whole hPa, rounded down; A: inches of mercury and hundredths; //// missing. The first counts, others are kept.",
    example: "Q1013",
  },
];
