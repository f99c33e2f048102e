/**
 * Where along the route the corridor touches a shape.
 *
 * @module
 */
import { EARTH_RADIUS_NM, type Point } from "../../stations/geometry.ts";
import { type Arc, pointToArcNm } from "../route/arc.ts";
import type { Leg, Track } from "../route/track.ts";
import { nmBetween, toVector, type Vector } from "../route/vector.ts";
import { comesWithin, quickDistanceNm, type Shape } from "./shape.ts";

/** A stretch of the route, nautical miles from its start. */
export interface Stretch {
  readonly fromNm: number;
  readonly toNm: number;
}

/** How a place lies to the route. */
export interface Abeam {
  /** From the nearest point of the route. */
  readonly distanceNm: number;
  /** Of that nearest point, from the start of the route. */
  readonly alongNm: number;
}

/**
 * The stretches of the route whose corridor of `widthNm` to each side touches one of `shapes`, to the step; empty
 * where it touches none.
 */
export function stretchesTouching(
  track: Track,
  shapes: readonly Shape[],
  widthNm: number,
): Stretch[] {
  const found: Stretch[] = [];
  track.legs.forEach((leg, index) => {
    const near = shapes.filter((shape) => quickDistanceNm(leg.arc, shape) <= widthNm);
    if (near.length === 0) return;
    for (const step of track.steps) {
      if (step.leg !== index) continue;
      const touches = near.some((shape) =>
        quickDistanceNm(step.arc, shape) <= widthNm && comesWithin(step.arc, shape, widthNm)
      );
      if (touches) extend(found, step.fromNm, step.toNm);
    }
  });
  return found;
}

/** Joins a stretch to the last one where they meet. */
function extend(found: Stretch[], fromNm: number, toNm: number): void {
  const last = found.at(-1);
  if (last !== undefined && fromNm - last.toNm < 1e-6) {
    found[found.length - 1] = { fromNm: last.fromNm, toNm };
  } else found.push({ fromNm, toNm });
}

/** Where a place within `widthNm` of the route lies to it: of several legs the nearest one counts; `null` beyond. */
export function abeam(track: Track, point: Point, widthNm: number): Abeam | null {
  const at = toVector(point);
  let nearest: Leg | null = null;
  let distanceNm = Infinity;
  for (const leg of track.legs) {
    const nm = pointToArcNm(at, leg.arc);
    if (nm < distanceNm) [nearest, distanceNm] = [leg, nm];
  }
  if (nearest === null || distanceNm > widthNm) return null;
  const { arc, startNm } = nearest;
  return {
    distanceNm,
    alongNm: startNm + alongArcNm(at, arc, nearest.distanceNm, distanceNm),
  };
}

/** From the start of the arc to the point nearest to `at`: cos c = cos a · cos b in a right-angled triangle. */
function alongArcNm(at: Vector, arc: Arc, lengthNm: number, distanceNm: number): number {
  const fromStart = nmBetween(arc.from, at);
  const fromEnd = nmBetween(arc.to, at);
  if (Math.abs(fromStart - distanceNm) < 1e-9 && fromStart <= fromEnd) return 0;
  if (Math.abs(fromEnd - distanceNm) < 1e-9) return lengthNm;
  const cosine = Math.cos(fromStart / EARTH_RADIUS_NM) / Math.cos(distanceNm / EARTH_RADIUS_NM);
  return Math.min(lengthNm, Math.acos(Math.max(-1, Math.min(1, cosine))) * EARTH_RADIUS_NM);
}
