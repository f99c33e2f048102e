/**
 * 5. and 6.: the forecasts on the way at the time of passing, and at the destination and its alternates around the
 * arrival.
 *
 * @module
 */
import { badness } from "../../derive/category.ts";
import type { Station } from "../../stations/station.ts";
import type { Steps } from "../../resilience/steps.ts";
import { toIso } from "../../time/mod.ts";
import { type Context, type CorridorStation, isUsable, placeBesideRoute } from "../context.ts";
import type { FactPlace } from "../facts.ts";
import { alternates } from "./alternates.ts";
import { borrowedPlace, neighbourOf } from "./borrow.ts";
import { chosen } from "./current.ts";
import {
  ARRIVAL_MARGIN_MS,
  type ForecastAround,
  forecastAround,
  forecastFacts,
  worstOf,
} from "./stations.ts";

/** Adds the en-route forecast: departure, the way, way points between. */
export function* enRouteForecast(context: Context): Steps<void> {
  const section = "enRouteForecast" as const;
  const { track, timing, facts, stations } = context;
  const first = track.waypoints[0]!.station;
  if (first !== null) {
    endForecast(first, timing.departure, "departure", section, context);
  }
  for (const { station } of track.waypoints.slice(1, -1)) {
    const passed = station && stations.find((one) => one.station.id === station.id);
    if (passed) tell(passed, section, context);
    yield;
  }
  const told = chosen(
    context,
    ({ aroundPassing }) => aroundPassing === null ? null : badness(worstOf(aroundPassing)),
  );
  for (const one of told) {
    tell(one, section, context);
    yield;
  }
  if (facts.in(section).every(({ kind }) => kind === "unavailable")) {
    facts.add({
      key: "enRoute:none",
      section,
      kind: "unavailable",
      details: { what: "enRouteForecast", reason: "noReports" },
    });
  }
}

function tell(one: CorridorStation, section: "enRouteForecast", context: Context): void {
  const around = one.aroundPassing;
  if (one.taf === null || around === null) return;
  const drafts = forecastFacts(one.taf, around, {
    station: one.station.id,
    section,
    place: placeBesideRoute(one, null),
    at: one.passing,
    timeName: "passing",
  }, context);
  for (const draft of drafts) context.facts.add(draft);
}

/** Adds the destination forecast and the alternates. */
export function destinationForecast(context: Context): void {
  const section = "destinationForecast" as const;
  const { track, timing, facts } = context;
  const last = track.waypoints.at(-1)!;
  if (last.station === null) {
    facts.add({
      key: "destination:place",
      section,
      kind: "unavailable",
      times: [{ name: "eta", at: toIso(timing.arrival) }],
      details: { what: "destinationForecast", reason: "noAirport" },
    });
    return;
  }
  const forecast = endForecast(last.station, timing.arrival, "eta", section, context);
  alternates(last.station, forecast, context);
}

/** An end of the flight: its own TAF, or that it has none for the time and a neighbour's. */
function endForecast(
  station: Station,
  at: number,
  timeName: string,
  section: "enRouteForecast" | "destinationForecast",
  context: Context,
): ForecastAround | null {
  const { sources, facts } = context;
  const margin = ARRIVAL_MARGIN_MS;
  const add = (id: string, place: FactPlace | null): ForecastAround | null => {
    const report = sources.reports.taf(id);
    if (report === undefined || !isUsable(report)) return null;
    const around = forecastAround(report.decoded, at, margin);
    if (around === null) return null;
    const drafts = forecastFacts(
      report,
      around,
      { station: id, section, place, at, timeName },
      context,
    );
    for (const draft of drafts) facts.add(draft);
    return around;
  };
  const own = add(station.id, null);
  if (own !== null) return own;
  const held = sources.reports.taf(station.id);
  facts.add({
    key: `forecast:${station.id}:missing`,
    section,
    kind: "unavailable",
    station: station.id,
    times: [{ name: timeName, at: toIso(at) }],
    details: { what: "forecast", reason: held === undefined ? "noReport" : "notCovered" },
  });
  const neighbour = neighbourOf(station, sources.reports, ({ id }) => {
    const report = sources.reports.taf(id);
    return report !== undefined && isUsable(report) &&
      forecastAround(report.decoded, at, margin) !== null;
  });
  if (neighbour !== null) add(neighbour.station.id, borrowedPlace(station, neighbour));
  return null;
}
