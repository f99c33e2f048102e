/**
 * Quantities: a number is never without its unit.
 *
 * A quantity carries its unit as a literal type, so that knots cannot be given where feet are wanted.
 * Values stay in the unit in which they were reported; conversions are separate functions.
 *
 * @module
 */

export {
  COMPASS_POINTS,
  type CompassPoint,
  degreesOfPoint,
  isCompassPoint,
  MAIN_COMPASS_POINTS,
  nearestPoint,
} from "./compass.ts";

/** Units of speed: knots, metres per second, kilometres per hour. */
export type SpeedUnit = "kt" | "m/s" | "km/h";
/** Units of horizontal distance: metres, kilometres, statute miles, feet, nautical miles. */
export type DistanceUnit = "m" | "km" | "SM" | "ft" | "NM";
/** Units of height: feet or metres. */
export type HeightUnit = "ft" | "m";
/** Units of pressure: hectopascals, inches of mercury, millimetres of mercury. */
export type PressureUnit = "hPa" | "inHg" | "mmHg";
/** Units of precipitation and snow depth. */
export type DepthUnit = "in" | "mm" | "cm";
/** Every unit that a report or a derived value may have. `deg` is degrees of arc from true north unless said otherwise. */
export type Unit =
  | SpeedUnit
  | DistanceUnit
  | PressureUnit
  | DepthUnit
  | "deg"
  | "degC"
  | "degF"
  | "min"
  | "h"
  | "percent"
  | "okta";

/** On which side of `value` the truth may lie: `P6SM` is `atLeast`, `M1/4SM` is `atMost`. */
export type Bound = "atLeast" | "atMost";

/** A number with its unit, and its bound where the report gives only a limit. */
export interface Quantity<U extends Unit = Unit> {
  readonly value: number;
  readonly unit: U;
  readonly bound?: Bound;
}

/**
 * A quantity of `value` in `unit`.
 *
 * @example
 * ```ts
 * import { quantity } from "./mod.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(quantity(6, "SM", "atLeast"), { value: 6, unit: "SM", bound: "atLeast" });
 * ```
 */
export function quantity<U extends Unit>(value: number, unit: U, bound?: Bound): Quantity<U> {
  return bound === undefined ? { value, unit } : { value, unit, bound };
}

/** Metres in one statute mile (exact, NIST SP 811). */
export const METRES_PER_STATUTE_MILE = 1609.344;
/** Metres in one nautical mile (exact, ICAO Annex 5). */
export const METRES_PER_NAUTICAL_MILE = 1852;
/** Metres in one foot (exact). */
export const METRES_PER_FOOT = 0.3048;
/** Hectopascals in one inch of mercury at 0 °C. */
export const HPA_PER_INHG = 33.8638866667;
/** Hectopascals in one millimetre of mercury at 0 °C. */
export const HPA_PER_MMHG = HPA_PER_INHG / 25.4;

const METRES: Record<DistanceUnit, number> = {
  m: 1,
  km: 1000,
  SM: METRES_PER_STATUTE_MILE,
  ft: METRES_PER_FOOT,
  NM: METRES_PER_NAUTICAL_MILE,
};
/** Knots in one unit of speed (ICAO Annex 5: 1 kt = 1852 m/h). */
const KNOTS: Record<SpeedUnit, number> = { kt: 1, "m/s": 3600 / 1852, "km/h": 1 / 1.852 };
const HECTOPASCALS: Record<PressureUnit, number> = {
  hPa: 1,
  inHg: HPA_PER_INHG,
  mmHg: HPA_PER_MMHG,
};

/** `distance` in the unit `to`, unrounded; the bound is not looked at. */
export function toDistance(distance: Quantity<DistanceUnit>, to: DistanceUnit): number {
  return distance.unit === to
    ? distance.value
    : distance.value * METRES[distance.unit] / METRES[to];
}

/** `speed` in the unit `to`, unrounded. */
export function toSpeed(speed: Quantity<SpeedUnit>, to: SpeedUnit): number {
  return speed.unit === to ? speed.value : speed.value * KNOTS[speed.unit] / KNOTS[to];
}

/** `pressure` in the unit `to`, unrounded. */
export function toPressure(pressure: Quantity<PressureUnit>, to: PressureUnit): number {
  return pressure.unit === to
    ? pressure.value
    : pressure.value * HECTOPASCALS[pressure.unit] / HECTOPASCALS[to];
}

/** Degrees Fahrenheit of a temperature in degrees Celsius. */
export function celsiusToFahrenheit(celsius: number): number {
  return celsius * 9 / 5 + 32;
}

/** `value` rounded half away from zero to `decimals` places (0 to 6), never giving −0. */
export function roundTo(value: number, decimals = 0): number {
  const factor = 10 ** decimals;
  const rounded = Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9) / factor;
  return rounded === 0 ? 0 : rounded;
}
