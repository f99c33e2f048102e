/**
 * 5. and 6.: the forecasts on the way at the time of passing, and at the destination and its alternates around the
 * arrival.
 *
 * @module
 */
import { flightCategory } from "../../derive/category.ts";
import type { Station } from "../../stations/station.ts";
import { initialCourse } from "../../stations/geometry.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import {
  type Context,
  type CorridorStation,
  degrees,
  differenceOf,
  isUsable,
  nauticalMiles,
  placeBesideRoute,
} from "../context.ts";
import { unique } from "../elements.ts";
import type { FactPlace } from "../facts.ts";
import { PASSING_MARGIN_MS } from "./adverse.ts";
import { borrowedPlace, neighbourOf } from "./borrow.ts";
import { chosen } from "./current.ts";
import { badness, type ForecastAround, forecastAround, forecastFacts } from "./stations.ts";
import { distanceNm } from "../../stations/geometry.ts";

/** Around the arrival. */
const ARRIVAL_MARGIN_MS = HOUR_MS;
/** How far around the destination alternates are looked for, how many are looked at and how many are told. */
const ALTERNATE_NM = 100;
const LOOKED_AT = 40;
const SUGGESTED = 3;
/** The shortest runway of a suggested alternate, feet. */
const RUNWAY_FT = 2500;

/** The worst category that is forecast or `null` where it is not known. */
function worstOf({ prevailing, worst }: ForecastAround) {
  return (worst ?? prevailing).category;
}

/** Adds the en-route forecast: departure, the way, way points between. */
export function enRouteForecast(context: Context): void {
  const section = "enRouteForecast" as const;
  const { track, timing, facts, stations } = context;
  const first = track.waypoints[0]!.station;
  if (first !== null) {
    endForecast(first, timing.departure, "departure", section, context);
  }
  for (const { station } of track.waypoints.slice(1, -1)) {
    const passed = station && stations.find((one) => one.station.id === station.id);
    if (passed) tell(passed, section, context);
  }
  const told = chosen(context, (one) => {
    const around = aroundPassing(one);
    return around === null ? null : badness(worstOf(around));
  });
  for (const one of told) tell(one, section, context);
  if (facts.in(section).every(({ kind }) => kind === "unavailable")) {
    facts.add({
      key: "enRoute:none",
      section,
      kind: "unavailable",
      details: { what: "enRouteForecast", reason: "noReports" },
    });
  }
}

function aroundPassing({ taf, passing }: CorridorStation): ForecastAround | null {
  return taf !== null && isUsable(taf)
    ? forecastAround(taf.decoded, passing, PASSING_MARGIN_MS)
    : null;
}

