/**
 * The bulk CSV files: 44 columns each, in the provider's exact order, with its repeated names.
 *
 * @module
 */
import type { MetarRecord } from "./record.ts";

/** Header of `metars.cache.csv` (AWC, September 2026). */
export const METAR_HEADER = "raw_text,station_id,observation_time,latitude,longitude,temp_c," +
  "dewpoint_c,wind_dir_degrees,wind_speed_kt,wind_gust_kt,visibility_statute_mi,altim_in_hg," +
  "sea_level_pressure_mb,corrected,auto,auto_station,maintenance_indicator_on,no_signal," +
  "lightning_sensor_off,freezing_rain_sensor_off,present_weather_sensor_off,wx_string," +
  "sky_cover,cloud_base_ft_agl,sky_cover,cloud_base_ft_agl,sky_cover,cloud_base_ft_agl," +
  "sky_cover,cloud_base_ft_agl,flight_category,three_hr_pressure_tendency_mb,maxT_c,minT_c," +
  "maxT24hr_c,minT24hr_c,precip_in,pcp3hr_in,pcp6hr_in,pcp24hr_in,snow_in,vert_vis_ft," +
  "metar_type,elevation_m";

/** Header of `aircraftreports.cache.csv`. */
export const PIREP_HEADER = "receipt_time,observation_time,mid_point_assumed,no_time_stamp," +
  "flt_lvl_range,above_ground_level_indicated,no_flt_lvl,bad_location,aircraft_ref,latitude," +
  "longitude,altitude_ft_msl,sky_cover,cloud_base_ft_msl,cloud_top_ft_msl,sky_cover," +
  "cloud_base_ft_msl,cloud_top_ft_msl,turbulence_type,turbulence_intensity," +
  "turbulence_base_ft_msl,turbulence_top_ft_msl,turbulence_freq,turbulence_type," +
  "turbulence_intensity,turbulence_base_ft_msl,turbulence_top_ft_msl,turbulence_freq," +
  "icing_type,icing_intensity,icing_base_ft_msl,icing_top_ft_msl,icing_type,icing_intensity," +
  "icing_base_ft_msl,icing_top_ft_msl,visibility_statute_mi,wx_string,temp_c," +
  "wind_dir_degrees,wind_speed_kt,vert_gust_kt,report_type,raw_text";

/** Header of `airsigmets.cache.csv`. */
export const AIRSIGMET_HEADER =
  "raw_text,valid_time_from,valid_time_to,lon:lat points,min_ft_msl," +
  "max_ft_msl,movement_dir_degrees,movement_speed_kt,hazard,severity,airsigmet_type";

/** One field, quoted where CSV asks for it (RFC 4180). */
export function csvField(value: string): string {
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const flag = (on: boolean) => on ? "TRUE" : "";

/** One line of the METAR file, without the line end. Raw text is always quoted, as in the captures. */
export function metarLine(r: MetarRecord): string {
  const layers = [0, 1, 2, 3].flatMap((i) => [r.layers[i]?.cover ?? "", r.layers[i]?.base ?? ""]);
  const remarks = /\b5([0-8])(\d{3})\b/.exec(r.rawText.split(" RMK ")[1] ?? "");
  const tendency = remarks === null
    ? ""
    : String((Number(remarks[1]) >= 5 ? -1 : 1) * Number(remarks[2]) / 10);
  const precipitation = /\bP(\d{4})\b/.exec(r.rawText)?.[1];
  return [
    `"${r.rawText.replaceAll('"', '""')}"`,
    r.stationId,
    r.observationTime,
    r.latitude,
    r.longitude,
    r.temperature,
    r.dewPoint,
    r.windDirection,
    r.windSpeed,
    r.windGust,
    r.visibility,
    r.altimeter,
    r.seaLevelPressure,
    flag(r.corrected),
    flag(r.auto),
    flag(r.autoStation),
    flag(r.maintenance),
    flag(r.noSignal),
    flag(r.lightningSensorOff),
    flag(r.freezingRainSensorOff),
    flag(r.presentWeatherSensorOff),
    csvField(r.weather),
    ...layers,
    r.category,
    tendency,
    "",
    "",
    "",
    "",
    precipitation === undefined ? "" : String(Number(precipitation) / 100),
    "",
    "",
    "",
    "",
    r.verticalVisibility,
    r.type,
    r.elevation,
  ].join(",");
}
