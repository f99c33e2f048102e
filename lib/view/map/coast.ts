/**
 * Land and borders, drawn once for each view and kept.
 *
 * Natural Earth by way of world-atlas: 1:110 million for the world and continents, 1:50 million nearer by,
 * which is read when it is first needed.
 *
 * @module
 */
import { geoDistance } from "d3-geo";
import type { Feature, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarseAtlas from "world-atlas/countries-110m.json" with { type: "json" };
import type { Fineness } from "./path.ts";
import type { Frame } from "./projection.ts";
import type { MapView } from "./view.ts";

/** The still part of a map, as data of paths. */
export interface Coast {
  readonly land: string;
  readonly borders: string;
}

type Atlas = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

/** A piece of land or border with the disc that holds it, to leave out what lies far away. */
interface Piece<T> {
  readonly geometry: T;
  readonly centre: [number, number];
  /** Radians. */
  readonly radius: number;
}

interface Pieces {
  readonly land: readonly Piece<Position[][]>[];
  readonly borders: readonly Piece<Position[]>[];
}

/** From this radius on the coarse outlines are fine enough, nautical miles. */
const COARSE_FROM_NM = 2000;
const FINENESS: { readonly world: Fineness; readonly area: Fineness } = {
  world: { step: 1.5, ring: 2 },
  area: { step: 2, ring: 3 },
};
/** Views kept drawn; about 30 kB each. */
const MAX_KEPT = 40;

const RADIANS = Math.PI / 180;

const kept = new Map<string, Coast>();
let coarse: Pieces | null = null;
let fine: Promise<Pieces> | null = null;

/** Land and borders of a frame. */
export async function coastOf(frame: Frame): Promise<Coast> {
  const { view } = frame;
  const key = view.kind === "world"
    ? "world"
    : `${view.latitude} ${view.longitude} ${view.radiusNm}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const isFine = view.kind === "area" && view.radiusNm < COARSE_FROM_NM;
  const pieces = isFine ? await (fine ??= loadFine()) : coarse ??= piecesOf(coarseAtlas);
  const coast = draw(frame, pieces);
  const [oldest] = kept.keys();
  // The world stays: it is the first page.
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, coast);
  return coast;
}

async function loadFine(): Promise<Pieces> {
  const { default: atlas } = await import("world-atlas/countries-50m.json", {
    with: { type: "json" },
  });
  return piecesOf(atlas);
}

function piecesOf(json: unknown): Pieces {
  const atlas = json as Atlas;
  const { land, countries } = atlas.objects;
  const shapes = feature(atlas, land).features as Feature<MultiPolygon>[];
  const lines = mesh(atlas, countries, (a, b) => a !== b) as MultiLineString;
  return {
    land: shapes.flatMap(({ geometry }) =>
      geometry.coordinates.map((polygon) => pieceOf(polygon, polygon[0]!))
    ),
    borders: lines.coordinates.map((line) => pieceOf(line, line)),
  };
}

/** The disc around the mean of the points: not the smallest that holds them, but quickly found. */
function pieceOf<T>(geometry: T, points: readonly Position[]): Piece<T> {
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of points as [number, number][]) {
    const [lat, lon] = [latitude * RADIANS, longitude * RADIANS];
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  const centre: [number, number] = [
    Math.atan2(y, x) / RADIANS,
    Math.atan2(z, Math.hypot(x, y)) / RADIANS,
  ];
  let radius = 0;
  for (const point of points) {
    radius = Math.max(radius, geoDistance(centre, point as [number, number]));
  }
  return { geometry, centre, radius };
}

function draw(frame: Frame, pieces: Pieces): Coast {
  const fineness = frame.view.kind === "world" ? FINENESS.world : FINENESS.area;
  const land = pieces.land.filter((piece) => isNear(piece, frame.view));
  const borders = pieces.borders.filter((piece) => isNear(piece, frame.view));
  return {
    land: frame.path(
      { type: "MultiPolygon", coordinates: land.map(({ geometry }) => geometry) },
      fineness,
    ),
    borders: frame.path(
      { type: "MultiLineString", coordinates: borders.map(({ geometry }) => geometry) },
      fineness,
    ),
  };
}

/** Whether a piece may reach into the view, whose corners are a quarter farther than its radius. */
function isNear({ centre, radius }: Piece<unknown>, view: MapView): boolean {
  if (view.kind === "world") return true;
  const apart = geoDistance(centre, [view.longitude, view.latitude]);
  return apart - radius <= view.radiusNm * 1.3 / 3440;
}
