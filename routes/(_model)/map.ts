/**
 * The map from the read side: stations by category, hazards, and how their feeds are doing.
 *
 * @module
 */
import { flightCategory, tafHours } from "../../lib/derive/mod.ts";
import type { Reports } from "../../lib/reports/mod.ts";
import { createSlicer } from "../../lib/resilience/mod.ts";
import type { Station, StationIndex } from "../../lib/stations/station.ts";
import { HOUR_MS, MINUTE_MS } from "../../lib/time/mod.ts";
import { categoryModel } from "../../lib/view/category_model.ts";
import { feedModel } from "../../lib/view/hazards/feed_model.ts";
import type { HazardItem } from "../../lib/view/hazards/item.ts";
import { coastOf } from "../../lib/view/map/coast.ts";
import { drawHazard, Places } from "../../lib/view/map/draw.ts";
import { hourAt } from "../../lib/view/map/map_controls.tsx";
import {
  type HazardRow,
  type LayerModel,
  LAYERS,
  type MapModel,
  type MapQuery,
  type MapStation,
  type StationState,
} from "../../lib/view/map/map_model.ts";
import { type Frame, frameOf, streetFrameOf } from "../../lib/view/map/projection.ts";
import { mapQueryOf } from "../../lib/view/map/query.ts";
import { streetPictureUrl } from "../../lib/view/map/street.ts";
import { type MapView, paramsOfView, snapped } from "../../lib/view/map/view.ts";
import type { Viewer } from "../../lib/view/viewer.ts";
import { hazardItems } from "./hazards.ts";

/** Most stations on a map, so that the page stays small. */
const MOST = { world: 260, area: 320 };
/** Room of a station's sign; with its name it needs more. */
const ROOM = {
  world: { width: 24, height: 15 },
  area: { width: 24, height: 16 },
  named: { width: 38, height: 26 },
};

/** The street map has its own. */
const NO_COAST = { land: "", borders: "" };

/** The map that an address asks for. With a token of Mapbox, on a street map where that is asked for. */
export async function buildMap(
  params: URLSearchParams,
  reports: Reports,
  viewer: Viewer,
  mapboxToken: string | null,
): Promise<MapModel> {
  const now = Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS;
  const asked = askedOf(params, reports);
  const street = mapboxToken === null ? null : streetFrameOf(asked.query.view);
  const isStreet = asked.query.street && street !== null;
  const query = { ...asked.query, street: isStreet };
  const problem = asked.problem ??
    (asked.query.street && !isStreet ? { kind: "street" as const } : null);
  const frame = isStreet ? street.frame : frameOf(query.view);
  const at = hourAt(now, query.hour);
  const shows = query.layers.has("metar");
  const { stations, total } = shows
    ? await stationsOn(frame, query, at, reports, viewer)
    : { stations: [], total: 0 };
  const hazards = LAYERS.filter((layer) => layer !== "metar").map((layer) => ({
    layer,
    rows: query.layers.has(layer)
      ? rowsOf(frame, hazardItems(reports, layer), at, query.hour === 0)
      : null,
  }));
  const rows = hazards.flatMap((one) => one.rows ?? []);
  return {
    query,
    frame,
    coast: isStreet ? NO_COAST : await coastOf(frame),
    picture: isStreet ? streetPictureUrl(street.picture, mapboxToken!) : null,
    offersStreet: street !== null && !isStreet,
    around: aroundOf(query.view, reports),
    now,
    at,
    stations,
    total,
    hazards: rows.flatMap((row) => row.shapes),
    rows,
    layers: [
      stationLayer(query, stations.length, now, reports),
      ...hazards.map((one) => ({
        layer: one.layer,
        feed: feedModel(one.layer, reports.feed(one.layer), now, reports.world.simulated),
        shown: one.rows === null ? null : one.rows.filter((row) => row.drawn).length,
      })),
    ],
    problem,
  };
}

function askedOf(
  params: URLSearchParams,
  reports: Reports,
): { query: MapQuery; problem: MapModel["problem"] } {
  const { isReadable, ...query } = mapQueryOf(params);
  const code = (params.get("near") ?? "").trim().slice(0, 8).toUpperCase();
  if (code !== "") {
    const id = reports.resolve(code);
    const station = id === undefined ? undefined : reports.stations.get(id);
    if (station === undefined) {
      return { query: { ...query, view: { kind: "world" } }, problem: { kind: "airport", code } };
    }
    const view = snapped(station.latitude, station.longitude, 200);
    return { query: { ...query, view }, problem: null };
  }
  return { query, problem: isReadable ? null : { kind: "view" } };
}

/** The largest airport near the middle, for views that are no region. */
function aroundOf(view: MapView, { stations }: Reports): string | null {
  if (paramsOfView(view)[0]?.[0] !== "lat" || view.kind === "world") return null;
  const { latitude, longitude, radiusNm } = view;
  const large = (station: Station) => station.size === "large" || station.size === "medium";
  const near = stations.near(latitude, longitude, radiusNm / 5, 12, large);
  const [first] = near.map(({ station }) => station).sort((a, b) => weightOf(b) - weightOf(a));
  return first?.id ?? null;
}

