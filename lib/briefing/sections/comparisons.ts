/**
 * 2. What the FAA calls "VFR flight not recommended": here only facts. Where weather is below VFR on the way, and how
 * it compares with one's own minima. No judgement is made.
 *
 * @module
 */
import { ceilingOf } from "../../derive/ceiling.ts";
import { flightCategory } from "../../derive/category.ts";
import { preferredRunway } from "../../derive/wind.ts";
import type { WeatherElements } from "../../products/metar/model.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { toDistance, toSpeed } from "../../units/mod.ts";
import { type Context, type CorridorStation, CURRENT_MS, isUsable } from "../context.ts";
import { elementParts, factValue } from "../elements.ts";
import type { FactDraft, FactValue } from "../facts.ts";
import type { Waypoint } from "../route/track.ts";
import { PASSING_MARGIN_MS } from "./adverse.ts";
import { badness, forecastAround } from "./stations.ts";

const SECTION = "vfrNotRecommended" as const;

/** A state of the weather at a point of the flight, with where it comes from. */
export interface PointState {
  readonly point: "departure" | "enRoute" | "destination";
  readonly station: string;
  readonly elements: WeatherElements;
  readonly basis: "observed" | "forecast" | "forecastChange";
  readonly change: string;
  readonly at: number;
  readonly report: string;
  readonly runways: Waypoint["station"];
}

/** Adds the section. */
export function comparisons(context: Context): void {
  const { facts } = context;
  facts.add({
    key: "judgement",
    section: SECTION,
    kind: "omitted",
    details: { what: "judgement" },
  });
  const states = statesOf(context);
  let below = 0;
  for (const state of states) {
    const { category } = flightCategory(state.elements);
    if (category === "VFR") continue;
    facts.add(vfrComparison(state));
    below++;
  }
  if (states.length === 0) {
    facts.add({
      key: "vfr:unknown",
      section: SECTION,
      kind: "unavailable",
      details: { what: "vfrComparison", reason: "noReports" },
    });
  } else if (below === 0) {
    facts.add({
      key: "vfr:none",
      section: SECTION,
      kind: "none",
      values: [{ name: "count", value: states.length, unit: "count" }],
      words: ["VFR"],
      details: { what: "belowVfr" },
    });
  }
  for (const state of states) {
    if (state.point === "enRoute") continue;
    for (const draft of minimaFacts(state, context)) facts.add(draft);
  }
}

/** Both ends, and the worst station between them. */
function statesOf(context: Context): PointState[] {
  const { timing, stations, track } = context;
  const [first, last] = [track.waypoints[0]!, track.waypoints.at(-1)!];
  const states: PointState[] = [];
  const at = (id: string | undefined) => stations.find(({ station }) => station.id === id);
  const departure = at(first.station?.id);
  if (departure) states.push(...around(departure, "departure", timing.departure, HOUR_MS, context));
  const between = stations
    .filter(({ station }) => station.id !== first.station?.id && station.id !== last.station?.id)
    .flatMap((one) => around(one, "enRoute", one.passing, PASSING_MARGIN_MS, context));
  const worst = between.toSorted((a, b) => rankOf(b) - rankOf(a))[0];
  if (worst) states.push(worst);
  const arrival = at(last.station?.id);
  if (arrival) states.push(...around(arrival, "destination", timing.arrival, HOUR_MS, context));
  return states;
}

const rankOf = ({ elements }: PointState) => badness(flightCategory(elements).category);

/** The forecast around the time, prevailing and worst; where none covers it and it is soon, the observation. */
function around(
  { station, metar, taf }: CorridorStation,
  point: PointState["point"],
  at: number,
  marginMs: number,
  { book, now }: Context,
): PointState[] {
  const base = { point, station: station.id, at, runways: station };
  const forecast = taf !== null && isUsable(taf) ? forecastAround(taf.decoded, at, marginMs) : null;
  if (taf !== null && forecast !== null) {
    const report = book.key(taf, taf.freshness.state, station.id);
    const { prevailing, worst } = forecast;
    const states: PointState[] = [{
      ...base,
      elements: prevailing.candidate.elements,
      basis: "forecast",
      change: "",
      report,
    }];
    if (worst !== null) {
      const { kind, probability, elements } = worst.candidate;
      const chance = probability === undefined ? "" : `PROB${probability} `;
      const change = `${chance}${kind === "PROB" || kind === "prevailing" ? "" : kind}`.trim();
      states.push({ ...base, elements, basis: "forecastChange", change, report });
    }
    return states;
  }
  if (metar === null || !isUsable(metar) || Math.abs(at - now) > CURRENT_MS) return [];
  const report = book.key(metar, metar.freshness.state, station.id);
  return [{ ...base, elements: metar.decoded, basis: "observed", change: "", report }];
}

