/**
 * Pressure in the other unit, pressure altitude and density altitude.
 *
 * Aviation rules, section 5. Input is the altimeter setting, never the station pressure. The formulas are for
 * dry air: humidity adds up to a few hundred feet on hot, humid days.
 *
 * @module
 */
import type { Pressure } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { PressureUnit, Quantity } from "../units/mod.ts";
import { roundTo, toPressure } from "../units/mod.ts";
import type { BestTemperature } from "./temperature.ts";

const STANDARD_HPA = 1013.25;
/** Feet of the standard atmosphere's pressure formula (ICAO Doc 7488, as used by the NWS). */
const SCALE_FT = 145_366.45;
const EXPONENT = 0.190284;
/** ISA temperature at sea level and its fall in 1,000 ft, °C. */
const ISA_SEA_LEVEL = 15;
const ISA_LAPSE_PER_1000_FT = 1.98;
/** Feet of density altitude for each °C above ISA. */
const FEET_PER_DEGREE = 118.8;

/** What the page names beside a computed altitude. */
export const PRESSURE_ALTITUDE_FORMULA = "elevation + 145366.45 × (1 − (QNH / 1013.25)^0.190284)";
/** As above. */
export const DENSITY_ALTITUDE_FORMULA = "PA + 118.8 × (OAT − (15 − 1.98 × PA / 1000)), dry air";

/** A computed altitude, feet above mean sea level, rounded to 10 ft. */
export interface DerivedAltitude extends Quantity<"ft"> {
  readonly formula: string;
  readonly sources: readonly Source[];
}

/** Pressure altitude in feet, unrounded. */
export function pressureAltitudeFt(elevationFt: number, qnhHpa: number): number {
  return elevationFt + SCALE_FT * (1 - (qnhHpa / STANDARD_HPA) ** EXPONENT);
}

/** Density altitude in feet, unrounded, of a pressure altitude and an outside air temperature in °C. */
export function densityAltitudeFt(pressureAltitude: number, celsius: number): number {
  const isa = ISA_SEA_LEVEL - ISA_LAPSE_PER_1000_FT * pressureAltitude / 1000;
  return pressureAltitude + FEET_PER_DEGREE * (celsius - isa);
}

const toTens = (feet: number) => roundTo(feet / 10) * 10;

/** Pressure altitude of an aerodrome; `null` where elevation or altimeter setting is missing. */
export function pressureAltitude(
  elevation: Quantity<"ft"> | null,
  qnh: Pressure,
): DerivedAltitude | null {
  if (elevation === null || qnh.kind !== "value") return null;
  return {
    value: toTens(pressureAltitudeFt(elevation.value, toPressure(qnh, "hPa"))),
    unit: "ft",
    formula: PRESSURE_ALTITUDE_FORMULA,
    sources: [qnh.source],
  };
}

/** Density altitude of an aerodrome; `null` where elevation, altimeter setting or temperature is missing. */
export function densityAltitude(
  elevation: Quantity<"ft"> | null,
  qnh: Pressure,
  air: BestTemperature | null,
): DerivedAltitude | null {
  if (elevation === null || qnh.kind !== "value" || air === null) return null;
  const pa = pressureAltitudeFt(elevation.value, toPressure(qnh, "hPa"));
  return {
    value: toTens(densityAltitudeFt(pa, air.value)),
    unit: "ft",
    formula: DENSITY_ALTITUDE_FORMULA,
    sources: [qnh.source, ...air.sources],
  };
}

/**
 * An altimeter setting in the other unit, with no more digits than the source carries: hPa and mmHg give two
 * decimals of inHg, inHg gives one decimal of hPa.
 *
 * @example
 * ```ts
 * import { convertPressure } from "./pressure.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(convertPressure({ value: 1013, unit: "hPa" }), { value: 29.91, unit: "inHg" });
 * assert.deepEqual(convertPressure({ value: 29.92, unit: "inHg" }), { value: 1013.2, unit: "hPa" });
 * ```
 */
export function convertPressure(pressure: Quantity<PressureUnit>): Quantity<"hPa" | "inHg"> {
  return pressure.unit === "inHg"
    ? { value: roundTo(toPressure(pressure, "hPa"), 1), unit: "hPa" }
    : { value: roundTo(toPressure(pressure, "inHg"), 2), unit: "inHg" };
}
