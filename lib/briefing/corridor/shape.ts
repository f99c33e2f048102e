/**
 * Areas of warnings as shapes on the sphere: outlines, lines and circles with their distance from an arc.
 *
 * Edges are great circles. The whole area counts, not its corners alone: an outline around the corridor touches
 * it, and so does an edge that crosses it with both corners far away.
 *
 * @module
 */
import type { Area, Limit } from "../../products/hazard/model.ts";
import type { Position } from "../../products/raw_report.ts";
import { EARTH_RADIUS_NM } from "../../stations/geometry.ts";
import { toDistance } from "../../units/mod.ts";
import { type Arc, arcOf, arcToArcNm, leastApartNm, pointToArcNm } from "../route/arc.ts";
import {
  add,
  cross,
  dot,
  length,
  nmBetween,
  scale,
  toVector,
  type Vector,
} from "../route/vector.ts";
import { along } from "./along.ts";
import { boundedNm } from "./bounded.ts";

/** Something with an extent. */
export type Shape =
  | {
    readonly kind: "polygon";
    readonly corners: readonly Vector[];
    readonly edges: readonly Arc[];
    readonly cap: Cap;
  }
  | {
    readonly kind: "line";
    readonly edges: readonly Arc[];
    readonly halfWidthNm: number;
    readonly cap: Cap;
  }
  | { readonly kind: "circle"; readonly centre: Vector; readonly radiusNm: number }
  | { readonly kind: "bounded"; readonly limits: readonly Limit[] };

/** A circle that holds the whole shape: for a quick look. */
export interface Cap {
  readonly centre: Vector;
  readonly radiusNm: number;
}

function capOf(corners: readonly Vector[]): Cap {
  const sum = corners.reduce(add);
  const size = length(sum);
  const centre = size < 1e-9 ? corners[0]! : scale(sum, 1 / size);
  // An edge bulges out between its corners by less than its half length.
  let radiusNm = 0;
  corners.forEach((corner, i) => {
    const edge = nmBetween(corner, corners[(i + 1) % corners.length]!);
    radiusNm = Math.max(radiusNm, nmBetween(centre, corner) + edge / 2);
  });
  return { centre, radiusNm };
}

function edgesOf(corners: readonly Vector[], closed: boolean): Arc[] {
  const edges: Arc[] = [];
  for (let i = closed ? 0 : 1; i < corners.length; i++) {
    edges.push(arcOf(corners[(i + corners.length - 1) % corners.length]!, corners[i]!));
  }
  return edges;
}

/** An outline of three or more corners (closed or not), `null` of fewer. */
export function polygonOf(points: readonly Position[]): Shape | null {
  const corners = points.map(toVector);
  const [first, last] = [corners[0], corners.at(-1)];
  if (first && last && corners.length > 1 && nmBetween(first, last) < 0.01) corners.pop();
  if (corners.length < 3) return lineOf(points, 0);
  return { kind: "polygon", corners, edges: edgesOf(corners, true), cap: capOf(corners) };
}

/** A line of one or more points with its whole width. */
export function lineOf(points: readonly Position[], widthNm: number): Shape | null {
  const corners = points.map(toVector);
  if (corners.length === 0) return null;
  if (corners.length === 1) return { kind: "circle", centre: corners[0]!, radiusNm: widthNm / 2 };
  return {
    kind: "line",
    edges: edgesOf(corners, false),
    halfWidthNm: widthNm / 2,
    cap: capOf(corners),
  };
}

/** The shapes of an area; `null` where its place cannot be known from the text. */
export function shapesOf(area: Area): readonly Shape[] | null {
  switch (area.kind) {
    case "notReported":
    case "positionUnknown":
    case "entire":
      return null;
    case "polygon":
      return wrapped(polygonOf(area.points));
    case "line":
      return wrapped(lineOf(area.points, area.width ? toDistance(area.width, "NM") : 0));
    case "circle":
      return [{
        kind: "circle",
        centre: toVector(area.centre),
        radiusNm: toDistance(area.radius, "NM"),
      }];
    case "point":
      return [{ kind: "circle", centre: toVector(area.position), radiusNm: 0 }];
    case "bounded":
      return [{ kind: "bounded", limits: area.limits }];
    case "several": {
      const shapes = area.areas.map(shapesOf);
      return shapes.some((one) => one === null) || shapes.length === 0
        ? null
        : shapes.flatMap((one) => one ?? []);
    }
  }
}

