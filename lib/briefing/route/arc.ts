/**
 * Distances between places and pieces of great circles.
 *
 * @module
 */
import { EARTH_RADIUS_NM } from "../../stations/geometry.ts";
import { add, angleTo, cross, dot, length, scale, type Vector } from "./vector.ts";

/** A piece of a great circle, shorter than half of it. */
export interface Arc {
  readonly from: Vector;
  readonly to: Vector;
  /** Normal of its plane; of no length where both ends coincide. */
  readonly normal: Vector;
}

/** The arc between two places. */
export function arcOf(from: Vector, to: Vector): Arc {
  return { from, to, normal: cross(from, to) };
}

const TINY = 1e-12;

/** Whether `point`, which lies on the great circle of the arc, lies between its ends. */
function isWithin(point: Vector, { from, to, normal }: Arc): boolean {
  return dot(cross(from, point), normal) >= -TINY && dot(cross(point, to), normal) >= -TINY;
}

/** Distance from a place to an arc, nautical miles: to its nearest point or the nearer end. */
export function pointToArcNm(point: Vector, arc: Arc): number {
  const size = length(arc.normal);
  if (size > TINY) {
    const sine = dot(point, arc.normal) / size;
    const foot = add(point, scale(arc.normal, -sine / size));
    if (length(foot) > TINY && isWithin(foot, arc)) {
      return Math.asin(Math.min(1, Math.abs(sine))) * EARTH_RADIUS_NM;
    }
  }
  return Math.min(angleTo(point, arc.from), angleTo(point, arc.to)) * EARTH_RADIUS_NM;
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
