/**
 * `stations.cache.json`: the provider's table of stations.
 *
 * @module
 */
import type { Site } from "../sites.ts";

/** One row of the table and of `/api/data/stationinfo`. */
export interface StationRow {
  readonly id: string;
  readonly icaoId: string | null;
  readonly iataId: string | null;
  readonly faaId: string | null;
  readonly wmoId: string | null;
  readonly site: string;
  readonly lat: number;
  readonly lon: number;
  readonly elev: number;
  readonly state: string | null;
  readonly country: string | null;
  readonly priority: number;
  readonly siteType: readonly string[];
}

/** The row of a station. */
export function stationRow(site: Site): StationRow {
  const { station } = site;
  const american = station.country === "US" && station.id.startsWith("K");
  return {
    id: station.id,
    icaoId: station.id,
    iataId: station.iata,
    faaId: american ? station.id.slice(1) : null,
    wmoId: null,
    site: station.name,
    lat: Number(station.latitude.toFixed(4)),
    lon: Number(station.longitude.toFixed(4)),
    elev: Math.round(site.elevationFt * 0.3048),
    state: station.country === "US" || station.country === "CA" ? station.region : null,
    country: station.country,
    priority: station.size === "large" ? 0 : station.size === "medium" ? 4 : 7,
    siteType: site.hasTaf ? ["METAR", "TAF"] : ["METAR"],
  };
}

/** Buoys have no location indicator and no weather of ours: rows that a reader must survive. */
export const BUOYS: readonly StationRow[] = [
  buoy("32012", "Woods Hole Stratus Wave Station", 19.7, -85.6),
  buoy("41002", "South Hatteras", 31.759, -74.936),
  buoy("62105", "K4 Buoy", 55.4, -12.2),
];

function buoy(id: string, site: string, lat: number, lon: number): StationRow {
  return {
    id,
    icaoId: null,
    iataId: null,
    faaId: null,
    wmoId: null,
    site,
    lat,
    lon,
    elev: 0,
    state: "",
    country: null,
    priority: 4,
    siteType: [],
  };
}
