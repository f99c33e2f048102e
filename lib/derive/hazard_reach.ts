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

/** Degrees of a cell of the grid, each way. */
const CELL = 10;
const ROWS = 180 / CELL;
const COLUMNS = 360 / CELL;

/**
 * Finds those of many things with shapes that may be within a distance of a place, without looking at the others.
 *
 * @param shapesOf where a thing is; without a shape, or not wholly drawn (`isPartial`), it may be anywhere
 * @param withinNm the distance, NM
 */
export function createReachGrid<T>(
  things: readonly T[],
  shapesOf: (thing: T) => readonly Shape[],
  isPartial: (thing: T) => boolean,
  withinNm: number,
): (place: Point) => readonly T[] {
  const anywhere: T[] = [];
  const cells = new Map<number, T[]>();
  for (const thing of things) {
    const shapes = shapesOf(thing);
    const reached = shapes.length === 0 || isPartial(thing) ? null : cellsOf(shapes, withinNm);
    if (reached === null) anywhere.push(thing);
    else {
      for (const cell of reached) {
        const there = cells.get(cell);
        if (there === undefined) cells.set(cell, [thing]);
        else there.push(thing);
      }
    }
  }
  return (place) => {
    const there = cells.get(rowOf(place.latitude) * COLUMNS + columnOf(place.longitude));
    return there === undefined ? anywhere : [...there, ...anywhere];
  };
}

const rowOf = (latitude: number) =>
  Math.max(0, Math.min(ROWS - 1, Math.floor((latitude + 90) / CELL)));
const columnOf = (longitude: number) =>
  ((Math.floor((longitude + 180) / CELL) % COLUMNS) + COLUMNS) % COLUMNS;

/** The cells within `withinNm` of any of `shapes`; `null`: too many to count. */
function cellsOf(shapes: readonly Shape[], withinNm: number): Set<number> | null {
  const reached = new Set<number>();
  for (const shape of shapes) {
    const { middle, radius } = reachOf(shape);
    if (!(radius < WIDE_NM)) return null;
    // A degree more than need be, for the rounding.
    const degrees = (radius + withinNm) / NM_PER_DEGREE + 1;
    const highest = Math.min(90, Math.abs(middle.latitude) + degrees);
    // At its farthest the circle is this far east and west; one that holds a pole goes all the way round.
    const sine = Math.sin(degrees * RADIANS) / Math.cos(middle.latitude * RADIANS);
    const half = highest >= 90 || !(sine < 1) ? 180 : Math.asin(sine) / RADIANS;
    const columns = half >= 180 - CELL ? COLUMNS : Math.ceil(2 * half / CELL) + 1;
    const first = half >= 180 - CELL ? 0 : columnOf(middle.longitude - half);
    const last = rowOf(middle.latitude + degrees);
    for (let row = rowOf(middle.latitude - degrees); row <= last; row++) {
      for (let step = 0; step < columns; step++) {
        reached.add(row * COLUMNS + (first + step) % COLUMNS);
      }
    }
  }
  return reached;
}

const RADIANS = Math.PI / 180;
