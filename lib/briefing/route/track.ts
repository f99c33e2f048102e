/**
 * The route on the earth: legs along great circles, cut into steps.
 *
 * @module
 */
import { initialCourse, type Point } from "../../stations/geometry.ts";
import type { Station } from "../../stations/station.ts";
import { type Arc, arcOf } from "./arc.ts";
import { between, nmBetween, toPoint, toVector, type Vector } from "./vector.ts";
import { IN_ENGLISH, type SayWrong } from "../text/request_words.ts";

/** A point of the route. `station` is `null` for a bare place. */
export interface Waypoint {
  /** `KJFK`, or `41.5/-70.2`. */
  readonly name: string;
  readonly point: Point;
  readonly station: Station | null;
}

/** One leg. */
export interface Leg {
  readonly from: Waypoint;
  readonly to: Waypoint;
  readonly distanceNm: number;
  /** First course, degrees true. */
  readonly courseDeg: number;
  readonly arc: Arc;
  /** Where it begins on the route. */
  readonly startNm: number;
}

/** A short piece of a leg. */
export interface TrackStep {
  readonly leg: number;
  readonly arc: Arc;
  readonly fromNm: number;
  readonly toNm: number;
  readonly middle: Point;
  /** Course at its middle, degrees true. */
  readonly courseDeg: number;
}

/** A route with its steps. */
export interface Track {
  readonly waypoints: readonly Waypoint[];
  readonly legs: readonly Leg[];
  readonly steps: readonly TrackStep[];
  readonly totalNm: number;
}

/** Steps are this long at most, unless the route is so long that there would be too many of them. */
const STEP_NM = 10;
const MAX_STEPS = 400;
/** Longest route: nearly halfway round. */
export const MAX_TOTAL_NM = 10_000;

/** The track through `waypoints`, or what is wrong with it. */
export function trackOf(
  waypoints: readonly Waypoint[],
  say: SayWrong = IN_ENGLISH,
): Track | string {
  const legs: Leg[] = [];
  let startNm = 0;
  for (let i = 1; i < waypoints.length; i++) {
    const [from, to] = [waypoints[i - 1]!, waypoints[i]!];
    const arc = arcOf(toVector(from.point), toVector(to.point));
    const distanceNm = nmBetween(arc.from, arc.to);
    const names = { from: from.name, to: to.name };
    if (distanceNm < 0.5) return say("route.samePlace", names);
    if (distanceNm > 10_800) return say("route.opposite", names);
    legs.push({
      from,
      to,
      distanceNm,
      courseDeg: initialCourse(from.point, to.point),
      arc,
      startNm,
    });
    startNm += distanceNm;
  }
  if (startNm > MAX_TOTAL_NM) {
    return say("route.tooFar", {
      long: String(Math.round(startNm)),
      most: String(MAX_TOTAL_NM),
    });
  }
  const stepNm = Math.max(STEP_NM, startNm / MAX_STEPS);
  const steps = legs.flatMap((leg, index) => stepsOf(leg, index, stepNm));
  return { waypoints, legs, steps, totalNm: startNm };
}

function stepsOf({ arc, distanceNm, startNm }: Leg, leg: number, stepNm: number): TrackStep[] {
  const count = Math.max(1, Math.ceil(distanceNm / stepNm));
  const steps: TrackStep[] = [];
  let from: Vector = arc.from;
  for (let i = 0; i < count; i++) {
    const to = i + 1 === count ? arc.to : between(arc.from, arc.to, (i + 1) / count);
    const middle = toPoint(between(from, to, 0.5));
    steps.push({
      leg,
      arc: arcOf(from, to),
      fromNm: startNm + distanceNm * i / count,
      toNm: startNm + distanceNm * (i + 1) / count,
      middle,
      courseDeg: initialCourse(middle, toPoint(to)),
    });
    from = to;
  }
  return steps;
}

/** The place after `nm` nautical miles of the route. */
export function pointAt(track: Track, nm: number): Point {
  const leg = track.legs.findLast(({ startNm }) => startNm <= nm) ?? track.legs[0]!;
  const share = Math.max(0, Math.min(1, (nm - leg.startNm) / leg.distanceNm));
  return toPoint(between(leg.arc.from, leg.arc.to, share));
}
