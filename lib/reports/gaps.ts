/**
 * Where reports of a station seem to be missing from what is held of its past.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../time/mod.ts";

/** A time from … to …, milliseconds since the epoch, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is known of reports that seem to be missing. */
export type GapState =
  /** None seem to be, or the provider was asked and has no more. */
  | "none"
  /** They are being fetched. */
  | "fetching"
  /** They are missing, and nobody fetches them. */
  | "left";

/** What can be done about a gap. */
export interface GapFiller {
  /**
   * Wants the METARs of a station of that time. `asked`: the provider was asked for them already; `fetching`: it
   * will be within minutes; `no`: it cannot be. Never waits for a provider, never rejects.
   */
  want(stationId: string, span: Span): Promise<"asked" | "fetching" | "no">;
}

/** A report may be late by half of its interval: a single one that is missing makes a gap. */
const LATE = 1.5;
/** Where the interval is not known, METARs are taken for hourly. */
const USUAL_MS = HOUR_MS;
/** Of stations that report every few minutes less than this is no gap. */
const LEAST_PAUSE_MS = 30 * MINUTE_MS;
/** TAFs are made every six hours, and come in during two. */
const TAF_PAUSE_MS = 8 * HOUR_MS;

/** The longest time between two reports in which none is missing, milliseconds. `cadenceMs` as `World.cadenceMs`. */
export function longestPause(product: "metar" | "taf", cadenceMs: number | null): number {
  return product === "taf"
    ? TAF_PAUSE_MS
    : Math.max(LEAST_PAUSE_MS, LATE * (cadenceMs ?? USUAL_MS));
}

/**
 * From the beginning of the first gap of `span` to the end of the last one; `null` where there is none. What comes
 * after the last report is none: that is for the current reports to tell.
 *
 * @param times of the reports held, in any order
 * @param pauseMs see `longestPause`
 *
 * @example
 * ```ts
 * import { gapOf } from "./gaps.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(gapOf([70, 80], { from: 0, to: 100 }, 20), { from: 0, to: 70 });
 * assert.equal(gapOf([10, 25, 45], { from: 0, to: 100 }, 20), null);
 * ```
 */
export function gapOf(times: readonly number[], span: Span, pauseMs: number): Span | null {
  const inside = times.filter((time) => time >= span.from && time <= span.to).sort((a, b) => a - b);
  const ends = inside.length === 0 ? [span.to] : inside;
  const gaps = ends.map((to, i): Span => ({ from: ends[i - 1] ?? span.from, to }))
    .filter(({ from, to }) => to - from > pauseMs);
  return gaps.length === 0 ? null : { from: gaps[0]!.from, to: gaps.at(-1)!.to };
}
