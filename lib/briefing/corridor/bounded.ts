/**
 * Areas given by limits: everything north of a parallel, east of a meridian, on one side of a line.
 *
 * @module
 */
import type { Limit } from "../../products/hazard/model.ts";
import type { Position } from "../../products/raw_report.ts";
import { type CompassPoint, degreesOfPoint } from "../../units/mod.ts";
import { type Arc, arcOf, pointToArcNm } from "../route/arc.ts";
import { add, dot, nmBetween, toPoint, toVector, type Vector } from "../route/vector.ts";
import { along } from "./along.ts";

/** How far both ends and the middle of a short arc are outside of limits; never more than the true distance. */
export function boundedNm(arc: Arc, limits: readonly Limit[]): number {
  const middle = add(arc.from, arc.to);
  const half = nmBetween(arc.from, arc.to) / 2;
  const outside = [arc.from, middle, arc.to].map((at) =>
    Math.max(0, ...limits.map((limit) => outsideNm(at, limit)))
  );
  return Math.max(0, Math.min(...outside) - half / 2);
}

/** How far a place lies beyond a limit, nautical miles; 0 on its side. A limit that says nothing bounds nothing. */
function outsideNm(at: Vector, { side, latitude, longitude, line }: Limit): number {
  const point = toPoint(at);
  if (latitude !== undefined && /[NS]/.test(side)) {
    const over = side.includes("N") ? latitude - point.latitude : point.latitude - latitude;
    return Math.max(0, over * 60);
  }
  if (longitude !== undefined && /[EW]/.test(side)) {
    const east = ((point.longitude - longitude + 540) % 360) - 180;
    const over = side.includes("E") ? -east : east;
    return over <= 0 ? 0 : over * 60 * Math.cos(point.latitude * Math.PI / 180);
  }
  return line === undefined || line.length < 2 ? 0 : beyondLineNm(at, side, line);
}

/** Distance to the nearest piece of the line, on the side of it that is not meant. */
function beyondLineNm(at: Vector, side: CompassPoint, line: readonly Position[]): number {
  const corners = line.map(toVector);
  const edges = corners.slice(1).map((to, i): Arc => arcOf(corners[i]!, to));
  let nearest = edges[0]!;
  let least = Infinity;
  for (const edge of edges) {
    const nm = pointToArcNm(at, edge);
    if (nm < least) [nearest, least] = [edge, nm];
  }
  const start = nearest.from;
  const sideways = dot(along(start, degreesOfPoint(side), 60), nearest.normal);
  const own = dot(at, nearest.normal);
  return Math.sign(own) === Math.sign(sideways) ? 0 : least;
}
