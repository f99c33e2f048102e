/**
 * What report facts say of the comparison or phenomenon of a question. A fact about the reports and never a
 * judgement: what is missing, bounded on the wrong side or out of reach of a sensor is not told either way.
 *
 * @module
 */
import { FLIGHT_CATEGORIES, type FlightCategoryName } from "../../derive/category.ts";
import {
  type Bound,
  type DistanceUnit,
  type PressureUnit,
  type SpeedUnit,
  toDistance,
  toPressure,
  toSpeed,
  type Unit,
} from "../../units/mod.ts";
import { type Fact, type FactValue, valueOf } from "../facts.ts";
import { presenceOf } from "../text/templates/asked.ts";
import type { CategoryComparison, Comparison, NumberComparison, Subject } from "./intent.ts";

/** Whether a state has it; `null`: it does not tell. */
export type Holds = boolean | null;

/**
 * Of all states that are allowed: `all` have it; the prevailing one has it and `some` other not; the prevailing one
 * has it not and an `other` does; `none` has it; one has it and of others it is not known (`possible`); or it is not known.
 */
export type Result = "all" | "some" | "other" | "none" | "possible" | "unknown";

/** The result of states, the prevailing one first. `isComplete`: nothing else is possible by the report. */
export function resultOf([prevailing, ...others]: readonly Holds[], isComplete: boolean): Result {
  if (prevailing === true && others.includes(false)) return "some";
  if (prevailing === false && others.includes(true)) return "other";
  if (!isComplete || prevailing === null || prevailing === undefined || others.includes(null)) {
    return "unknown";
  }
  return prevailing ? "all" : "none";
}

/** Whether a report fact has what is compared or looked for; `undefined` where the subject has nothing of the sort. */
export function holds(
  subject: Subject,
  comparison: Comparison | null,
  fact: Fact,
): Holds | undefined {
  if (comparison === null) return presenceOf(subject, fact);
  return comparison.kind === "category"
    ? holdsCategory(comparison, fact)
    : holdsNumber(subject, comparison, fact);
}

const rank = (name: string) => FLIGHT_CATEGORIES.indexOf(name as FlightCategoryName);

function holdsCategory({ relation, category }: CategoryComparison, { details }: Fact): Holds {
  const known = rank(details["category"] ?? "unknown");
  const asked = rank(category);
  if (known < 0) return null;
  // "IFR or worse": the truth is this one or any after it.
  const isOpen = details["partial"] !== undefined && known < FLIGHT_CATEGORIES.length - 1;
  switch (relation) {
    case "is":
      return isOpen ? (asked < known ? false : null) : known === asked;
    case "orBetter":
      return isOpen ? (asked < known ? false : null) : known <= asked;
    case "orWorse":
      return known >= asked ? true : isOpen ? null : false;
  }
}

/** A number with the side on which the truth may lie. */
interface Known {
  readonly value: number;
  readonly bound?: Bound | undefined;
}

function holdsNumber(subject: Subject, { relation, value, unit }: NumberComparison, fact: Fact) {
  const known = knownOf(subject, unit, fact);
  return known === null ? null : compare(known, relation, value);
}

/** `above` and `below` leave the limit out; a bound answers only what every value on its side answers alike. */
export function compare(
  { value, bound }: Known,
  relation: NumberComparison["relation"],
  limit: number,
): Holds {
  const test = {
    above: value > limit,
    atLeast: value >= limit,
    below: value < limit,
    atMost: value <= limit,
  }[relation];
  if (bound === undefined) return test;
  const isUpward = relation === "above" || relation === "atLeast";
  return isUpward === (bound === "atLeast") ? (test ? true : null) : (test ? null : false);
}

/** Where clouds are not told of above: CAVOK and NSC end at 5,000 ft, an automatic station at 12,000 ft. */
const NO_CLOUD_BELOW_FT = 5000;
const AUTOMATIC_REACH_FT = 12_000;
/** The most that US stations report. */
const REPORTING_CAP_SM = 10;

function knownOf(subject: Subject, unit: Unit, fact: Fact): Known | null {
  switch (subject) {
    case "ceiling":
      return ceilingOf(unit, fact);
    case "visibility":
      return visibilityOf(unit, fact);
    case "wind": {
      if (fact.details["wind"] === "calm") return { value: 0 };
      return converted(valueOf(fact, "windGust") ?? valueOf(fact, "windSpeed"), unit);
    }
    case "crosswind":
      if (fact.details["wind"] === "calm") return { value: 0 };
      return converted(valueOf(fact, "crosswind"), unit);
    case "temperature":
      return converted(valueOf(fact, "temperature"), unit);
    case "pressure":
      return converted(valueOf(fact, "altimeter"), unit);
    default:
      return null;
  }
}

function ceilingOf(unit: Unit, fact: Fact): Known | null {
  const { ceiling, cloud, visibility } = fact.details;
  if (ceiling === "none") {
    const feet = visibility === "cavok" || cloud === "NSC" || cloud === "NCD"
      ? NO_CLOUD_BELOW_FT
      : AUTOMATIC_REACH_FT;
    return converted({ name: "", value: feet, unit: "ft", bound: "atLeast" }, unit);
  }
  return converted(valueOf(fact, "ceiling") ?? valueOf(fact, "ceilingAtMost"), unit);
}

function visibilityOf(unit: Unit, fact: Fact): Known | null {
  if (fact.details["visibility"] === "cavok") {
    return converted({ name: "", value: 10, unit: "km", bound: "atLeast" }, unit);
  }
  const value = valueOf(fact, "visibility");
  const isCap = value?.unit === "SM" && value.value === REPORTING_CAP_SM;
  return converted(value && { ...value, ...(isCap && { bound: "atLeast" as const }) }, unit);
}

const DISTANCES: readonly Unit[] = ["ft", "m", "km", "SM", "NM"];
const SPEEDS: readonly Unit[] = ["kt", "m/s", "km/h"];
const PRESSURES: readonly Unit[] = ["hPa", "inHg", "mmHg"];

/** Rounding of a conversion must not decide: what is a thousandth apart is the same. */
const exact = (value: number) => Math.round(value * 1000) / 1000;

function converted(from: FactValue | undefined, unit: Unit): Known | null {
  if (from === undefined || from.unit === "count") return null;
  const { value, unit: own, bound } = from;
  if (own === unit) return { value, bound };
  const both = (units: readonly Unit[]) => units.includes(own) && units.includes(unit);
  if (both(DISTANCES)) {
    const unitOf = { value, unit: own as DistanceUnit };
    return { value: exact(toDistance(unitOf, unit as DistanceUnit)), bound };
  }
  if (both(SPEEDS)) {
    return { value: exact(toSpeed({ value, unit: own as SpeedUnit }, unit as SpeedUnit)), bound };
  }
  if (both(PRESSURES)) {
    const pressure = { value, unit: own as PressureUnit };
    return { value: exact(toPressure(pressure, unit as PressureUnit)), bound };
  }
  return null;
}
