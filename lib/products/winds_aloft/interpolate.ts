/**
 * Winds between levels and between stations, as vectors. Never outside of what is forecast.
 *
 * @module
 */
import type { StationWinds, WindAloft } from "./model.ts";

/** A wind that was calculated: degrees true 1 to 360 (0 with 0 kt), knots; temperature in °C if known at both ends. */
export interface InterpolatedWind {
  readonly directionDeg: number;
  readonly speedKt: number;
  readonly temperatureC: number | null;
}

interface Vector {
  readonly east: number;
  readonly north: number;
  readonly temperatureC: number | null;
}

/** Light and variable is under 5 kt from anywhere: as a vector it is nothing. */
function toVector(wind: WindAloft, temperatureC: number | null): Vector {
  if (wind.kind === "lightAndVariable") return { east: 0, north: 0, temperatureC };
  const angle = wind.direction.value * Math.PI / 180;
  const speed = wind.speed.value;
  return { east: speed * Math.sin(angle), north: speed * Math.cos(angle), temperatureC };
}

function toWind({ east, north, temperatureC }: Vector): InterpolatedWind {
  const speedKt = Math.hypot(east, north);
  if (speedKt < 1e-9) return { directionDeg: 0, speedKt: 0, temperatureC };
  const angle = Math.atan2(east, north) * 180 / Math.PI;
  return { directionDeg: angle <= 0 ? angle + 360 : angle, speedKt, temperatureC };
}

function mix(a: Vector, b: Vector, share: number): Vector {
  const between = (x: number, y: number) => x + (y - x) * share;
  return {
    east: between(a.east, b.east),
    north: between(a.north, b.north),
    temperatureC: a.temperatureC === null || b.temperatureC === null
      ? null
      : between(a.temperatureC, b.temperatureC),
  };
}

interface Level {
  readonly feet: number;
  readonly vector: Vector;
}

/** Levels as vectors are made once: a route asks for the same columns hundreds of times. */
const columns = new WeakMap<StationWinds, readonly Level[]>();

function levelsOf(station: StationWinds): readonly Level[] {
  let levels = columns.get(station);
  if (levels === undefined) {
    levels = station.levels.flatMap(({ level, wind, temperature }) =>
      wind === null
        ? []
        : [{ feet: level.value, vector: toVector(wind, temperature?.value ?? null) }]
    ).sort((a, b) => a.feet - b.feet);
    columns.set(station, levels);
  }
  return levels;
}

function vectorAt(station: StationWinds, altitudeFt: number): Vector | null {
  const known = levelsOf(station);
  const above = known.findIndex(({ feet }) => feet >= altitudeFt);
  const upper = known[above];
  if (upper === undefined) return null;
  if (upper.feet === altitudeFt) return upper.vector;
  const lower = known[above - 1];
  if (lower === undefined) return null;
  return mix(lower.vector, upper.vector, (altitudeFt - lower.feet) / (upper.feet - lower.feet));
}

/**
 * The wind over a station at `altitudeFt` feet above mean sea level; `null` below the lowest and above the
 * highest level that is forecast.
 *
 * @example
 * ```ts
 * import { windAtAltitude } from "./interpolate.ts";
 * import { decodeWindsAloft } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const [station] = decodeWindsAloft("FT  3000    6000    9000\nABQ      2420+10 3040+04").stations;
 * const wind = windAtAltitude(station!, 7500);
 * assert.deepEqual([Math.round(wind!.directionDeg), Math.round(wind!.speedKt)], [281, 26]);
 * ```
 */
export function windAtAltitude(station: StationWinds, altitudeFt: number): InterpolatedWind | null {
  const vector = vectorAt(station, altitudeFt);
  return vector && toWind(vector);
}

/**
 * The wind on the way between two stations at `altitudeFt`.
 *
 * @param share how far on the way, 0 at `from` to 1 at `to`; `null` comes back outside of that and where one
 * of the stations has no wind at this altitude
 */
export function windBetween(
  from: StationWinds,
  to: StationWinds,
  share: number,
  altitudeFt: number,
): InterpolatedWind | null {
  if (!(share >= 0 && share <= 1)) return null;
  const [a, b] = [vectorAt(from, altitudeFt), vectorAt(to, altitudeFt)];
  return a && b && toWind(mix(a, b, share));
}
