/**
 * What was measured, day by day: in which minutes the service answered, and in which every feed was in time.
 *
 * @module
 */
import { DAY_MS, MINUTE_MS } from "../time/mod.ts";
import { Minutes } from "./minutes.ts";

/** Days that are kept and shown. */
export const DAYS_SHOWN = 90;

/** The measurements of one day (UTC). */
export interface StatusDay {
  /** `2026-11-24`. */
  readonly day: string;
  /** Minutes in which a node was ready to answer. */
  readonly up: Minutes;
  /** Minutes in which, besides, no feed was late. */
  readonly inTime: Minutes;
}

/** How a day is shown. `unmeasured` is before the first measurement: it says nothing, good or bad. */
export interface DaySummary {
  readonly day: string;
  readonly state: "unmeasured" | "up" | "late" | "partly" | "down";
  /** Minutes of the day that count: those since the first measurement that are over. */
  readonly minutes: number;
  readonly upMinutes: number;
  readonly inTimeMinutes: number;
}

/** `2026-11-24` of an instant. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Whether `text` is a day as `dayOf` writes it; `2026-09-31` is none. */
export function isDay(text: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(instant) && dayOf(instant) === text;
}

/** The number of the minute within its day. */
export function minuteOf(instant: number): number {
  return Math.floor((instant % DAY_MS) / MINUTE_MS);
}

/** An empty day. */
export function emptyDay(day: string): StatusDay {
  return { day, up: new Minutes(), inTime: new Minutes() };
}

/** Two measurements of the same day by different nodes, or by one before and after a restart. */
export function joinDays(a: StatusDay, b: StatusDay): StatusDay {
  return { day: a.day, up: a.up.with(b.up), inTime: a.inTime.with(b.inTime) };
}

/**
 * The last 90 days, oldest first. A minute after the first measurement in which no node measured itself ready
 * counts as down: nobody can tell it from an outage, and it is never shown better than it may have been.
 *
 * @param now the minute in progress does not count
 */
export function summarise(days: readonly StatusDay[], now: number): DaySummary[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const first = days.filter((day) => day.up.first() !== null)
    .map((day) => Date.parse(day.day) + day.up.first()! * MINUTE_MS)
    .reduce((least, instant) => Math.min(least, instant), Infinity);
  const summaries: DaySummary[] = [];
  for (let back = DAYS_SHOWN - 1; back >= 0; back--) {
    const day = dayOf(now - back * DAY_MS);
    const start = Date.parse(day);
    const from = Math.max(0, Math.min(1_440, Math.ceil((first - start) / MINUTE_MS)));
    const to = Math.max(0, Math.min(1_440, Math.floor((now - start) / MINUTE_MS)));
    summaries.push(summary(known.get(day) ?? emptyDay(day), from, to));
  }
  return summaries;
}

/** A day of which less than this was up is shown as down, 0 to 1. */
const DOWN_BELOW = 0.5;
/** The objective: at least so much of a day up is shown as up, 0 to 1. */
const UP_FROM = 0.999;

function summary({ day, up, inTime }: StatusDay, from: number, to: number): DaySummary {
  const minutes = Math.max(0, to - from);
  const upMinutes = up.count(from, to);
  const inTimeMinutes = inTime.count(from, to);
  const counted = { day, minutes, upMinutes, inTimeMinutes };
  if (minutes === 0) return { ...counted, state: "unmeasured" };
  if (upMinutes < DOWN_BELOW * minutes) return { ...counted, state: "down" };
  if (upMinutes < UP_FROM * minutes) return { ...counted, state: "partly" };
  return { ...counted, state: inTimeMinutes < UP_FROM * minutes ? "late" : "up" };
}

/** Share of the minutes in which the service answered over the last `days` days, 0 to 1; `null` without any. */
export function uptime(summaries: readonly DaySummary[], days: number): number | null {
  const last = summaries.slice(-days);
  const minutes = last.reduce((sum, day) => sum + day.minutes, 0);
  return minutes === 0 ? null : last.reduce((sum, day) => sum + day.upMinutes, 0) / minutes;
}
