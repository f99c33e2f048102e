/**
 * Air and dew-point temperature (FM 15, 15.11).
 *
 * @module
 */
import type { Temperature } from "../metar/model.ts";
import type { Source } from "../product.ts";
import { DIGIT, LETTER, readDigits, SIGN, SLASH, type Tokens } from "../scan/mod.ts";
import { type Accumulator, NOT_REPORTED } from "./accumulator.ts";
import { BODY, type GroupRow, ORDER } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.11; FMH-1 12.6.10";

/** One side of the slash; `undefined` where it is no temperature at all. */
function sideOf(text: string, start: number, end: number, source: Source): Temperature | undefined {
  if (start === end) return NOT_REPORTED;
  const first = text.charCodeAt(start);
  const below = first === 77 || first === 45; // M, or - as a typing error
  const from = below ? start + 1 : start;
  const size = end - from;
  if (size === 1 || size === 2) {
    const value = readDigits(text, from, end);
    if (value >= 0) {
      return below
        ? value === 0
          ? { kind: "value", value: 0, unit: "degC", belowZero: true, source }
          : { kind: "value", value: -value, unit: "degC", source }
        : { kind: "value", value, unit: "degC", source };
    }
  }
  const piece = text.slice(start, end);
  if (/^(?:\/{1,3}|XX|MM|M)$/.test(piece)) return { kind: "notObservable", source };
  return undefined;
}

function readTemperatures(tokens: Tokens, i: number, acc: Accumulator): number {
  if (acc.airTemperature.kind !== "notReported") return 0;
  // Behind a runway state or recent weather (out of order) only the full group is certain: `R24/450230 M01/M01`.
  if (acc.stage >= ORDER.supplement && !looksLikeTemperature(tokens, i)) return 0;
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  if (/^M?\d{2}$/.test(tokens.word(i))) return readSlashApart(tokens, i, acc);
  // The slash that divides: after two figures, or after `M` and two figures, or in the middle of slashes.
  let slash = start;
  const twoSlashes = /^\/\/M?\d{2}$/.test(tokens.word(i));
  // `//18`: the dew point alone; a cloud layer without amount has three figures.
  if (twoSlashes) slash = start + 1;
  else if (text.charCodeAt(start) === 47) {
    slash = text.charCodeAt(start + 1) === 47 ? start + 2 : start;
  } else while (slash < end && text.charCodeAt(slash) !== 47) slash++;
  if (text.charCodeAt(slash) !== 47 || slash >= end || slash === start) return 0;
  if (tokens.shapes[i] === SLASH && looksLikeTemperature(tokens, i + 1)) return 0;
  // `28/ 23`: a blank after the slash; an altimeter setting must follow, lest the figures be something else.
  const claimed = slash === end - 1 && end - start > 2 && isDewPoint(tokens, i + 1) ? 2 : 1;
  const source = tokens.source(i, claimed);
  if (claimed === 2) {
    acc.note(
      "repair.blankInGroup",
      "info",
      "A blank inside the temperature group was skipped.",
      source,
    );
  }
  const air = sideOf(text, start, slash, source);
  if (air === undefined) return 0;
  const dew = claimed === 2
    ? sideOf(text, tokens.starts[i + 1]!, tokens.ends[i + 1]!, source)
    : sideOf(text, slash + 1, end, source);
  if (dew === undefined) return 0;
  if (air.kind !== "value" && dew.kind !== "value" && end - start !== 5) return 0;
  acc.airTemperature = air;
  acc.dewPointTemperature = dew;
  check(acc, air, dew, source);
  return claimed;
}

/** `12 /10`: a blank before the slash. */
function readSlashApart(tokens: Tokens, i: number, acc: Accumulator): number {
  if (!/^\/(?:M?\d{2})$/.test(tokens.word(i + 1)) || acc.stage < ORDER.visibility) return 0;
  const source = tokens.source(i, 2);
  const air = sideOf(tokens.text, tokens.starts[i]!, tokens.ends[i]!, source);
  const dew = sideOf(tokens.text, tokens.starts[i + 1]! + 1, tokens.ends[i + 1]!, source);
  if (air === undefined || dew === undefined) return 0;
  acc.note(
    "repair.blankInGroup",
    "info",
    "A blank inside the temperature group was skipped.",
    source,
  );
  acc.airTemperature = air;
  acc.dewPointTemperature = dew;
  check(acc, air, dew, source);
  return 2;
}

/** Whether the temperatures follow, so that slashes before them are another group. */
export function looksLikeTemperature(tokens: Tokens, i: number): boolean {
  const size = tokens.size(i);
  return size >= 3 && size <= 7 &&
    /^(?:M?\d{2}\/(?:M?\d{2}|\/\/)?|\/\/\/M?\d{2})$/.test(tokens.word(i));
}

function isDewPoint(tokens: Tokens, i: number): boolean {
  const size = tokens.size(i);
  if (size !== 2 && size !== 3) return false;
  const letter = tokens.code(i + 1, 0);
  if ((letter !== 81 && letter !== 65) || tokens.size(i + 1) !== 5) return false;
  const below = tokens.code(i, 0) === 77;
  const start = tokens.starts[i]! + (below ? 1 : 0);
  return tokens.ends[i]! - start === 2 && readDigits(tokens.text, start, tokens.ends[i]!) >= 0;
}

function check(acc: Accumulator, air: Temperature, dew: Temperature, source: Source): void {
  for (const side of [air, dew]) {
    if (side.kind === "value" && (side.value > 60 || side.value < -90)) {
      acc.note("range.temperature", "warning", "No such temperature has been measured.", source);
    }
  }
  if (dew.kind === "value" && dew.value > 36) {
    acc.note("range.dewPoint", "warning", "No such dew point has been measured.", source);
  }
  if (air.kind === "value" && dew.kind === "value" && dew.value > air.value) {
    acc.note(
      "range.dewPointAboveTemperature",
      "warning",
      "The dew point is above the air temperature.",
      source,
    );
  }
}

export const TEMPERATURE_ROWS: readonly GroupRow[] = [
  {
    name: "air and dew-point temperature",
    sections: BODY,
    order: ORDER.temperature,
    first: "0123456789M/-X",
    need: 0,
    may: DIGIT | LETTER | SIGN | SLASH,
    minLength: 2,
    maxLength: 8,
    read: readTemperatures,
    rule: RULE,
    meaning: "Whole degrees Celsius, M below zero (M00: from -0.5 to 0); either may be missing.",
    example: "M05/M12",
  },
];
