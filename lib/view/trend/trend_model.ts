/**
 * The weather of a station over time, as charts need it: from each report its own values, and between
 * reports nothing.
 *
 * @module
 */
import {
  bestTemperatures,
  ceilingOf,
  flightCategory,
  type FlightCategoryName,
} from "../../derive/mod.ts";
import type { Metar } from "../../products/metar/model.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { type Quantity, toDistance, toPressure, toSpeed } from "../../units/mod.ts";

/** One report. `null`: the report does not say, or what it says was not understood. */
export interface TrendPoint {
  /** Time of observation, milliseconds since the epoch. */
  readonly at: number;
  readonly report: HeldReport<Metar>;
  /** Degrees Celsius. */
  readonly temperature: number | null;
  readonly dewPoint: number | null;
  /** QNH in hPa. */
  readonly pressure: number | null;
  /** Knots; 0 is a calm that was reported. */
  readonly wind: number | null;
  /** Knots; `null` also where no gust was reported. */
  readonly gust: number | null;
  /** Metres; `atLeast` for the most that a station reports. */
  readonly visibility: { readonly metres: number; readonly bound?: "atLeast" | "atMost" } | null;
  /** Feet above ground; `none`: the report says that there is no ceiling. */
  readonly ceiling: number | "none" | null;
  readonly category: FlightCategoryName | null;
}

/** A trend. */
export interface TrendModel {
  readonly from: number;
  readonly to: number;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** Times without a report, longer than the station's own interval explains. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** A report speaks for so long after its time; then there is a gap. Milliseconds. */
  readonly holdsMs: number;
}

/** Where the interval is not known, and at least for stations that report more often. */
const LEAST_HOLD_MS = 40 * MINUTE_MS;
const MOST_HOLD_MS = 4 * HOUR_MS;
const USUAL_MS = HOUR_MS;

/**
 * The trend of `reports` (oldest first) from … to …. The same for the page of the history and for a small
 * chart elsewhere.
 */
export function trend(
  reports: readonly HeldReport<Metar>[],
  { from, to }: { readonly from: number; readonly to: number },
): TrendModel {
  // `NIL` says that there is no report: as if there were none.
  const points = reports.filter(({ decoded, observedAt }) =>
    !decoded.nil && observedAt >= from && observedAt <= to
  ).map(pointOf);
  const holdsMs = holdOf(points);
  return { from, to, points, holdsMs, gaps: gapsOf(points, holdsMs, from, to) };
}

function pointOf(report: HeldReport<Metar>): TrendPoint {
  const { decoded } = report;
  const { air, dewPoint } = bestTemperatures(decoded);
  const { surfaceWind: wind, qnh } = decoded;
  const knots = (speed: Quantity<"kt" | "m/s" | "km/h"> | undefined) =>
    speed === undefined ? null : toSpeed(speed, "kt");
  const ceiling = ceilingOf(decoded);
  return {
    at: report.observedAt,
    report,
    temperature: air?.value ?? null,
    dewPoint: dewPoint?.value ?? null,
    pressure: qnh.kind === "value" ? toPressure(qnh, "hPa") : null,
    wind: wind.kind === "calm" ? 0 : "speed" in wind ? knots(wind.speed) : null,
    gust: "gust" in wind ? knots(wind.gust) : null,
    visibility: visibilityOf(decoded),
    ceiling: ceiling.kind === "value"
      ? ceiling.height.value
      : ceiling.kind === "none"
      ? "none"
      : null,
    category: flightCategory(decoded).category,
  };
}

function visibilityOf({ prevailingVisibility: seen }: Metar): TrendPoint["visibility"] {
  if (seen.kind === "cavok") return { metres: 10_000, bound: "atLeast" };
  if (seen.kind !== "visibility") return null;
  const { bound } = seen.distance;
  const metres = toDistance(seen.distance, "m");
  return bound === undefined ? { metres } : { metres, bound };
}

/** Half as long again as the middle interval between routine reports. */
function holdOf(points: readonly TrendPoint[]): number {
  const times = points.filter(({ report }) => report.decoded.reportType !== "SPECI")
    .map(({ at }) => at);
  const intervals = times.slice(1).map((at, i) => at - times[i]!).sort((a, b) => a - b);
  const median = intervals[Math.floor(intervals.length / 2)] ?? USUAL_MS;
  return Math.min(MOST_HOLD_MS, Math.max(LEAST_HOLD_MS, median * 1.5));
}

function gapsOf(
  points: readonly TrendPoint[],
  holdsMs: number,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let end = from;
  for (const { at } of points) {
    if (at > end && at - end > (end === from ? holdsMs : 0)) gaps.push({ from: end, to: at });
    end = Math.max(end, at + holdsMs);
  }
  if (to > end) gaps.push({ from: end, to });
  return gaps;
}

/**
 * The values of a chart in pieces that may be joined: a report without the value, or a gap, ends a piece.
 *
 * @example
 * ```ts ignore
 * lines(model, (point) => point.temperature);
 * ```
 */
export function lines(
  model: TrendModel,
  pick: (point: TrendPoint) => number | null,
): (readonly { readonly at: number; readonly value: number }[])[] {
  const pieces: { at: number; value: number }[][] = [];
  let last: number | null = null;
  for (const point of model.points) {
    const value = pick(point);
    if (value === null) {
      last = null;
      continue;
    }
    if (last === null || point.at - last > model.holdsMs) pieces.push([]);
    pieces.at(-1)!.push({ at: point.at, value });
    last = point.at;
  }
  return pieces;
}

/** How long each report speaks: until the next one, or as long as a report holds. */
export function spans(
  model: TrendModel,
): readonly { readonly point: TrendPoint; readonly from: number; readonly to: number }[] {
  return model.points.map((point, i) => {
    const next = model.points[i + 1]?.at ?? Infinity;
    return { point, from: point.at, to: Math.min(next, point.at + model.holdsMs, model.to) };
  });
}
