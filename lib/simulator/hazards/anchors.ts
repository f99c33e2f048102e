/**
 * Outlines in the words of US warnings: tens of miles and a point of the compass from an anchor point.
 *
 * @module
 */
import { destination, vorPositions } from "../../products/hazard/mod.ts";
import { distanceNm, initialCourse } from "../../stations/mod.ts";
import { degreesOfPoint, nearestPoint } from "../../units/mod.ts";
import type { Point } from "./geometry.ts";

/** An outline and its corners in words. */
export interface WordedOutline {
  /** Where the words put the corners: what the text says is what is meant. */
  readonly ring: readonly Point[];
  readonly places: readonly string[];
}

/** `ring` moved to the nearest corners that words can name. */
export function putInWords(ring: readonly Point[]): WordedOutline {
  const corners = ring.map(cornerAt);
  return { ring: corners.map(({ point }) => point), places: corners.map(({ place }) => place) };
}

/** `30NNE TRV` and where that is. */
function cornerAt(point: Point): { readonly place: string; readonly point: Point } {
  let [name, anchor, nearest] = ["", point, Infinity];
  for (const [ident, position] of vorPositions()) {
    const distance = distanceNm(position, point);
    if (distance < nearest) [name, anchor, nearest] = [ident, position, distance];
  }
  const miles = Math.round(nearest / 10) * 10;
  if (miles === 0) return { place: name, point: anchor };
  const direction = nearestPoint(initialCourse(anchor, point));
  return {
    place: `${miles}${direction} ${name}`,
    point: destination(anchor, degreesOfPoint(direction), miles),
  };
}
