/**
 * Where a hazard lies, as shapes on the sphere: for maps, and for "what is near this place".
 *
 * Everything is computed on great circles, so areas over the antimeridian or a pole need no special case. A
 * place that cannot be drawn is kept with its reason; it is never taken for nowhere.
 *
 * @module
 */
import { geoArea, geoContains } from "d3-geo";
import type { MultiPolygon, Polygon } from "geojson";
import type { Area } from "../products/hazard/model.ts";
import { givenOutline } from "../products/hazard/outline.ts";
import type { AnyReport } from "../products/mod.ts";
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport, Position } from "../products/raw_report.ts";
import {
  destination,
  distanceNm,
  distanceToLegNm,
  initialCourse,
  type Point,
} from "../stations/geometry.ts";
import { type Quantity, toDistance } from "../units/mod.ts";

/** A shape on the sphere; rings are closed by themselves (the last point is not the first again). */
export type Shape =
  | { readonly kind: "area"; readonly rings: readonly (readonly Position[])[] }
  | { readonly kind: "line"; readonly points: readonly Position[] }
  | { readonly kind: "point"; readonly position: Position };

/** Why a place is no shape: a whole region or half-planes without borders of ours, unreadable, or not said. */
export type Undrawn = "entire" | "bounded" | "unreadable" | "notGiven";

/** Everything known about where a report applies. */
export interface HazardPlace {
  readonly shapes: readonly Shape[];
  readonly undrawn: readonly Undrawn[];
}

/** Points of a circle. */
const CIRCLE_POINTS = 36;

/**
 * Where `held` applies. The outline that the provider gives counts before the one in the text (the text may
 * name radio beacons); where the provider's has a point that is no place on earth, the text's is taken.
 *
 * @example
 * ```ts
 * import { placeOfArea } from "./hazard_area.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(placeOfArea({ kind: "notReported" }), { shapes: [], undrawn: ["notGiven"] });
 * ```
 */
export function placeOf(held: HeldReport<DecodedReport>): HazardPlace {
  const given = providedRing(held.raw.attributes?.["area"]);
  if (given !== null) return { shapes: [given], undrawn: [] };
  const report = held.decoded as AnyReport;
  switch (report.product) {
    case "sigmet":
      return report.hazards.length === 0
        ? NOT_GIVEN
        : joined(report.hazards.map(({ area }) => placeOfArea(area)));
    case "cwa":
      return placeOfArea(report.hazard.area);
    case "gairmet":
      return placeOfArea(report.area);
    case "pirep": {
      const at = held.raw.position ?? ownPosition(report.place);
      return at === null ? NOT_GIVEN : { shapes: [{ kind: "point", position: at }], undrawn: [] };
    }
    default:
      return NOT_GIVEN;
  }
}

const NOT_GIVEN: HazardPlace = { shapes: [], undrawn: ["notGiven"] };

function ownPosition(
  place: { readonly kind: string; readonly latitude?: number; readonly longitude?: number },
): Position | null {
  const { latitude, longitude } = place;
  return place.kind === "position" && latitude !== undefined && longitude !== undefined
    ? { latitude, longitude }
    : null;
}

function joined(places: readonly HazardPlace[]): HazardPlace {
  return {
    shapes: places.flatMap(({ shapes }) => shapes),
    undrawn: [...new Set(places.flatMap(({ undrawn }) => undrawn))],
  };
}

/** The shapes of a decoded area. */
export function placeOfArea(area: Area): HazardPlace {
  switch (area.kind) {
    case "polygon":
      return shapes(ringOf(area.points));
    case "line":
      return shapes(lineOf(area.points, area.width));
    case "circle":
      return shapes({ kind: "area", rings: [circle(area.centre, toDistance(area.radius, "NM"))] });
    case "point":
      return shapes({ kind: "point", position: area.position });
    case "several":
      return joined(area.areas.map(placeOfArea));
    case "entire":
    case "bounded":
      return { shapes: [], undrawn: [area.kind] };
    case "positionUnknown":
      return { shapes: [], undrawn: ["unreadable"] };
    case "notReported":
      return NOT_GIVEN;
  }
}

