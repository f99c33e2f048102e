/**
 * What part of the world a map shows: all of it, or a disc around a place. Its address is its state, so that
 * every view can be shared, zoomed and moved by plain links.
 *
 * @module
 */
import type { Viewer } from "../viewer.ts";

/** The whole world. */
export interface WorldView {
  readonly kind: "world";
}
/** What lies around a place: half the width of the map is `radiusNm`. */
export interface AreaView {
  readonly kind: "area";
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusNm: number;
}
export type MapView = WorldView | AreaView;

const area = (latitude: number, longitude: number, radiusNm: number): AreaView => ({
  kind: "area",
  latitude,
  longitude,
  radiusNm,
});

/** Regions offered as links, west to east; their names are the texts `region.…`. */
export const REGIONS = [
  { id: "north-america", view: area(50, -98, 2000) },
  { id: "united-states", view: area(39, -97, 1350) },
  { id: "central-america", view: area(17, -82, 1350) },
  { id: "south-america", view: area(-22, -60, 2800) },
  { id: "north-atlantic", view: area(50, -32, 1900) },
  { id: "europe", view: area(52, 11, 1250) },
  { id: "africa", view: area(2, 18, 2900) },
  { id: "middle-east", view: area(28, 47, 1200) },
  { id: "asia", view: area(38, 95, 2600) },
  { id: "south-east-asia", view: area(7, 115, 1600) },
  { id: "australia", view: area(-29, 148, 1900) },
  { id: "pacific", view: area(5, -170, 3400) },
  { id: "arctic", view: area(90, 0, 2400) },
  { id: "antarctic", view: area(-90, 0, 2400) },
] as const;

/** Steps of the zoom, nautical miles. */
export const RADII: readonly number[] = [3600, 2400, 1600, 1000, 600, 350, 200, 120];

const NUMBER = /^[+-]?\d{1,4}(\.\d{1,6})?$/;

/** A number of the address within limits, or `null`. */
export function numberIn(text: string | null, low: number, high: number): number | null {
  if (text === null || !NUMBER.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

/**
 * The view that an address asks for: `region`, or `lat`, `lon` and `r` (nautical miles), or `bbox` (west, south,
 * east, north; west may be greater than east, across the antimeridian). The world where nothing is asked for,
 * `null` where what is asked for cannot be read.
 */
export function viewOf(params: URLSearchParams): MapView | null {
  const region = params.get("region");
  if (region !== null && region !== "" && region !== "world") {
    return REGIONS.find(({ id }) => id === region)?.view ?? null;
  }
  const bbox = params.get("bbox");
  if (bbox !== null && bbox !== "") return viewOfBox(bbox);
  if (!params.has("lat") && !params.has("lon")) return { kind: "world" };
  const latitude = numberIn(params.get("lat"), -90, 90);
  const longitude = numberIn(params.get("lon"), -180, 180);
  const radius = params.has("r") ? numberIn(params.get("r"), 1, 9999) : 600;
  if (latitude === null || longitude === null || radius === null) return null;
  return snapped(latitude, longitude, radius);
}

function viewOfBox(text: string): MapView | null {
  const [west, south, east, north, ...more] = text.split(",");
  const w = numberIn(west ?? null, -180, 180);
  const s = numberIn(south ?? null, -90, 90);
  const e = numberIn(east ?? null, -180, 180);
  const n = numberIn(north ?? null, -90, 90);
  if (w === null || s === null || e === null || n === null || more.length > 0 || s >= n) {
    return null;
  }
  const width = ((e - w) % 360 + 360) % 360 || 360;
  const latitude = (s + n) / 2;
  const widest = s <= 0 && n >= 0 ? 0 : Math.min(Math.abs(s), Math.abs(n));
  const halfWidthNm = width / 2 * 60 * Math.cos(widest * Math.PI / 180);
  const halfHeightNm = (n - s) / 2 * 60;
  return snapped(
    latitude,
    turned(w + width / 2),
    Math.max(halfWidthNm, halfHeightNm / HEIGHT_RATIO),
  );
}

/** Height of the map of an area to its width. */
export const HEIGHT_RATIO = 0.75;

/**
 * The nearest view whose drawing may be kept: its radius is a step of the zoom that shows at least what was
 * asked for, its centre lies on a grid of an eighth of the radius.
 */
export function snapped(latitude: number, longitude: number, radiusNm: number): AreaView {
  const radius = RADII.findLast((step) => step >= radiusNm) ?? RADII[0]!;
  const step = radius / 8 / 60;
  const onGrid = (degrees: number) => Math.round(Math.round(degrees / step) * step * 1000) / 1000;
  return area(
    Math.max(-90, Math.min(90, onGrid(latitude))),
    turned(onGrid(longitude)),
    radius,
  );
}

function turned(longitude: number): number {
  const turn = ((longitude + 180) % 360 + 360) % 360 - 180;
  return Math.round(turn * 1000) / 1000;
}

/** The parameters of a view, as they stand in its address; the region's name where it is one. */
export function paramsOfView(view: MapView): [string, string][] {
  if (view.kind === "world") return [];
  const region = REGIONS.find((one) => isSameView(one.view, view));
  if (region !== undefined) return [["region", region.id]];
  return [["lat", String(view.latitude)], ["lon", String(view.longitude)], [
    "r",
    String(view.radiusNm),
  ]];
}

function isSameView(a: AreaView, b: AreaView): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude && a.radiusNm === b.radiusNm;
}

/** One step nearer; `null` at the last one. The world has no nearer step of its own: regions lead on. */
export function zoomedIn(view: MapView): MapView | null {
  if (view.kind === "world") return null;
  const radius = RADII.find((step) => step < view.radiusNm);
  return radius === undefined ? null : snapped(view.latitude, view.longitude, radius);
}

/** One step farther; the world after the last. */
export function zoomedOut(view: MapView): MapView | null {
  if (view.kind === "world") return null;
  const radius = RADII.findLast((step) => step > view.radiusNm);
  return radius === undefined ? { kind: "world" } : snapped(view.latitude, view.longitude, radius);
}

/** The view half a map further in a direction. Over a pole it comes down on the other side. */
export function moved(view: AreaView, direction: "N" | "E" | "S" | "W"): AreaView {
  const { latitude, longitude, radiusNm } = view;
  const degrees = radiusNm / 60;
  if (direction === "N" || direction === "S") {
    const to = latitude + (direction === "N" ? 1 : -1) * degrees * HEIGHT_RATIO;
    return Math.abs(to) <= 90
      ? snapped(to, longitude, radiusNm)
      : snapped(Math.sign(to) * 180 - to, turned(longitude + 180), radiusNm);
  }
  const step = degrees / Math.max(0.2, Math.cos(latitude * Math.PI / 180));
  return snapped(latitude, turned(longitude + (direction === "E" ? step : -step)), radiusNm);
}

/** The name of a view, for titles and for speech. */
export function viewName(view: MapView, v: Viewer): string {
  if (view.kind === "world") return v.t("map.world");
  const region = REGIONS.find((one) => isSameView(one.view, view));
  if (region !== undefined) return v.t(`region.${region.id}`);
  const place = [degreesText(view.latitude, "N", "S"), degreesText(view.longitude, "E", "W")];
  return v.t("map.around", { radius: view.radiusNm, code: place.join(" ") });
}

function degreesText(value: number, positive: string, negative: string): string {
  return `${Math.abs(Math.round(value * 10) / 10)}° ${value < 0 ? negative : positive}`;
}
