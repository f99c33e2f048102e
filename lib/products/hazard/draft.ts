/**
 * A hazard while it is being read, and what the reading of its text has to know.
 *
 * @module
 */
import type { Issue } from "../product.ts";
import type { Hazard } from "./model.ts";
import type { Words } from "./words.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A hazard with its members open for writing. */
export type HazardDraft = Mutable<Hazard>;

/** What all parts of one text share. */
export interface Reading {
  readonly words: Words;
  readonly issues: Issue[];
  /** Time of receipt or issue, milliseconds: settles day and month. */
  readonly reference: number | null;
}

/** A hazard of which nothing is known yet. */
export function newHazard(): HazardDraft {
  return {
    phenomenon: null,
    qualifiers: [],
    source: null,
    identifier: null,
    validity: null,
    regions: null,
    assessment: null,
    area: { kind: "notReported" },
    levels: { kind: "notReported" },
    movement: { kind: "notReported" },
    intensityChange: null,
    forecasts: [],
    threats: [],
    ceilingBelow: null,
    visibilityBelow: null,
    windAbove: null,
    windFrom: null,
    origin: null,
    remarks: [],
  };
}

/** Whether more than remarks was read into `hazard`. */
export function isTold(hazard: Hazard): boolean {
  return hazard.phenomenon !== null || hazard.area.kind !== "notReported" ||
    hazard.levels.kind !== "notReported" || hazard.identifier !== null;
}

/** An area that could not be placed is told. */
export function noteUnknownArea(reading: Reading, area: Hazard["area"]): void {
  if (area.kind === "several") area.areas.forEach((part) => noteUnknownArea(reading, part));
  if (area.kind !== "positionUnknown") return;
  reading.issues.push({
    code: "area.positionUnknown",
    severity: "error",
    message: "The area is written, but one of its points cannot be placed.",
    source: area.source,
  });
}
