/**
 * What is required of each field: percent of agreement with the makers of the corpus, their proven
 * mistakes counted apart.
 *
 * @module
 */

const METAR_STATE = 99.95;
const GROUPS = 99.95;

/** Required agreement by product and field; `*` is every other field of the product. */
export const REQUIRED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  metar: {
    wind_dir_deg: METAR_STATE,
    wind_variable: METAR_STATE,
    wind_speed_kt: METAR_STATE,
    wind_speed: METAR_STATE,
    wind_gust_kt: METAR_STATE,
    temperature_c: METAR_STATE,
    dewpoint_c: METAR_STATE,
    altimeter_inhg: METAR_STATE,
    altimeter: METAR_STATE,
    clouds: METAR_STATE,
    sky_clear: METAR_STATE,
    vertical_visibility_ft: METAR_STATE,
    visibility_sm: METAR_STATE,
    visibility: METAR_STATE,
    weather: 99.9,
    rvr: 100,
    flight_category: 99.9,
    sea_level_pressure_hpa: GROUPS,
    pressure_tendency_3h_hpa: GROUPS,
    max_temperature_6h_c: GROUPS,
    min_temperature_6h_c: GROUPS,
    max_temperature_24h_c: GROUPS,
    min_temperature_24h_c: GROUPS,
    precip_1h_in: GROUPS,
    precip_1h_trace: GROUPS,
    precip_24h_in: GROUPS,
    snow_depth_in: GROUPS,
    "*": 99.5,
  },
  taf: { periods: 99.9, from: 99.9, to: 99.9, "*": 99.5 },
  pirep: { "*": 98 },
  sigmet: { "*": 98 },
};

/** Percent required of `field`, or `null` where nothing is. */
export function requiredOf(product: string, field: string): number | null {
  const fields = REQUIRED[product];
  return fields?.[field] ?? fields?.["*"] ?? null;
}
