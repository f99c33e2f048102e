/**
 * The instants of a TAF: days and hours as written, resolved against the time of issue.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, resolveDayTime } from "../../time/mod.ts";
import { type DecodeContext, receiptOf, type Source } from "../product.ts";
import { isoOf, nearest } from "./calendar.ts";
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
  const receivedAt = receiptOf(context);
  if (receivedAt === undefined) {
    return { issuedAt: null, reference: null };
  }
  const issuedAt = issued === null ? null : issueOf(issued, receivedAt);
  return { issuedAt, reference: issuedAt ?? receivedAt };
}

/** Longest period taken for real: a TAF lasts at most 30 hours; a little more in life. */
const LONGEST_PERIOD_MS = 3 * DAY_MS;

/** A period with its instants also as numbers, milliseconds since the epoch. */
export interface TimedPeriod {
  readonly period: Period;
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * `period` with its instants, each the nearest to `reference`, the end after the start.
 * Both are `null` where a day does not exist, where the end is not after the start, or without reference.
 */
export function resolvePeriod(period: WrittenPeriod, reference: number | null): TimedPeriod {
  const { source } = period;
  const written = { from: period.from, to: period.to };
  const from = reference === null ? null : nearest(period.from, reference);
  const to = from === null ? null : nearest(period.to, from);
  if (from === null || to === null || to <= from || to - from > LONGEST_PERIOD_MS) {
    return { period: { from: null, to: null, source, written }, from: null, to: null };
  }
  return { period: { from: isoOf(from), to: isoOf(to), source, written }, from, to };
}

/** A damaged or missing period, with the text that stands for it. */
export function unknownPeriod(source: Source): TimedPeriod {
  return { period: { from: null, to: null, source }, from: null, to: null };
}

/** The middle of a validity: change groups are sought nearest to it. */
export function middleOf(validity: TimedPeriod | null): number | null {
  if (validity === null || validity.from === null || validity.to === null) return null;
  return (validity.from + validity.to) / 2;
}

/** The latest such instant not more than 12 hours after receipt. */
function issueOf(issued: DayTime, receivedAt: number): number | null {
  const near = nearest(issued, receivedAt);
  if (near !== null && near <= receivedAt + 12 * HOUR_MS) return near;
  return resolveDayTime(issued.day, issued.hour, issued.minute, receivedAt);
}

/** Whether a period is impossible as written, whatever the month: its end is not after its start. */
export function endsBeforeStart({ from, to }: WrittenPeriod): boolean {
  if (from.day !== to.day) return false;
  return to.hour * 60 + to.minute <= from.hour * 60 + from.minute;
}

/** Reads `ddhh` at `start` of `text`; `null` where it is not four figures in range. */
export function readDayHour(text: string, start = 0, end = text.length): DayTime | null {
  return end - start === 4 ? dayTimeOf(text, start, 0) : null;
}

/** Reads `ddhhmm`; `null` where it is not six figures in range. */
export function readDayTime(text: string): DayTime | null {
  if (text.length !== 6) return null;
  const minute = twoFigures(text, 4);
  return minute < 0 ? null : dayTimeOf(text, 0, minute);
}

function dayTimeOf(text: string, start: number, minute: number): DayTime | null {
  const day = twoFigures(text, start);
  const hour = twoFigures(text, start + 2);
  const possible = day >= 1 && day <= 31 && hour >= 0 && hour <= 24 && minute <= 59 &&
    (hour < 24 || minute === 0);
  return possible ? { day, hour, minute } : null;
}

/** The number of the two figures at `at`; −1 where there are none. */
function twoFigures(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

/** The day after `day` as far as the text can tell: after the 28th the month decides, so the last day wraps at 31. */
export function dayAfter(day: number, reference: number | null): number {
  if (reference === null) return day === 31 ? 1 : day + 1;
  const at = nearest({ day, hour: 0, minute: 0 }, reference);
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
