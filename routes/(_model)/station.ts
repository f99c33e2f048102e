/**
 * The station page's model from the read side: reports, runways, neighbours, notices.
 *
 * @module
 */
import {
  bestTemperatures,
  countedOktas,
  createSunDays,
  densityAltitude,
  isPastLimit,
} from "../../lib/derive/mod.ts";
import { keptSummary } from "../../lib/briefing/mod.ts";
import { type CurrentReport, reportKey, type Reports } from "../../lib/reports/mod.ts";
import type { DecodedReport } from "../../lib/products/product.ts";
import { isInConflict } from "../../lib/products/raw_report.ts";
import type { Metar } from "../../lib/products/metar/model.ts";
import type { Station } from "../../lib/stations/station.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../lib/time/mod.ts";
import { ageText, localClock, zuluNear } from "../../lib/view/age.ts";
import { conditionsModel, latestOf } from "../../lib/view/conditions_model.ts";
import { forecastModel } from "../../lib/view/forecast_model.ts";
import { forecastState, type ForecastStateModel } from "../../lib/view/forecast_state_model.ts";
import { isFeedOld } from "../../lib/view/hazards/feed_model.ts";
import { minimaNow, minimaOfState, type MinimaSituation } from "../../lib/view/minima_model.ts";
import { heightText } from "../../lib/view/quantities.ts";
import { runwaysModel } from "../../lib/view/runways_model.ts";
import { hasMinima } from "../../lib/view/settings/mod.ts";
import { sunModel } from "../../lib/view/sun.tsx";
import type { StationModel } from "../../lib/view/station_model.ts";
import { placeText } from "../../lib/view/station_list.tsx";
import { DEFAULT_VIEWER, type Viewer } from "../../lib/view/viewer.ts";
import { nearbyHazards } from "./nearby_hazards.ts";
import { neighboursOf } from "./neighbours.ts";
import { summaryModel } from "./summary.ts";

const sunDays = createSunDays();
/** Neighbours listed, and how far they may be. */
const NEIGHBOURS = 5;
const NEIGHBOUR_RADIUS_NM = 100;

/**
 * Everything the page of `id` shows, at the minute of now: it is the same for all of that minute. What a page may
 * have kept from the minute before is worked out when it is asked for.
 */
export function buildStation(
  id: string,
  reports: Reports,
  v: Viewer = DEFAULT_VIEWER,
  at: string | null = null,
): StationModel {
  const now = Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS;
  const station = reports.stations.get(id);
  const metar = reports.metar(id);
  const taf = reports.taf(id);
  const oktas = countedOktas(station?.country ?? "");
  const runways = whenAsked(() =>
    runwaysModel(
      usable(metar)?.decoded.surfaceWind ?? null,
      station?.runways ?? [],
      v,
      station?.magneticVariation ?? null,
    )
  );
  const density = whenAsked(() => densityAltitudeOf(usable(metar), station, v));
  const conditions = whenAsked(() => {
    if (metar === undefined) return null;
    const densityAltitude = density()?.isHigh ? density()!.text : null;
    const extras = { runway: runways().summary, densityAltitude, oktas };
    return conditionsModel(metar, extras, sourceText(metar, now, v), v);
  });
  const forecast = whenAsked(() =>
    taf === undefined ? null : forecastModel(taf, now, sourceText(taf, now, v), v, oktas)
  );
  const said = keptSummary(id, reports, v.language);
  const summary = whenAsked(() =>
    summaryModel(said, { metar: conditions()?.raw, taf: forecast()?.raw })
  );
  const state = whenAsked(() => taf === undefined ? null : forecastState(taf.decoded, at, now, v));
  const place = placeOf(station, metar);
  const day = Math.floor(now / DAY_MS);
  return Object.assign(
    new LaterParts({
      conditions,
      forecast,
      runways,
      summary,
      at: state,
      densityAltitude: () => density()?.text ?? null,
    }),
    {
      id,
      name: station?.name ?? v.t("station.unnamed"),
      facts: factsOf(station, v),
      now,
      reportKey: reportKey(reports, id),
      local: localClock(now, station?.timeZone ?? null, v.settings.clock),
      banners: [...bannersOf(reports, now, v), ...conflictsOf([metar, taf], v)],
      latest: metar === undefined ? null : latestOf(metar, sourceText(metar, now, v)),
      hasForecast: taf !== undefined,
      neighbours: place === null
        ? []
        : neighboursOf(reports, place, NEIGHBOUR_RADIUS_NM, NEIGHBOURS, v),
      minima: hasMinima(v.settings.minima)
        ? minimaOf(metar, state, station?.runways ?? [], now, v)
        : [],
      sun: place === null ? null : sunModel(
        sunDays(id, now, place.latitude, place.longitude),
        { longitude: place.longitude, timeZone: station?.timeZone ?? null },
        v,
      ),
      hazards: place === null ? null : nearbyHazards(reports, place, now, v),
      from: {
        metar: [metar?.raw, metar?.observedAt, metar?.freshness.state, station],
        // Times of another day are told with their date.
        taf: [taf?.raw, taf?.observedAt, taf?.freshness.state, station, day],
        summary: [said],
        // Hours begun and hours to come: on the full hour, one of them is both.
        hours: [Math.floor(now / HOUR_MS), Math.ceil(now / HOUR_MS)],
      },
    },
  );
}

type Parts = Pick<
  StationModel,
  "conditions" | "forecast" | "runways" | "summary" | "at" | "densityAltitude"
>;

/**
 * What is worked out when it is asked for. A class, since each evaluation of an object literal with getters makes a
 * hidden class, which holds on to all that the getters see until the next full collection: a page would wait for one.
 */
