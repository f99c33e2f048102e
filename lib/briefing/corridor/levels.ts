/**
 * Which heights the flight uses, and whether a layer concerns it.
 *
 * @module
 */
import type { LevelLimit } from "../../products/hazard/model.ts";
import { toDistance } from "../../units/mod.ts";

/** Heights in feet above mean sea level; open ends are infinite. */
export interface Band {
  readonly lowFt: number;
  readonly highFt: number;
}

/** Within this distance of departure and destination the flight climbs or descends: every height below counts. */
export const TERMINAL_NM = 30;
/** Above and below the cruise altitude, feet: pressure levels, deviations and a change of plan. */
export const MARGIN_FT = 2000;

/** The heights that count on a stretch of a route of `totalNm` at `altitudeFt`. */
export function flightBand(
  altitudeFt: number,
  totalNm: number,
  { fromNm, toNm }: { readonly fromNm: number; readonly toNm: number },
): Band {
  const terminal = fromNm < TERMINAL_NM || toNm > totalNm - TERMINAL_NM;
  return {
    lowFt: terminal ? -Infinity : altitudeFt - MARGIN_FT,
    highFt: altitudeFt + MARGIN_FT,
  };
}

/**
 * The heights of a layer. What is not written is open; the freezing level lies anywhere in its range, and anywhere at
 * all where none is written: a layer that cannot be placed concerns every flight.
 */
export function layerBand(base: LevelLimit | null, top: LevelLimit | null): Band {
  return { lowFt: lowest(base), highFt: highest(top) };
}

function lowest(limit: LevelLimit | null): number {
  if (limit === null || limit.kind === "surface") return -Infinity;
  if (limit.kind === "altitude") return toDistance(limit.height, "ft");
  return limit.range?.low.value ?? -Infinity;
}

function highest(limit: LevelLimit | null): number {
  if (limit === null) return Infinity;
  if (limit.kind === "surface") return 0;
  if (limit.kind === "altitude") return toDistance(limit.height, "ft");
  return limit.range?.high.value ?? Infinity;
}

/** Whether two bands share a height; touching counts. */
export function bandsMeet(a: Band, b: Band): boolean {
  return a.lowFt <= b.highFt && b.lowFt <= a.highFt;
}
