/**
 * Stations and aerodromes: data, look-up, search and great circles.
 *
 * Reading the two data files is left to the entry point (`STATIONS_URL`, `RUNWAYS_URL`); everything here is pure.
 *
 * @module
 */
export type { Runway, RunwayEnd, Station, StationAt, StationIndex } from "./station.ts";
export { formatRunway, formatStation, parseStations } from "./text.ts";
export { createStationIndex, mergeStations } from "./index.ts";
export { layStations } from "./layers.ts";
export { createStationDirectory, type ReportedPlace, type StationDirectory } from "./directory.ts";
export { headingOfDesignator } from "./headings.ts";
export * from "./geometry.ts";

/** The committed station table, for `parseStations`. */
export const STATIONS_URL: URL = new URL("./data/stations.tsv", import.meta.url);
/** The committed runway table, for `parseStations`. */
export const RUNWAYS_URL: URL = new URL("./data/runways.tsv", import.meta.url);
