/**
 * The weather world: a pure function of seed, place and time.
 *
 * Nothing is carried from one instant to the next, so that any instant can be asked at any time, in any
 * order, at the same price; neighbours agree because the fields behind them are smooth.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { airAt } from "./air.ts";
import type { Conditions } from "./conditions.ts";
import { groundAt } from "./geography.ts";
import { pressureAt, type PressureSystem, systemsAt } from "./systems.ts";
import { weatherAt } from "./weather.ts";
import { windAt } from "./wind.ts";

export type { Conditions, LayerField, PrecipitationKind } from "./conditions.ts";
export type { PressureSystem } from "./systems.ts";

/** A world to ask. */
export interface WeatherWorld {
  readonly seed: number;
  /**
   * The air at a place.
   *
   * @param latitude degrees, −90 to 90
   * @param longitude degrees, −180 to 180
   * @param elevationFt feet above mean sea level
   * @param instant milliseconds since the epoch
   */
  at(latitude: number, longitude: number, elevationFt: number, instant: number): Conditions;
  /** The pressure systems of an instant. */
  systems(instant: number): readonly PressureSystem[];
}

const REMEMBERED = 512;
const RADIANS = Math.PI / 180;

/** A world from a seed (any whole number). The same seed gives the same weather for ever. */
export function createWorld(seed: number): WeatherWorld {
  // Reports of one minute ask for the same instant thousands of times.
  const remembered = new Map<number, readonly PressureSystem[]>();
  const systems = (instant: number) => {
    const known = remembered.get(instant);
    if (known !== undefined) return known;
    const fresh = systemsAt(seed, instant / HOUR_MS);
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(instant, fresh);
    return fresh;
  };
  return {
    seed,
    systems,
    at(latitude, longitude, elevationFt, instant) {
      const hours = instant / HOUR_MS;
      const phi = latitude * RADIANS, lambda = longitude * RADIANS;
      const x = Math.cos(phi) * Math.cos(lambda);
      const y = Math.cos(phi) * Math.sin(lambda);
      const z = Math.sin(phi);
      const place = { seed, latitude, longitude, elevationFt, x, y, z, instant, hours };
      const ground = groundAt(x, y, z);
      const field = pressureAt(systems(instant), latitude, longitude, x, y, z);
      const air = airAt(place, ground, field);
      const wind = windAt(place, field, air);
      return weatherAt(place, ground, field, air, wind);
    },
  };
}
