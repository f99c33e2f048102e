/**
 * The wind and temperature at a place, height and time, from the winds aloft forecasts that are held.
 *
 * Vectors are interpolated: in height between the levels of a column, in place between the nearest columns by the
 * inverse square of their distance, in time between two forecasts. Nothing is taken from beyond the levels, from
 * columns too far away, or outside of the hours for which a forecast may be used: then there is no wind.
 *
 * @module
 */
import type { HeldReport } from "../../products/raw_report.ts";
import type { Source } from "../../products/product.ts";
import {
  type StationWinds,
  windAtAltitude,
  type WindsAloft as Bulletin,
} from "../../products/winds_aloft/mod.ts";
import { EARTH_RADIUS_NM, initialCourse, type Point } from "../../stations/geometry.ts";
import { dot, nmBetween, toVector, type Vector } from "./vector.ts";
import { windOf, type WindVector, windVector } from "./wind.ts";

/** One column that took part. */
export interface WindSource {
  readonly bulletin: HeldReport<Bulletin>;
  readonly station: string;
  readonly distanceNm: number;
  /** From the place to the column, degrees true. */
  readonly bearingDeg: number;
  /** The groups of the two levels around the height, or the one at it. */
  readonly tokens: readonly Source[];
}

/** A wind that was interpolated. */
export interface WindAt {
  readonly vector: WindVector;
  /** Degrees true, 0 where there is no wind. */
  readonly directionDeg: number;
  readonly speedKt: number;
  /** `null` where a temperature is not forecast at one of the levels around. */
  readonly temperatureC: number | null;
  readonly sources: readonly WindSource[];
}

/** Where winds aloft come from. */
export interface WindsAloft {
  /** `null`: none is forecast there, at that height, or for that time. */
  at(point: Point, altitudeFt: number, instant: number): WindAt | null;
}

/** No winds at all. */
export const NO_WINDS: WindsAloft = { at: () => null };

/** Columns farther away than this say nothing about a place. */
const FARTHEST_NM = 250;
const FARTHEST_COSINE = Math.cos(FARTHEST_NM / EARTH_RADIUS_NM);
/** Most columns that take part. */
const COLUMNS = 4;
/** Nearer than this the column alone counts. */
const SAME_PLACE_NM = 2;

interface Column {
  readonly winds: StationWinds;
  readonly point: Point;
  readonly vector: Vector;
}

interface Timed {
  readonly held: HeldReport<Bulletin>;
  readonly validAt: number;
  readonly useFrom: number;
  readonly useTo: number;
  readonly columns: readonly Column[];
}

interface Mixed {
  readonly vector: WindVector;
  readonly temperatureC: number | null;
  readonly sources: readonly WindSource[];
}

/** Finds the places of columns by their names. */
export type Places = (station: string) => Point | undefined;

/**
 * Winds from bulletins. A column whose station `placeOf` does not know, and a bulletin without its hours of use,
 * take no part. Bulletins are prepared once for the same `stations`.
 */
export function windsFrom(
  bulletins: readonly HeldReport<Bulletin>[],
  placeOf: Places,
  stations: object = placeOf,
): WindsAloft {
  const timed = bulletins.flatMap((held) => prepared(held, placeOf, stations))
    .sort((a, b) => a.validAt - b.validAt || a.held.observedAt - b.held.observedAt);
  return {
    at(point, altitudeFt, instant) {
      const mixed = inTime(timed, point, altitudeFt, instant);
      return mixed && { ...mixed, ...windOf(mixed.vector) };
    },
  };
}

const preparations = new WeakMap<HeldReport, { stations: object; timed: readonly Timed[] }>();

function prepared(held: HeldReport<Bulletin>, placeOf: Places, stations: object): readonly Timed[] {
  const known = preparations.get(held);
  if (known?.stations === stations) return known.timed;
  const timed = timedOf(held, placeOf);
  preparations.set(held, { stations, timed });
  return timed;
}

function timedOf(held: HeldReport<Bulletin>, placeOf: Places): Timed[] {
  const { validAt, useFrom, useTo, stations } = held.decoded;
  if (validAt === null || useFrom === null || useTo === null) return [];
  const columns = stations.flatMap((winds) => {
    const point = placeOf(winds.station);
    return point === undefined ? [] : [{ winds, point, vector: toVector(point) }];
  });
  return [{
    held,
    validAt: Date.parse(validAt),
    useFrom: Date.parse(useFrom),
    useTo: Date.parse(useTo),
    columns,
  }];
}

