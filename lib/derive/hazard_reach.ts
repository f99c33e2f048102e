/**
 * How far a hazard is from a place, with a quick way to say "far away".
 *
 * @module
 */
import { distanceNm, type Point } from "../stations/geometry.ts";
import { distanceToShapeNm, middleOf, type Shape } from "./hazard_area.ts";

interface Reach {
  readonly middle: Point;
  /** Of the farthest corner from the middle, NM. */
  readonly radius: number;
}

const reaches = new WeakMap<Shape, Reach>();
/** Areas that reach over more than this are looked at closely each time, NM. */
const WIDE_NM = 3000;

function reachOf(shape: Shape): Reach {
  let reach = reaches.get(shape);
  if (reach === undefined) {
    const middle = middleOf(shape);
    const points = shape.kind === "area"
      ? shape.rings.flat()
      : shape.kind === "line"
      ? shape.points
      : [shape.position];
    const radius = Math.max(0, ...points.map((point) => distanceNm(middle, point)));
    reaches.set(shape, reach = { middle, radius });
  }
  return reach;
}

/**
 * Distance in NM from `point` to the nearest of `shapes`, 0 inside of an area; `Infinity` where none is within
 * `withinNm`, which is found out without looking at each border.
 */
export function nearestShapeNm(
  shapes: readonly Shape[],
  point: Point,
  withinNm: number,
): number {
  let nearest = Infinity;
  for (const shape of shapes) {
    const { middle, radius } = reachOf(shape);
    const farAway = radius < WIDE_NM &&
      (isBeyond(middle, point, radius + withinNm) ||
        distanceNm(middle, point) - radius > withinNm);
    if (!farAway) nearest = Math.min(nearest, distanceToShapeNm(shape, point));
  }
  return nearest <= withinNm ? nearest : Infinity;
}

/** A degree of latitude is at least this long in every direction that crosses it, NM. */
const NM_PER_DEGREE = 60;

/** Whether the latitudes alone say that two points are more than `nm` apart: no way between them is shorter. */
function isBeyond(a: Point, b: Point, nm: number): boolean {
  return Math.abs(a.latitude - b.latitude) * NM_PER_DEGREE > nm + 1;
}
