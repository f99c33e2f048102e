/**
 * Ages and instants in words: shared by the server and by the island that keeps them ticking.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso } from "../time/mod.ts";
import type { FreshnessState } from "../derive/freshness.ts";

/**
 * An age in words, whole minutes rounded down: `under a minute`, `12 min`, `6 h 20 min`, `3 days`.
 *
 * A negative age is never shown as such: it reads `ahead of our clock by 12 min`.
 */
export function ageText(ageMs: number): string {
  if (ageMs < -MINUTE_MS) return `ahead of our clock by ${durationText(-ageMs)}`;
  return ageMs < MINUTE_MS ? "under a minute" : durationText(ageMs);
}

/** A length of time of at least a minute, rounded down: `59 min`, `1 h 05 min`, `2 days 3 h`. */
export function durationText(ms: number): string {
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) {
    const hours = Math.floor(ms / HOUR_MS);
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return `${hours} h ${String(minutes).padStart(2, "0")} min`;
  }
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  return days < 10 ? `${days} days ${hours} h` : `${days} days`;
}

/** Hour and minute in UTC as pilots write them: `1453Z`. */
export function zulu(instant: number): string {
  const at = toIso(instant);
  return `${at.slice(11, 13)}${at.slice(14, 16)}Z`;
}

/** Hour and minute in UTC for reading: `14:53Z`. */
export function zuluClock(instant: number): string {
  return `${toIso(instant).slice(11, 16)}Z`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Day, month, hour and minute in UTC: `24 Nov 14:53Z`. */
export function zuluDate(instant: number): string {
  const at = new Date(instant);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${zuluClock(instant)}`;
}

/** `14:53Z`, with the day in front unless it is the day of `now`. */
export function zuluNear(instant: number, now: number): string {
  return Math.floor(instant / DAY_MS) === Math.floor(now / DAY_MS)
    ? zuluClock(instant)
    : zuluDate(instant);
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();
/** The last answer for each zone: stations of a zone are asked for in the same minute. */
const clocks = new Map<string, { readonly instant: number; readonly text: string | null }>();

/** Local time of an IANA zone, `09:53 EST`; `null` where the zone is not known. */
export function localClock(instant: number, timeZone: string | null): string | null {
  if (timeZone === null) return null;
  const known = clocks.get(timeZone);
  if (known?.instant === instant) return known.text;
  const text = formatClock(instant, timeZone);
  clocks.set(timeZone, { instant, text });
  return text;
}

function formatClock(instant: number, timeZone: string): string | null {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = makeFormatter(timeZone);
    formatters.set(timeZone, formatter);
  }
  return formatter === null ? null : formatter.format(instant);
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    });
  } catch {
    return null;
  }
}

/** What is said beside the age in each state; empty while a report is current. */
export function ageWarning(state: FreshnessState, age: string): string {
  switch (state) {
    case "current":
      return "";
    case "ageing":
      return "The next report is overdue.";
    case "stale":
      return `Stale: this report is ${age} old. Conditions may have changed.`;
    case "notCurrent":
    case "expired":
      return `No current report. The last one is ${age} old.`;
    case "future":
      return "This report is dated ahead of our clock: one of the two clocks is wrong.";
  }
}
