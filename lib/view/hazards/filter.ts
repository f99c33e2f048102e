/**
 * Which hazards concern a place, a band of levels and a time. What cannot be judged is kept, and told apart.
 *
 * @module
 */
import { distanceToShapeNm } from "../../derive/hazard_area.ts";
import type { Point } from "../../stations/geometry.ts";
import { HOUR_MS } from "../../time/mod.ts";
import { numberIn, REGIONS } from "../map/view.ts";
import { type HazardCode, isHazardCode } from "./codes.ts";
import type { HazardItem } from "./item.ts";
import { touchesBand } from "./levels.ts";

/** What is asked of a list. `null`: not asked. */
export interface HazardQuery {
  /** As typed: `KJFK`. */
  readonly near: string;
  readonly withinNm: number;
  readonly region: string;
  /** Flight information region or unit: `EGTT`, `SHANLON`, `ZNY`. */
  readonly fir: string;
  /** Flight levels. */
  readonly from: number | null;
  readonly to: number | null;
  /** Hours from now at which it must be in force; `null`: any time. */
  readonly hour: number | null;
  readonly code: HazardCode | null;
  /** One report by its id, from a link. */
  readonly one: string;
  readonly page: number;
}

/** Distance used where none is asked for, nautical miles. */
const DEFAULT_WITHIN_NM = 200;

/** Reads the query of an address; what cannot be read is named in `problems`, and not applied. */
export function hazardQueryOf(params: URLSearchParams): {
  readonly query: HazardQuery;
  readonly problems: readonly ("within" | "level" | "hour" | "region" | "code" | "page")[];
} {
  const problems: ("within" | "level" | "hour" | "region" | "code" | "page")[] = [];
  const number = (name: string, low: number, high: number, problem: typeof problems[number]) => {
    const text = params.get(name)?.trim() ?? "";
    if (text === "") return null;
    const value = numberIn(text, low, high);
    if (value === null) problems.push(problem);
    return value;
  };
  const region = params.get("region") ?? "";
  const isRegion = region === "" || REGIONS.some(({ id }) => id === region);
  if (!isRegion) problems.push("region");
  const code = (params.get("kind") ?? "").toUpperCase();
  if (code !== "" && !isHazardCode(code)) problems.push("code");
  const levels = [number("from", 0, 999, "level"), number("to", 0, 999, "level")] as const;
  const query: HazardQuery = {
    near: text(params, "near", 8).toUpperCase(),
    withinNm: number("within", 1, 2000, "within") ?? DEFAULT_WITHIN_NM,
    region: isRegion ? region : "",
    fir: text(params, "fir", 30).toUpperCase(),
    from: levels[0],
    to: levels[1],
    hour: number("at", 0, 30, "hour"),
    code: isHazardCode(code) ? code : null,
    one: text(params, "one", 8),
    page: number("page", 1, 999, "page") ?? 1,
  };
  return { query, problems: [...new Set(problems)] };
}

function text(params: URLSearchParams, name: string, length: number): string {
  return (params.get(name) ?? "").trim().slice(0, length);
}

/** Found, and those whose place or region cannot be told while a place or region is asked for. */
export interface Filtered {
  readonly found: readonly HazardItem[];
  readonly unplaced: readonly HazardItem[];
}

/** Applies a query. `near` is the place behind `query.near`, `null` where none is asked for. */
export function filterHazards(
  items: readonly HazardItem[],
  query: HazardQuery,
  near: Point | null,
  now: number,
): Filtered {
  if (query.one !== "") return { found: items.filter(({ id }) => id === query.one), unplaced: [] };
  const found: HazardItem[] = [];
  const unplaced: HazardItem[] = [];
  for (const item of items) {
    if (
      (query.hour !== null && !isInForce(item, now + query.hour * HOUR_MS)) ||
      !isOfLevel(item, query)
    ) continue;
    if (query.code !== null && item.code !== query.code) continue;
    const where = placeVerdict(item, query, near);
    if (where === "inside") found.push(item);
    else if (where === "unknown") unplaced.push(item);
  }
  return { found, unplaced };
}

/** In force at an instant; an end or beginning that is not known leaves it in. */
export function isInForce({ period: { from, to } }: HazardItem, at: number): boolean {
  return (from === null || from <= at) && (to === null || to > at);
}

function isOfLevel(item: HazardItem, { from, to }: HazardQuery): boolean {
  if (from === null && to === null) return true;
  const feet = (level: number | null) => level === null ? null : level * 100;
  return touchesBand(item.layers, feet(from), feet(to));
}

type Verdict = "inside" | "outside" | "unknown";

function placeVerdict(item: HazardItem, query: HazardQuery, near: Point | null): Verdict {
  const verdicts: Verdict[] = [];
  if (query.fir !== "") {
    verdicts.push(
      item.areaNames === "" ? "unknown" : item.areaNames.includes(query.fir) ? "inside" : "outside",
    );
  }
  if (near !== null) verdicts.push(distanceVerdict(item, near, query.withinNm));
  const region = REGIONS.find(({ id }) => id === query.region)?.view;
  if (region !== undefined) verdicts.push(distanceVerdict(item, region, region.radiusNm));
  if (verdicts.includes("outside")) return "outside";
  return verdicts.includes("unknown") ? "unknown" : "inside";
}

function distanceVerdict({ place }: HazardItem, point: Point, withinNm: number): Verdict {
  const isInside = place.shapes.some((shape) => distanceToShapeNm(shape, point) <= withinNm);
  if (isInside) return "inside";
  return place.undrawn.length > 0 || place.shapes.length === 0 ? "unknown" : "outside";
}

/** The address of a list with parts of its query changed; empty parts are left out. */
export function hazardHref(
  path: string,
  query: HazardQuery,
  change: Partial<HazardQuery> = {},
): string {
  const all = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  const add = (name: string, value: string | number | null) => {
    if (value !== null && value !== "") params.set(name, String(value));
  };
  add("near", all.near);
  if (all.near !== "" && all.withinNm !== DEFAULT_WITHIN_NM) add("within", all.withinNm);
  add("region", all.region);
  add("fir", all.fir);
  add("from", all.from);
  add("to", all.to);
  add("at", all.hour);
  add("kind", all.code);
  add("one", all.one);
  if (all.page > 1) add("page", all.page);
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