const wrapped = (shape: Shape | null) => shape === null ? null : [shape];

/** The shape moved along by `nm` nautical miles on a first course of `courseDeg` degrees true. */
export function moved(shape: Shape, courseDeg: number, nm: number): Shape {
  if (shape.kind === "bounded" || nm === 0) return shape;
  const shift = (at: Vector) => along(at, courseDeg, nm);
  if (shape.kind === "circle") return { ...shape, centre: shift(shape.centre) };
  if (shape.kind === "polygon") {
    const corners = shape.corners.map(shift);
    return { ...shape, corners, edges: edgesOf(corners, true), cap: capOf(corners) };
  }
  const corners = [shape.edges[0]!.from, ...shape.edges.map(({ to }) => to)].map(shift);
  return { ...shape, edges: edgesOf(corners, false), cap: capOf(corners) };
}

/**
 * Whether a place lies inside an outline: the corners are followed around it by the angles in its own plane,
 * which works over poles and the antimeridian. Of the two sides of an outline the smaller one is inside.
 */
export function isInside(point: Vector, corners: readonly Vector[], cap: Cap): boolean {
  if (dot(point, cap.centre) <= 0 && cap.radiusNm < Math.PI / 2 * EARTH_RADIUS_NM) return false;
  let turned = 0;
  let before = inPlane(corners.at(-1)!, point);
  for (const corner of corners) {
    const now = inPlane(corner, point);
    turned += Math.atan2(dot(point, cross(before, now)), dot(before, now));
    before = now;
  }
  return Math.abs(turned) > Math.PI;
}

/** The part of `vector` that is square to `point`. */
function inPlane(vector: Vector, point: Vector): Vector {
  return add(vector, scale(point, -dot(vector, point)));
}

/** Distance from an arc to a shape, nautical miles; 0 where it touches or lies inside. */
export function arcToShapeNm(arc: Arc, shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return Math.max(0, pointToArcNm(shape.centre, arc) - shape.radiusNm);
    case "line":
      return Math.max(0, nearestEdge(arc, shape.edges, shape.halfWidthNm) - shape.halfWidthNm);
    case "polygon":
      return isInside(arc.from, shape.corners, shape.cap) ? 0 : nearestEdge(arc, shape.edges, 0);
    case "bounded":
      return boundedNm(arc, shape.limits);
  }
}

/** Whether an arc comes within `nm` of a shape. */
export function comesWithin(arc: Arc, shape: Shape, nm: number): boolean {
  if (shape.kind === "polygon") {
    return shape.edges.some((edge) =>
      leastApartNm(arc, edge) <= nm && arcToArcNm(arc, edge) <= nm
    ) ||
      isInside(arc.from, shape.corners, shape.cap);
  }
  if (shape.kind === "line") {
    const reach = nm + shape.halfWidthNm;
    return nearestEdge(arc, shape.edges, reach) <= reach;
  }
  return arcToShapeNm(arc, shape) <= nm;
}

/** Distance to the nearest edge, or to the first one that is not farther than `enough`. */
function nearestEdge(arc: Arc, edges: readonly Arc[], enough: number): number {
  let least = Infinity;
  for (const edge of edges) {
    if (leastApartNm(arc, edge) > least) continue;
    least = Math.min(least, arcToArcNm(arc, edge));
    if (least <= enough) break;
  }
  return least;
}

/** A lower limit of the distance, from the circle around the shape. */
export function quickDistanceNm(arc: Arc, shape: Shape): number {
  if (shape.kind === "bounded") return 0;
  if (shape.kind === "circle") return pointToArcNm(shape.centre, arc) - shape.radiusNm;
  const extra = shape.kind === "line" ? shape.halfWidthNm : 0;
  return pointToArcNm(shape.cap.centre, arc) - shape.cap.radiusNm - extra;
}
