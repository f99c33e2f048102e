/**
 * Density altitude and runway wind at both ends.
 *
 * @module
 */
import {
  bestTemperatures,
  densityAltitude,
  preferredRunway,
  windOnRunways,
} from "../../derive/mod.ts";
import type { Metar, SurfaceWind } from "../../products/metar/model.ts";
import { stateAt } from "../../products/taf/state.ts";
import type { Station } from "../../stations/station.ts";
import { toIso } from "../../time/mod.ts";
import { type Context, CURRENT_MS, isUsable } from "../context.ts";
import { factValue } from "../elements.ts";
import type { FactDraft, FactPlace } from "../facts.ts";
import { factSource } from "../report_book.ts";
import type { StationReport } from "../world.ts";
import { borrowedPlace, neighbourOf } from "./borrow.ts";

/** Which end of the flight. */
export type End = "departure" | "destination";

/** Adds the density altitude, by a neighbour's temperature and altimeter setting where its own are missing. */
export function density(station: Station, point: End, context: Context): void {
  const { sources, facts, book } = context;
  const own = sources.reports.metar(station.id);
  const has = (report: StationReport<Metar> | undefined): report is StationReport<Metar> =>
    report !== undefined && isUsable(report) && report.decoded.qnh.kind === "value" &&
    bestTemperatures(report.decoded).air !== null;
  let report = has(own) ? own : undefined;
  let from = station;
  let place: FactPlace | null = null;
  if (report === undefined) {
    const near = neighbourOf(station, sources.reports, ({ id }) => has(sources.reports.metar(id)));
    if (near !== null) {
      report = sources.reports.metar(near.station.id)!;
      from = near.station;
      place = borrowedPlace(station, near);
    }
  }
  const air = report && bestTemperatures(report.decoded).air;
  // With the aerodrome's own elevation: a neighbour's density altitude is never borrowed.
  const altitude = report && densityAltitude(station.elevation, report.decoded.qnh, air ?? null);
  if (!report || !altitude || !air || report.decoded.qnh.kind !== "value") {
    facts.add({
      key: `density:${station.id}`,
      section: "other",
      kind: "unavailable",
      station: station.id,
      details: {
        what: "densityAltitude",
        reason: station.elevation === null ? "noElevation" : "noReport",
      },
    });
    return;
  }
  const key = book.key(report, report.freshness.state, from.id);
  const { qnh } = report.decoded;
  facts.add({
    key: `density:${station.id}`,
    section: "other",
    kind: "densityAltitude",
    station: station.id,
    place,
    values: [
      { name: "densityAltitude", value: altitude.value, unit: "ft" },
      { name: "elevation", value: Math.round(station.elevation!.value), unit: "ft" },
      factValue("temperature", air, air.sources[0] && factSource(key, air.sources[0])),
      factValue("altimeter", qnh, factSource(key, qnh.source)),
    ],
    times: [{ name: "observed", at: toIso(report.observedAt) }],
    words: place === null ? [] : [from.id],
    details: {
      point,
      formula: altitude.formula,
      ...(place !== null && { estimate: from.id }),
    },
    reports: [key],
    sources: altitude.sources.map((source) => factSource(key, source)),
    freshness: report.freshness.state,
  });
}

/** The wind that is forecast for the time, or observed where it is soon. */
function windAt(station: Station, at: number, { sources, book, now }: Context): KnownWind | null {
  const metar = sources.reports.metar(station.id);
  if (metar !== undefined && isUsable(metar) && Math.abs(at - now) <= CURRENT_MS / 2) {
    const report = book.key(metar, metar.freshness.state, station.id);
    const { surfaceWind: wind } = metar.decoded;
    return { wind, basis: "observed", report, freshness: metar.freshness.state };
  }
  const taf = sources.reports.taf(station.id);
  const state = taf !== undefined && isUsable(taf) ? stateAt(taf.decoded, at) : null;
  if (taf === undefined || state === null) return null;
  const report = book.key(taf, taf.freshness.state, station.id);
  const { surfaceWind: wind } = state.prevailing.elements;
  return { wind, basis: "forecast", report, freshness: taf.freshness.state };
}

/** A wind and what it is known by. */
export interface KnownWind {
  readonly wind: SurfaceWind;
  readonly basis: "observed" | "forecast";
  /** Key of its report. */
  readonly report: string;
  readonly freshness: StationReport<Metar>["freshness"]["state"];
  /** Words of the group that changes it: `PROB30 TEMPO`. */
  readonly change?: string;
}

/** Adds the wind on the runway with the most headwind. */
export function runway(station: Station, at: number, point: End, context: Context): void {
  const known = windAt(station, at, context);
  const draft = runwayWindFact(station, at, known);
  context.facts.add({
    ...draft,
    details: draft.kind === "runwayWind" ? { point, ...draft.details } : draft.details,
  });
}

/**
 * The fact of a wind on the runway with the most headwind, or on the end `named` (`22L`); of why there is none where
 * the wind or the runways are not known.
 */
export function runwayWindFact(
  station: Station,
  at: number,
  known: KnownWind | null,
  named: string | null = null,
): FactDraft & { readonly details: Readonly<Record<string, string>> } {
  const unavailable = (reason: string) => ({
    key: `runway:${station.id}`,
    section: "other" as const,
    kind: "unavailable" as const,
    station: station.id,
    details: { what: "runwayWind", reason, ...(named !== null && { runway: named }) },
  });
  if (known === null) return unavailable("noReport");
  if (station.runways.length === 0) return unavailable("noRunways");
  const { wind, basis, report, freshness, change } = known;
  const end = named === null
    ? preferredRunway(wind, station.runways)
    : windOnRunways(wind, station.runways).find(({ designator }) => designator === named);
  if (end === undefined) return unavailable("noSuchRunway");
  const base = {
    key: `runway:${station.id}`,
    section: "other" as const,
    kind: "runwayWind" as const,
    station: station.id,
    times: [{ name: basis === "observed" ? "compared" : "forecastFor", at: toIso(at) }],
    reports: [report],
    freshness,
    sources: wind.kind === "notReported" ? [] : [factSource(report, wind.source)],
    ...(change && { qualifiers: change.split(" ") }),
  };
  const common = { basis, ...(change && { change }) };
  if (end === null || end.wind.kind !== "components") {
    if (wind.kind !== "calm" && wind.kind !== "variable") return unavailable("windMissing");
    const strongest = wind.kind === "variable" ? wind.gust ?? wind.speed : null;
    return {
      ...base,
      values: strongest === null ? [] : [factValue("crosswind", { ...strongest, bound: "atMost" })],
      details: { ...common, wind: wind.kind },
    };
  }
  const { mean, gust, limits } = end.wind;
  return {
    ...base,
    values: [
      factValue("head", { ...mean.head, value: Math.abs(mean.head.value) }),
      factValue("crosswind", limits.crosswind),
      ...(limits.tailwind.value > 0 ? [factValue("tailwind", limits.tailwind)] : []),
    ],
    words: [end.designator],
    details: {
      ...common,
      wind: "components",
      runway: end.designator,
      side: (gust ?? mean).cross.value >= 0 ? "right" : "left",
      ...(named !== null && { named: "yes" }),
      ...(mean.head.value < 0 && { tail: "yes" }),
      ...(gust && { gust: "yes" }),
      ...(end.headingSource === "designator" && { heading: "approximate" }),
    },
  };
}
