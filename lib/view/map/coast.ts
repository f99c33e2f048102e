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
import { createSlicer } from "../../resilience/mod.ts";
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

/** Drawn, or being drawn. */
const kept = new Map<string, Promise<Coast>>();
let coarse: Promise<Pieces> | null = null;
let fine: Promise<Pieces> | null = null;
/** Reading and drawing take tens of milliseconds: requests are answered meanwhile. */
const slicer = createSlicer();

/** Land and borders of a frame. */
export function coastOf(frame: Frame): Promise<Coast> {
  const { view } = frame;
  const key = view.kind === "world" ? WORLD : `${view.latitude} ${view.longitude} ${view.radiusNm}`;
  let coast = kept.get(key);
  if (coast === undefined) {
    makeRoom();
    kept.set(key, coast = drawn(frame));
    coast.catch(() => kept.delete(key));
  }
  return coast;
}

const WORLD = "world";

/** The oldest view goes, but never the world: it is the first page. */
function makeRoom(): void {
  if (kept.size < MAX_KEPT) return;
  for (const key of kept.keys()) {
    if (key === WORLD) continue;
    kept.delete(key);
    return;
  }
}

async function drawn(frame: Frame): Promise<Coast> {
  const { view } = frame;
  const isFine = view.kind === "area" && view.radiusNm < COARSE_FROM_NM;
  return await draw(frame, await (isFine ? fine ??= loadFine() : coarse ??= piecesOf(coarseAtlas)));
}

async function loadFine(): Promise<Pieces> {
  const { default: atlas } = await import("world-atlas/countries-50m.json", {
    with: { type: "json" },
  });
  return await piecesOf(atlas);
}

async function piecesOf(json: unknown): Promise<Pieces> {
  const atlas = json as Atlas;
  const { land, countries } = atlas.objects;
  await slicer.pause();
  const shapes = feature(atlas, land).features as Feature<MultiPolygon>[];
  await slicer.pause();
  const lines = mesh(atlas, countries, (a, b) => a !== b) as MultiLineString;
  const pieces: { land: Piece<Position[][]>[]; borders: Piece<Position[]>[] } = {
    land: [],
    borders: [],
  };
  for (const polygon of shapes.flatMap(({ geometry }) => geometry.coordinates)) {
    await slicer.pause();
    pieces.land.push(pieceOf(polygon, polygon[0]!));
  }
  for (const line of lines.coordinates) {
    await slicer.pause();
    pieces.borders.push(pieceOf(line, line));
  }
  return pieces;
}

/** The disc around the mean of the points: not the smallest that holds them, but quickly found. */
function pieceOf<T>(geometry: T, points: readonly Position[]): Piece<T> {
  const units = points.map(([longitude, latitude]) => unitOf(longitude!, latitude!));
  let [x, y, z] = [0, 0, 0];
  for (const unit of units) [x, y, z] = [x + unit[0], y + unit[1], z + unit[2]];
  const length = Math.hypot(x, y, z) || 1;
  let least = 1;
  for (const unit of units) {
    least = Math.min(least, (unit[0] * x + unit[1] * y + unit[2] * z) / length);
  }
  const centre: [number, number] = [
    Math.atan2(y, x) / RADIANS,
    Math.atan2(z, Math.hypot(x, y)) / RADIANS,
  ];
  return { geometry, centre, radius: Math.acos(Math.max(-1, least)) };
}

/** A place as a point on the unit sphere. */
function unitOf(longitude: number, latitude: number): readonly [number, number, number] {
  const [lon, lat] = [longitude * RADIANS, latitude * RADIANS];
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

async function draw(frame: Frame, pieces: Pieces): Promise<Coast> {
  const fineness = frame.view.kind === "world" ? FINENESS.world : FINENESS.area;
  const land = frame.pen(fineness);
  for (const piece of pieces.land) {
    if (!isNear(piece, frame.view)) continue;
    await slicer.pause();
    land.draw({ type: "Polygon", coordinates: piece.geometry });
  }
  const borders = frame.pen(fineness);
  for (const piece of pieces.borders) {
    if (!isNear(piece, frame.view)) continue;
    await slicer.pause();
    borders.draw({ type: "LineString", coordinates: piece.geometry });
  }
  return { land: land.path(), borders: borders.path() };
}

/** Whether a piece may reach into the view, whose corners are a quarter farther than its radius. */
function isNear({ centre, radius }: Piece<unknown>, view: MapView): boolean {
  if (view.kind === "world") return true;
  const apart = geoDistance(centre, [view.longitude, view.latitude]);
  return apart - radius <= view.radiusNm * 1.3 / 3440;
}
