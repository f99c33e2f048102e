/**
 * Weather elements as flat fields: the names and units in which decoders are compared (see
 * `deno task conformance`).
 *
 * Only what the report states is there. Nothing stands for a missing value.
 *
 * @module
 */
import { type Quantity, roundTo, toDistance, toPressure, toSpeed } from "../../units/mod.ts";
import type { DistanceUnit, SpeedUnit } from "../../units/mod.ts";
import type {
  CloudLayer,
  Pressure,
  SurfaceWind,
  Visibility,
  WeatherElements,
} from "../metar/model.ts";

/** A cloud layer; `cover` is `unknown` for `///015`. */
export interface FlatCloud {
  readonly cover: string;
  readonly base_ft?: number;
  readonly type?: string;
}

/** The weather elements of a period. */
export interface FlatElements {
  wind_dir_deg?: number;
  wind_variable?: true;
  wind_speed_kt?: number;
  wind_gust_kt?: number;
  visibility_sm?: number;
  weather?: string[];
  clouds?: FlatCloud[];
  sky_clear?: string;
  vertical_visibility_ft?: number;
}

/** `elements` as flat fields. */
export function flattenElements(elements: WeatherElements): FlatElements {
  const flat: FlatElements = {};
  flattenWind(elements.surfaceWind, flat);
  const visibility = visibilityInMiles(elements.prevailingVisibility);
  if (visibility !== null) flat.visibility_sm = visibility;
  const weather = elements.presentWeather;
  if (weather.kind === "weather") flat.weather = weather.phenomena.map(({ code }) => code);
  if (weather.kind === "noSignificantWeather") flat.weather = ["NSW"];
  if (elements.cloud.kind === "layers") flat.clouds = elements.cloud.layers.map(flattenLayer);
  if (elements.cloud.kind === "clear") flat.sky_clear = elements.cloud.code;
  const vertical = elements.verticalVisibility;
  if (vertical.kind === "value") {
    flat.vertical_visibility_ft = Math.round(toDistance(vertical, "ft"));
  }
  return flat;
}

/** An altimeter setting in inches of mercury to hundredths; `null` where absent. */
export function pressureInInches(pressure: Pressure): number | null {
  return pressure.kind === "value" ? roundTo(toPressure(pressure, "inHg"), 2) : null;
}

/** Knots to tenths: metres per second and kilometres per hour are converted. */
export function speedInKnots(speed: Quantity<SpeedUnit>): number {
  return roundTo(toSpeed(speed, "kt"), 1);
}

function flattenWind(wind: SurfaceWind, flat: FlatElements): void {
  if (wind.kind === "calm") {
    flat.wind_dir_deg = 0;
    flat.wind_speed_kt = 0;
  }
  if (wind.kind === "wind" || wind.kind === "speedNotObservable") {
    flat.wind_dir_deg = wind.direction.value;
  }
  if (wind.kind === "variable") flat.wind_variable = true;
  if (wind.kind === "wind" || wind.kind === "variable" || wind.kind === "directionNotObservable") {
    flat.wind_speed_kt = speedInKnots(wind.speed);
    if (wind.gust !== undefined) flat.wind_gust_kt = speedInKnots(wind.gust);
  }
}

/** Statute miles; 10 km and more, and CAVOK, are 6.21. */
function visibilityInMiles(visibility: Visibility): number | null {
  if (visibility.kind === "cavok") return 6.21;
  return visibility.kind === "visibility" ? distanceInMiles(visibility.distance) : null;
}

function distanceInMiles(distance: Quantity<DistanceUnit>): number {
  return distance.unit === "SM" ? distance.value : roundTo(toDistance(distance, "SM"), 3);
}

function flattenLayer(layer: CloudLayer): FlatCloud {
  const { amount, heightAgl, type } = layer;
  return {
    cover: amount === "notObservable" ? "unknown" : amount,
    ...(heightAgl === null ? {} : { base_ft: Math.round(toDistance(heightAgl, "ft")) }),
    ...(type === undefined || type === "notObservable" ? {} : { type }),
  };
}
