/**
 * The outline of an area, for maps.
 *
 * @module
 */
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
