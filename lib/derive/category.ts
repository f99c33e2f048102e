/**
 * Flight category (US): VFR, MVFR, IFR, LIFR from ceiling and visibility, the worse of the two.
 *
 * Aviation rules, section 1. It describes the weather; it permits nothing. What is missing never makes it
 * better: half a report is never VFR.
 *
 * @module
 */
import type { WeatherElements } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { DistanceUnit, Quantity } from "../units/mod.ts";
import { toDistance } from "../units/mod.ts";
import { type Ceiling, ceilingOf } from "./ceiling.ts";

/** From best to worst. */
export const FLIGHT_CATEGORIES = ["VFR", "MVFR", "IFR", "LIFR"] as const;
export type FlightCategoryName = (typeof FLIGHT_CATEGORIES)[number];
/** The two things that make a category. */
export type CategoryPart = "ceiling" | "visibility";

/** A flight category with what decided it. */
export interface FlightCategory {
  /** `null`: not known. */
  readonly category: FlightCategoryName | null;
  /** A part is missing: the truth can only be worse. */
  readonly partial: boolean;
  readonly reason: {
    /** The parts that alone give this category; empty when it is not known. */
    readonly decidedBy: readonly CategoryPart[];
    readonly missing: readonly CategoryPart[];
    readonly ceiling: Ceiling;
    readonly ceilingCategory: FlightCategoryName | null;
    /** As reported; `null` where missing. */
    readonly visibility: Quantity<DistanceUnit> | null;
    readonly visibilityCategory: FlightCategoryName | null;
    /** The groups that decided, or, where it is not known, those that failed to. */
    readonly sources: readonly Source[];
  };
}

/** What one part says: a category that holds, or that is only the best it can be. */
interface Part {
  readonly name: CategoryPart;
  readonly category: FlightCategoryName | null;
  readonly complete: boolean;
  readonly sources: readonly Source[];
}

/** Category by ceiling alone; feet above ground. */
export function categoryOfCeiling(feet: number): FlightCategoryName {
  if (feet < 500) return "LIFR";
  if (feet < 1000) return "IFR";
  return feet <= 3000 ? "MVFR" : "VFR";
}

/**
 * Category by visibility alone. Metres are converted without rounding; `atMost` means less than the value
 * (`M1/4SM`), `atLeast` at least it (`P6SM`, `9999`).
 */
export function categoryOfVisibility(distance: Quantity<DistanceUnit>): FlightCategoryName {
  const miles = toDistance(distance, "SM");
  const below = (limit: number) => distance.bound === "atMost" ? miles <= limit : miles < limit;
  if (below(1)) return "LIFR";
  if (below(3)) return "IFR";
  if (miles <= 5) return "MVFR";
  return "VFR";
}

const rank = (category: FlightCategoryName) => FLIGHT_CATEGORIES.indexOf(category);

/** The worse of two categories; `null` (not known) is worse than VFR's promise and gives way to a known one. */
export function worseCategory(
  a: FlightCategoryName | null,
  b: FlightCategoryName | null,
): FlightCategoryName | null {
  if (a === null) return b;
  if (b === null) return a;
  return rank(a) >= rank(b) ? a : b;
}

/** 0 VFR … 3 LIFR; what is not known stands after VFR, for it is not better than anything known to be bad. */
export function badness(category: FlightCategoryName | null): number {
  return category === null ? 0.5 : rank(category);
}

function ceilingPart(ceiling: Ceiling): Part {
  const base = { name: "ceiling" as const, sources: ceiling.sources };
  switch (ceiling.kind) {
    case "value":
      return { ...base, category: categoryOfCeiling(ceiling.height.value), complete: true };
    case "none":
      return { ...base, category: "VFR", complete: true };
    case "unknown": {
      const { atMost } = ceiling;
      return {
        ...base,
        category: atMost ? categoryOfCeiling(atMost.value) : null,
        complete: false,
      };
    }
  }
}

function visibilityPart({ prevailingVisibility: visibility }: WeatherElements): Part {
  const name = "visibility" as const;
  switch (visibility.kind) {
    case "visibility": {
      const category = categoryOfVisibility(visibility.distance);
      // "Less than" a distance of a better category leaves every worse one open.
      const complete = visibility.distance.bound !== "atMost" || category === "LIFR";
      return { name, category, complete, sources: [visibility.source] };
    }
    case "cavok":
      return { name, category: "VFR", complete: true, sources: [visibility.source] };
    case "notReported":
      return { name, category: null, complete: false, sources: [] };
    case "notObservable":
    case "notUnderstood":
      return { name, category: null, complete: false, sources: [visibility.source] };
  }
}

const CAVOK_VISIBILITY: Quantity<DistanceUnit> = { value: 10_000, unit: "m", bound: "atLeast" };

/**
 * The flight category of an observation or of a forecast period.
 *
 * Worse of the known parts; with a part missing, that category marked `partial`, or `null` where what is
 * known would be VFR.
 */
export function flightCategory(elements: WeatherElements): FlightCategory {
  const ceiling = ceilingOf(elements);
  const parts = [ceilingPart(ceiling), visibilityPart(elements)] as const;
  const missing = parts.filter((part) => !part.complete);
  const worst = worseCategory(parts[0].category, parts[1].category);
  const category = missing.length > 0 && worst === "VFR" ? null : worst;
  const deciding = category === null ? [] : parts.filter((part) => part.category === category);
  const { prevailingVisibility: visibility } = elements;
  return {
    category,
    partial: category !== null && missing.length > 0,
    reason: {
      decidedBy: deciding.map((part) => part.name),
      missing: missing.map((part) => part.name),
      ceiling,
      ceilingCategory: parts[0].category,
      visibility: visibility.kind === "visibility"
        ? visibility.distance
        : visibility.kind === "cavok"
        ? CAVOK_VISIBILITY
        : null,
      visibilityCategory: parts[1].category,
      sources: (category === null ? missing : deciding).flatMap((part) => part.sources),
    },
  };
}
