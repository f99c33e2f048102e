/**
 * How fresh a report is, by the rules of its product and the station's own cadence.
 *
 * @module
 */
import type { Taf } from "../products/taf/model.ts";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../time/mod.ts";

/** States in order of age; `future`: observed more than 10 min ahead of the clock, flagged instead of a negative age. */
export type FreshnessState = "current" | "ageing" | "stale" | "notCurrent" | "expired" | "future";

/** Whether a report in `state` is past its limit: shown as the last one, and used to work nothing out. */
export function isPastLimit(state: FreshnessState): boolean {
  return state === "notCurrent" || state === "expired";
}

/**
 * The state and the instants at which it changes, so that an answer's bytes stay the same until
 * something really changes. Instants in milliseconds since the epoch.
 */
export interface Freshness {
  readonly state: FreshnessState;
  /** Observation or issue: the age counts from here. */
  readonly observedAt: number;
  /** From when on each later state holds, in order: `[{ state: "ageing", at: … }, …]`. */
  readonly changes: readonly { readonly state: FreshnessState; readonly at: number }[];
  /** The interval between reports that was assumed. */
  readonly cadence: "hourly" | "halfHourly" | null;
}

/** Minutes after which a report is no longer current, ageing, stale. */
interface Limits {
  readonly current: number;
  readonly ageing: number;
  readonly stale: number;
}

/** Aviation rules, section 2. */
const METAR_LIMITS: Record<"hourly" | "halfHourly", Limits> = {
  hourly: { current: 75, ageing: 120, stale: 180 },
  halfHourly: { current: 45, ageing: 75, stale: 120 },
};
/** Useful for one to two hours. */
const PIREP_LIMITS: Limits = { current: 60, ageing: 90, stale: 120 };
/** A learnt interval up to this counts as half-hourly or faster. */
const HALF_HOURLY_MS = 40 * MINUTE_MS;
/** Farther ahead of the clock than this, a clock is wrong. */
const FUTURE_MS = 10 * MINUTE_MS;
/** The longest validity of a SIGMET (cyclone, volcanic ash), assumed where the end cannot be read. */
const LONGEST_SIGMET_MS = 6 * HOUR_MS;

type Change = Freshness["changes"][number];

/** The state at `now` of a timetable in order, and what of it still lies ahead. */
function placeInTime(
  first: FreshnessState,
  timetable: readonly Change[],
  observedAt: number,
  now: number,
  cadence: Freshness["cadence"] = null,
): Freshness {
  let state = first;
  const changes: Change[] = [];
  for (const change of timetable) {
    if (change.at <= now) state = change.state;
    else changes.push(change);
  }
  return { state, observedAt, changes, cadence };
}

/** A limit of 75 minutes holds through its last second: "current up to 75 min". */
function after(minutes: number, observedAt: number): number {
  return observedAt + minutes * MINUTE_MS + SECOND_MS;
}

function byAge(limits: Limits, observedAt: number): Change[] {
  return [
    { state: "current", at: observedAt - FUTURE_MS },
    { state: "ageing", at: after(limits.current, observedAt) },
    { state: "stale", at: after(limits.ageing, observedAt) },
    { state: "notCurrent", at: after(limits.stale, observedAt) },
  ];
}

function cadenceOf(cadenceMs: number | null): "hourly" | "halfHourly" {
  return cadenceMs !== null && cadenceMs <= HALF_HOURLY_MS ? "halfHourly" : "hourly";
}

/**
 * Freshness of a METAR or SPECI.
 *
 * @param observedAt time of observation, milliseconds since the epoch
 * @param cadenceMs the station's own interval between reports, or `null` where not known (hourly is assumed)
 * @param now milliseconds since the epoch
 *
 * @example
 * ```ts
 * import { metarFreshness } from "./freshness.ts";
 * import assert from "node:assert/strict";
 * const minute = 60_000;
 * assert.equal(metarFreshness(0, null, 75 * minute).state, "current");
 * assert.equal(metarFreshness(0, 30 * minute, 75 * minute).state, "ageing");
 * ```
 */
export function metarFreshness(
  observedAt: number,
  cadenceMs: number | null,
  now: number,
): Freshness {
  const cadence = cadenceOf(cadenceMs);
  return placeInTime("future", byAge(METAR_LIMITS[cadence], observedAt), observedAt, now, cadence);
}

/** Whether a METAR is past its limit, `notCurrent` by `metarFreshness`; for questions about many of them. */
export function isMetarPast(observedAt: number, cadenceMs: number | null, now: number): boolean {
  return now >= after(METAR_LIMITS[cadenceOf(cadenceMs)].stale, observedAt);
}

/** Freshness of a pilot report: useful for one to two hours. */
export function pirepFreshness(observedAt: number, now: number): Freshness {
  return placeInTime("future", byAge(PIREP_LIMITS, observedAt), observedAt, now);
}

/**
 * Freshness of a TAF: current until the end of its validity, then expired. `NIL`, cancelled and unreadable
 * validity are `notCurrent`: there is no forecast to use.
 */
export function tafFreshness(
  taf: Pick<Taf, "issuedAt" | "validity" | "nil" | "cancelled">,
  now: number,
): Freshness {
  const from = toInstant(taf.validity?.from);
  const to = toInstant(taf.validity?.to);
  const issuedAt = toInstant(taf.issuedAt) ?? from ?? now;
  if (taf.nil || taf.cancelled || to === null) {
    return { state: "notCurrent", observedAt: issuedAt, changes: [], cadence: null };
  }
  const timetable: Change[] = [
    { state: "current", at: issuedAt - FUTURE_MS },
    { state: "expired", at: to },
  ];
  return placeInTime("future", timetable, issuedAt, now);
}

function toInstant(iso: string | null | undefined): number | null {
  const instant = iso ? Date.parse(iso) : NaN;
  return Number.isNaN(instant) ? null : instant;
}

/**
 * Freshness of a SIGMET, AIRMET, G-AIRMET, CWA or winds-aloft forecast: `future` before its start (it is kept,
 * "starts in …"), `expired` from its end on. Where the end cannot be read, the longest validity there is (six
 * hours) is assumed, so that damage does not hide a hazard; with neither, `notCurrent`.
 *
 * @param validFrom milliseconds since the epoch, or `null`
 * @param validTo milliseconds since the epoch, or `null`
 */
export function sigmetFreshness(
  validFrom: number | null,
  validTo: number | null,
  now: number,
): Freshness {
  const end = validTo ?? (validFrom === null ? null : validFrom + LONGEST_SIGMET_MS);
  if (end === null) return { state: "notCurrent", observedAt: now, changes: [], cadence: null };
  const timetable: Change[] = [{ state: "expired", at: end }];
  if (validFrom !== null) timetable.unshift({ state: "current", at: validFrom });
  return placeInTime(
    validFrom === null ? "current" : "future",
    timetable,
    validFrom ?? end - LONGEST_SIGMET_MS,
    now,
  );
}

/** The state at a later `now`, from a freshness computed before: for clients, which only count on. */
export function stateAtLater(freshness: Freshness, now: number): FreshnessState {
  let state = freshness.state;
  for (const change of freshness.changes) if (change.at <= now) state = change.state;
  return state;
}
