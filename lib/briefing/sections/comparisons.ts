/**
 * 2. What the FAA calls "VFR flight not recommended": here only facts. Where weather is below VFR on the way, and how
 * it compares with one's own minima. No judgement is made.
 *
 * @module
 */
import { badness, type FlightCategoryName } from "../../derive/category.ts";
import {
  type Minima,
  type MinimaFact,
  minimaOfForecast,
  minimaOfMetar,
} from "../../derive/minima.ts";
import type { Metar } from "../../products/metar/model.ts";
import type { ForecastElements } from "../../products/taf/model.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { type Context, type CorridorStation, CURRENT_MS, isUsable } from "../context.ts";
import { elementParts, factValue } from "../elements.ts";
import type { FactDraft } from "../facts.ts";
import { factSource } from "../report_book.ts";
import type { Waypoint } from "../route/track.ts";
import { changeWords, forecastAround, PASSING_MARGIN_MS } from "./stations.ts";

const SECTION = "vfrNotRecommended" as const;

/** A state of the weather at a point of the flight, with where it comes from. */
export interface PointState {
  readonly point: "departure" | "enRoute" | "destination";
  readonly station: string;
  readonly elements: Metar | ForecastElements;
  readonly category: FlightCategoryName | null;
  /** Of an observation. */
  readonly metar: Metar | null;
  readonly basis: "observed" | "forecast" | "forecastChange";
  readonly change: string;
  readonly at: number;
  /** Its key; a report of which nothing is told is not among those of the briefing. */
  readonly report: () => string;
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
    if (state.category === "VFR") continue;
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
  const worst = worstBetween(
    stations.filter(({ station }) =>
      station.id !== first.station?.id && station.id !== last.station?.id
    ),
    context,
  );
  if (worst) states.push(worst);
  const arrival = at(last.station?.id);
  if (arrival) states.push(...around(arrival, "destination", timing.arrival, HOUR_MS, context));
  return states;
}

/** The worst state of the stations on the way, of equal ones the first. */
function worstBetween(
  stations: readonly CorridorStation[],
  context: Context,
): PointState | undefined {
  let worst: CorridorStation | null = null;
  let rank = -1;
  for (const one of stations) {
    const bad = rankAtPassing(one, context);
    if (bad !== null && bad > rank) [worst, rank] = [one, bad];
  }
  if (worst === null) return undefined;
  return around(worst, "enRoute", worst.passing, PASSING_MARGIN_MS, context)
    .find(({ category }) => badness(category) === rank);
}

/** How bad it is forecast at the time of passing, at worst, or observed where it is soon; `null`: not known. */
function rankAtPassing(one: CorridorStation, { now }: Context): number | null {
  const { aroundPassing, observed } = one;
  if (aroundPassing !== null) {
    const { prevailing, worst } = aroundPassing;
    return Math.max(badness(prevailing.category), worst === null ? 0 : badness(worst.category));
  }
  if (observed === null || Math.abs(one.passing - now) > CURRENT_MS) return null;
  return badness(observed.category);
}

/** The forecast around the time, prevailing and worst; where none covers it and it is soon, the observation. */
function around(
  { station, observed, taf, aroundPassing }: CorridorStation,
  point: PointState["point"],
  at: number,
  marginMs: number,
  { book, now }: Context,
): PointState[] {
  const base = { point, station: station.id, at, runways: station, metar: null };
  const forecast = point === "enRoute"
    ? aroundPassing
    : taf !== null && isUsable(taf)
    ? forecastAround(taf.decoded, at, marginMs)
    : null;
  if (taf !== null && forecast !== null) {
    const report = () => book.key(taf, taf.freshness.state, station.id);
    const { prevailing, worst } = forecast;
    const states: PointState[] = [{
      ...base,
      elements: prevailing.candidate.elements,
      category: prevailing.category,
      basis: "forecast",
      change: "",
      report,
    }];
    if (worst !== null) {
      const { category, candidate } = worst;
      const { elements } = candidate;
      const change = changeWords(candidate).join(" ");
      states.push({ ...base, elements, category, basis: "forecastChange", change, report });
    }
    return states;
  }
  if (observed === null || Math.abs(at - now) > CURRENT_MS) return [];
  const { metar, category } = observed;
  const report = () => book.key(metar, metar.freshness.state, station.id);
  const { decoded } = metar;
  return [{
    ...base,
    elements: decoded,
    category,
    metar: decoded,
    basis: "observed",
    change: "",
    report,
  }];
}

function baseOf({ point, basis, change, at, station, report }: PointState) {
  return {
    section: SECTION,
    station,
    times: [{ name: basis === "observed" ? "compared" : "forecastFor", at: toIso(at) }],
    reports: [report()],
    details: { point, basis, ...(change && { change }) },
    qualifiers: change.split(" ").filter(Boolean),
  };
}

function vfrComparison(state: PointState): FactDraft {
  const parts = elementParts(state.elements, [], state.report());
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

/** How a verdict is told: of a least value as below, of a largest one as above. */
function resultOf({ element, verdict }: MinimaFact): "below" | "above" | "within" | "unknown" {
  if (verdict !== "beyond") return verdict;
  return element === "ceiling" || element === "visibility" ? "below" : "above";
}

/** Compares a state with the minima that were given, one fact each; what is not known well enough says so. */
function minimaFacts(state: PointState, { request }: Context): FactDraft[] {
  const given: Minima = {
    ceilingFt: request.minima.ceilingFt ?? null,
    visibilitySm: request.minima.visibilitySm ?? null,
    windKt: request.minima.windKt ?? null,
    crosswindKt: request.minima.crosswindKt ?? null,
    freezing: false,
    thunder: false,
  };
  const runways = state.runways?.runways ?? [];
  const facts = state.metar === null
    ? minimaOfForecast(state.elements as ForecastElements, runways, given)
    : minimaOfMetar(state.metar, runways, given);
  const base = baseOf(state);
  return facts.flatMap((fact): FactDraft[] => {
    const { element: what, limit, value, sources, runway } = fact;
    if (limit === undefined) return [];
    const cited = sources.map((source) => factSource(state.report(), source));
    const least = what === "ceiling" || what === "visibility";
    return [{
      ...base,
      key: `minima:${what}:${state.point}:${state.basis}`,
      kind: "minimaComparison",
      values: [
        ...(value === null || value === "none" ? [] : [factValue(what, value, cited[0])]),
        factValue(least ? "minimum" : "maximum", limit),
      ],
      words: [...base.qualifiers, ...(runway === undefined ? [] : [runway])],
      details: {
        ...base.details,
        what,
        result: resultOf(fact),
        ...(value === "none" && { value: "none" }),
      },
      sources: cited,
    }];
  });
}
