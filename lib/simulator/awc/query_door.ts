/**
 * `/api/data/…`: the query endpoints with their formats, limits and errors.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import type { Simulation } from "../simulation.ts";
import type { Site } from "../sites.ts";
import {
  advisoryJson,
  aircraftJson,
  gairmetJson,
  internationalJson,
  metarJson,
  sigmetJson,
  tafJson,
} from "./json.ts";
import { recordOf } from "./record.ts";
import { stationRow } from "./station_table.ts";
import { readWindsQuery, windsAloft } from "./winds_aloft.ts";
import { envelope, metarElement, tafElement } from "./xml.ts";

/** Most entries in one answer. */
const CAP = 400;

/** A set of answers in the forms that an endpoint can give. */
interface Answers {
  readonly raw: readonly string[];
  readonly json: readonly Record<string, unknown>[];
  readonly xml?: readonly string[];
  readonly xmlName?: string;
}

/** A refusal in the provider's words. */
function refuse(error: string, status = 400): Response {
  return Response.json({ status: "error", error }, { status });
}

/** Answers one query. */
export async function serveQuery(url: URL, simulation: Simulation, now: number): Promise<Response> {
  const endpoint = url.pathname.slice("/api/data/".length);
  const query = url.searchParams;
  if (endpoint === "windtemp") {
    const asked = readWindsQuery(query);
    if (typeof asked === "string") return refuse(`Invalid value for ${asked}`);
    return new Response(windsAloft(simulation, now, asked), {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  const answers = await answersOf(endpoint, query, simulation, now);
  if (answers === null) return refuse("Not Found", 404);
  if (typeof answers === "string") return refuse(answers);
  return format(answers, query.get("format") ?? "raw");
}

function format(answers: Answers, form: string): Response {
  const json = answers.json.slice(0, CAP);
  if (form === "geojson") {
    return Response.json({ type: "FeatureCollection", features: json.map(feature) }, {
      headers: { "content-type": "application/geo+json" },
    });
  }
  const known = ["raw", "json", ...(answers.xml === undefined ? [] : ["xml"])];
  if (!known.includes(form)) return refuse("Invalid value for format");
  if (json.length === 0) return new Response(null, { status: 204 });
  if (form === "json") return Response.json(json);
  if (form === "xml") {
    return new Response(envelope(answers.xmlName ?? "data", answers.xml!.slice(0, CAP)), {
      headers: { "content-type": "application/xml" },
    });
  }
  return new Response(answers.raw.slice(0, CAP).join("\n") + "\n", {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function feature(record: Record<string, unknown>): Record<string, unknown> {
  const { lat, lon, coords, ...properties } = record;
  const ring = Array.isArray(coords) ? coords.map((p) => [Number(p.lon), Number(p.lat)]) : null;
  return {
    type: "Feature",
    properties,
    geometry: ring === null
      ? { type: "Point", coordinates: [lon, lat] }
      : { type: "Polygon", coordinates: [ring] },
  };
}

async function answersOf(
  endpoint: string,
  query: URLSearchParams,
  simulation: Simulation,
  now: number,
): Promise<Answers | string | null> {
  const { hazards } = simulation;
  switch (endpoint) {
    case "metar":
      return metars(query, simulation, now);
    case "taf": {
      const sites = sitesOf(query, simulation);
      if (typeof sites === "string") return sites;
      const tafs = sites.flatMap((site) => simulation.tafs.current(site, now) ?? []);
      return {
        raw: tafs.map((t) => t.text),
        json: tafs.map(tafJson),
        xml: tafs.map(tafElement),
        xmlName: "taf",
      };
    }
    case "stationinfo":
    case "airport": {
      const sites = sitesOf(query, simulation);
      if (typeof sites === "string") return sites;
      const rows: Record<string, unknown>[] = sites.map((site) =>
        endpoint === "airport" ? airportRow(site) : { ...stationRow(site) }
      );
      return { raw: rows.map((row) => JSON.stringify(row)), json: rows };
    }
    case "pirep": {
      const box = boxOf(query);
      if (typeof box === "string") return query.has("id") ? "id is not known here, use bbox" : box;
      const age = Number(query.get("age") ?? "1.5");
      if (!(age > 0)) return "Invalid value for age";
      const list = (await hazards.aircraft(now)).filter((r) =>
        inBox(box, r.latitude, r.longitude) && now - r.observedAt <= age * HOUR_MS
      );
      return { raw: list.map((r) => r.text), json: list.map(aircraftJson) };
    }
    case "airsigmet": {
      const hazard = query.get("hazard");
      const wanted = { conv: "CONVECTIVE", turb: "TURB", ice: "ICE" }[hazard ?? ""] ?? hazard;
      const list = (await hazards.domestic(now)).filter((s) =>
        wanted === null || s.hazard === wanted
      );
      return { raw: list.map((s) => s.text), json: list.map(sigmetJson) };
    }
    case "isigmet": {
      const hazard = query.get("hazard")?.toUpperCase();
      const list = (await hazards.international(now)).filter((s) =>
        hazard === undefined || s.hazard === hazard
      );
      return { raw: list.map((s) => s.text), json: list.map(internationalJson) };
    }
    case "gairmet": {
      const product = query.get("product")?.toUpperCase();
      const hazard = query.get("hazard")?.toUpperCase();
      const hour = query.get("fore");
      const list = (await hazards.gairmets(now)).filter((g) =>
        (product === undefined || g.product === product) &&
        (hazard === undefined || g.hazard === hazard) &&
        (hour === null || g.forecastHour === Number(hour))
      );
      return { raw: list.map((g) => JSON.stringify(gairmetJson(g))), json: list.map(gairmetJson) };
    }
    case "cwa": {
      const list = await hazards.advisories(now);
      return { raw: list.map((a) => a.text), json: list.map(advisoryJson) };
    }
    default:
      return null;
  }
}

function metars(query: URLSearchParams, simulation: Simulation, now: number): Answers | string {
  const sites = sitesOf(query, simulation);
  if (typeof sites === "string") return sites;
  const hours = Number(query.get("hours") ?? "1.5");
  if (!(hours > 0 && hours <= 360)) return "Invalid value for hours";
  const until = query.has("date") ? Date.parse(query.get("date")!) : now;
  if (Number.isNaN(until)) return "Invalid value for date";
  const end = Math.min(until, now);
  const reports = sites.slice(0, CAP).flatMap((site) =>
    query.has("hours")
      ? simulation.metars.history(site, end - hours * HOUR_MS, end)
      : simulation.metars.latest(site, now, 1.5 * HOUR_MS).slice(0, 1)
  ).slice(0, CAP);
  return {
    raw: reports.map((r) => r.text),
    json: reports.map(metarJson),
    xml: reports.map((r) => metarElement(recordOf(r))),
    xmlName: "metars",
  };
}

type Box = readonly [south: number, west: number, north: number, east: number];

function boxOf(query: URLSearchParams): Box | string {
  const parts = (query.get("bbox") ?? "").split(",").map(Number);
  if (!query.has("bbox")) return "Must specify ids or bbox";
  return parts.length === 4 && parts.every(Number.isFinite)
    ? parts as unknown as Box
    : "Invalid value for bbox";
}

function inBox([south, west, north, east]: Box, latitude: number, longitude: number): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/** Stations named by `ids` (also `@WA`) or inside `bbox`; unknown ones are silently absent, as upstream. */
function sitesOf(query: URLSearchParams, simulation: Simulation): readonly Site[] | string {
  const ids = query.get("ids");
  if (ids !== null && ids !== "") {
    return ids.toUpperCase().split(",").flatMap((id) => {
      if (id.startsWith("@")) {
        return simulation.sites.filter((s) =>
          s.station.country === "US" && s.station.region === id.slice(1)
        );
      }
      return simulation.site(id.trim()) ?? [];
    });
  }
  const box = boxOf(query);
  if (typeof box === "string") return box;
  return simulation.sites.filter(({ station }) => inBox(box, station.latitude, station.longitude));
}

/** An airport with its runways; `alignment` is the true heading of the first end. */
function airportRow(site: Site): Record<string, unknown> {
  const { station } = site;
  const variation = station.magneticVariation ?? 0;
  return {
    id: station.id,
    icaoId: station.id,
    iataId: station.iata,
    faaId: station.country === "US" ? station.id.slice(1) : null,
    name: `${(station.city ?? station.name).toUpperCase()}/${station.name.toUpperCase()} `,
    state: station.country === "US" ? station.region : null,
    country: station.country,
    source: station.country === "US" ? "FAA" : "ICAO",
    type: "ARP",
    lat: station.latitude,
    lon: station.longitude,
    elev: Math.round(site.elevationFt * 0.3048),
    magdec: String(Math.round(Math.abs(variation))).padStart(2, "0") + (variation < 0 ? "W" : "E"),
    runways: station.runways.map((runway) => ({
      id: runway.ends.map((end) => end.designator).join("/"),
      dimension: `${runway.length?.value ?? 0}x${runway.width?.value ?? 0}`,
      surface: runway.surface.slice(0, 1).toUpperCase(),
      alignment: runway.ends[0]?.trueHeading ?? "-",
    })),
    rwyNum: String(station.runways.length),
  };
}
