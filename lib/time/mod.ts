/**
 * Time: the clock that is handed in, and the instants that reports give only in part.
 *
 * Instants are milliseconds since the Unix epoch inside the program and ISO 8601 UTC at its edges.
 *
 * @module
 */

/** The only source of "now". Domain code never reads the system clock. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** The system's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved: for tests and replay. */
export class FakeClock implements Clock {
  #now: number;
  constructor(start: number | string | Date) {
    this.#now = +new Date(start);
  }
  now(): number {
    return this.#now;
  }
  /** Moves the clock by `ms` milliseconds (may be negative: clocks jump back in life, too). */
  advance(ms: number): void {
    this.#now += ms;
  }
  /** Sets the clock. */
  set(instant: number | string | Date): void {
    this.#now = +new Date(instant);
  }
}

/** A clock that runs at the system's pace but started at `start`: replayed weather lives in its own time. */
export function shiftedClock(start: number, base: Clock = systemClock): Clock {
  const offset = start - base.now();
  return { now: () => base.now() + offset };
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** ISO 8601 UTC to whole seconds, `2026-11-24T16:51:00Z`. */
export function toIso(instant: number): string {
  // `Date.toISOString` is slow, and a page needs dozens: a day is written once, the rest is arithmetic.
  const day = Math.floor(instant / DAY_MS);
  const slot = day & (DAYS - 1);
  if (day !== writtenDays[slot]) {
    dayTexts[slot] = new Date(instant).toISOString().slice(0, 11);
    writtenDays[slot] = day;
  }
  const seconds = Math.floor((instant - day * DAY_MS) / SECOND_MS);
  return `${dayTexts[slot]!}${clockText(instant)}:${TWO[seconds % 60]!}Z`;
}

/** Hour and minute in UTC, `16:51`. */
export function clockText(instant: number): string {
  const minutes = Math.floor(instant / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  return `${TWO[hours - Math.floor(hours / 24) * 24]!}:${TWO[minutes - hours * 60]!}`;
}

/** `00` to `59`. */
const TWO: readonly string[] = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));
/** Days remembered, a power of two: reports and forecasts speak of yesterday, today and the days to come. */
const DAYS = 8;
const writtenDays: number[] = new Array(DAYS).fill(NaN);
const dayTexts: string[] = new Array(DAYS).fill("");

/** The instant of a date and a time of day, UTC, or `null` where there is no such day or time. Months from 1. */
export function utcInstant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): number | null {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60
    ? date.getTime()
    : null;
}

/**
 * The instant meant by a day of month, hour and minute, or `null` where no such day exists.
 *
 * The month is chosen so that the instant is the latest one not more than `aheadMs` after
 * `reference`: by default 12 hours, the rule for observations (`docs/aviation` rules, METAR decoding).
 * Hour 24 is midnight at the end of `day`.
 *
 * @param day day of month, 1 to 31
 * @param hour 0 to 24
 * @param minute 0 to 59
 * @param reference milliseconds since the epoch, usually the time of receipt
 */
export function resolveDayTime(
  day: number,
  hour: number,
  minute: number,
  reference: number,
  aheadMs = 12 * HOUR_MS,
): number | null {
  if (!(day >= 1 && day <= 31) || !(hour >= 0 && hour <= 24) || !(minute >= 0 && minute <= 59)) {
    return null;
  }
  if (hour === 24 && minute !== 0) return null;
  const limit = reference + aheadMs;
  const at = new Date(limit);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth();
  // At most two months in a row lack a given day (never: only one does), so four steps always suffice.
  for (let back = 0; back < 4; back++) {
    const instant = Date.UTC(year, month - back, day, hour, minute);
    if (new Date(Date.UTC(year, month - back, day)).getUTCDate() !== day) continue;
    if (instant <= limit) return instant;
  }
  return null;
}

/**
 * The instant of a day and hour nearest to `reference`: for validity periods, which lie on both sides
 * of their time of issue. `null` where no such day exists. Hour 24 is midnight at the end of `day`.
 */
export function resolveNearest(
  day: number,
  hour: number,
  minute: number,
  reference: number,
): number | null {
  return resolveDayTime(day, hour, minute, reference, 15 * DAY_MS);
}
