/**
 * Points of the earth as unit vectors, so that poles and antimeridian are nothing special.
 *
 * @module
 */
import type { Point } from "../../stations/geometry.ts";
import { EARTH_RADIUS_NM } from "../../stations/geometry.ts";

const RADIANS = Math.PI / 180;

/** A vector; of length 1 where it stands for a place. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The unit vector of a place. */
export function toVector({ latitude, longitude }: Point): Vector {
  const [lat, lon] = [latitude * RADIANS, longitude * RADIANS];
  const cosine = Math.cos(lat);
  return { x: cosine * Math.cos(lon), y: cosine * Math.sin(lon), z: Math.sin(lat) };
}

/** The place of a vector of any length. */
export function toPoint({ x, y, z }: Vector): Point {
  return {
    latitude: Math.atan2(z, Math.hypot(x, y)) / RADIANS,
    longitude: Math.atan2(y, x) / RADIANS,
  };
}

export function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

export function cross(a: Vector, b: Vector): Vector {
  return {
    x: a.y * b.z - a.z * b.y,
    y: a.z * b.x - a.x * b.z,
    z: a.x * b.y - a.y * b.x,
  };
}

export function scale(a: Vector, by: number): Vector {
  return { x: a.x * by, y: a.y * by, z: a.z * by };
}

export function add(a: Vector, b: Vector): Vector {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z };
}

export function length(a: Vector): number {
  // Math.hypot guards against overflow, which unit vectors do not need, at ten times the cost.
  return Math.sqrt(a.x * a.x + a.y * a.y + a.z * a.z);
}

/** Angle at the centre, radians: exact for near and for opposite points alike. */
export function angleTo(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b));
}

/** Distance of two places in nautical miles. */
export function nmBetween(a: Vector, b: Vector): number {
  return angleTo(a, b) * EARTH_RADIUS_NM;
}

/** The place at `share` (0 to 1) of the great circle from `a` to `b`, which are not opposite. */
export function between(a: Vector, b: Vector, share: number): Vector {
  const angle = angleTo(a, b);
  if (angle < 1e-12) return a;
  const sine = Math.sin(angle);
  return add(
    scale(a, Math.sin((1 - share) * angle) / sine),
    scale(b, Math.sin(share * angle) / sine),
  );
}
