/**
 * A METAR as one flat object with the names and units of the scoring corpus: only what the report states.
 *
 * @module
 */
import { roundTo, toPressure, toSpeed } from "../../units/mod.ts";
import { METRES_PER_STATUTE_MILE, type Quantity, toDistance } from "../../units/mod.ts";
import type {
  CloudLayer,
  Metar,
  PresentWeather,
  SurfaceWind,
  Trend,
  Visibility,
  WeatherElements,
} from "./model.ts";
import type { Remark } from "./remarks_model.ts";

type Flat = Record<string, unknown>;

/** A quantity in reported units as the corpus writes it. */
function written(quantity: Quantity): Flat {
  const unit = UNIT_NAMES[quantity.unit] ?? quantity.unit;
  return quantity.bound === undefined ? { value: quantity.value, unit } : {
    value: quantity.value,
    unit,
    bound: quantity.bound === "atLeast" ? "more" : "less",
  };
}
const UNIT_NAMES: Readonly<Record<string, string>> = {
  kt: "KT",
  "m/s": "MPS",
  "km/h": "KMH",
  m: "M",
  ft: "FT",
};

function flattenWind(wind: SurfaceWind, flat: Flat): void {
  switch (wind.kind) {
    case "calm":
      flat.wind_dir_deg = 0;
      flat.wind_speed_kt = 0;
      flat.wind_speed = written({ value: 0, unit: wind.unit });
      return;
    case "wind":
      flat.wind_dir_deg = wind.direction.value;
      break;
    case "variable":
      flat.wind_variable = true;
      break;
    case "directionNotObservable":
      break;
    case "speedNotObservable":
      flat.wind_dir_deg = wind.direction.value;
      return;
    default:
      return;
  }
  flat.wind_speed_kt = roundTo(toSpeed(wind.speed, "kt"));
  flat.wind_speed = written(wind.speed);
  if (wind.gust !== undefined) {
    flat.wind_gust_kt = roundTo(toSpeed(wind.gust, "kt"));
    flat.wind_gust = written(wind.gust);
  }
  if ("sector" in wind && wind.sector !== undefined) {
    flat.wind_sector_deg = [wind.sector.from.value, wind.sector.to.value];
  }
}

function flattenVisibility(visibility: Visibility, flat: Flat): void {
  if (visibility.kind === "cavok") {
    flat.visibility_sm = roundTo(10000 / METRES_PER_STATUTE_MILE, 2);
    flat.visibility = { value: 10000, unit: "M", bound: "more" };
  } else if (visibility.kind === "visibility") {
    flat.visibility_sm = roundTo(toDistance(visibility.distance, "SM"), 4);
    flat.visibility = written(visibility.distance);
  }
}

function codesOf(weather: PresentWeather): string[] | undefined {
  return weather.kind === "weather" ? weather.phenomena.map((p) => p.code) : undefined;
}

function flattenLayer(layer: CloudLayer): Flat {
  const flat: Flat = { cover: layer.amount === "notObservable" ? "unknown" : layer.amount };
  if (layer.heightAgl !== null) flat.base_ft = layer.heightAgl.value;
  if (layer.type !== undefined && layer.type !== "notObservable") flat.type = layer.type;
  return flat;
}

const SKY_NAMES: Readonly<Record<string, string>> = {
  CLR: "clear",
  SKC: "sky_clear",
  NSC: "nil_significant_cloud",
  NCD: "no_cloud_detected",
  CAVOK: "ceiling_ok",
};

/** `//////` beside layers states nothing of a layer. */
function saysSomething(layer: CloudLayer): boolean {
  return layer.amount !== "notObservable" || layer.heightAgl !== null ||
    (layer.type !== undefined && layer.type !== "notObservable");
}

function flattenElements(elements: WeatherElements, flat: Flat): void {
  flattenWind(elements.surfaceWind, flat);
  flattenVisibility(elements.prevailingVisibility, flat);
  const minimum = elements.directionalVisibility.filter((v) => v.direction === undefined);
  if (minimum.length > 0) flat.min_visibility = written(minimum[0]!.distance);
  const directional = elements.directionalVisibility.filter((v) => v.direction !== undefined);
  if (directional.length > 0) {
    flat.directional_visibility = directional.map((v) => ({
      direction: v.direction,
      ...written(v.distance),
    }));
  }
  const weather = codesOf(elements.presentWeather);
  if (weather !== undefined) flat.weather = weather;
  const { cloud, verticalVisibility } = elements;
  if (cloud.kind === "layers") flat.clouds = cloud.layers.filter(saysSomething).map(flattenLayer);
  else if (cloud.kind === "clear") {
    // The Aviation Weather Center shows NSC and NCD as CLR; `sky` tells them apart.
    flat.sky_clear = cloud.code === "NSC" || cloud.code === "NCD" ? "CLR" : cloud.code;
    flat.sky = SKY_NAMES[cloud.code];
  }
  if (verticalVisibility.kind === "value") flat.vertical_visibility_ft = verticalVisibility.value;
}

/** WMO code table 3700. */
const SEA_STATES =
  "calm_glassy calm_rippled smooth slight moderate rough very_rough high very_high phenomenal"
    .split(
      " ",
    );

