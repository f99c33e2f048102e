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
import type { DecodedReport, Source } from "../../products/product.ts";
import { windAtAltitude, type WindsAloft as Bulletin } from "../../products/winds_aloft/mod.ts";
import { EARTH_RADIUS_NM, initialCourse, type Point } from "../../stations/geometry.ts";
import { type Column, columnsOf, type Forecast, type Places } from "./wind_columns.ts";
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

interface Mixed {
  readonly vector: WindVector;
  readonly temperatureC: number | null;
  readonly sources: () => readonly WindSource[];
}

/**
 * Winds from bulletins. A column whose station `placeOf` does not know, and a bulletin without its hours of use,
 * take no part. The same list is prepared once for the same `stations`.
 */
export function windsFrom(
  bulletins: readonly HeldReport<DecodedReport>[],
  placeOf: Places,
  stations: object = placeOf,
): WindsAloft {
  const columns = columnsOf(bulletins, placeOf, stations);
  return {
    at(point, altitudeFt, instant) {
      const mixed = inPlace(columns, point, altitudeFt, instant);
      return mixed && { ...mixed, ...windOf(mixed.vector) };
    },
  };
}

/** The wind of a column at a height and time, and the forecasts that it is of. */
interface OverColumn {
  readonly vector: WindVector;
  readonly temperatureC: number | null;
  readonly forecasts: readonly Forecast[];
}

/** Between two forecasts by time where one of them may be used; before the first and after the last that one alone. */
function inTime(
  { forecasts }: Column,
  altitudeFt: number,
  instant: number,
): OverColumn | null {
  const before = forecasts.findLast(({ validAt }) => validAt <= instant);
  const after = forecasts.find(({ validAt }) => validAt > instant);
  const [early, late] = [isUsable(before, instant), isUsable(after, instant)];
  if (!early && !late) return null;
  const a = before && overColumn(before, altitudeFt);
  const b = after && overColumn(after, altitudeFt);
  if (a && b) {
    const share = (instant - before.validAt) / (after.validAt - before.validAt);
    const between = (x: number, y: number) => x * (1 - share) + y * share;
    return {
      vector: {
        eastKt: between(a.vector.eastKt, b.vector.eastKt),
        northKt: between(a.vector.northKt, b.vector.northKt),
      },
      temperatureC: a.temperatureC === null || b.temperatureC === null
        ? null
        : between(a.temperatureC, b.temperatureC),
      forecasts: [before, after],
    };
  }
  if (a && early) return a;
  return b && late ? b : null;
}

function isUsable(forecast: Forecast | undefined, instant: number): boolean {
  return forecast !== undefined && instant >= forecast.useFrom && instant <= forecast.useTo;
}

function overColumn(forecast: Forecast, altitudeFt: number): OverColumn | null {
  const wind = windAtAltitude(forecast.winds, altitudeFt);
  return wind && {
    vector: windVector(wind.directionDeg, wind.speedKt),
    temperatureC: wind.temperatureC,
    forecasts: [forecast],
  };
}

/** A column with the wind that it has at a height and time. */
interface Near {
  readonly column: Column;
  readonly over: OverColumn;
  /** Of the angle between place and column: the larger, the nearer. */
  readonly cosine: number;
}

/** The nearest columns within reach of a place that have a wind, nearest first. */
function nearestColumns(
  columns: readonly Column[],
  at: Vector,
  altitudeFt: number,
  instant: number,
): Near[] {
  const found: Near[] = [];
  for (const column of columns) {
    const cosine = dot(column.vector, at);
    if (cosine < FARTHEST_COSINE) continue;
    if (found.length === COLUMNS && cosine <= found[COLUMNS - 1]!.cosine) continue;
    const over = inTime(column, altitudeFt, instant);
    if (over === null) continue;
    let place = found.length;
    while (place > 0 && found[place - 1]!.cosine < cosine) place--;
    found.splice(place, 0, { column, over, cosine });
    if (found.length > COLUMNS) found.pop();
  }
  return found;
}

/** Between the nearest columns that have a wind at that height and time. */
function inPlace(
  columns: readonly Column[],
  point: Point,
  altitudeFt: number,
  instant: number,
): Mixed | null {
  const at = toVector(point);
  const parts: { part: Mixed; weight: number }[] = [];
  for (const { column, over } of nearestColumns(columns, at, altitudeFt, instant)) {
    const nm = nmBetween(at, column.vector);
    const part: Mixed = {
      vector: over.vector,
      temperatureC: over.temperatureC,
      sources: () => {
        const where = {
          station: column.station,
          distanceNm: nm,
          bearingDeg: initialCourse(point, column.point),
        };
        return over.forecasts.flatMap((forecast) =>
          tokensAround(forecast, altitudeFt).map((part) => ({ ...where, ...part }))
        );
      },
    };
    if (nm <= SAME_PLACE_NM) return part;
    parts.push({ part, weight: 1 / (nm * nm) });
  }
  return parts.length === 0 ? null : mix(parts);
}

/** The groups of the two levels around a height, or the one at it, by bulletin. */
function tokensAround(
  { winds, bulletins }: Forecast,
  altitudeFt: number,
): Pick<WindSource, "bulletin" | "tokens">[] {
  const known = winds.levels.filter(({ wind }) => wind !== null);
  const at = known.find(({ level }) => level.value === altitudeFt);
  const around = at !== undefined ? [at] : [
    known.findLast(({ level }) => level.value < altitudeFt),
    known.find(({ level }) => level.value > altitudeFt),
  ];
  const tokens = new Map<HeldReport<Bulletin>, Source[]>();
  for (const level of around) {
    if (level === undefined) continue;
    const bulletin = bulletins.get(level)!;
    tokens.set(bulletin, [...tokens.get(bulletin) ?? [], level.source]);
  }
  return [...tokens].map(([bulletin, tokens]) => ({ bulletin, tokens }));
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
