/**
 * What of the world an answer is made of, by its path: for nodes that read the store when they are asked.
 *
 * @module
 */
import type { Need } from "../lib/ingest/mod.ts";

/** More stations than this are not asked for one by one. */
const MAX_STATIONS = 20;
const STATION_REPORTS = /^\/api\/v1\/(metar|taf)\/([^/]{1,400})$/;
/** Answered without any report. */
const NOTHING = /^\/(?:health|healthz|readyz|metrics)$|^\/api\/(?!v1\/)|^\/api\/v1\/decode(?:\/|$)/;

/**
 * What the answer to `pathname` needs: reports of single stations, `"everything"`, or `"nothing"`.
 *
 * @param resolve the location indicator of what a reader calls a station, `undefined` where it is not known
 */
export function needOf(
  pathname: string,
  resolve: (id: string) => string | undefined,
): Need | "everything" | "nothing" {
  if (NOTHING.test(pathname)) return "nothing";
  const match = STATION_REPORTS.exec(pathname);
  if (match === null) return "everything";
  let asked: string;
  try {
    asked = decodeURIComponent(match[2]!);
  } catch {
    return "nothing";
  }
  const names = asked.split(",").map((name) => name.trim()).filter((name) => name !== "");
  if (names.length === 0 || names.length > MAX_STATIONS) return "everything";
  const stationIds = names.map((name) => resolve(name) ?? name.toUpperCase())
    .filter((id) => /^[A-Z0-9]{3,8}$/.test(id));
  return { product: match[1] as Need["product"], stationIds: [...new Set(stationIds)] };
}