function tell(one: CorridorStation, section: "enRouteForecast", context: Context): void {
  const around = aroundPassing(one);
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

/** An aerodrome to go to instead. */
interface Alternate {
  readonly station: Station;
  readonly distanceNm: number;
  readonly eta: number;
  readonly around: ForecastAround | null;
}

function alternates(
  destination: Station,
  forecast: ForecastAround | null,
  context: Context,
): void {
  const { request, facts } = context;
  const section = "destinationForecast" as const;
  const asked = request.alternates.flatMap((id) => {
    const station = context.sources.reports.stations.get(id);
    return station === undefined ? [] : [alternateOf(station, destination, context)];
  });
  for (const one of asked) alternateFact(one, destination, "asked", context);
  const limit = forecast === null ? Infinity : badness(worstOf(forecast));
  if (limit === 0) {
    facts.add({
      key: "alternates:none",
      section,
      kind: "omitted",
      words: ["VFR"],
      details: { what: "alternates" },
    });
    return;
  }
  const better = nearWithTaf(destination, context)
    .filter(({ station, around }) =>
      around !== null && !request.alternates.includes(station.id) &&
      badness(worstOf(around)) < Math.min(limit, badness("IFR"))
    )
    .sort((a, b) =>
      badness(worstOf(a.around!)) - badness(worstOf(b.around!)) || a.distanceNm - b.distanceNm
    )
    .slice(0, SUGGESTED);
  for (const one of better) alternateFact(one, destination, "suggested", context);
  if (better.length > 0) return;
  facts.add({
    key: "alternates:none",
    section,
    kind: "none",
    values: [
      { name: "count", value: 0, unit: "count" },
      nauticalMiles("within", ALTERNATE_NM),
    ],
    details: { what: "alternates" },
  });
}

function nearWithTaf(destination: Station, context: Context): Alternate[] {
  const { reports } = context.sources;
  const { latitude, longitude } = destination;
  return reports.stations.near(
    latitude,
    longitude,
    ALTERNATE_NM,
    LOOKED_AT,
    (station) =>
      station.id !== destination.id && hasRunway(station) && isUsable(reports.taf(station.id)),
  )
    .map(({ station }) => alternateOf(station, destination, context));
}

function hasRunway({ runways }: Station): boolean {
  return runways.some(({ length, surface }) =>
    length !== null && length.value >= RUNWAY_FT && surface !== "water"
  );
}

function alternateOf(
  station: Station,
  destination: Station,
  { request, timing, sources }: Context,
): Alternate {
  const nm = distanceNm(destination, station);
  const eta = timing.arrival + nm / request.tasKt * HOUR_MS;
  const taf = sources.reports.taf(station.id);
  const around = taf !== undefined && isUsable(taf)
    ? forecastAround(taf.decoded, eta, ARRIVAL_MARGIN_MS)
    : null;
  return { station, distanceNm: nm, eta, around };
}

function alternateFact(
  { station, distanceNm: nm, eta, around }: Alternate,
  destination: Station,
  why: "asked" | "suggested",
  { facts, book, sources }: Context,
): void {
  const section = "destinationForecast" as const;
  const runway = station.runways.map(({ length }) => length?.value ?? 0).sort((a, b) => b - a)[0];
  const place: FactPlace = {
    from: destination.id,
    distance: nauticalMiles("distance", nm),
    bearing: degrees("bearing", initialCourse(destination, station)),
    elevationDifference: differenceOf(station, destination.elevation?.value ?? null),
  };
  const taf = sources.reports.taf(station.id);
  const common = {
    key: `alternate:${station.id}`,
    section,
    kind: "alternate" as const,
    station: station.id,
    place,
    times: [{ name: "eta", at: toIso(eta) }],
    values: runway ? [{ name: "runway", value: Math.round(runway), unit: "ft" as const }] : [],
  };
  if (taf === undefined || around === null) {
    facts.add({ ...common, details: { why, category: "unknown", forecast: "none" } });
    return;
  }
  const report = book.key(taf, taf.freshness.state, station.id);
  const { prevailing, worst } = around;
  const worstCategory = (worst ?? prevailing).category;
  const change = worst === null ? [] : [
    ...(worst.candidate.probability === undefined ? [] : [`PROB${worst.candidate.probability}`]),
    ...(worst.candidate.kind === "PROB" || worst.candidate.kind === "prevailing"
      ? []
      : [worst.candidate.kind]),
  ];
  const low = flightCategory((worst ?? prevailing).candidate.elements).category;
  facts.add({
    ...common,
    words: unique([
      ...(prevailing.category ? [prevailing.category] : []),
      ...(worstCategory ? [worstCategory] : []),
      ...change,
    ]),
    qualifiers: change,
    hazards: unique([
      ...(low === "IFR" || low === "LIFR" ? [low] : []),
      ...prevailing.hazards,
      ...(worst?.hazards ?? []),
      ...around.possible.flatMap(({ hazards }) => hazards),
    ]),
    details: {
      why,
      category: prevailing.category ?? "unknown",
      ...(worst && { worst: worst.category ?? "unknown" }),
      ...(change.length > 0 && { change: change.join(" ") }),
    },
    reports: [report],
    freshness: taf.freshness.state,
  });
}
