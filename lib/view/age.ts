/**
 * Ages and instants in words: shared by the server and by the island that keeps them ticking.
 *
 * @module
 */
import { clockText, DAY_MS, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import type { FreshnessState } from "../derive/freshness.ts";
import { type AgeWords, fillText } from "./text/age_words.ts";

/**
 * An age in words, whole minutes rounded down: `under a minute`, `12 min`, `6 h 20 min`, `3 days`.
 *
 * A negative age is never shown as such: it reads `ahead of our clock by 12 min`.
 */
export function ageText(ageMs: number, words: AgeWords): string {
  if (ageMs < -MINUTE_MS) {
    return fillText(words["age.ahead"], { time: durationText(-ageMs, words) });
  }
  return ageMs < MINUTE_MS ? words["age.underMinute"] : durationText(ageMs, words);
}

/** A length of time of at least a minute, rounded down: `59 min`, `1 h 05 min`, `2 days 3 h`. */
export function durationText(ms: number, words: AgeWords): string {
  if (ms < HOUR_MS) return fillText(words["age.minutes"], { minutes: Math.floor(ms / MINUTE_MS) });
  if (ms < 2 * DAY_MS) {
    const minutes = String(Math.floor((ms % HOUR_MS) / MINUTE_MS)).padStart(2, "0");
    return fillText(words["age.hours"], { hours: Math.floor(ms / HOUR_MS), minutes });
  }
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  return fillText(words[days < 10 ? "age.daysHours" : "age.days"], { days, hours });
}

/** Hour and minute in UTC as pilots write them: `1453Z`. */
export function zulu(instant: number): string {
  return `${clockText(instant).replace(":", "")}Z`;
}

/** Hour and minute in UTC for reading: `14:53Z`. */
export function zuluClock(instant: number): string {
  return `${clockText(instant)}Z`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Day, month, hour and minute in UTC: `24 Nov 14:53Z`. */
export function zuluDate(instant: number, months: readonly string[] = MONTHS): string {
  return `${dayText(instant, months)} ${zuluClock(instant)}`;
}

/** Day and month in UTC: `24 Nov`. */
export function dayText(instant: number, months: readonly string[] = MONTHS): string {
  const at = new Date(instant);
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]}`;
}

/** `14:53Z`, with the day in front unless it is the day of `now`. */
export function zuluNear(instant: number, now: number, months: readonly string[] = MONTHS): string {
  return Math.floor(instant / DAY_MS) === Math.floor(now / DAY_MS)
    ? zuluClock(instant)
    : zuluDate(instant, months);
}

/** What a zone's clock shows beside UTC. */
interface ZoneClock {
  readonly name: string;
  /** Milliseconds ahead of UTC. */
  readonly aheadMs: number;
}

/** What is known of a zone. */
interface Zone {
  /** By day of UTC; `null` where the clock is put forward or back on that day. */
  readonly days: Map<number, ZoneClock | null>;
  /** By quarter of an hour, on such days. */
  readonly quarters: Map<number, ZoneClock>;
}

/**
 * By zone; `null` where it is not known. The formatter that tells the clock is not kept: those of all zones would
 * take twenty megabytes, and making one takes a hundred times what the sum takes. So a clock is kept for the
 * day, and read at its two ends: no zone changes and changes back within a day.
 */
const zones = new Map<string, Zone | null>();
/** Days kept of a zone: a page speaks of those around today. */
const MAX_DAYS = 4;
/** Clocks are put forward and back at whole quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Local time of an IANA zone, `09:53 EST` or `9:53 AM EST`; `null` where the zone is not known. */
export function localClock(
  instant: number,
  timeZone: string | null,
  hours: "24" | "12" = "24",
): string | null {
  const zone = timeZone === null ? null : zoneClock(instant, timeZone);
  if (zone === null) return null;
  const clock = clockText(instant + zone.aheadMs);
  if (hours === "24") return `${clock} ${zone.name}`;
  const hour = Number(clock.slice(0, 2));
  return `${hour % 12 || 12}${clock.slice(2)} ${hour < 12 ? "AM" : "PM"} ${zone.name}`;
}

function zoneClock(instant: number, timeZone: string): ZoneClock | null {
  let zone = zones.get(timeZone);
  if (zone === null) return null;
  const day = Math.floor(instant / DAY_MS);
  let clock = zone?.days.get(day);
  if (clock === undefined) {
    const ends = readZone(timeZone, [day * DAY_MS, (day + 1) * DAY_MS]);
    if (ends === null) {
      zones.set(timeZone, null);
      return null;
    }
    if (zone === undefined) zones.set(timeZone, zone = { days: new Map(), quarters: new Map() });
    if (zone.days.size >= MAX_DAYS) {
      zone.days.clear();
      zone.quarters.clear();
    }
    const [first, last] = ends as [ZoneClock, ZoneClock];
    clock = first.name === last.name && first.aheadMs === last.aheadMs ? first : null;
    zone.days.set(day, clock);
  }
  return clock ?? quarterClock(instant, timeZone, zone!.quarters);
}

function quarterClock(
  instant: number,
  timeZone: string,
  quarters: Zone["quarters"],
): ZoneClock | null {
  const quarter = Math.floor(instant / QUARTER_MS);
  let clock = quarters.get(quarter);
  if (clock === undefined) {
    clock = readZone(timeZone, [quarter * QUARTER_MS])?.[0];
    if (clock === undefined) return null;
    quarters.set(quarter, clock);
  }
  return clock;
}

/** The clock of a zone at each of `instants`, or `null` where the zone is not known. */
function readZone(timeZone: string, instants: readonly number[]): ZoneClock[] | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
      timeZoneName: "short",
    });
  } catch {
    return null;
  }
  return instants.map((instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      parts.find((each) => each.type === type)?.value ?? "";
    const [year, month, day, hour, minute] = (["year", "month", "day", "hour", "minute"] as const)
      .map((type) => Number(part(type)));
    const local = Date.UTC(year!, month! - 1, day, hour, minute);
    return {
      name: part("timeZoneName"),
      aheadMs: local - Math.floor(instant / MINUTE_MS) * MINUTE_MS,
    };
  });
}

/** What is said beside the age in each state; empty while a report is current. */
export function ageWarning(
  state: FreshnessState,
  age: string,
  words: AgeWords,
): string {
  if (state === "current") return "";
  return fillText(words[`age.${state === "expired" ? "notCurrent" : state}`], { age });
}
