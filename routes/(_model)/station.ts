/**
 * The station page's model from the read side: reports, runways, neighbours, notices.
 *
 * @module
 */
import { bestTemperatures, densityAltitude } from "../../lib/derive/mod.ts";
import type { CurrentReport, Reports } from "../../lib/reports/mod.ts";
import type { DecodedReport } from "../../lib/products/product.ts";
import type { Metar } from "../../lib/products/metar/model.ts";
import type { Station } from "../../lib/stations/station.ts";
import { MINUTE_MS } from "../../lib/time/mod.ts";
import { ageText, localClock, zuluNear } from "../../lib/view/age.ts";
import { conditionsModel } from "../../lib/view/conditions_model.ts";
import { forecastModel } from "../../lib/view/forecast_model.ts";
import { grouped } from "../../lib/view/quantities.ts";
import { runwaysModel } from "../../lib/view/runways_model.ts";
import type { StationModel } from "../../lib/view/station_model.ts";
import { placeText } from "../../lib/view/station_list.tsx";
import { neighboursOf } from "./neighbours.ts";

/** Neighbours listed, and how far they may be. */
const NEIGHBOURS = 5;
const NEIGHBOUR_RADIUS_NM = 100;

/** Everything the page of `id` shows, at the minute of now: it is the same for all of that minute. */
export function buildStation(id: string, reports: Reports): StationModel {
  const now = Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS;
  const station = reports.stations.get(id);
  const metar = reports.metar(id);
  const taf = reports.taf(id);
  const runways = runwaysModel(usableWind(metar), station?.runways ?? []);
  const extras = { runway: runways.summary, densityAltitude: highDensityAltitude(metar, station) };
  return {
    id,
    name: station?.name ?? "Weather station",
    facts: factsOf(station, now),
    now,
    local: localClock(now, station?.timeZone ?? null),
    banners: bannersOf(reports, now),
    conditions: metar === undefined ? null : conditionsModel(metar, extras, sourceText(metar, now)),
    forecast: taf === undefined ? null : forecastModel(taf, now, sourceText(taf, now)),
    runways,
    neighbours: placeOf(station, metar) === null ? [] : neighboursOf(
      reports,
      placeOf(station, metar)!,
      NEIGHBOUR_RADIUS_NM,
      NEIGHBOURS,
    ),
  };
}

/** Density altitude is said from this far above the field on, feet. */
const DENSITY_ALTITUDE_FROM_FT = 1000;

function highDensityAltitude(
  metar: CurrentReport<Metar> | undefined,
  station: Station | undefined,
): string | null {
  const elevation = station?.elevation ?? null;
  if (metar === undefined || elevation === null) return null;
  const { qnh } = metar.decoded;
  const altitude = densityAltitude(elevation, qnh, bestTemperatures(metar.decoded).air);
  if (altitude === null || altitude.value <= elevation.value + DENSITY_ALTITUDE_FROM_FT) {
    return null;
  }
  return `density altitude ${grouped(altitude.value)} ft (dry air), field ${
    grouped(Math.round(elevation.value))
  } ft`;
}

/** A report that is not current is not used to work anything out. */
function usableWind(metar: CurrentReport<Metar> | undefined) {
  return metar === undefined || metar.freshness.state === "notCurrent"
    ? null
    : metar.decoded.surfaceWind;
}

function placeOf(station: Station | undefined, metar: CurrentReport<Metar> | undefined) {
  if (station !== undefined) {
    const { id, latitude, longitude, elevation } = station;
    return { id, latitude, longitude, elevationFt: elevation?.value };
  }
  const position = metar?.raw.position;
  return position === undefined ? null : { ...position, id: metar?.raw.stationId ?? undefined };
}

function factsOf(station: Station | undefined, now: number): string[] {
  if (station === undefined) {
    return ["not in our table of stations: position and runways are not known"];
  }
  const { elevation, magneticVariation: variation } = station;
  const facts = [
    // Without a country it is known from its reports alone.
    station.country === "" ? "in no table of stations: position as its reports give it" : "",
    placeText(station),
  ].filter((fact) => fact !== "");
  facts.push(
    elevation === null ? "elevation not known" : `${grouped(Math.round(elevation.value))} ft`,
  );
  if (variation !== null) {
    facts.push(`variation ${Math.abs(Math.round(variation))}° ${variation < 0 ? "W" : "E"}`);
  }
  const local = localClock(now, station.timeZone);
  if (local !== null) facts.push(`local ${local}`);
  return facts;
}

function sourceText(report: CurrentReport<DecodedReport>, now: number): string {
  const { provider, receivedAt, simulated } = report.raw;
  const name = simulated ? `${provider.toUpperCase()} (simulated)` : provider.toUpperCase();
  return `${name}, received ${zuluNear(receivedAt, now)}`;
}

/** The METAR feed is asked each minute, the TAF feed every ten; after this long without an answer it is said. */
const SILENCE_MS = { metar: 5 * MINUTE_MS, taf: 30 * MINUTE_MS };

function bannersOf(reports: Reports, now: number): StationModel["banners"] {
  return (["metar", "taf"] as const).flatMap((product) => {
    const feed = reports.feed(product);
    const name = product.toUpperCase();
    if (feed === undefined || feed.succeededAt === null) {
      return [{ text: `No ${name} data has been received since this service started.`, bad: true }];
    }
    const silence = now - feed.succeededAt;
    if (silence <= SILENCE_MS[product]) return [];
    return [{
      text:
        `The ${name} source (${feed.provider.toUpperCase()}) is not answering. Showing data received ${
          zuluNear(feed.succeededAt, now)
        } (${ageText(silence)} ago).`,
      bad: true,
    }];
  });
}