function shapes(shape: Shape): HazardPlace {
  return { shapes: [shape], undrawn: [] };
}

/** Most corners that are drawn of a provider's outline. */
const MAX_CORNERS = 500;

function providedRing(points: unknown): Shape | null {
  const corners = Array.isArray(points) && points.length > MAX_CORNERS
    ? null
    : givenOutline(points);
  return corners === null || corners.length < 3 ? null : ringOf(corners);
}

function ringOf(points: readonly Position[]): Shape {
  const [first, last] = [points[0], points.at(-1)];
  const closed = points.length > 1 && first!.latitude === last!.latitude &&
    first!.longitude === last!.longitude;
  const ring = closed ? points.slice(0, -1) : points;
  if (ring.length === 0) return { kind: "area", rings: [] };
  if (ring.length === 1) return { kind: "point", position: ring[0]! };
  return ring.length === 2 ? { kind: "line", points: ring } : { kind: "area", rings: [ring] };
}

/** A line with a width is as wide as that: a box for each leg and a disc at each corner. */
function lineOf(points: readonly Position[], width: Quantity<"NM" | "km"> | null): Shape {
  if (width === null) return { kind: "line", points };
  const half = toDistance(width, "NM") / 2;
  const boxes = points.slice(1).map((to, i) => {
    const from = points[i]!;
    const out = initialCourse(from, to);
    const back = initialCourse(to, from);
    return [
      destination(from, out - 90, half),
      destination(to, back + 90, half),
      destination(to, back - 90, half),
      destination(from, out + 90, half),
    ];
  });
  return { kind: "area", rings: [...boxes, ...points.map((point) => circle(point, half))] };
}

function circle(centre: Position, radiusNm: number): Position[] {
  return Array.from(
    { length: CIRCLE_POINTS },
    (_, i) => destination(centre, i * 360 / CIRCLE_POINTS, radiusNm),
  );
}

/**
 * The rings of an area as GeoJSON for the sphere. A ring has an inside and an outside there, told apart by its
 * direction only: the smaller side is meant.
 */
export function toSphere(rings: readonly (readonly Position[])[]): MultiPolygon {
  return { type: "MultiPolygon", coordinates: rings.map((ring) => polygonOf(ring).coordinates) };
}

function polygonOf(ring: readonly Position[]): Polygon {
  const points = ring.map(({ latitude, longitude }) => [longitude, latitude]);
  const closed = [...points, points[0]!];
  const polygon: Polygon = { type: "Polygon", coordinates: [closed] };
  return geoArea(polygon) > 2 * Math.PI
    ? { type: "Polygon", coordinates: [closed.toReversed()] }
    : polygon;
}

/** Distance in NM from `point` to the nearest part of `shape`; 0 inside an area. */
export function distanceToShapeNm(shape: Shape, point: Point): number {
  switch (shape.kind) {
    case "point":
      return distanceNm(shape.position, point);
    case "line":
      return distanceToChain(shape.points, point);
    case "area": {
      if (geoContains(toSphere(shape.rings), [point.longitude, point.latitude])) return 0;
      return Math.min(
        Infinity,
        ...shape.rings.map((ring) => distanceToChain([...ring, ring[0]!], point)),
      );
    }
  }
}

function distanceToChain(points: readonly Position[], point: Point): number {
  let nearest = points.length === 0 ? Infinity : distanceNm(points[0]!, point);
  for (let i = 1; i < points.length; i++) {
    nearest = Math.min(nearest, distanceToLegNm(points[i - 1]!, points[i]!, point));
  }
  return nearest;
}

/** A place for a label: the middle of the points of a shape on the sphere. */
export function middleOf(shape: Shape): Position {
  const points = shape.kind === "point"
    ? [shape.position]
    : shape.kind === "line"
    ? shape.points
    : shape.rings[0] ?? [];
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of points) {
    const [lat, lon] = [latitude * Math.PI / 180, longitude * Math.PI / 180];
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  return {
    latitude: Math.atan2(z, Math.hypot(x, y)) * 180 / Math.PI,
    longitude: Math.atan2(y, x) * 180 / Math.PI,
  };
}
