/**
 * Reads a SIGMET, AIRMET or space weather advisory. Never throws; what no rule claims is in `unparsed`.
 *
 * @module
 */
import { MAX_WARNING_LENGTH, newHazard, readGroup } from "../hazard/mod.ts";
import { type DecodeContext, receiptOf } from "../product.ts";
import { finish, newState, open, type State } from "./draft.ts";
import { readHeader } from "./header.ts";
import type { Sigmet } from "./model.ts";
import { isSpaceWeather, readSpaceWeather } from "./space_weather.ts";
import { readTitle } from "./title.ts";

const KEYWORD = /(?:^|[^A-Z0-9])(?:SIGMET|AIRMET|(?:OUTLOOK|OTLK) VALID)(?=[\s.]|$)/;

/** Whether `raw` looks like a SIGMET, an AIRMET or a space weather advisory. */
export function recognisesSigmet(raw: string): boolean {
  const head = raw.slice(0, 400).toUpperCase();
  return isSpaceWeather(head) || KEYWORD.test(head);
}

/**
 * Decodes a SIGMET, AIRMET or space weather advisory.
 *
 * @example
 * ```ts
 * import { decodeSigmet } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeSigmet(
 *   "EHAA SIGMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR EMBD TS OBS ENTIRE FIR FL010/035 MOV S 5KT NC=",
 * );
 * assert.equal(report.hazards[0]?.phenomenon, "thunderstorm");
 * assert.equal(report.hazards[0]?.area.kind, "entire");
 * assert.deepEqual(report.unparsed, []);
 * ```
 */
export function decodeSigmet(raw: string, context: DecodeContext = {}): Sigmet {
  const state = newState(raw, receiptOf(context) ?? null);
  if (raw.length > MAX_WARNING_LENGTH) {
    state.issues.push({
      code: "limit.length",
      severity: "error",
      message: "The text is longer than any warning; the rest was not read.",
      source: { text: raw.slice(MAX_WARNING_LENGTH), start: MAX_WARNING_LENGTH, end: raw.length },
    });
  }
  if (isSpaceWeather(raw.slice(0, 400).toUpperCase())) readSpaceWeather(state);
  else readWarnings(state);
  return finish(state);
}

function readWarnings(state: State): void {
  const { words } = state;
  let i = readHeader(state);
  while (i < words.count) {
    const title = readTitle(state, i);
    if (title > 0) {
      i += title;
      continue;
    }
    i += Math.max(1, readGroup(state, i, hazardFor(state, i)));
  }
}

/** The hazard at hand; a second outline after the closing sentence of an outlook begins another. */
function hazardFor(state: State, i: number) {
  const { current, words } = state;
  if (current === null) return open(state, newHazard());
  const again = state.inOutlook && words.word(i) === "FROM" &&
    current.area.kind !== "notReported" &&
    current.remarks.length > 0;
  if (!again) return current;
  const next = open(state, newHazard());
  next.validity = current.validity;
  next.phenomenon = current.phenomenon;
  return next;
}
