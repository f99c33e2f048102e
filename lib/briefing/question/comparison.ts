/**
 * What a question compares with: "MVFR or better", "ceiling above 2000 ft".
 *
 * @module
 */
import { FLIGHT_CATEGORIES, type FlightCategoryName } from "../../derive/category.ts";
import type { Unit } from "../../units/mod.ts";
import type { CategoryComparison, Comparison, NumberComparison, Subject } from "./intent.ts";
import { type Pattern, type Rest, words } from "./rest.ts";

const CATEGORY = words(
  "(?:(?<better>better than|above)|(?<least>at least|mindestens|wenigstens)|(?<worse>worse than|below)|(?<most>at most|höchstens)|(?<betterDe>besser als|über)|(?<worseDe>schlechter als|unterhalb von))?" +
    " ?(?<name>marginal vfr|low ifr|mvfr|lifr|vfr|ifr)(?:[- ](?:conditions|bedingungen|flight|weather|wetter))?" +
    "(?<orBetter> (?:or|oder) (?:better|besser))?(?<orWorse> (?:or|oder) (?:worse|schlechter))?",
);

/**
 * Takes a category out of the question. Alone, `VFR` is itself, and `IFR` includes `LIFR`. The German `unter VFR` is
 * how one flies as well as what is worse: it is left, and listed.
 */
export function takeCategory(rest: Rest): CategoryComparison | null {
  const groups = rest.take(CATEGORY)?.groups;
  if (groups === undefined) return null;
  const written = groups["name"]!.toUpperCase();
  const name =
    (written === "MARGINAL VFR"
      ? "MVFR"
      : written === "LOW IFR"
      ? "LIFR"
      : written) as FlightCategoryName;
  const at = FLIGHT_CATEGORIES.indexOf(name);
  if (groups["better"] || groups["betterDe"]) {
    return of("orBetter", FLIGHT_CATEGORIES[at - 1] ?? name);
  }
  if (groups["worse"] || groups["worseDe"]) return of("orWorse", FLIGHT_CATEGORIES[at + 1] ?? name);
  if (groups["orBetter"] || groups["least"]) return of("orBetter", name);
  if (groups["orWorse"] || groups["most"] || name === "IFR") return of("orWorse", name);
  return of("is", name);
}

const of = (
  relation: CategoryComparison["relation"],
  category: FlightCategoryName,
): CategoryComparison => ({ kind: "category", relation, category });

const UNIT =
  "feet|foot|ft|fuß|statute miles?|miles?|sm|mi|meters?|metres?|m|km/h|kilomet(?:er|re)s?|km|knots?|kts?|knoten|m/s|hpa|inhg|°c|°|c|degrees?|grad";
/** Behind a number that is not whole yet, or is of a unit that is not read: it is none of another unit. */
const NO_OTHER =
  "(?![.,/]?\\d| \\d+/\\d| ?(?:(?:°|degrees?|grad) ?)?(?:f|fahrenheit)(?![\\p{L}\\p{N}])| ?(?:mph|bft|beaufort)(?![\\p{L}\\p{N}]))";
const NUMBER = words(
  "(?:(?<above>above|over|more than|greater than|higher than|stronger than|exceed(?:s|ing)?|über|mehr als|höher als|größer als|stärker als)|(?<least>at least|mindestens|wenigstens)|(?<below>below|under|less than|lower than|smaller than|unter|weniger als|niedriger als|tiefer als|kleiner als|schlechter als)|(?<most>at most|no more than|höchstens))" +
    ` ?(?<value>-?\\d{1,3}(?:[,.]\\d{3})+|-?\\d{1,6}(?:[.,]\\d{1,2})?)${NO_OTHER} ?(?<unit>${UNIT})?`,
);
const NUMBER_BEFORE = words(
  `(?<value>\\d{1,3}(?:[,.]\\d{3})+|\\d{1,6}(?:[.,]\\d{1,2})?) ?(?<unit>${UNIT})? (?:(?<least>or (?:more|better|higher|above)|oder (?:mehr|besser|höher))|(?<most>or (?:less|lower|below)|oder (?:weniger|tiefer|niedriger)))`,
);

/** Units by dimension, and which subjects they belong to. */
const UNITS: readonly (readonly [Pattern, Unit, readonly Subject[]])[] = [
  [/^(?:feet|foot|ft|fuß)$/i, "ft", ["ceiling", "visibility"]],
  [/^(?:statute miles?|miles?|sm|mi)$/i, "SM", ["visibility"]],
  [/^(?:meters?|metres?|m)$/i, "m", ["visibility", "ceiling"]],
  [/^(?:kilomet(?:er|re)s?|km)$/i, "km", ["visibility"]],
  [/^(?:knots?|kts?|knoten)$/i, "kt", ["wind", "crosswind"]],
  [/^m\/s$/i, "m/s", ["wind", "crosswind"]],
  [/^km\/h$/i, "km/h", ["wind", "crosswind"]],
  [/^hpa$/i, "hPa", ["pressure"]],
  [/^inhg$/i, "inHg", ["pressure"]],
  [/^(?:°c|°|c|degrees?|grad)$/i, "degC", ["temperature"]],
];
/** What a number without a unit is in. */
const USUAL: Readonly<Partial<Record<Subject, Unit>>> = {
  ceiling: "ft",
  wind: "kt",
  crosswind: "kt",
  temperature: "degC",
};

/** A comparison with a number, and what it is about where only its unit says so. */
export interface TakenNumber {
  readonly comparison: NumberComparison;
  readonly subject: Subject;
}

/**
 * Takes a number that is compared with out of the question; `null`, and left in it, where there is none or where
 * it is of nothing that `subject` has.
 */
export function takeNumber(rest: Rest, subject: Subject | null): TakenNumber | null {
  const match = rest.take(NUMBER) ?? rest.take(NUMBER_BEFORE);
  if (match === null) return null;
  const groups = match.groups!;
  const found = unitOf(groups["unit"], subject);
  const value = numberOf(groups["value"]!);
  if (found === null || !Number.isFinite(value)) {
    rest.putBack(match);
    return null;
  }
  const relation = groups["above"]
    ? "above"
    : groups["least"]
    ? "atLeast"
    : groups["below"]
    ? "below"
    : "atMost";
  const comparison = { kind: "number" as const, relation, value, unit: found.unit } as const;
  return { comparison, subject: found.subject };
}

function unitOf(
  text: string | undefined,
  subject: Subject | null,
): { readonly unit: Unit; readonly subject: Subject } | null {
  if (text === undefined) {
    const unit = subject === null ? undefined : USUAL[subject];
    return unit === undefined ? null : { unit, subject: subject! };
  }
  const row = UNITS.find(([pattern]) => pattern.test(text));
  if (row === undefined) return null;
  const [, unit, subjects] = row;
  if (subject === null) return { unit, subject: subjects[0]! };
  return subjects.includes(subject) ? { unit, subject } : null;
}

/** `2,000` and `2.000` are two thousand in either language; `1.5` and `1,5` one and a half. */
function numberOf(text: string): number {
  return Number(/[,.]\d{3}$/.test(text) ? text.replace(/[,.]/g, "") : text.replace(",", "."));
}

/** Whether a comparison is one of a subject's. */
export function fits(comparison: Comparison, subject: Subject): boolean {
  if (comparison.kind === "category") return subject === "category";
  return UNITS.some(([, unit, subjects]) => unit === comparison.unit && subjects.includes(subject));
}
