/**
 * The daily table of stations: `stations.cache.json.gz`, some 9,900 entries, of which 1,000 have no location
 * indicator (buoys).
 *
 * @module
 */
import type { Station } from "../../stations/station.ts";
import { METRES_PER_FOOT } from "../../units/mod.ts";
import type { Slicer } from "../../resilience/mod.ts";
import { bulkText } from "./bulk_text.ts";
import { checkContentType } from "../answer_headers.ts";
import { DriftError } from "./content.ts";
import { type JsonRecord, readJsonRecords } from "./json_records.ts";
import { isElevation, stationOf } from "./values.ts";

/** What the table held. */
export interface StationTable {
  readonly stations: readonly Station[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** Why an entry could not be used. */
type SkipReason = "noIndicator" | "noPosition" | "badEntry";

/** Longest name; the longest real one has some 50 characters. */
const MAX_NAME = 120;
/** `lat` and `lon` of a station whose position is withheld. */
const WITHHELD = -99.99;

/**
 * Reads the whole table, or refuses it whole.
 *
 * @throws BodyError; as DriftError when the entries are not of the shape agreed
 */
export async function readStationTable(
  file: Uint8Array<ArrayBuffer>,
  headers: Headers,
  slicer: Slicer,
): Promise<StationTable> {
  checkContentType(headers);
  const stations = new Map<string, Station>();
  const skipped: Partial<Record<SkipReason, number>> = {};
  let entries = 0;
  await readJsonRecords(bulkText(file), slicer, (entry) => {
    entries++;
    const station = stationEntry(entry);
    if (typeof station === "string") skipped[station] = (skipped[station] ?? 0) + 1;
    else if (!stations.has(station.id)) stations.set(station.id, station);
  });
  // A table of other names has no entry that can be used; the world's has thousands.
  if (stations.size * 2 < entries) {
    throw new DriftError(`${stations.size} of ${entries} stations can be read`);
  }
  return { stations: [...stations.values()], skipped: skipped as Record<string, number> };
}

/** An entry as a station, or why it cannot be one. */
export function stationEntry(entry: JsonRecord): Station | SkipReason {
  const indicator = entry["icaoId"] ?? null;
  if (indicator !== null && typeof indicator !== "string") return "badEntry";
  // An empty indicator is none; a station that reports may still have its id for one (`KW29`).
  const id = stationOf(
    textOf(indicator) ?? (isReporting(entry) ? textOf(entry["id"]) : null) ?? "",
  );
  if (id === undefined) return "noIndicator";
  const { lat, lon } = entry;
  if (typeof lat !== "number" || typeof lon !== "number") return "noPosition";
  if (lat === WITHHELD || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return "noPosition";
  return {
    id,
    iata: codeOf(entry["iataId"], /^[A-Z]{3}$/),
    name: textOf(entry["site"]) ?? "Weather station",
    city: null,
    country: codeOf(entry["country"], /^[A-Z]{2}$/) ?? "",
    region: codeOf(entry["state"], /^[A-Z0-9]{1,3}$/),
    latitude: lat,
    longitude: lon,
    elevation: elevationOf(entry["elev"]),
    timeZone: null,
    magneticVariation: null,
    size: "station",
    runways: [],
  };
}

function isReporting(entry: JsonRecord): boolean {
  const types = entry["siteType"];
  return Array.isArray(types) && (types.includes("METAR") || types.includes("TAF"));
}

function textOf(value: unknown): string | null {
  // deno-lint-ignore no-control-regex -- a name is one line of text, whatever was sent
  const text = typeof value === "string" ? value.replace(/[\x00-\x1f\x7f]+/g, " ").trim() : "";
  return text === "" || text.length > MAX_NAME ? null : text;
}

function codeOf(value: unknown, shape: RegExp): string | null {
  const text = textOf(value)?.toUpperCase() ?? "";
  return shape.test(text) ? text : null;
}

/** Metres as feet; 9999 stands for unknown. */
function elevationOf(metres: unknown): Station["elevation"] {
  if (typeof metres !== "number" || !isElevation(metres)) return null;
  return { value: Math.round(metres / METRES_PER_FOOT), unit: "ft" };
}
