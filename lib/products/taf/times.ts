/**
 * The instants of a TAF: days and hours as written, resolved against the time of issue.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, resolveDayTime, resolveNearest, toIso } from "../../time/mod.ts";
import type { DecodeContext, Source } from "../product.ts";
import type { Period, WrittenTime } from "./model.ts";

/** Day of month, hour and minute as written; hour 24 is midnight at the end of the day. */
export type DayTime = WrittenTime;

/** A period as written, before its month is known. */
export interface WrittenPeriod {
  readonly from: DayTime;
  readonly to: DayTime;
  readonly source: Source;
}

/** What the instants of one TAF are resolved against; all `null` where the time of receipt is unknown. */
export interface TimeFrame {
  readonly issuedAt: number | null;
  /** Nearest to this instant the validity is sought. */
  readonly reference: number | null;
}

/** The instant of issue and the reference for the rest: issue if readable, else the time of receipt. */
export function timeFrame(issued: DayTime | null, context: DecodeContext): TimeFrame {
  const receivedAt = context.receivedAt;
  if (receivedAt === undefined || !Number.isFinite(receivedAt)) {
    return { issuedAt: null, reference: null };
  }
  const issuedAt = issued === null
    ? null
    : resolveDayTime(issued.day, issued.hour, issued.minute, receivedAt);
  return { issuedAt, reference: issuedAt ?? receivedAt };
}

/** Longest period taken for real: a TAF lasts at most 30 hours; a little more in life. */
const LONGEST_PERIOD_MS = 3 * DAY_MS;

/**
 * `period` with its instants, each the nearest to `reference`, the end after the start.
 * Both are `null` where a day does not exist, where the end is not after the start, or without reference.
 */
export function resolvePeriod(period: WrittenPeriod, reference: number | null): Period {
  const written = { from: period.from, to: period.to };
  const none = { from: null, to: null, source: period.source, written };
  if (reference === null) return none;
  const from = nearest(period.from, reference);
  const to = from === null ? null : nearest(period.to, from);
  if (from === null || to === null || to <= from || to - from > LONGEST_PERIOD_MS) return none;
  return { from: toIso(from), to: toIso(to), source: period.source, written };
}

/** The instant of `time` nearest to `reference`, or `null`. */
export function nearest(time: DayTime, reference: number): number | null {
  return resolveNearest(time.day, time.hour, time.minute, reference);
}

/** The middle of a validity: change groups are sought nearest to it. */
export function middleOf(validity: Period | null): number | null {
  const from = instantOf(validity?.from);
  const to = instantOf(validity?.to);
  return from === null || to === null ? null : (from + to) / 2;
}

/** Milliseconds of an ISO 8601 instant; `null` where there is none. */
export function instantOf(iso: string | null | undefined): number | null {
  return iso ? Date.parse(iso) : null;
}

/** Whether a period is impossible as written, whatever the month: its end is not after its start. */
export function endsBeforeStart({ from, to }: WrittenPeriod): boolean {
  if (from.day !== to.day) return false;
  return to.hour * 60 + to.minute <= from.hour * 60 + from.minute;
}

/** Reads `ddhh`; `null` where it is not four figures in range. */
export function readDayHour(text: string): DayTime | null {
  return readDayTime(text.length === 4 ? text + "00" : "");
}

/** Reads `ddhhmm`; `null` where it is not six figures in range. */
export function readDayTime(text: string): DayTime | null {
  if (text.length !== 6 || !isDigits(text)) return null;
  const day = Number(text.slice(0, 2));
  const hour = Number(text.slice(2, 4));
  const minute = Number(text.slice(4, 6));
  const possible = day >= 1 && day <= 31 && hour <= 24 && minute <= 59 &&
    (hour < 24 || minute === 0);
  return possible ? { day, hour, minute } : null;
}

/** The day after `day` as far as the text can tell: after the 28th the month decides, so the last day wraps at 31. */
export function dayAfter(day: number, reference: number | null): number {
  if (reference === null) return day === 31 ? 1 : day + 1;
  const at = resolveNearest(day, 0, 0, reference);
  return at === null ? day : new Date(at + DAY_MS + HOUR_MS).getUTCDate();
}

/** Whether `text` is not empty and all figures. */
export function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}
