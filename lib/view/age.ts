/**
 * Ages and instants in words: shared by the server and by the island that keeps them ticking.
 *
 * @module
 */
import { clockText, DAY_MS, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { zoneClock } from "../time/zone.ts";
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

/** What is said beside the age in each state; empty while a report is current. */
export function ageWarning(
  state: FreshnessState,
  age: string,
  words: AgeWords,
): string {
  if (state === "current") return "";
  return fillText(words[`age.${state === "expired" ? "notCurrent" : state}`], { age });
}
