/**
 * Small writers that several dialects share.
 *
 * @module
 */
import { HPA_PER_MMHG, MAIN_COMPASS_POINTS } from "../../units/mod.ts";
import type { WritingContext } from "./dialect.ts";

/** `M05`, `12`. */
export function writeWhole(celsius: number, belowZero = false): string {
  return (celsius < 0 || belowZero ? "M" : "") + String(Math.abs(celsius)).padStart(2, "0");
}

/** `1053` for −5.3, `0106` for 10.6: sign digit and tenths, as the US remark groups have it. */
export function signedTenths(celsius: number): string {
  const tenths = Math.round(celsius * 10);
  return (tenths < 0 ? "1" : "0") + String(Math.abs(tenths)).padStart(3, "0");
}

/** `SLP132`. */
export function seaLevelPressure(hPa: number): string {
  const tenths = Math.round(hPa * 10) % 1000;
  return "SLP" + String(tenths).padStart(3, "0");
}

/** `A2992` without the letter, from hundredths of an inch. */
export function inches(hundredths: number): string {
  return String(hundredths).padStart(4, "0");
}

/** Station pressure in whole millimetres of mercury and hPa (standard atmosphere). */
export function fieldPressure(context: WritingContext): { mm: number; hPa: number } {
  const metres = context.site.elevationFt * 0.3048;
  const qfe = context.conditions.pressure * (1 - 2.25577e-5 * metres) ** 5.25588;
  return { mm: Math.floor(qfe / HPA_PER_MMHG), hPa: Math.floor(qfe) };
}

/** One of the eight points, from a chance in [0, 1). */
export function compass(chance: number): string {
  return MAIN_COMPASS_POINTS[Math.floor(chance * 8) % 8]!;
}

/** First runway end of the station, `09`, or `null`. */
export function runwayOf(context: WritingContext): string | null {
  const designator = context.site.station.runways[0]?.ends[0]?.designator;
  return designator !== undefined && /^\d\d[LRC]?$/.test(designator) ? designator : null;
}
