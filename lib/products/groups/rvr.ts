/**
 * Runway visual range (FM 15, 15.7; FMH-1 12.6.7).
 *
 * @module
 */
import type { Bound, Quantity } from "../../units/mod.ts";
import {
  DIGIT,
  isSlashes,
  LETTER,
  readDigits,
  skipDigits,
  SLASH,
  type Tokens,
} from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";
import { BODY, type GroupRow, ORDER } from "./row.ts";

const RULE = "WMO-No. 306 FM 15, 15.7; FMH-1 12.6.7";

/** Where the designator after `R` ends: two figures and `L`, `C`, `R`, `LL`, `RR`; −1 if there is none. */
export function designatorEnd(text: string, start: number, end: number): number {
  let at = skipDigits(text, start, end);
  // Some stations name the place on the runway, or a runway that their software lacks.
  if (at === start && /^(?:MID|TDZ|END|NULL)\//.test(text.slice(start, start + 5))) {
    return text.indexOf("/", start);
  }
  if (at === start) {
    // `R/////// `: the runway itself is missing.
    return text.startsWith("///", start) && isSlashes(text, start, end) && end - start === 7
      ? start + 2
      : -1;
  }
  if (at - start > 2) return -1;
  while (at < end && at - start < 4 && "LCR".includes(text[at]!)) at++;
  return text.charCodeAt(at) === 47 && at < end ? at : -1;
}

interface Range {
  readonly value: number;
  readonly bound: Bound | undefined;
  readonly next: number;
}

/** `0600`, `P2000`, `M0050`. */
function rangeAt(text: string, start: number, end: number): Range | null {
  let at = start;
  let bound: Bound | undefined;
  if (text.charCodeAt(at) === 80) bound = "atLeast";
  else if (text.charCodeAt(at) === 77) bound = "atMost";
  if (bound !== undefined) at++;
  const next = skipDigits(text, at, Math.min(end, at + 5));
  if (next - at < 3 || next - at > 5) return null;
  return { value: readDigits(text, at, next), bound, next };
}

function tendencyOf(code: number): "upward" | "downward" | "noChange" | null {
  switch (code) {
    case 85:
      return "upward";
    case 68:
      return "downward";
    case 78:
      return "noChange";
    default:
      return null;
  }
}

function readRange(tokens: Tokens, i: number, acc: Accumulator): number {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  const slash = designatorEnd(text, start + 1, end);
  if (slash < 0) return 0;
  const runway = text.slice(start + 1, slash);
  let at = slash + 1;
  if (isSlashes(text, at, end)) {
    // Four slashes; six are an unknown runway state, and belong to its row.
    const count = end - at;
    if (count < 2 || count > 5) return 0;
    (acc.runwayVisualRange ??= []).push({
      kind: "notObservable",
      runway,
      source: tokens.source(i),
    });
    return 1;
  }
  const first = rangeAt(text, at, end);
  if (first === null) return 0;
  at = first.next;
  let second: Range | null = null;
  if (text.charCodeAt(at) === 86 && at < end) { // V
    second = rangeAt(text, at + 1, end);
    if (second === null) return 0;
    at = second.next;
  }
  let unit: "m" | "ft" = "m";
  if (text.startsWith("FT", at) && at + 2 <= end) {
    unit = "ft";
    at += 2;
  }
  if (end - at === 2 && text.charCodeAt(at) === 47) at++; // FT/D
  let tendency: "upward" | "downward" | "noChange" | undefined;
  const claimed = 1;
  if (end - at === 1) {
    const found = text.charCodeAt(at) === 47 ? undefined : tendencyOf(text.charCodeAt(at));
    if (found === null) return 0;
    tendency = found;
  } else if (end !== at) return 0;
  // Six figures after the slash are a runway state: `R24/590230`.
  if (unit === "m" && first.bound === undefined && second === null && first.next - slash > 5) {
    return 0;
  }
  const visualRange = rangeOf(first, unit);
  const source = tokens.source(i, claimed);
  (acc.runwayVisualRange ??= []).push(
    second === null
      ? tendency === undefined
        ? { kind: "range", runway, visualRange, source }
        : { kind: "range", runway, visualRange, tendency, source }
      : tendency === undefined
      ? { kind: "range", runway, visualRange, variableTo: rangeOf(second, unit), source }
      : { kind: "range", runway, visualRange, variableTo: rangeOf(second, unit), tendency, source },
  );
  return claimed;
}

function rangeOf(range: Range, unit: "m" | "ft"): Quantity<"m" | "ft"> {
  return range.bound === undefined
    ? { value: range.value, unit }
    : { value: range.value, unit, bound: range.bound };
}

export const RVR_ROWS: readonly GroupRow[] = [
  {
    name: "runway visual range",
    sections: BODY,
    order: ORDER.runwayVisualRange,
    first: "R",
    need: SLASH,
    may: LETTER | DIGIT,
    minLength: 6,
    maxLength: 22,
    read: readRange,
    rule: RULE,
    meaning:
      "Visual range on a runway in metres or feet; M: less than, P: more than, V: varying between; U up, D down, N no change.",
    example: "R28L/1000VP6000FT/U",
  },
];
