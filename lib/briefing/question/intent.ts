/**
 * What a question asks for, as data: the only thing that is answered.
 *
 * @module
 */
import type { FlightCategoryName } from "../../derive/category.ts";
import type { Unit } from "../../units/mod.ts";

/** What a question may be about. `weather` is everything. */
export const SUBJECTS = [
  "weather",
  "category",
  "ceiling",
  "visibility",
  "wind",
  "crosswind",
  "thunderstorm",
  "fog",
  "rain",
  "snow",
  "precipitation",
  "freezing",
  "icing",
  "temperature",
  "pressure",
  "hazards",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** How a category is compared: itself, or it and all on one side. */
export const CATEGORY_RELATIONS = ["is", "orBetter", "orWorse"] as const;
/** How a number is compared; `above` and `below` leave the limit itself out. */
export const NUMBER_RELATIONS = ["above", "atLeast", "below", "atMost"] as const;

/** A comparison with a category. */
export interface CategoryComparison {
  readonly kind: "category";
  readonly relation: (typeof CATEGORY_RELATIONS)[number];
  readonly category: FlightCategoryName;
}

/** A comparison with a number of the subject's dimension. */
export interface NumberComparison {
  readonly kind: "number";
  readonly relation: (typeof NUMBER_RELATIONS)[number];
  readonly value: number;
  readonly unit: Unit;
}

/** What the answer is held against, where the question names something. */
export type Comparison = CategoryComparison | NumberComparison;

/** The place as it was found. */
export interface AskedPlace {
  /** As it stands in the question. */
  readonly written: string;
  /** Location indicator; `null`: no such place is known. */
  readonly id: string | null;
  /** It was found by name: further places that the name may mean, best first, five at most. */
  readonly others: readonly string[];
}

/** What is asked. */
export interface Intent {
  readonly subject: Subject;
  /** Subjects named besides, in their order. */
  readonly further: readonly Subject[];
  readonly comparison: Comparison | null;
  /** `null`: the question names none. */
  readonly place: AskedPlace | null;
  /** Milliseconds since the epoch; an instant where both are the same. */
  readonly from: number;
  readonly to: number;
  /** A runway end named for a crosswind: `22L`. */
  readonly runway: string | null;
  /** It asks whether one may, can or should: nobody here tells. */
  readonly advice: boolean;
}

/** Something that was taken without being said. */
export const ASSUMPTIONS = [
  /** Nothing was read of what it is about: everything is told. */
  "subject",
  /** No time was named: now. */
  "now",
  /** A time or day without zone was taken as UTC. */
  "utc",
  /** A time of day by its name is that of the place's own clock. */
  "local",
  /** The place was found by its name. */
  "name",
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** Who read the question. */
export const READERS = ["rules", "model"] as const;
export type ReadBy = (typeof READERS)[number];

/** A question read. */
export interface Reading {
  readonly by: ReadBy;
  /** Name of the model that read it, else `null`. */
  readonly model: string | null;
  readonly intent: Intent;
  /** Whether a subject was named; without one everything is told. */
  readonly hasSubject: boolean;
  readonly assumed: readonly Assumption[];
  /** Words of the question that nothing here reads, in their order. */
  readonly notUnderstood: readonly string[];
}

/** Longest question, characters. */
export const MAX_QUESTION = 300;

/** Whether the reading leaves nothing open: a known place, a subject, no word left over. */
export function isWhole({ intent, hasSubject, notUnderstood }: Reading): boolean {
  return intent.place !== null && intent.place.id !== null &&
    (hasSubject || intent.advice) && notUnderstood.length === 0;
}
