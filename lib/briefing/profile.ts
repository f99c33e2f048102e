/**
 * The flight from the side: height by distance, for a drawing. It holds nothing that is not in the reports; the ground
 * is only known at stations.
 *
 * @module
 */
import { badness, type FlightCategoryName } from "../derive/category.ts";
import type { CloudAmount, WeatherElements } from "../products/metar/model.ts";
import type { Steps } from "../resilience/steps.ts";
import { toDistance } from "../units/mod.ts";
import { type Context, type CorridorStation, CURRENT_MS } from "./context.ts";
import { layerBand } from "./corridor/levels.ts";
import { freezingLevelAt } from "./route/winds_aloft.ts";
import { instantAt } from "./route/timing.ts";
import { pointAt } from "./route/track.ts";
import { placesAlong } from "./sections/aloft.ts";
import { chosen } from "./sections/current.ts";
import type { FoundWarning } from "./sections/warnings.ts";

/** Cloud over a station, feet above mean sea level. */
export interface ProfileCloud {
  readonly amount: CloudAmount | "VV";
  readonly baseFt: number;
}

/** A station on the side view. */
export interface ProfileStation {
  readonly id: string;
  readonly alongNm: number;
  readonly elevationFt: number | null;
  /** By the forecast for the passing, or the observation where none covers it and it is soon; `null`: not known. */
  readonly category: FlightCategoryName | null;
  readonly worst: FlightCategoryName | null;
  readonly basis: "forecast" | "observed" | null;
  readonly clouds: readonly ProfileCloud[];
}

/** A layer of a warning; open ends are `null`. */
export interface ProfileLayer {
  readonly phenomenon: string;
  readonly title: string;
  readonly severe: boolean;
  readonly fromNm: number;
  readonly toNm: number;
  readonly lowFt: number | null;
  readonly highFt: number | null;
}

/** A wind at a place and height. */
export interface ProfileWind {
  readonly alongNm: number;
  readonly altitudeFt: number;
  readonly directionDeg: number;
  readonly speedKt: number;
  readonly temperatureC: number | null;
}

/** Everything that is drawn. */
export interface Profile {
  readonly totalNm: number;
  readonly altitudeFt: number;
  readonly topFt: number;
  readonly stations: readonly ProfileStation[];
  readonly layers: readonly ProfileLayer[];
  readonly winds: readonly ProfileWind[];
  readonly freezing: readonly { readonly alongNm: number; readonly feet: number }[];
}

/** Most places along the route at which winds and the freezing level are drawn. */
const PLACES = 7;
const LEVELS = [3000, 6000, 9000, 12_000, 18_000, 24_000, 30_000, 34_000, 39_000];

/** The side view. */
export function* profileOf(
  context: Context,
  warnings: readonly FoundWarning[],
): Steps<Profile> {
  const { request, track } = context;
  const topFt = Math.ceil(Math.max(10_000, request.altitudeFt * 1.5) / 2000) * 2000;
  return {
    totalNm: track.totalNm,
    altitudeFt: request.altitudeFt,
    topFt,
    stations: stationsOf(context),
    layers: layersOf(warnings, topFt),
    winds: yield* windsOf(context, topFt),
    freezing: yield* freezingOf(context),
  };
}

function stationsOf(context: Context): ProfileStation[] {
  const ends = new Set(context.track.waypoints.map(({ station }) => station?.id));
  const between = new Set(chosen(context, (one) => {
    const { basis, category } = stateOf(one, context);
    return basis === null ? null : badness(category);
  }));
  return context.stations
    .filter((one) => between.has(one) || ends.has(one.station.id))
    .map((one) => {
      const { elements, ...state } = stateOf(one, context);
      const elevationFt = one.station.elevation?.value ?? null;
      return {
        id: one.station.id,
        alongNm: one.alongNm,
        elevationFt,
        ...state,
        clouds: elements === null ? [] : cloudsOf(elements, elevationFt ?? 0),
      };
    });
}

function stateOf({ observed, passing, aroundPassing: around }: CorridorStation, { now }: Context): {
  category: FlightCategoryName | null;
  worst: FlightCategoryName | null;
  basis: ProfileStation["basis"];
  elements: WeatherElements | null;
} {
  if (around !== null) {
    const { prevailing, worst } = around;
    return {
      category: prevailing.category,
      worst: worst?.category ?? null,
      basis: "forecast",
      elements: prevailing.candidate.elements,
    };
  }
  if (observed !== null && passing - now <= CURRENT_MS) {
    const { category, metar } = observed;
    return { category, worst: null, basis: "observed", elements: metar.decoded };
  }
  return { category: null, worst: null, basis: null, elements: null };
}

function cloudsOf(
  { cloud, verticalVisibility }: WeatherElements,
  groundFt: number,
): ProfileCloud[] {
  const clouds: ProfileCloud[] = [];
  if (verticalVisibility.kind === "value") {
    clouds.push({ amount: "VV", baseFt: groundFt + toDistance(verticalVisibility, "ft") });
  }
  for (const { amount, heightAgl } of cloud.kind === "layers" ? cloud.layers : []) {
    if (amount === "notObservable" || heightAgl === null) continue;
    clouds.push({ amount, baseFt: groundFt + toDistance(heightAgl, "ft") });
  }
  return clouds;
}

function layersOf(warnings: readonly FoundWarning[], topFt: number): ProfileLayer[] {
  return warnings.flatMap(({ warning, stretch }) => {
    if (stretch === null) return [];
    const { lowFt, highFt } = layerBand(warning.base, warning.top);
    if (lowFt > topFt) return [];
    return [{
      phenomenon: warning.phenomenon ?? "unread",
      title: warning.title,
      severe: warning.qualifiers.some((one) => one === "severe" || one === "extreme"),
      fromNm: stretch.fromNm,
      toNm: stretch.toNm,
      lowFt: Number.isFinite(lowFt) ? lowFt : null,
      highFt: Number.isFinite(highFt) ? highFt : null,
    }];
  });
}

function* windsOf({ track, timing, winds }: Context, topFt: number): Steps<ProfileWind[]> {
  const found: ProfileWind[] = [];
  const levels = LEVELS.filter((level) => level <= topFt);
  for (const alongNm of placesAlong(track.totalNm, PLACES)) {
    const [point, instant] = [pointAt(track, alongNm), instantAt(timing, alongNm)];
    for (const altitudeFt of levels) {
      const wind = winds.at(point, altitudeFt, instant);
      if (wind === null) continue;
      const { directionDeg, speedKt, temperatureC } = wind;
      found.push({ alongNm, altitudeFt, directionDeg, speedKt, temperatureC });
    }
    yield;
  }
  return found;
}

function* freezingOf({ track, timing, winds }: Context): Steps<Profile["freezing"]> {
  const found: { alongNm: number; feet: number }[] = [];
  for (const alongNm of placesAlong(track.totalNm, PLACES)) {
    const level = freezingLevelAt(winds, pointAt(track, alongNm), instantAt(timing, alongNm));
    if (level?.kind === "height") found.push({ alongNm, feet: level.feet });
    yield;
  }
  return found;
}
