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
  type InterpolatedWind,
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
  /** Worked out when asked for: of hundreds of steps a few are told. */
  readonly sources: () => readonly WindSource[];
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
  readonly sources: () => readonly WindSource[];
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

/** A column with the wind that it has at a height. */
interface Near {
  readonly column: Column;
  readonly wind: InterpolatedWind;
  /** Of the angle between place and column: the larger, the nearer. */
  readonly cosine: number;
}

/** The nearest columns within reach of a place that have a wind at a height, nearest first. */
function nearestColumns(columns: readonly Column[], at: Vector, altitudeFt: number): Near[] {
  const found: Near[] = [];
  for (const column of columns) {
    const cosine = dot(column.vector, at);
    if (cosine < FARTHEST_COSINE) continue;
    if (found.length === COLUMNS && cosine <= found[COLUMNS - 1]!.cosine) continue;
    const wind = windAtAltitude(column.winds, altitudeFt);
    if (wind === null) continue;
    let place = found.length;
    while (place > 0 && found[place - 1]!.cosine < cosine) place--;
    found.splice(place, 0, { column, wind, cosine });
    if (found.length > COLUMNS) found.pop();
  }
  return found;
}

/** Between the nearest columns that have a wind at that height. */
function inPlace({ held, columns }: Timed, point: Point, altitudeFt: number): Mixed | null {
  const at = toVector(point);
  const parts: { part: Mixed; weight: number }[] = [];
  for (const { column, wind } of nearestColumns(columns, at, altitudeFt)) {
    const nm = nmBetween(at, column.vector);
    const part: Mixed = {
      vector: windVector(wind.directionDeg, wind.speedKt),
      temperatureC: wind.temperatureC,
      sources: () => [{
        bulletin: held,
        station: column.winds.station,
        distanceNm: nm,
        bearingDeg: initialCourse(point, column.point),
        tokens: tokensAround(column.winds, altitudeFt),
      }],
    };
    if (nm <= SAME_PLACE_NM) return part;
    parts.push({ part, weight: 1 / (nm * nm) });
  }
  return parts.length === 0 ? null : mix(parts);
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
  let [total, east, north, celsius] = [0, 0, 0, 0];
  let warm = true;
  for (const { part, weight } of parts) {
    total += weight;
    east += part.vector.eastKt * weight;
    north += part.vector.northKt * weight;
    warm &&= part.temperatureC !== null;
    celsius += (part.temperatureC ?? 0) * weight;
  }
  return {
    vector: { eastKt: east / total, northKt: north / total },
    temperatureC: warm ? celsius / total : null,
    sources: () => parts.flatMap(({ part }) => part.sources()),
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
  let below: { feet: number; celsius: number; sources: WindAt["sources"] } | null = null;
  for (const feet of heightsFt) {
    const wind = winds.at(point, feet, instant);
    if (wind === null || wind.temperatureC === null) continue;
    const { temperatureC: celsius, sources } = wind;
    if (celsius <= 0) {
      if (below === null) return { kind: "below", feet, sources: sources() };
      const share = below.celsius / (below.celsius - celsius);
      return {
        kind: "height",
        feet: below.feet + (feet - below.feet) * share,
        sources: [...below.sources(), ...sources()],
      };
    }
    below = { feet, celsius, sources };
  }
  return null;
}
