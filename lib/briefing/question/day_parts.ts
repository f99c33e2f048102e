/**
 * Times of day by their names, "tonight", "morgen früh": they are local time at the place that is asked about.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { zoneClock } from "../../time/zone.ts";
import { type Pattern, type Rest, words } from "./rest.ts";

/** A time of day, hours of local time; an instant where both are the same. */
export interface DayPart {
  /** As it stands in the question. */
  readonly written: string;
  readonly fromHour: number;
  readonly toHour: number;
  /** It is that of today, over or not: `this morning`. */
  readonly isToday: boolean;
}

const GREETINGS = words("good (?:morning|afternoon|evening|night)|guten (?:morgen|tag|abend)");

/** Hours by common use; a night belongs to the day on which it begins. */
const PARTS: readonly (readonly [Pattern, fromHour: number, toHour: number])[] = [
  [
    words("tonight|overnight|heute nacht|(?:at |during the |in der )?(?:night|nacht|nachts)"),
    18,
    30,
  ],
  [
    words("heute morgen|(?:in the |am |this )?(?:morning|vormittags?)|morgens|früh|frueh"),
    6,
    12,
  ],
  [words("(?:in the |am |this )?(?:afternoon|nachmittags?)"), 12, 18],
  [words("(?:in the |am |this )?(?:evening|abends?)"), 18, 24],
  [words("(?:at |am |zu )?(?:noon|midday|mittags?)"), 12, 12],
  [words("(?:at |um )?(?:midnight|mitternacht)"), 24, 24],
];

/** Takes a time of day out of a question; `null` where it names none. */
export function takeDayPart(rest: Rest): DayPart | null {
  rest.takeAll(GREETINGS);
  for (const [pattern, fromHour, toHour] of PARTS) {
    const match = rest.take(pattern);
    if (match === null) continue;
    const [written] = match;
    return { written, fromHour, toHour, isToday: /^(?:this|heute morgen)/i.test(written) };
  }
  return null;
}

/** The day that is meant: so many days from today there, or a date, as the start of that day in UTC. */
export type AskedDay =
  | { readonly kind: "offset"; readonly days: number }
  | { readonly kind: "date"; readonly start: number };

/** A time of day as it is asked for. */
export interface AskedPart {
  readonly part: DayPart;
  /** `null`: the question names none. */
  readonly day: AskedDay | null;
  /** It asks for what was. */
  readonly isPast: boolean;
}

/**
 * When that is, milliseconds since the epoch; without a day the next one that is not over, of the past the last one
 * that has begun. `null` where the zone of the place is not known.
 */
export function periodOfPart(
  { part: { fromHour, toHour }, day, isPast }: AskedPart,
  now: number,
  timeZone: string | null,
): { readonly from: number; readonly to: number } | null {
  const clock = timeZone === null ? null : zoneClock(now, timeZone);
  if (timeZone === null || clock === null) return null;
  const today = Math.floor((now + clock.aheadMs) / DAY_MS) * DAY_MS;
  const on = (start: number) => {
    const from = toUtc(start + fromHour * HOUR_MS, timeZone, clock.aheadMs);
    const to = toUtc(start + toHour * HOUR_MS, timeZone, clock.aheadMs);
    return { from, to };
  };
  if (day?.kind === "date") return on(day.start);
  const period = on(today + (day?.days ?? 0) * DAY_MS);
  const days = day === null ? daysTo(period, now, isPast) : 0;
  const meant = days === 0 ? period : on(today + days * DAY_MS);
  // Of one that is under way what is left of it.
  return meant.from < now && meant.to > now ? { from: now, to: meant.to } : meant;
}

/** Days from today to the day that is meant where none is named. */
function daysTo(
  today: { readonly from: number; readonly to: number },
  now: number,
  isPast: boolean,
): number {
  if (isPast) return today.from > now ? -1 : 0;
  return today.to < now ? 1 : 0;
}

/** A local time as an instant: by the clock that is shown then, which may have been put forward or back. */
function toUtc(local: number, timeZone: string, aheadMs: number): number {
  const ahead = zoneClock(local - aheadMs, timeZone)?.aheadMs ?? aheadMs;
  return Math.round((local - ahead) / MINUTE_MS) * MINUTE_MS;
}
