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
 * Reads the two tables. Lines that start with `#` and lines without their columns are passed over. Runways are read
 * when they are asked for: they are most of what there is to read, and few stations are asked about.
 *
 * @param stationsText the station table
 * @param runwaysText the runway table
 */
export function parseStations(stationsText: string, runwaysText = ""): Station[] {
  const lines = runwayLines(runwaysText);
  // A property of the object itself: a copy, or its JSON, has the runways like everything else.
  const runways: PropertyDescriptor & ThisType<Station> = {
    enumerable: true,
    get() {
      return parseRunways(lines.get(this.id));
    },
  };
  const stations: Station[] = [];
  for (const line of stationsText.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const station = parseStation(line);
    if (station !== null) stations.push(Object.defineProperty(station, "runways", runways));
  }
  return stations;
}

/** Its runways are still to be added. */
function parseStation(line: string): Station | null {
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
  const station: Omit<Station, "runways"> = {
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
  };
  return station as Station;
}

function parseRunways(lines: string | undefined): readonly Runway[] {
  return lines === undefined ? NO_RUNWAYS : lines.split("\n").flatMap(parseRunway);
}

/** The lines of each station, without the station itself. */
function runwayLines(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const tab = text.indexOf("\t", at);
    if (tab < 0) break;
    const end = text.indexOf("\n", at);
    const stop = end < 0 ? text.length : end;
    // A line without columns: the tab found is that of another one.
    if (tab < stop && text[at] !== "#") {
      const id = text.slice(at, tab);
      const before = lines.get(id);
      const line = text.slice(tab + 1, stop);
      lines.set(id, before === undefined ? line : `${before}\n${line}`);
    }
    at = stop + 1;
  }
  return lines;
}

/** Nothing for a line without its columns. */
function parseRunway(line: string): Runway | [] {
  const [ends, length, width, surface, lighted] = line.split("\t");
  if (ends === undefined || surface === undefined) return [];
  return {
    ends: ends === "" ? [] : ends.split(" ").map(parseEnd),
    length: length ? { value: Number(length), unit: "ft" } : null,
    width: width ? { value: Number(width), unit: "ft" } : null,
    surface,
    lighted: lighted === "1",
  };
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