function stationLayer(
  query: MapQuery,
  count: number,
  now: number,
  reports: Reports,
): LayerModel {
  const product = query.hour === 0 ? "metar" : "taf";
  return {
    layer: "metar",
    feed: feedModel(product, reports.feed(product), now, reports.world.simulated),
    shown: query.layers.has("metar") ? count : null,
  };
}

function rowsOf(frame: Frame, items: readonly HazardItem[], at: number, isNow: boolean) {
  return items.filter(({ mark }) => mark === null || mark === "outlook")
    .filter((item) => isShown(item, at, isNow))
    .map((item): HazardRow & { shapes: ReturnType<typeof drawHazard> } => {
      const shapes = drawHazard(frame, item, at);
      return { item, shapes, drawn: shapes.length > 0 };
    })
    .filter(({ item, drawn }) => drawn || item.place.undrawn.length > 0);
}

/**
 * Whether a hazard belongs to the hour shown. One that begins later is drawn as such on the map of now, but a
 * G-AIRMET is a picture of its own three hours: those of other hours belong to other maps.
 */
function isShown({ product, period: { from, to } }: HazardItem, at: number, isNow: boolean) {
  if (to !== null && to <= at) return false;
  return from === null || from <= at || (isNow && product !== "gairmet");
}

const orders = new WeakMap<StationIndex, readonly Station[]>();

/** All stations, the most important first: sorted once for each table of stations. */
function byImportance(index: StationIndex): readonly Station[] {
  let order = orders.get(index);
  if (order === undefined) {
    const weighed = Array.from(index.all(), (station) => ({ station, weight: weightOf(station) }));
    order = weighed.sort((a, b) => b.weight - a.weight).map(({ station }) => station);
    orders.set(index, order);
  }
  return order;
}

const SIZES: Readonly<Record<Station["size"], number>> = {
  large: 4,
  medium: 2,
  small: 0.6,
  station: 0.5,
  seaplane: 0.2,
  heliport: 0.1,
};

/** Rough importance: size, runways, whether airlines go there. */
function weightOf({ size, iata, runways }: Station): number {
  let feet = 0;
  for (const { length } of runways) feet += length?.value ?? 0;
  return SIZES[size] + Math.min(feet, 60_000) / 20_000 + (iata === null ? 0 : 0.5);
}

/** Stations with a report, thinned so that their signs do not cover each other. */
async function stationsOn(
  frame: Frame,
  query: MapQuery,
  at: number,
  reports: Reports,
  viewer: Viewer,
) {
  const { view } = frame;
  const named = view.kind === "area" && view.radiusNm <= 700;
  const places = new Places(named ? ROOM.named : ROOM[view.kind]);
  const most = MOST[view.kind];
  const stations: MapStation[] = [];
  let total = 0;
  const slicer = createSlicer();
  for (const station of byImportance(reports.stations)) {
    const pause = slicer.pause();
    if (pause !== undefined) await pause;
    const point = frame.place(station.longitude, station.latitude);
    if (point === null || !hasReport(station.id, query.hour, reports)) continue;
    const [x, y] = [Math.round(point[0]), Math.round(point[1])];
    // Where every state is shown, the state need not be known to count the station.
    const all = query.states.size === 6;
    if (all) {
      total++;
      if (stations.length >= most || !places.take(x, y)) continue;
    }
    const read = query.hour === 0
      ? observed(station.id, reports, viewer)
      : forecast(station.id, at, reports, viewer);
    if (read === null || !query.states.has(read.state)) continue;
    if (!all) {
      total++;
      if (stations.length >= most || !places.take(x, y)) continue;
    }
    stations.push({ id: station.id, name: station.name, x, y, ...read });
  }
  return { stations, total };
}

function hasReport(id: string, hour: number, { world }: Reports): boolean {
  return (hour === 0 ? world.metar(id) : world.taf(id)) !== undefined;
}

type Read = Pick<MapStation, "state" | "stale" | "worst" | "reason" | "at">;

function observed(id: string, reports: Reports, viewer: Viewer): Read | null {
  const report = reports.metar(id);
  if (report === undefined) return null;
  const { freshness, decoded, observedAt: at } = report;
  if (freshness.state === "notCurrent" || decoded.nil) {
    return { state: "none", stale: false, worst: null, reason: "", at };
  }
  const { category, reason } = categoryModel(flightCategory(decoded), viewer);
  const stale = freshness.state === "stale" || freshness.state === "future";
  return { state: category ?? "unknown", stale, worst: null, reason, at };
}

function forecast(id: string, at: number, reports: Reports, viewer: Viewer): Read | null {
  const report = reports.taf(id);
  if (report === undefined) return null;
  const issued = report.observedAt;
  const [hour] = report.freshness.state === "current" || report.freshness.state === "future"
    ? tafHours(report.decoded, at, at + HOUR_MS)
    : [];
  if (hour === undefined) {
    return { state: "none", stale: false, worst: null, reason: "", at: issued };
  }
  const { category, reason } = categoryModel(hour.prevailing.flight, viewer);
  const worst: StationState | null = hour.worst === null
    ? null
    : hour.worst.flight.category ?? "unknown";
  return { state: category ?? "unknown", stale: false, worst, reason, at: issued };
}
