/**
 * The true heading of a runway, checked before it is believed.
 *
 * Airport data have reversed thresholds, headings in magnetic degrees and pairs that are not opposite
 * (RJTT 05/23 with 57°/223°). A published heading counts only if the thresholds and the runway's own number
 * agree with it; a wrong heading would make a wrong crosswind, a missing one makes none.
 *
 * @module
 */
import type { RunwayEnd } from "./station.ts";
import { angleBetween, distanceNm, initialCourse, normalizeDegrees } from "./geometry.ts";
import type { Point } from "./geometry.ts";

/** One end of a runway as a data source states it. */
export interface StatedEnd {
  readonly designator: string;
  /** Degrees true as published, or `null`. */
  readonly heading: number | null;
  readonly threshold: Point;
}

/** Limits of `docs`: bearing between thresholds ± 5°, number of the runway ± 20°, reciprocal ± 2°. */
const BEARING_TOLERANCE = 5;
const NUMBER_TOLERANCE = 20;
const RECIPROCAL_TOLERANCE = 2;
const METRES_PER_NM = 1852;

/**
 * Direction by the number of a runway: number × 10 plus variation (east positive), degrees true, or `null`
 * where the designator has no number from 1 to 36 or the variation is not known.
 */
export function headingOfDesignator(designator: string, variation: number | null): number | null {
  const number = numberOf(designator);
  if (number === null || variation === null) return null;
  return toHeading(number * 10 + variation);
}

function numberOf(designator: string): number | null {
  const match = /^(\d{1,2})[A-Z]?$/.exec(designator);
  const number = match ? Number(match[1]) : 0;
  return number >= 1 && number <= 36 ? number : null;
}

/** 0 < h ≤ 360, to a tenth of a degree. */
function toHeading(degrees: number): number {
  const rounded = Math.round(normalizeDegrees(degrees) * 10) / 10;
  return rounded === 0 ? 360 : rounded;
}

/** Far north and south some runways are numbered in true degrees; either reading is a fair check there. */
function agreesWithNumber(heading: number, end: StatedEnd, variation: number | null): boolean {
  const number = numberOf(end.designator);
  if (number === null || variation === null) return false;
  if (angleBetween(heading, number * 10 + variation) <= NUMBER_TOLERANCE) return true;
  return Math.abs(end.threshold.latitude) > 60 &&
    angleBetween(heading, number * 10) <= NUMBER_TOLERANCE;
}

/** Bearing between the thresholds, or `null` where they are too near or do not fit the runway's length. */
function bearingBetween(from: StatedEnd, to: StatedEnd, lengthMetres: number | null) {
  const metres = distanceNm(from.threshold, to.threshold) * METRES_PER_NM;
  if (metres < 100) return null;
  if (lengthMetres !== null && (metres < lengthMetres / 2 || metres > lengthMetres * 2)) {
    return null;
  }
  return initialCourse(from.threshold, to.threshold);
}

/**
 * The ends of a runway with the best heading that the data bear out, and where it comes from.
 *
 * @param ends one or two ends
 * @param variation degrees, east positive
 * @param lengthMetres the runway's length, or `null`
 */
export function checkEnds(
  ends: readonly StatedEnd[],
  variation: number | null,
  lengthMetres: number | null,
): RunwayEnd[] {
  const [low, high] = ends;
  if (low !== undefined && high !== undefined) {
    const there = bearingBetween(low, high, lengthMetres);
    if (there !== null && agreesWithNumber(there, low, variation)) {
      const back = initialCourse(high.threshold, low.threshold);
      const published = isPublishedPair(low, high, there, back);
      return [
        toEnd(low, published ? low.heading! : there, published ? "published" : "thresholds"),
        toEnd(high, published ? high.heading! : back, published ? "published" : "thresholds"),
      ];
    }
  }
  return ends.map((end) => {
    const heading = headingOfDesignator(end.designator, variation);
    return heading === null
      ? { designator: end.designator, trueHeading: null, headingSource: null }
      : toEnd(end, heading, "designator");
  });
}

function isPublishedPair(low: StatedEnd, high: StatedEnd, there: number, back: number): boolean {
  return low.heading !== null && high.heading !== null &&
    angleBetween(low.heading, there) <= BEARING_TOLERANCE &&
    angleBetween(high.heading, back) <= BEARING_TOLERANCE &&
    angleBetween(low.heading, high.heading + 180) <= RECIPROCAL_TOLERANCE;
}

function toEnd(end: StatedEnd, heading: number, source: RunwayEnd["headingSource"]): RunwayEnd {
  return {
    designator: end.designator,
    trueHeading: toHeading(heading),
    headingSource: source,
  };
}
