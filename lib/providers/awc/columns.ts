/**
 * The columns of the CSV bulk files, exactly as agreed, and where in a row the wanted ones stand.
 *
 * @module
 */

/** `metars.cache.csv.gz`: 44 columns. `sky_cover` and `cloud_base_ft_agl` come four times. */
export const METAR_COLUMNS =
  ("raw_text,station_id,observation_time,latitude,longitude,temp_c,dewpoint_c,wind_dir_degrees," +
    "wind_speed_kt,wind_gust_kt,visibility_statute_mi,altim_in_hg,sea_level_pressure_mb,corrected,auto," +
    "auto_station,maintenance_indicator_on,no_signal,lightning_sensor_off,freezing_rain_sensor_off," +
    "present_weather_sensor_off,wx_string,sky_cover,cloud_base_ft_agl,sky_cover,cloud_base_ft_agl," +
    "sky_cover,cloud_base_ft_agl,sky_cover,cloud_base_ft_agl,flight_category," +
    "three_hr_pressure_tendency_mb,maxT_c,minT_c,maxT24hr_c,minT24hr_c,precip_in,pcp3hr_in,pcp6hr_in," +
    "pcp24hr_in,snow_in,vert_vis_ft,metar_type,elevation_m").split(",");

/** Places of the columns of a METAR row that are read. */
export const METAR_AT = {
  rawText: 0,
  stationId: 1,
  observationTime: 2,
  latitude: 3,
  longitude: 4,
  metarType: 42,
  elevation: 43,
} as const;

/** `aircraftreports.cache.csv.gz`: 44 columns. */
export const PIREP_COLUMNS =
  ("receipt_time,observation_time,mid_point_assumed,no_time_stamp,flt_lvl_range," +
    "above_ground_level_indicated,no_flt_lvl,bad_location,aircraft_ref,latitude,longitude," +
    "altitude_ft_msl,sky_cover,cloud_base_ft_msl,cloud_top_ft_msl,sky_cover,cloud_base_ft_msl," +
    "cloud_top_ft_msl,turbulence_type,turbulence_intensity,turbulence_base_ft_msl," +
    "turbulence_top_ft_msl,turbulence_freq,turbulence_type,turbulence_intensity," +
    "turbulence_base_ft_msl,turbulence_top_ft_msl,turbulence_freq,icing_type,icing_intensity," +
    "icing_base_ft_msl,icing_top_ft_msl,icing_type,icing_intensity,icing_base_ft_msl," +
    "icing_top_ft_msl,visibility_statute_mi,wx_string,temp_c,wind_dir_degrees,wind_speed_kt," +
    "vert_gust_kt,report_type,raw_text").split(",");

/** Places of the columns of a PIREP row that are read. */
export const PIREP_AT = {
  receiptTime: 0,
  observationTime: 1,
  midPointAssumed: 2,
  noTimeStamp: 3,
  noFlightLevel: 6,
  badLocation: 7,
  aircraft: 8,
  latitude: 9,
  longitude: 10,
  altitude: 11,
  reportType: 42,
  rawText: 43,
} as const;