function baseOf({ point, basis, change, at, station, report }: PointState) {
  return {
    section: SECTION,
    station,
    times: [{ name: basis === "observed" ? "compared" : "forecastFor", at: toIso(at) }],
    reports: [report],
    details: { point, basis, ...(change && { change }) },
    qualifiers: change.split(" ").filter(Boolean),
  };
}

function vfrComparison(state: PointState): FactDraft {
  const parts = elementParts(state.elements, [], state.report);
  const base = baseOf(state);
  const told = parts.values.filter(({ name }) => name === "ceiling" || name === "visibility");
  return {
    ...base,
    key: `vfr:${state.point}:${state.basis}`,
    kind: "vfrComparison",
    values: told,
    words: [
      ...parts.words.filter((word) => word === parts.details["category"]),
      ...base.qualifiers,
    ],
    hazards: parts.hazards,
    details: { ...parts.details, ...base.details },
    sources: told.flatMap(({ source }) => source ?? []),
  };
}

/** Compares a state with the minima that were given, one fact each; a value that is missing is not compared, and says so. */
function minimaFacts(state: PointState, { request: { minima } }: Context): FactDraft[] {
  const found: FactDraft[] = [];
  const base = baseOf(state);
  const compare = (
    what: string,
    own: FactValue,
    actual: FactValue | null,
    result: "below" | "above" | "within" | "unknown",
  ) =>
    found.push({
      ...base,
      key: `minima:${what}:${state.point}:${state.basis}`,
      kind: "minimaComparison",
      values: [...(actual ? [actual] : []), own],
      words: base.qualifiers,
      details: { ...base.details, what, result },
      sources: actual?.source ? [actual.source] : [],
    });
  const parts = elementParts(state.elements, [], state.report);
  const value = (name: string) => parts.values.find((one) => one.name === name) ?? null;
  if (minima.ceilingFt !== undefined) {
    const ceiling = ceilingOf(state.elements);
    const own = { name: "minimum", value: minima.ceilingFt, unit: "ft" as const };
    const result = ceiling.kind === "none"
      ? "within"
      : ceiling.kind === "value"
      ? ceiling.height.value < minima.ceilingFt ? "below" : "within"
      : ceiling.atMost && ceiling.atMost.value < minima.ceilingFt
      ? "below"
      : "unknown";
    compare("ceiling", own, value("ceiling") ?? value("ceilingAtMost"), result);
  }
  if (minima.visibilitySm !== undefined) {
    const own = { name: "minimum", value: minima.visibilitySm, unit: "SM" as const };
    compare("visibility", own, value("visibility"), visibilityResult(state, minima.visibilitySm));
  }
  const strongest = value("windGust") ?? value("windSpeed");
  if (minima.windKt !== undefined) {
    const own = { name: "maximum", value: minima.windKt, unit: "kt" as const };
    compare("wind", own, strongest, windResult(state, minima.windKt));
  }
  if (minima.crosswindKt !== undefined) {
    const own = { name: "maximum", value: minima.crosswindKt, unit: "kt" as const };
    const [actual, result] = crosswind(state, minima.crosswindKt);
    compare("crosswind", own, actual, result);
  }
  return found;
}

function visibilityResult(
  { elements }: PointState,
  minimum: number,
): "below" | "within" | "unknown" {
  const { prevailingVisibility: visibility } = elements;
  // CAVOK is ten kilometres or more: of more than that it says nothing.
  if (visibility.kind === "cavok") return minimum <= 6.2 ? "within" : "unknown";
  if (visibility.kind !== "visibility") return "unknown";
  const miles = toDistance(visibility.distance, "SM");
  const { bound } = visibility.distance;
  if (bound === "atMost") return miles <= minimum ? "below" : "unknown";
  if (miles >= minimum) return "within";
  return bound === "atLeast" ? "unknown" : "below";
}

function windResult({ elements: { surfaceWind } }: PointState, most: number) {
  if (surfaceWind.kind === "calm") return "within" as const;
  if (!("speed" in surfaceWind)) return "unknown" as const;
  const strongest = ("gust" in surfaceWind && surfaceWind.gust) || surfaceWind.speed;
  return toSpeed(strongest, "kt") > most ? "above" as const : "within" as const;
}

/** On the runway with the greatest headwind; for a variable wind on any. */
function crosswind(
  { elements: { surfaceWind }, runways }: PointState,
  most: number,
): [FactValue | null, "above" | "within" | "unknown"] {
  if (surfaceWind.kind === "calm") return [null, "within"];
  const best = preferredRunway(surfaceWind, runways?.runways ?? [])?.wind;
  const limit = best && "limits" in best
    ? best.limits.crosswind
    : surfaceWind.kind === "variable"
    ? { value: toSpeed(surfaceWind.gust ?? surfaceWind.speed, "kt"), unit: "kt" as const }
    : null;
  if (limit === null) return [null, "unknown"];
  return [factValue("crosswind", limit), limit.value > most ? "above" : "within"];
}
