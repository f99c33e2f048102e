/**
 * A station's own interval between routine reports, learnt from its last day.
 *
 * @module
 */
import { DAY_MS, MINUTE_MS } from "../../time/mod.ts";

/** Fewer intervals than this say nothing: the answer is then `null`. */
const MIN_INTERVALS = 3;
/** A day of reports every 20 minutes. */
const MAX_TIMES = 73;

/**
 * The middle of the intervals between `times`, in milliseconds rounded to five minutes; `null` with fewer
 * than three intervals. The median, since one missed report doubles an interval.
 *
 * @param times instants in ascending order, milliseconds since the epoch
 */
export function cadenceOf(times: readonly number[]): number | null {
  if (times.length <= MIN_INTERVALS) return null;
  const gaps = times.slice(1).map((time, i) => time - times[i]!).sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)]!;
  return Math.max(5, Math.round(median / (5 * MINUTE_MS)) * 5) * MINUTE_MS;
}

/** `times` with `time` put in its place: ascending, without repeats, the last day only. */
export function withTime(times: readonly number[], time: number): readonly number[] {
  if (times.includes(time)) return times;
  const all = [...times, time].sort((a, b) => a - b);
  const newest = all.at(-1)!;
  return all.filter((one) => one > newest - DAY_MS).slice(-MAX_TIMES);
}
