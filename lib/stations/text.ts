/**
 * The text form of the station data: two tables of tab-separated lines, sorted, one fact a column, so that a
 * change of the data is a readable difference.
 *
 * @module
 */
import type { Runway, RunwayEnd, Station } from "./station.ts";

const SIZES: Record<string, Station["size"]> = {
  L: "large",
  M: "medium",
  S: "small",
  H: "heliport",
  W: "seaplane",
  X: "station",
};
const SIZE_LETTERS = Object.fromEntries(Object.entries(SIZES).map(([k, v]) => [v, k]));
const SOURCES: Record<string, RunwayEnd["headingSource"]> = {
  p: "published",
  t: "thresholds",
  d: "designator",
};
const NO_RUNWAYS: readonly Runway[] = [];

/** One line of the station table, without its runways. */
export function formatStation(station: Station): string {
  return [
    station.id,
    station.iata ?? "",
    SIZE_LETTERS[station.size],
    station.latitude,
    station.longitude,
    station.elevation?.value ?? "",
    station.magneticVariation ?? "",
    station.timeZone ?? "",
    station.country,
    station.region ?? "",
    station.name,
    station.city ?? "",
  ].join("\t");
}

/** One line of the runway table: station, ends as `04L:31p`, length, width, surface, `1` for lighted. */
export function formatRunway(stationId: string, runway: Runway): string {
  const ends = runway.ends.map((end) =>
    `${end.designator}:${end.trueHeading ?? ""}${end.headingSource?.[0] ?? ""}`
  );
  return [
    stationId,
    ends.join(" "),
    runway.length?.value ?? "",
    runway.width?.value ?? "",
    runway.surface,
    runway.lighted ? "1" : "",
  ].join("\t");
}

/**
 * Reads the two tables. Lines that start with `#` and lines without their columns are passed over.
 *
 * @param stationsText the station table
 * @param runwaysText the runway table
 */
export function parseStations(stationsText: string, runwaysText = ""): Station[] {
  const runways = parseRunways(runwaysText);
  const stations: Station[] = [];
  for (const line of stationsText.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const station = parseStation(line, runways);
    if (station !== null) stations.push(station);
  }
  return stations;
}

function parseStation(line: string, runways: Map<string, Runway[]>): Station | null {
  const columns = line.split("\t");
  if (columns.length < 12) return null;
  const [id, iata, size, lat, lon, elevation, variation, zone, country, region, name, city] =
    columns as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
  return {
    id,
    iata: iata || null,
    name,
    city: city || null,
    country,
    region: region || null,
    latitude: Number(lat),
    longitude: Number(lon),
    elevation: elevation === "" ? null : { value: Number(elevation), unit: "ft" },
    timeZone: zone || null,
    magneticVariation: variation === "" ? null : Number(variation),
    size: SIZES[size] ?? "station",
    runways: runways.get(id) ?? NO_RUNWAYS,
  };
}

function parseRunways(text: string): Map<string, Runway[]> {
  const byStation = new Map<string, Runway[]>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [id, ends, length, width, surface, lighted] = line.split("\t");
    if (id === undefined || ends === undefined || surface === undefined) continue;
    const runway: Runway = {
      ends: ends === "" ? [] : ends.split(" ").map(parseEnd),
      length: length ? { value: Number(length), unit: "ft" } : null,
      width: width ? { value: Number(width), unit: "ft" } : null,
      surface,
      lighted: lighted === "1",
    };
    const known = byStation.get(id);
    if (known === undefined) byStation.set(id, [runway]);
    else known.push(runway);
  }
  return byStation;
}

function parseEnd(text: string): RunwayEnd {
  const [designator = "", heading = ""] = text.split(":");
  const source = SOURCES[heading.slice(-1)] ?? null;
  return {
    designator,
    trueHeading: source === null ? null : Number(heading.slice(0, -1)),
    headingSource: source,
  };
}
