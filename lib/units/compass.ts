/**
 * The points of the compass: the sixteen that reports name, and the directions they stand for.
 *
 * @module
 */

/** Clockwise from north, 22.5° apart. */
export const COMPASS_POINTS = [
  "N",
  "NNE",
  "NE",
  "ENE",
  "E",
  "ESE",
  "SE",
  "SSE",
  "S",
  "SSW",
  "SW",
  "WSW",
  "W",
  "WNW",
  "NW",
  "NNW",
] as const;
/** Eight (or sixteen) points of the compass as reports write them. */
export type CompassPoint = (typeof COMPASS_POINTS)[number];

/** The eight main points, clockwise from north, 45° apart. */
export const MAIN_COMPASS_POINTS = COMPASS_POINTS.filter((_, i) => i % 2 === 0);

const DEGREES = new Map<string, number>(COMPASS_POINTS.map((point, i) => [point, i * 22.5]));

/** Whether `word` is one of the sixteen points. */
export function isCompassPoint(word: string): word is CompassPoint {
  return DEGREES.has(word);
}

/** The direction of a point, degrees from north. */
export function degreesOfPoint(point: CompassPoint): number {
  return DEGREES.get(point)!;
}

/**
 * The point nearest to a direction, of the sixteen or of another ring of evenly spaced ones.
 *
 * @param degrees from 0 to 360
 * @example
 * ```ts
 * import { MAIN_COMPASS_POINTS, nearestPoint } from "./mod.ts";
 * import assert from "node:assert/strict";
 * assert.equal(nearestPoint(340), "NNW");
 * assert.equal(nearestPoint(340, MAIN_COMPASS_POINTS), "N");
 * assert.equal(nearestPoint(360), "N");
 * ```
 */
export function nearestPoint(
  degrees: number,
  points: readonly CompassPoint[] = COMPASS_POINTS,
): CompassPoint {
  return points[Math.round(degrees * points.length / 360) % points.length]!;
}
