/**
 * The outline of an area, as its text gives it and as its provider does.
 *
 * @module
 */
import type { Position } from "../raw_report.ts";
import type { Area } from "./model.ts";

/**
 * Corners of `area` as `[latitude, longitude]`; `null` where it is no single outline: a line, a circle, a
 * half-plane or an entire region is not drawn as something else.
 */
export function outlineOf(area: Area): (readonly [number, number])[] | null {
  return area.kind === "polygon"
    ? area.points.map(({ latitude, longitude }) => [latitude, longitude] as const)
    : null;
}

/**
 * The corners that a provider gives as `[latitude, longitude]`, in degrees. Untrusted: `null` where it is no list, or
 * one of its points is no place on earth, for an area without one of its corners is another area.
 */
export function givenOutline(points: unknown): Position[] | null {
  if (!Array.isArray(points)) return null;
  const corners: Position[] = [];
  for (const point of points as unknown[]) {
    const [latitude, longitude] = Array.isArray(point) ? point as unknown[] : [];
    const isPlace = typeof latitude === "number" && typeof longitude === "number" &&
      Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!isPlace) return null;
    corners.push({ latitude, longitude });
  }
  return corners;
}
