/**
 * The rounding rules of observers (WMO-No. 306 FM 15, Annex 3 appendix 3, FMH-1 chapter 12).
 *
 * @module
 */
import { METRES_PER_STATUTE_MILE } from "../units/mod.ts";
import type { ObservedTemperature, ObservedVisibility } from "./observation.ts";

/** Statute-mile steps of US and Canadian stations below 3 SM with how they are written. */
const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.25, "1/4"],
  [0.5, "1/2"],
  [0.75, "3/4"],
  [1, "1"],
  [1.25, "1 1/4"],
  [1.5, "1 1/2"],
  [1.75, "1 3/4"],
  [2, "2"],
  [2.5, "2 1/2"],
];

/** Visibility in statute miles, reported no higher than `cap`. */
export function statuteVisibility(metres: number, cap: number): ObservedVisibility {
  const miles = metres / METRES_PER_STATUTE_MILE;
  const make = (value: number, text: string, bound: "atLeast" | "atMost" | null) =>
    ({ kind: "distance", value, unit: "SM", bound, text: text + "SM" }) as const;
  if (miles < 0.25) return make(0.25, "M1/4", "atMost");
  if (miles >= 3) {
    const whole = Math.min(Math.floor(miles), cap);
    return make(whole, String(whole), null);
  }
  const [value, text] = FRACTIONS.findLast(([step]) => step <= miles)!;
  return make(value, text, null);
}

/** Visibility in metres: 50 m steps below 800, 100 m below 5 km, 1 km below 10 km, then 9999. */
export function metricVisibility(metres: number): ObservedVisibility {
  if (metres >= 10000) {
    return { kind: "distance", value: 10000, unit: "m", bound: "atLeast", text: "9999" };
  }
  const step = metres < 800 ? 50 : metres < 5000 ? 100 : 1000;
  const value = Math.floor(metres / step) * step;
  return {
    kind: "distance",
    value,
    unit: "m",
    bound: null,
    text: String(value).padStart(4, "0"),
  };
}

/** A cloud height: hundreds of feet, coarser above 5,000 (US) or 10,000 ft (elsewhere). */
export function cloudHeight(feet: number, american: boolean): number {
  if (feet > 10000) return Math.round(feet / 1000) * 1000;
  if (american && feet > 5000) return Math.round(feet / 500) * 500;
  return Math.max(0, Math.floor(feet / 100) * 100);
}

/** A temperature in tenths and in whole degrees, halves rounded up (FMH-1 and Annex 3 alike). */
export function temperatureOf(celsius: number): ObservedTemperature {
  const tenths = Math.round(celsius * 10) / 10 + 0;
  const whole = Math.floor(tenths + 0.5) + 0;
  return { whole, tenths, belowZero: whole === 0 && tenths < 0 };
}

/** A direction in tens of degrees, 10 to 360. */
export function tensOfDegrees(direction: number): number {
  const tens = Math.round(direction / 10) * 10 % 360;
  return tens === 0 ? 360 : tens;
}
