/**
 * Going from a place in a direction.
 *
 * @module
 */
import { EARTH_RADIUS_NM } from "../../stations/geometry.ts";
import { add, cross, length, scale, type Vector } from "../route/vector.ts";

/** The place reached from `at` on a first course of `courseDeg` degrees true after `nm` nautical miles; over the poles too. */
export function along(at: Vector, courseDeg: number, nm: number): Vector {
  const north = add({ x: 0, y: 0, z: 1 }, scale(at, -at.z));
  const size = length(north);
  // At a pole there is no north: any direction is as good.
  const ahead = size < 1e-9 ? { x: 1, y: 0, z: 0 } : scale(north, 1 / size);
  const east = cross(ahead, at);
  const course = courseDeg * Math.PI / 180;
  const direction = add(scale(ahead, Math.cos(course)), scale(east, Math.sin(course)));
  const angle = nm / EARTH_RADIUS_NM;
  return add(scale(at, Math.cos(angle)), scale(direction, Math.sin(angle)));
}
