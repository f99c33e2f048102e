/**
 * Aerodromes to go to instead of the destination.
 *
 * @module
 */
import { badness } from "../../derive/category.ts";
import type { Station } from "../../stations/station.ts";
import { distanceNm, initialCourse } from "../../stations/geometry.ts";
import { HOUR_MS, toIso } from "../../time/mod.ts";
import { type Context, degrees, differenceOf, isUsable, nauticalMiles } from "../context.ts";
import { isLow, unique } from "../elements.ts";
import type { FactPlace } from "../facts.ts";
import {
  ARRIVAL_MARGIN_MS,
  changeWords,
  type ForecastAround,
  forecastAround,
  worstOf,
} from "./stations.ts";

/** How far around the destination alternates are looked for, how many are looked at and how many are told. */
const ALTERNATE_NM = 100;
const LOOKED_AT = 40;
const SUGGESTED = 3;
/** The shortest runway of a suggested alternate, feet. */
const RUNWAY_FT = 2500;

/** An aerodrome to go to instead. */
interface Alternate {
  readonly station: Station;
  readonly distanceNm: number;
  readonly eta: number;
  readonly around: ForecastAround | null;
}

/** Adds the alternates that were asked for, and better ones unless the destination is forecast VFR throughout. */
export function alternates(
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
  const worstCategory = worstOf(around);
  const change = worst === null ? [] : changeWords(worst.candidate);
  facts.add({
    ...common,
    words: unique([
      ...(prevailing.category ? [prevailing.category] : []),
      ...(worstCategory ? [worstCategory] : []),
      ...change,
    ]),
    qualifiers: change,
    hazards: unique([
      ...(isLow(worstCategory) ? [worstCategory] : []),
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
