/**
 * Great circles on a sphere of radius 3,440.065 NM: distance, course, cross-track, along-track.
 *
 * Angles in degrees, north and east positive; courses in degrees true, 0 ≤ course < 360; distances in
 * nautical miles. Good to 0.5 % of the ellipsoid, which is what briefings and corridors need.
 *
 * @module
 */

/** Mean radius of the earth in nautical miles (6,371.0 km). */
export const EARTH_RADIUS_NM = 3440.065;
const RADIANS = Math.PI / 180;

/** A point on the earth in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The angle at the centre of the earth between two points, radians, by the haversine formula. */
function centralAngle(from: Point, to: Point): number {
  const sinLat = Math.sin((to.latitude - from.latitude) * RADIANS / 2);
  const sinLon = Math.sin((to.longitude - from.longitude) * RADIANS / 2);
  const h = sinLat * sinLat +
    Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * sinLon * sinLon;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Great-circle distance in nautical miles, 0 to 10,807.3.
 *
 * @example
 * ```ts
 * import { distanceNm } from "./geometry.ts";
 * import assert from "node:assert/strict";
 * const jfk = { latitude: 40.6399, longitude: -73.7787 };
 * const bos = { latitude: 42.3629, longitude: -71.0064 };
 * assert.equal(distanceNm(jfk, bos).toFixed(2), "161.98");
 * ```
 */
export function distanceNm(from: Point, to: Point): number {
  return centralAngle(from, to) * EARTH_RADIUS_NM;
}

/** `degrees` brought into 0 ≤ x < 360. */
export function normalizeDegrees(degrees: number): number {
  const turned = degrees % 360;
  // A little less than 0 is a little less than 360, which may round to 360 itself.
  const inside = turned < 0 ? turned + 360 : turned + 0;
  return inside === 360 ? 0 : inside;
}

/** The smaller angle between two directions, 0 to 180 degrees. */
export function angleBetween(a: number, b: number): number {
  const difference = normalizeDegrees(a - b);
  return difference > 180 ? 360 - difference : difference;
}

/** First course from `from` to `to`, degrees true; 0 where the points coincide. */
export function initialCourse(from: Point, to: Point): number {
  const lat1 = from.latitude * RADIANS;
  const lat2 = to.latitude * RADIANS;
  const lon = (to.longitude - from.longitude) * RADIANS;
  const y = Math.sin(lon) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lon);
  return normalizeDegrees(Math.atan2(y, x) / RADIANS);
}

/** The point reached from `from` on a first course of `course` degrees true after `nm` nautical miles. */
export function destination(from: Point, course: number, nm: number): Point {
  const angle = nm / EARTH_RADIUS_NM;
  const lat1 = from.latitude * RADIANS;
  const theta = course * RADIANS;
  const sinLat2 = Math.sin(lat1) * Math.cos(angle) +
    Math.cos(lat1) * Math.sin(angle) * Math.cos(theta);
  const lon = Math.atan2(
    Math.sin(theta) * Math.sin(angle) * Math.cos(lat1),
    Math.cos(angle) - Math.sin(lat1) * sinLat2,
  ) / RADIANS;
  return {
    latitude: Math.asin(Math.max(-1, Math.min(1, sinLat2))) / RADIANS,
    longitude: normalizeDegrees(from.longitude + lon + 180) - 180,
  };
}

/**
 * Where `point` lies relative to the great circle from `from` to `to`: `crossTrackNm` is positive to the
 * right of the track, `alongTrackNm` is negative before its start. Both 0 where `point` is the start.
 */
export function trackPosition(
  from: Point,
  to: Point,
  point: Point,
): { crossTrackNm: number; alongTrackNm: number } {
  const distance = centralAngle(from, point);
  const angle = (initialCourse(from, point) - initialCourse(from, to)) * RADIANS;
  return {
    crossTrackNm: Math.asin(Math.sin(distance) * Math.sin(angle)) * EARTH_RADIUS_NM,
    alongTrackNm: Math.atan2(Math.sin(distance) * Math.cos(angle), Math.cos(distance)) *
      EARTH_RADIUS_NM,
  };
}

/** Distance in NM from `point` to the leg between two points; beyond either end, to that end. */
export function distanceToLegNm(from: Point, to: Point, point: Point): number {
  const { crossTrackNm, alongTrackNm } = trackPosition(from, to, point);
  if (alongTrackNm <= 0) return distanceNm(from, point);
  if (alongTrackNm >= distanceNm(from, to)) return distanceNm(to, point);
  return Math.abs(crossTrackNm);
}
