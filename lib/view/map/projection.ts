/**
 * From places to units of the drawing: the world in one frame, an area as seen from above its middle.
 *
 * @module
 */
import {
  geoAzimuthalEqualArea,
  geoMercator,
  geoNaturalEarth1,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from "d3-geo";
import { EARTH_RADIUS_NM } from "../../stations/geometry.ts";
import { EXACT, type Fineness, PathWriter } from "./path.ts";
import { HEIGHT_RATIO, type MapView } from "./view.ts";

/** Width of every map, in units of its drawing. */
export const WIDTH = 960;
const WORLD_HEIGHT = 500;
/** The frame of the world stands so far from the edge. */
const MARGIN = 2;

/** What draws into one path. */
export interface Pen {
  draw(shape: GeoPermissibleObjects): void;
  /** The data of the path so far. */
  path(): string;
}

/** A view with its way from places to units. */
export interface Frame {
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
  /** Where a place is drawn; `null` outside the map. */
  place(longitude: number, latitude: number): readonly [number, number] | null;
  /** A shape of the sphere as the data of a path; empty where nothing of it lies in the map. */
  path(shape: GeoPermissibleObjects, fineness?: Fineness): string;
  /** Draws one shape after the other into one path. */
  pen(fineness?: Fineness): Pen;
  /** The place at a point of the drawing, or `null` outside the world. */
  placeAt(x: number, y: number): { readonly latitude: number; readonly longitude: number } | null;
}

/** The frame of a view. */
export function frameOf(view: MapView): Frame {
  const height = view.kind === "world" ? WORLD_HEIGHT : WIDTH * HEIGHT_RATIO;
  const projection = view.kind === "world"
    ? geoNaturalEarth1().fitExtent(
      [[MARGIN, MARGIN], [WIDTH - MARGIN, height - MARGIN]],
      { type: "Sphere" },
    )
    : areaProjection(view.latitude, view.longitude, view.radiusNm, height);
  return frame(view, projection, height);
}

/** The picture of a street map that lies behind a frame: its middle and its zoom, as tiles count it. */
export interface StreetPicture {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

/** Side of the world at zoom 0, units. */
const WORLD_TILE = 512;
/** Street maps end here, degrees of latitude. */
const MERCATOR_LIMIT = 80;

/** The frame of a view in the projection of street maps; `null` too near to a pole for it. */
export function streetFrameOf(view: MapView): { frame: Frame; picture: StreetPicture } | null {
  const area = view.kind === "world" ? { latitude: 20, longitude: 0 } : view;
  const reach = view.kind === "world" ? 0 : view.radiusNm / 60 * HEIGHT_RATIO;
  if (Math.abs(area.latitude) + reach > MERCATOR_LIMIT) return null;
  const { latitude, longitude } = area;
  const height = WIDTH * HEIGHT_RATIO;
  const unitsPerRadian = view.kind === "world"
    ? WIDTH / (2 * Math.PI)
    : WIDTH / 2 * Math.cos(latitude * Math.PI / 180) * EARTH_RADIUS_NM / view.radiusNm;
  const zoom = Math.round(Math.log2(unitsPerRadian * 2 * Math.PI / WORLD_TILE) * 100) / 100;
  const projection = geoMercator()
    .rotate([-longitude, 0])
    .center([0, latitude])
    .scale(WORLD_TILE * 2 ** zoom / (2 * Math.PI))
    .translate([WIDTH / 2, height / 2])
    .clipExtent([[-4, -4], [WIDTH + 4, height + 4]])
    .precision(0.7);
  return { frame: frame(view, projection, height), picture: { longitude, latitude, zoom } };
}

function frame(view: MapView, projection: GeoProjection, height: number): Frame {
  return {
    view,
    width: WIDTH,
    height,
    place(longitude, latitude) {
      const point = projection([longitude, latitude]);
      if (point === null || !isOnThisSide(view, longitude, latitude)) return null;
      const [x, y] = point;
      return x >= 0 && x <= WIDTH && y >= 0 && y <= height ? [x, y] : null;
    },
    path(shape, fineness = EXACT) {
      const writer = new PathWriter(fineness);
      geoPath(projection, writer)(shape);
      return writer.toString();
    },
    pen(fineness = EXACT) {
      const writer = new PathWriter(fineness);
      const draw = geoPath(projection, writer);
      return { draw: (shape) => void draw(shape), path: () => writer.toString() };
    },
    placeAt(x, y) {
      const place = projection.invert?.([x, y]);
      if (!place || !place.every(Number.isFinite)) return null;
      const back = projection(place);
      const isWithin = back !== null && Math.hypot(back[0] - x, back[1] - y) < 1;
      return isWithin ? { longitude: place[0], latitude: place[1] } : null;
    },
  };
}

/** Farther than this from the middle nothing is drawn, radians: the back of the earth. */
const HORIZON = 1.9;

function areaProjection(
  latitude: number,
  longitude: number,
  radiusNm: number,
  height: number,
): GeoProjection {
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .translate([WIDTH / 2, height / 2])
    .scale(WIDTH / 2 / (2 * Math.sin(Math.min(radiusNm / EARTH_RADIUS_NM, HORIZON) / 2)))
    .clipAngle(Math.min(180 / Math.PI * HORIZON, radiusNm / 60 * 1.6 + 3))
    .clipExtent([[-4, -4], [WIDTH + 4, height + 4]])
    .precision(0.7);
}

/** Without it a place behind the horizon would be drawn at the far edge. */
function isOnThisSide(view: MapView, longitude: number, latitude: number): boolean {
  if (view.kind === "world") return true;
  const radians = Math.PI / 180;
  const cosine = Math.sin(view.latitude * radians) * Math.sin(latitude * radians) +
    Math.cos(view.latitude * radians) * Math.cos(latitude * radians) *
      Math.cos((longitude - view.longitude) * radians);
  return cosine > Math.cos(HORIZON);
}
