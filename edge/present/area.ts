/**
 * Areas as providers give them, as polygons. Untrusted: what is not an area of the earth is `null`.
 *
 * @module
 */
import { givenOutline } from "../../lib/products/hazard/mod.ts";

/** A polygon of GeoJSON: closed, longitude first. */
export interface Polygon {
  readonly type: "Polygon";
  readonly coordinates: readonly (readonly (readonly number[])[])[];
}

/** Signed area of a ring; positive where it runs anticlockwise. */
function turning(ring: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    sum += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  }
  return sum;
}

/**
 * `points` (three or more of `[latitude, longitude]`) as a closed ring that runs anticlockwise
 * (RFC 7946, 3.1.6). An area of which one point cannot be read is not an area with one point less.
 */
export function toArea(points: unknown): Polygon | null {
  const corners = givenOutline(points);
  if (corners === null) return null;
  const closed = corners.map(({ latitude, longitude }) => [longitude, latitude]);
  const [first, last] = [closed[0], closed.at(-1)];
  if (!first || !last) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) closed.push([...first]);
  if (closed.length < 4) return null;
  return { type: "Polygon", coordinates: [turning(closed) < 0 ? closed.reverse() : closed] };
}