/** Between two forecasts by time where one of them may be used; before the first and after the last that one alone. */
function inTime(
  timed: readonly Timed[],
  point: Point,
  altitudeFt: number,
  instant: number,
): Mixed | null {
  const usable = (one: Timed | undefined) =>
    one !== undefined && instant >= one.useFrom && instant <= one.useTo;
  const before = timed.findLast(({ validAt }) => validAt <= instant);
  const after = timed.find(({ validAt }) => validAt > instant);
  if (!usable(before) && !usable(after)) return null;
  const a = before && inPlace(before, point, altitudeFt);
  const b = after && inPlace(after, point, altitudeFt);
  if (a && b) {
    const share = (instant - before.validAt) / (after.validAt - before.validAt);
    return mix([{ part: a, weight: 1 - share }, { part: b, weight: share }]);
  }
  if (a && usable(before)) return a;
  return b && usable(after) ? b : null;
}

/** Columns within reach of a place, nearest first. */
function columnsNear(columns: readonly Column[], point: Point): { column: Column; nm: number }[] {
  const at = toVector(point);
  return columns.filter(({ vector }) => dot(vector, at) >= FARTHEST_COSINE)
    .map((column) => ({ column, nm: nmBetween(at, column.vector) }))
    .sort((x, y) => x.nm - y.nm);
}

/** Between the nearest columns that have a wind at that height. */
function inPlace({ held, columns }: Timed, point: Point, altitudeFt: number): Mixed | null {
  const found: { part: Mixed; nm: number }[] = [];
  for (const { column, nm } of columnsNear(columns, point)) {
    const wind = windAtAltitude(column.winds, altitudeFt);
    if (wind === null) continue;
    const part: Mixed = {
      vector: windVector(wind.directionDeg, wind.speedKt),
      temperatureC: wind.temperatureC,
      sources: [{
        bulletin: held,
        station: column.winds.station,
        distanceNm: nm,
        bearingDeg: initialCourse(point, column.point),
        tokens: tokensAround(column.winds, altitudeFt),
      }],
    };
    if (nm <= SAME_PLACE_NM) return part;
    found.push({ part, nm });
    if (found.length === COLUMNS) break;
  }
  return found.length === 0
    ? null
    : mix(found.map(({ part, nm }) => ({ part, weight: 1 / (nm * nm) })));
}

function tokensAround({ levels }: StationWinds, altitudeFt: number): Source[] {
  const known = levels.filter(({ wind }) => wind !== null);
  const at = known.find(({ level }) => level.value === altitudeFt);
  if (at !== undefined) return [at.source];
  const below = known.findLast(({ level }) => level.value < altitudeFt);
  const above = known.find(({ level }) => level.value > altitudeFt);
  return [below, above].flatMap((one) => one === undefined ? [] : [one.source]);
}

function mix(parts: readonly { readonly part: Mixed; readonly weight: number }[]): Mixed {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (part: Mixed) => number) =>
    parts.reduce((sum, { part, weight }) => sum + of(part) * weight, 0) / total;
  const temperatureC = parts.every(({ part }) => part.temperatureC !== null)
    ? mean((part) => part.temperatureC ?? 0)
    : null;
  return {
    vector: {
      eastKt: mean((part) => part.vector.eastKt),
      northKt: mean((part) => part.vector.northKt),
    },
    temperatureC,
    sources: parts.flatMap(({ part }) => part.sources),
  };
}

/**
 * Height of the freezing level over a place, feet: where the temperature falls through 0 °C between two heights of
 * `heightsFt` (upwards). `belowLowest`: it is below 0 °C at the lowest height known; `null`: not known.
 */
export function freezingLevelAt(
  winds: WindsAloft,
  point: Point,
  instant: number,
  heightsFt: readonly number[] = [6000, 9000, 12_000, 18_000, 24_000],
):
  | { readonly kind: "height"; readonly feet: number; readonly sources: readonly WindSource[] }
  | { readonly kind: "below"; readonly feet: number; readonly sources: readonly WindSource[] }
  | null {
  let below: { feet: number; celsius: number; sources: readonly WindSource[] } | null = null;
  for (const feet of heightsFt) {
    const wind = winds.at(point, feet, instant);
    if (wind === null || wind.temperatureC === null) continue;
    const { temperatureC: celsius, sources } = wind;
    if (celsius <= 0) {
      if (below === null) return { kind: "below", feet, sources };
      const share = below.celsius / (below.celsius - celsius);
      return {
        kind: "height",
        feet: below.feet + (feet - below.feet) * share,
        sources: [...below.sources, ...sources],
      };
    }
    below = { feet, celsius, sources };
  }
  return null;
}
