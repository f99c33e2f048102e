/**
 * Instants near a reference, fast: a TAF has up to fifty of them, all within some days of each other.
 *
 * The rules are those of `lib/time`; here their answers for the days around one reference are kept.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, resolveNearest, toIso } from "../../time/mod.ts";
import type { WrittenTime } from "./model.ts";

/** Tables kept at a time: forecasts of one bulletin share one or two reference days. */
const KEPT = 64;

/** By reference day (days since the epoch): the start of each day of month nearest to it, NaN for none. */
const STARTS = new Map<number, Float64Array>();
/** By day since the epoch: `2022-10-25T`. */
const DATES = new Map<number, string>();
/** By minute of the day: `17:30:00Z`. */
const CLOCKS: readonly string[] = Array.from({ length: 1440 }, (_, minute) => {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`;
});

/** The instant of `time` nearest to `reference`, or `null` where there is no such day near it. */
export function nearest(time: WrittenTime, reference: number): number | null {
  const { day, hour, minute } = time;
  const start = startsAround(Math.floor(reference / DAY_MS))[day];
  return start === undefined || start !== start
    ? null
    : start + hour * HOUR_MS + minute * MINUTE_MS;
}

/** ISO 8601 UTC of an instant that lies on a whole minute. */
export function isoOf(instant: number): string {
  const day = Math.floor(instant / DAY_MS);
  return dateOf(day) + CLOCKS[(instant - day * DAY_MS) / MINUTE_MS];
}

function startsAround(referenceDay: number): Float64Array {
  const known = STARTS.get(referenceDay);
  if (known !== undefined) return known;
  if (STARTS.size >= KEPT) STARTS.clear();
  const noon = referenceDay * DAY_MS + 12 * HOUR_MS;
  const starts = Float64Array.from(
    { length: 32 },
    (_, day) => (day === 0 ? null : resolveNearest(day, 0, 0, noon)) ?? NaN,
  );
  STARTS.set(referenceDay, starts);
  return starts;
}

function dateOf(day: number): string {
  const known = DATES.get(day);
  if (known !== undefined) return known;
  if (DATES.size >= 16 * KEPT) DATES.clear();
  const date = toIso(day * DAY_MS).slice(0, 11);
  DATES.set(day, date);
  return date;
}
