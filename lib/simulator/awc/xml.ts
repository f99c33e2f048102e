/**
 * The bulk XML files.
 *
 * @module
 */
import { HPA_PER_INHG } from "../../units/mod.ts";
import type { ObservedVisibility, ObservedWind } from "../observation.ts";
import type { ForecastGroup, SimulatedTaf } from "../taf/mod.ts";
import { isoMillis, type MetarRecord } from "./record.ts";

/** Text content, escaped. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** `<name>value</name>`; nothing for an empty value. */
export function element(name: string, value: string | number | null | undefined): string {
  return value === null || value === undefined || value === ""
    ? ""
    : `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** The envelope of every bulk file. */
export function envelope(source: string, items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><response version="2.0"><request_index>1` +
    `</request_index><data_source name="${source}"/><errors/><warnings/>` +
    `<data num_results="${items.length}">${items.join("")}</data></response>`;
}

/** One `METAR` element. */
export function metarElement(r: MetarRecord): string {
  const flags = ([
    ["corrected", r.corrected],
    ["auto", r.auto],
    ["auto_station", r.autoStation],
    ["maintenance_indicator_on", r.maintenance],
    ["no_signal", r.noSignal],
    ["lightning_sensor_off", r.lightningSensorOff],
    ["freezing_rain_sensor_off", r.freezingRainSensorOff],
    ["present_weather_sensor_off", r.presentWeatherSensorOff],
  ] as const).filter(([, on]) => on).map(([name]) => element(name, "TRUE")).join("");
  return "<METAR>" + element("raw_text", r.rawText) + element("station_id", r.stationId) +
    element("observation_time", r.observationTime) + element("latitude", r.latitude) +
    element("longitude", r.longitude) + element("temp_c", r.temperature) +
    element("dewpoint_c", r.dewPoint) + element("wind_dir_degrees", r.windDirection) +
    element("wind_speed_kt", r.windSpeed) + element("wind_gust_kt", r.windGust) +
    element("visibility_statute_mi", r.visibility) + element("altim_in_hg", r.altimeter) +
    element("sea_level_pressure_mb", r.seaLevelPressure) +
    (flags === "" ? "" : `<quality_control_flags>${flags}</quality_control_flags>`) +
    element("wx_string", r.weather) +
    r.layers.map((l) =>
      `<sky_condition sky_cover="${l.cover}"${
        l.base === "" ? "" : ` cloud_base_ft_agl="${l.base}"`
      }/>`
    ).join("") +
    element("flight_category", r.category) + element("vert_vis_ft", r.verticalVisibility) +
    element("metar_type", r.type) + element("elevation_m", r.elevation) + "</METAR>";
}

/** One `TAF` element. */
export function tafElement(taf: SimulatedTaf): string {
  const { site } = taf;
  const remarks = taf.status === "AMD" || taf.status === "CNL"
    ? "AMD"
    : taf.status === "COR"
    ? "COR"
    : "";
  return `<TAF><raw_text><![CDATA[${taf.text}]]></raw_text>` +
    element("station_id", site.station.id) + element("issue_time", isoMillis(taf.issuedAt)) +
    element("bulletin_time", isoMillis(taf.issuedAt)) +
    element("valid_time_from", isoMillis(taf.validFrom)) +
    element("valid_time_to", isoMillis(taf.validTo)) + element("remarks", remarks) +
    element("latitude", site.station.latitude.toFixed(4)) +
    element("longitude", site.station.longitude.toFixed(4)) +
    element("elevation_m", (site.elevationFt * 0.3048).toFixed(4)) +
    taf.truth.map((group) => forecastElement(group, site.dialect.windUnit)).join("") + "</TAF>";
}

function forecastElement(group: ForecastGroup, windUnit: "KT" | "MPS"): string {
  const kind = group.kind === "BASE" ? "" : group.kind === "INTER" ? "TEMPO" : group.kind;
  const sky = group.sky?.kind === "layers"
    ? group.sky.layers.map((l) =>
      `<sky_condition sky_cover="${l.amount}" cloud_base_ft_agl="${l.heightFt}"${
        l.type === "CB" || l.type === "TCU" ? ` cloud_type="${l.type}"` : ""
      }/>`
    ).join("")
    : group.sky?.kind === "obscured"
    ? element("vert_vis_ft", group.sky.verticalFt)
    : group.sky?.kind === "clear" && group.sky.code !== "CAVOK"
    ? `<sky_condition sky_cover="${group.sky.code}"/>`
    : "";
  const weather = group.weather === null
    ? ""
    : group.weather.length === 0 && kind !== "" && kind !== "FM"
    ? "NSW"
    : group.weather.join(" ");
  return "<forecast>" + element("fcst_time_from", isoMillis(group.from)) +
    element("fcst_time_to", isoMillis(group.to)) + element("change_indicator", kind) +
    (kind === "BECMG" ? element("time_becoming", isoMillis(group.to)) : "") +
    element("probability", group.probability) + windElements(group.wind, windUnit) +
    element("visibility_statute_mi", visibilityValue(group.visibility)) +
    element("wx_string", weather) + sky + "</forecast>";
}

function windElements(wind: ObservedWind | null, unit: "KT" | "MPS"): string {
  if (wind === null || wind.kind === "missing") return "";
  const knots = (speed: number) => Math.round(unit === "MPS" ? speed * 3600 / 1852 : speed);
  if (wind.kind === "calm") return element("wind_dir_degrees", 0) + element("wind_speed_kt", 0);
  return element("wind_dir_degrees", wind.kind === "variable" ? "VRB" : wind.direction) +
    element("wind_speed_kt", knots(wind.speed)) +
    (wind.gust === null ? "" : element("wind_gust_kt", knots(wind.gust)));
}

function visibilityValue(visibility: ObservedVisibility | null): string {
  if (visibility === null || visibility.kind === "missing") return "";
  if (visibility.kind === "cavok" || visibility.bound === "atLeast") return "6+";
  return visibility.unit === "SM"
    ? String(visibility.value)
    : String(Math.round(visibility.value / 1609.344 * 100) / 100);
}

/** Inches of mercury of a pressure in hPa, two decimals. */
export function inchesOf(hPa: number): string {
  return (hPa / HPA_PER_INHG).toFixed(2);
}
