/**
 * Distances between places and pieces of great circles.
 *
 * @module
 */
import { EARTH_RADIUS_NM } from "../../stations/geometry.ts";
import { cross, dot, length, nmBetween, scale, type Vector } from "./vector.ts";

/** A piece of a great circle, shorter than half of it. */
export interface Arc {
  readonly from: Vector;
  readonly to: Vector;
  /** Normal of its plane; of no length where both ends coincide. */
  readonly normal: Vector;
  readonly lengthNm: number;
}

/** The arc between two places. */
export function arcOf(from: Vector, to: Vector): Arc {
  return { from, to, normal: cross(from, to), lengthNm: nmBetween(from, to) };
}

const TINY = 1e-12;

/** Whether `point` lies abeam of the arc, between its ends: both triple products are its places from them. */
function isWithin({ x, y, z }: Vector, { from, to, normal }: Arc): boolean {
  const fromStart = normal.x * (from.y * z - from.z * y) + normal.y * (from.z * x - from.x * z) +
    normal.z * (from.x * y - from.y * x);
  if (fromStart < -TINY) return false;
  const toEnd = normal.x * (y * to.z - z * to.y) + normal.y * (z * to.x - x * to.z) +
    normal.z * (x * to.y - y * to.x);
  return toEnd >= -TINY;
}

/** Distance from a place to an arc, nautical miles: to its nearest point or the nearer end. */
export function pointToArcNm(point: Vector, arc: Arc): number {
  const size = length(arc.normal);
  if (size > TINY) {
    const sine = dot(point, arc.normal) / size;
    // The foot on the great circle lies between the ends where the place itself does: what it is off the plane is
    // along the normal. At the pole of the circle no point of it is the foot.
    if (1 - sine * sine > TINY && isWithin(point, arc)) {
      return Math.asin(Math.min(1, Math.abs(sine))) * EARTH_RADIUS_NM;
    }
  }
  return chordNm(Math.min(chordSquared(point, arc.from), chordSquared(point, arc.to)));
}

/** Square of the straight line through the earth between two places, radius 1: cheap to compare. */
function chordSquared(a: Vector, b: Vector): number {
  const [x, y, z] = [a.x - b.x, a.y - b.y, a.z - b.z];
  return x * x + y * y + z * z;
}

/** Distance over the ground of such a line. */
function chordNm(squared: number): number {
  return 2 * Math.asin(Math.min(1, Math.sqrt(squared) / 2)) * EARTH_RADIUS_NM;
}

/** A distance that two arcs are not nearer than; of no use where it is negative. */
export function leastApartNm(a: Arc, b: Arc): number {
  return Math.sqrt(chordSquared(a.from, b.from)) * EARTH_RADIUS_NM - a.lengthNm - b.lengthNm;
}

/** Whether two arcs cross or touch. */
export function arcsCross(a: Arc, b: Arc): boolean {
  const line = cross(a.normal, b.normal);
  if (length(line) <= TINY * length(a.normal) * length(b.normal)) return false;
  const opposite = scale(line, -1);
  return (isWithin(line, a) && isWithin(line, b)) ||
    (isWithin(opposite, a) && isWithin(opposite, b));
}

/**
 * Distance between two arcs, nautical miles. Of two arcs that do not cross, the nearest points are an end of
 * one and a point of the other: two great circles are nowhere else at a smallest distance.
 */
export function arcToArcNm(a: Arc, b: Arc): number {
  if (arcsCross(a, b)) return 0;
  return Math.min(
    pointToArcNm(a.from, b),
    pointToArcNm(a.to, b),
    pointToArcNm(b.from, a),
    pointToArcNm(b.to, a),
  );
}