function flattenTrend(trend: Trend): Flat {
  const flat: Flat = { type: trend.kind };
  if (trend.probability !== undefined) flat.probability = trend.probability;
  if (trend.from !== null) flat.from = trend.from;
  if (trend.until !== null) flat.to = trend.until;
  if (trend.at !== null) flat.at = trend.at;
  flattenElements(trend.elements, flat);
  return flat;
}

function flattenRemark(remark: Remark, flat: Flat): void {
  switch (remark.kind) {
    case "seaLevelPressure":
      if (remark.pressure !== null) flat.sea_level_pressure_hpa = remark.pressure.value;
      break;
    case "hourlyTemperature":
      flat.temperature_c = remark.airTemperature.value;
      if (remark.dewPointTemperature !== null) {
        flat.dewpoint_c = remark.dewPointTemperature.value;
      }
      break;
    case "pressureTendency":
      if (remark.change !== null) flat.pressure_tendency_3h_hpa = remark.change.value;
      break;
    case "extremeTemperature": {
      const name = remark.extreme === "maximum" ? "max" : "min";
      flat[`${name}_temperature_${remark.hours}h_c`] = remark.temperature.value;
      break;
    }
    case "hourlyPrecipitation":
      if (remark.trace) flat.precip_1h_trace = true;
      else if (remark.amount !== null) flat.precip_1h_in = remark.amount.value;
      break;
    case "precipitation":
      if (remark.trace) flat[`precip_${remark.hours}h_trace`] = true;
      else if (remark.amount !== null) flat[`precip_${remark.hours}h_in`] = remark.amount.value;
      break;
    case "snowDepth":
      flat.snow_depth_in = remark.depth.value;
      break;
    case "sensorStatus":
      flattenSensor(remark.sensor, flat);
      break;
  }
}

function flattenSensor(sensor: string, flat: Flat): void {
  if (sensor === "lightning") flat.lightning_sensor_off = true;
  else if (sensor === "freezingRain") flat.freezing_rain_sensor_off = true;
  else if (sensor === "presentWeather") flat.present_weather_sensor_off = true;
}

function flattenStatus(metar: Metar, flat: Flat): void {
  if (metar.automatic) flat.auto = true;
  if (metar.corrected) flat.corrected = true;
  if (metar.nil) flat.nil = true;
  if (metar.maintenanceNeeded) flat.maintenance = true;
  if (metar.trends.some((trend) => trend.kind === "NOSIG")) flat.no_signal = true;
}

function flattenSupplement(metar: Metar, flat: Flat): void {
  if (metar.runwayVisualRange.length > 0) {
    flat.rvr = metar.runwayVisualRange.map((rvr) => {
      if (rvr.kind === "notObservable") return { runway: rvr.runway };
      const first = written(rvr.visualRange);
      const range = rvr.variableTo === undefined
        ? first
        : { value: [rvr.visualRange.value, rvr.variableTo.value], unit: first.unit };
      const entry: Flat = { runway: rvr.runway, visual_range: range };
      if (rvr.tendency !== undefined) entry.trend = TENDENCIES[rvr.tendency];
      return entry;
    });
  }
  const recent = codesOf(metar.recentWeather);
  if (recent !== undefined) flat.recent_weather = recent;
  if (metar.windShear.length > 0) flat.wind_shear = metar.windShear.map((w) => w.runway);
  const sea = metar.seaSurface;
  if (sea?.temperature) flat.sea_temperature_c = sea.temperature.value;
  if (sea?.state !== undefined) flat.sea_state = SEA_STATES[sea.state];
  if (sea?.waveHeight !== undefined) flat.wave_height = written(sea.waveHeight);
  if (metar.trends.length > 0) flat.trends = metar.trends.map(flattenTrend);
}
const TENDENCIES = { upward: "increasing", downward: "decreasing", noChange: "no_change" } as const;

/**
 * One flat object: wind in knots, visibility in statute miles, heights in feet, temperatures in degrees
 * Celsius (tenths where the remarks have them), altimeter in inches of mercury. What the report does
 * not state is absent; flags are there only when true.
 */
export function flattenMetar(metar: Metar): Record<string, unknown> {
  const flat: Flat = {};
  if (metar.locationIndicator !== null) flat.station = metar.locationIndicator;
  if (metar.observedAt !== null) flat.observed = metar.observedAt;
  flattenElements(metar, flat);
  if (metar.airTemperature.kind === "value") flat.temperature_c = metar.airTemperature.value;
  if (metar.dewPointTemperature.kind === "value") {
    flat.dewpoint_c = metar.dewPointTemperature.value;
  }
  if (metar.qnh.kind === "value") {
    flat.altimeter_inhg = roundTo(
      metar.qnh.unit === "hPa" ? metar.qnh.value * 0.02953 : toPressure(metar.qnh, "inHg"),
      3,
    );
    flat.altimeter = written(metar.qnh);
  }
  // Read backwards so that of two remarks of a kind the first counts.
  for (const remark of metar.remarks.toReversed()) flattenRemark(remark, flat);
  flattenSupplement(metar, flat);
  flattenStatus(metar, flat);
  return flat;
}
