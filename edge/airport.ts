/**
 * `GET /api/v1/airport/{id}`: everything about one airport in one answer.
 *
 * @module
 */
import { z } from "zod";
import {
  flightCategory,
  isPastLimit,
  preferredRunway,
  type WindOnEnd,
  windOnRunways,
} from "../lib/derive/mod.ts";
import { type KeptSummary, keptSummary } from "../lib/briefing/mod.ts";
import type { Metar } from "../lib/products/metar/model.ts";
import type { Language } from "../lib/products/text/mod.ts";
import type { CurrentReport, Reports } from "../lib/reports/reports.ts";
import type { Station, StationAt } from "../lib/stations/station.ts";
import { toIso } from "../lib/time/mod.ts";
import { quantity } from "../lib/units/mod.ts";
import type { ApiOptions } from "./context.ts";
import { toFeature, toPoint } from "./formats/geojson.ts";
import { writePlain } from "./formats/text.ts";
import { type MetarView, presentMetar } from "./metar.ts";
import { languageCode, stationId } from "./parameters.ts";
import { lastChange, nextChange, NOTICE, showableUntil } from "./present/report.ts";
import { presentStation, summariseStation } from "./present/station.ts";
import { stationNotFound } from "./report_resource.ts";
import { defineResource, type Found } from "./resource.ts";
import { findStation } from "./stations.ts";
import { presentTaf, type TafView } from "./taf.ts";

/** How far around alternatives are looked for, and how many are shown. */
const ALTERNATIVE_RADIUS_NM = 100;
const ALTERNATIVES = 5;

const DEGREES = (value: number | null) => value === null ? null : quantity(value, "deg");

function presentRunwayWind(end: WindOnEnd) {
  return { ...end, trueHeading: DEGREES(end.trueHeading) };
}

/** A neighbour's weather carries its name, distance, direction and difference in elevation. */
function presentAlternative(
  at: StationAt,
  report: CurrentReport<Metar>,
  home: Station | undefined,
) {
  const { station } = at;
  const higher = home?.elevation && station.elevation
    ? quantity(station.elevation.value - home.elevation.value, "ft")
    : null;
  return {
    station: summariseStation(station),
    distance: at.distance,
    bearing: at.bearing,
    elevationDifference: higher,
    raw: report.raw.text,
    observedAt: toIso(report.observedAt),
    provider: report.raw.provider,
    simulated: report.raw.simulated,
    freshness: report.freshness.state,
    flightCategory: flightCategory(report.decoded),
  };
}

/** The reports in a paragraph, each sentence with the tokens that its numbers lead to. */
function presentSummary({ text, sentences }: KeptSummary, language: Language) {
  return {
    language,
    text,
    sentences: sentences.map(({ text, links }) => ({
      text,
      tokens: links.map(({ start, end, source }) => ({
        told: text.slice(start, end),
        product: source.report.startsWith("metar") ? "metar" as const : "taf" as const,
        text: source.text,
        start: source.start,
        end: source.end,
      })),
    })),
  };
}

/** The airport as answered. */
interface AirportAnswer {
  readonly notice: string;
  readonly simulated: boolean;
  readonly stationId: string;
  readonly station: ReturnType<typeof presentStation> | null;
  readonly metar: MetarView | null;
  readonly taf: TafView | null;
  readonly summary: ReturnType<typeof presentSummary>;
  readonly missing: readonly { id: string; reason: "noReport"; detail: string }[];
  readonly runwayWinds: readonly ReturnType<typeof presentRunwayWind>[];
  readonly preferredRunway: string | null;
  readonly alternatives: readonly ReturnType<typeof presentAlternative>[];
}

function nearestOf(reports: Reports, home: Station | undefined): StationAt[] {
  if (home === undefined) return [];
  return reports.nearestReporting(
    home.latitude,
    home.longitude,
    ALTERNATIVE_RADIUS_NM,
    ALTERNATIVES + 1,
  ).filter(({ station }) => station.id !== home.id).slice(0, ALTERNATIVES);
}

/** Weather that is not used in any assessment any more (aviation rules, section 2). */
function isUsable(report: CurrentReport<Metar> | undefined): report is CurrentReport<Metar> {
  return report !== undefined && !isPastLimit(report.freshness.state);
}

function readAirport(api: ApiOptions, asked: string, language: Language):
  | Found<AirportAnswer>
  | ReturnType<
    typeof stationNotFound
  > {
  const { reports } = api;
  const station = findStation(api, asked);
  const id = reports.resolve(asked) ?? station?.id;
  if (id === undefined) return stationNotFound(asked);
  const now = reports.now();
  const metar = reports.metar(id);
  const taf = reports.taf(id);
  const summary = keptSummary(id, reports, language);
  const neighbours = nearestOf(reports, station).flatMap((at) => {
    const report = reports.metar(at.station.id);
    return report ? [{ at, report }] : [];
  });
  const runways = station?.runways ?? [];
  const wind = isUsable(metar) ? metar.decoded.surfaceWind : null;
  const own = [metar, taf].filter((one) => one !== undefined);
  const all = [...own, ...neighbours.map(({ report }) => report)];
  const missing = (["METAR", "TAF"] as const).filter((name) => !(name === "METAR" ? metar : taf))
    .map((name) => ({
      id,
      reason: "noReport" as const,
      detail: `No ${name} of this station is held.`,
    }));
  return {
    value: {
      notice: NOTICE,
      simulated: reports.world.simulated,
      stationId: id,
      station: station ? presentStation(station) : null,
      metar: metar ? presentMetar(metar, id) : null,
      taf: taf ? presentTaf(taf, id) : null,
      summary: presentSummary(summary, language),
      missing,
      runwayWinds: wind ? windOnRunways(wind, runways).map(presentRunwayWind) : [],
      preferredRunway: wind ? preferredRunway(wind, runways)?.designator ?? null : null,
      alternatives: neighbours.map(({ at, report }) => presentAlternative(at, report, station)),
    },
    identify: () => [
      reports.world.metar(id),
      reports.world.taf(id),
      reports.world.cadenceMs(id),
      reports.world.simulated,
      ...nearestOf(reports, station).map((at) => reports.world.metar(at.station.id)),
    ],
    changesAt: Math.min(nextChange(all, now), summary.changesAt),
    limitAt: showableUntil(all, now),
    modifiedAt: lastChange(all, now),
  };
}

export const airportResource = defineResource({
  path: "/v1/airport/{id}",
  operationId: "getAirport",
  tag: "Reports",
  summary: "All of one airport",
  description:
    "METAR, TAF, both in a paragraph, derived values, the wind on each runway (true headings, gusts counted) and the nearest stations that report, in one answer.",
  params: z.object({ id: stationId }),
  query: z.object({
    lang: languageCode.optional().meta({
      description: "Language of the summary; en if not given.",
    }),
  }),
  representations: {
    json: { write: (answer: AirportAnswer) => JSON.stringify(answer) + "\n" },
    geojson: {
      write: (answer) =>
        JSON.stringify(toFeature(toPoint(answer.station), answer, answer.stationId)) + "\n",
    },
    text: {
      write: ({ metar, taf, missing, simulated }) =>
        writePlain([metar, taf].filter((one) => one !== null), missing, simulated),
    },
  },
  problems: [404],
  read: ({ params, query }, api) => readAirport(api, params.id, query.lang ?? "en"),
});
