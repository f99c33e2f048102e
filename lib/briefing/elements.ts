/**
 * Weather elements of a METAR or of a forecast period as the parts of a fact.
 *
 * @module
 */
import { ceilingOf, type FlightCategory, flightCategory, type Hazard } from "../derive/mod.ts";
import type { WeatherElements } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { Quantity, Unit } from "../units/mod.ts";
import type { Fact, FactSource, FactValue } from "./facts.ts";
import { factSource } from "./report_book.ts";

/** Parts that several elements add to. */
export type ElementParts = Pick<
  Fact,
  "values" | "words" | "hazards" | "qualifiers" | "details" | "sources"
>;

/** A value of a fact from a quantity of a report. */
export function factValue(
  name: string,
  quantity: Quantity<Unit>,
  source?: FactSource,
): FactValue {
  const { value, unit, bound } = quantity;
  return { name, value, unit, ...(bound && { bound }), ...(source && { source }) };
}

/** Below VFR by so much that it is named as a hazard. */
export function isLow(category: string | null): category is "IFR" | "LIFR" {
  return category === "IFR" || category === "LIFR";
}

/**
 * Wind, visibility, weather, cloud, ceiling and category of `elements`, with the hazards given. What is absent is a
 * detail of its own (`wind: notReported`), never a value.
 */
export function elementParts(
  elements: WeatherElements,
  hazards: readonly Hazard[],
  report: string,
): ElementParts {
  const values: FactValue[] = [];
  const words: string[] = [];
  const details: Record<string, string> = {};
  const sources: FactSource[] = [];
  const cite = (source: Source) => {
    const cited = factSource(report, source);
    if (!sources.some((one) => one.start === cited.start && one.end === cited.end)) {
      sources.push(cited);
    }
    return cited;
  };
  wind(elements, values, details, cite);
  visibility(elements, values, details, cite);
  weather(elements, words, details, cite);
  sky(elements, values, words, details, cite);
  const flight = flightCategory(elements);
  category(flight, words, details);
  const named = hazards.map(({ kind }) => kind as string);
  if (isLow(flight.category)) named.push(flight.category);
  for (const hazard of hazards) {
    words.push(hazard.code);
    hazard.sources.forEach(cite);
  }
  const qualifiers = hazards.flatMap(({ inVicinity, recent, code }) => [
    ...(inVicinity ? ["inVicinity"] : []),
    ...(recent ? ["recent"] : []),
    ...(code.startsWith("+") ? ["heavy"] : []),
  ]);
  return {
    values,
    words: unique(words),
    hazards: unique(named),
    qualifiers: unique(qualifiers),
    details,
    sources,
  };
}

/** Each item once. */
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

type Cite = (source: Source) => FactSource;

function wind(
  { surfaceWind }: WeatherElements,
  values: FactValue[],
  details: Record<string, string>,
  cite: Cite,
): void {
  details["wind"] = surfaceWind.kind;
  if (surfaceWind.kind === "notReported") return;
  const source = cite(surfaceWind.source);
  if ("direction" in surfaceWind) {
    values.push(factValue("windDirection", surfaceWind.direction, source));
  }
  if ("speed" in surfaceWind) values.push(factValue("windSpeed", surfaceWind.speed, source));
  if ("gust" in surfaceWind && surfaceWind.gust) {
    values.push(factValue("windGust", surfaceWind.gust, source));
  }
}

function visibility(
  { prevailingVisibility }: WeatherElements,
  values: FactValue[],
  details: Record<string, string>,
  cite: Cite,
): void {
  details["visibility"] = prevailingVisibility.kind;
  if (prevailingVisibility.kind === "notReported") return;
  const source = cite(prevailingVisibility.source);
  if (prevailingVisibility.kind === "visibility") {
    values.push(factValue("visibility", prevailingVisibility.distance, source));
  }
}

function weather(
  { presentWeather }: WeatherElements,
  words: string[],
  details: Record<string, string>,
  cite: Cite,
): void {
  details["weather"] = presentWeather.kind;
  if (presentWeather.kind === "weather") {
    const codes = presentWeather.phenomena.map(({ code, source }) => (cite(source), code));
    details["weatherCodes"] = codes.join(" ");
    words.push(...codes);
  } else if (presentWeather.kind !== "notReported") cite(presentWeather.source);
}

function sky(
  elements: WeatherElements,
  values: FactValue[],
  words: string[],
  details: Record<string, string>,
  cite: Cite,
): void {
  const { cloud, verticalVisibility } = elements;
  details["cloud"] = cloud.kind === "clear" ? cloud.code : cloud.kind;
  if (cloud.kind === "layers") {
    for (const { amount, heightAgl, type, source } of cloud.layers) {
      const cited = cite(source);
      words.push(amount === "notObservable" ? source.text : amount);
      if (type === "CB" || type === "TCU") words.push(type);
      if (heightAgl !== null) values.push(factValue(`cloud:${amount}`, heightAgl, cited));
    }
  } else if (cloud.kind !== "notReported") cite(cloud.source);
  if (verticalVisibility.kind !== "notReported") cite(verticalVisibility.source);
  const ceiling = ceilingOf(elements);
  details["ceiling"] = ceiling.kind;
  if (ceiling.kind === "value") {
    if (ceiling.indefinite) details["ceilingKind"] = "indefinite";
    const [source] = ceiling.sources;
    values.push(factValue("ceiling", ceiling.height, source && cite(source)));
  } else if (ceiling.kind === "unknown" && ceiling.atMost) {
    values.push(factValue("ceilingAtMost", { ...ceiling.atMost, bound: "atMost" }));
  }
}

function category(
  flight: FlightCategory,
  words: string[],
  details: Record<string, string>,
): void {
  details["category"] = flight.category ?? "unknown";
  if (flight.partial) details["partial"] = "yes";
  if (flight.reason.decidedBy.length > 0) details["decidedBy"] = flight.reason.decidedBy.join(" ");
  if (flight.reason.missing.length > 0) details["missing"] = flight.reason.missing.join(" ");
  if (flight.category !== null) words.push(flight.category);
}