class LaterParts implements Parts {
  readonly #parts: { readonly [P in keyof Parts]: () => Parts[P] };
  constructor(parts: { readonly [P in keyof Parts]: () => Parts[P] }) {
    this.#parts = parts;
  }
  get conditions() {
    return this.#parts.conditions();
  }
  get forecast() {
    return this.#parts.forecast();
  }
  get runways() {
    return this.#parts.runways();
  }
  get summary() {
    return this.#parts.summary();
  }
  get at() {
    return this.#parts.at();
  }
  get densityAltitude() {
    return this.#parts.densityAltitude();
  }
}

/** A value worked out when it is asked for, once. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Own limits against the latest METAR and against each state of the forecast at the hour asked for. */
function minimaOf(
  metar: CurrentReport<Metar> | undefined,
  state: () => ForecastStateModel | null,
  runways: Station["runways"],
  now: number,
  v: Viewer,
): MinimaSituation[] {
  const { minima } = v.settings;
  const asked = state()?.asked ?? null;
  const cases = asked === null || asked === "invalid"
    ? []
    : asked.cases.map((each) =>
      minimaOfState(
        `${v.t("minima.at", { time: asked.text })}: ${each.title}`,
        each.candidate,
        runways,
        minima,
        v,
      )
    );
  return [...(metar === undefined ? [] : [minimaNow(metar, runways, minima, now, v)]), ...cases];
}

/** Density altitude is said from this far above the field on, feet. */
const DENSITY_ALTITUDE_FROM_FT = 1000;

function densityAltitudeOf(
  metar: CurrentReport<Metar> | undefined,
  station: Station | undefined,
  v: Viewer,
): { readonly text: string; readonly isHigh: boolean } | null {
  const elevation = station?.elevation ?? null;
  if (metar === undefined || elevation === null) return null;
  const { qnh } = metar.decoded;
  const altitude = densityAltitude(elevation, qnh, bestTemperatures(metar.decoded).air);
  if (altitude === null) return null;
  const text = v.t("station.densityAltitude", {
    altitude: heightText({ value: altitude.value, unit: "ft" }, v),
    field: heightText({ value: Math.round(elevation.value), unit: "ft" }, v),
  });
  return { text, isHigh: altitude.value > elevation.value + DENSITY_ALTITUDE_FROM_FT };
}

/** A report that is not current is not used to work anything out. */
function usable(metar: CurrentReport<Metar> | undefined): CurrentReport<Metar> | undefined {
  return metar !== undefined && isPastLimit(metar.freshness.state) ? undefined : metar;
}

function placeOf(station: Station | undefined, metar: CurrentReport<Metar> | undefined) {
  if (station !== undefined) {
    const { id, latitude, longitude, elevation } = station;
    return { id, latitude, longitude, elevationFt: elevation?.value };
  }
  const position = metar?.raw.position;
  return position === undefined ? null : { ...position, id: metar?.raw.stationId ?? undefined };
}

function factsOf(station: Station | undefined, v: Viewer): string[] {
  if (station === undefined) return [v.t("station.unlisted")];
  const { elevation, magneticVariation: variation } = station;
  const facts = [
    // Without a country it is known from its reports alone.
    station.country === "" ? v.t("station.noCountry") : "",
    placeText(station),
  ].filter((fact) => fact !== "");
  facts.push(
    elevation === null
      ? v.t("station.noElevation")
      : heightText({ value: Math.round(elevation.value), unit: "ft" }, v),
  );
  if (variation !== null) {
    facts.push(v.t("station.variation", {
      degrees: Math.abs(Math.round(variation)),
      side: v.t(variation < 0 ? "compass.W" : "compass.E"),
    }));
  }
  return facts;
}

function sourceText(report: CurrentReport<DecodedReport>, now: number, v: Viewer): string {
  const { provider, receivedAt, simulated, degraded } = report.raw;
  const text = v.t(simulated ? "station.sourceSimulated" : "station.source", {
    provider: provider.toUpperCase(),
    time: zuluNear(receivedAt, now, v.months),
  });
  return degraded === true ? `${text}, ${v.t("station.standIn")}` : text;
}

function bannersOf(reports: Reports, now: number, v: Viewer): StationModel["banners"] {
  return (["metar", "taf"] as const).flatMap((product) => {
    const feed = reports.feed(product);
    const name = product.toUpperCase();
    if (feed === undefined || feed.succeededAt === null) {
      return [{ text: v.t("station.feedNever", { product: name }), bad: true }];
    }
    const silence = now - feed.succeededAt;
    if (!isFeedOld(product, silence)) return [];
    return [{
      text: v.t("station.feedSilent", {
        product: name,
        provider: feed.provider.toUpperCase(),
        time: zuluNear(feed.succeededAt, now, v.months),
        age: ageText(silence, v.texts),
      }),
      bad: true,
    }];
  });
}

/** Two providers that tell different things of the same time: both texts are on the page. */
function conflictsOf(
  reports: readonly (CurrentReport<DecodedReport> | undefined)[],
  v: Viewer,
): StationModel["banners"] {
  return reports.flatMap((report) => {
    if (report === undefined || !isInConflict(report)) return [];
    const { raw, conflicts = [] } = report;
    const other = conflicts.find((one) => one.provider !== raw.provider)!;
    return [{
      text: v.t("station.conflict", {
        product: raw.product.toUpperCase(),
        provider: raw.provider.toUpperCase(),
        other: other.provider.toUpperCase(),
        text: other.text,
      }),
      bad: true,
    }];
  });
}
