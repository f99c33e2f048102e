/**
 * `GET /api/v1/stations/{id}` and `GET /api/v1/stations?q=…|near=…|bbox=…`: places before any weather.
 *
 * @module
 */
import { z } from "zod";
import type { InputError, Problem } from "../lib/http/problem.ts";
import type { Station, StationAt } from "../lib/stations/station.ts";
import type { ApiOptions } from "./context.ts";
import { STATIC_CACHE_CONTROL } from "./cache_control.ts";
import { type Column, writeCsv } from "./formats/csv.ts";
import { toFeature, toPoint, writeFeatures } from "./formats/geojson.ts";
import { integer, noParameters, parseNumber, stationId } from "./parameters.ts";
import { presentStation, presentStationAt } from "./present/station.ts";
import { stationNotFound } from "./report_resource.ts";
import { defineResource, type Found } from "./resource.ts";
import { invalidRequest } from "./validate.ts";

type StationView = ReturnType<typeof presentStation>;
type StationAtView = ReturnType<typeof presentStationAt>;
interface SearchAnswer {
  readonly stations: readonly StationAtView[];
}

const COLUMNS: readonly Column<StationAtView>[] = [
  ["id", ({ station }) => station.id],
  ["iata", ({ station }) => station.iata],
  ["name", ({ station }) => station.name],
  ["city", ({ station }) => station.city],
  ["country", ({ station }) => station.country],
  ["region", ({ station }) => station.region],
  ["latitude", ({ station }) => station.latitude],
  ["longitude", ({ station }) => station.longitude],
  ["elevationFt", ({ station }) => station.elevation?.value],
  ["timeZone", ({ station }) => station.timeZone],
  ["magneticVariationDeg", ({ station }) => station.magneticVariation?.value],
  ["size", ({ station }) => station.size],
  ["distanceNm", ({ distance }) => distance?.value],
  ["bearingTrueDeg", ({ bearing }) => bearing?.value],
];

/** An answer that lasts as long as the list of stations. */
function lasting<T>(api: ApiOptions, value: T): Found<T> {
  return {
    value,
    identify: () => [api.reports.stations],
    changesAt: Infinity,
    limitAt: null,
    modifiedAt: null,
    cacheControl: STATIC_CACHE_CONTROL,
  };
}

/** The station that `id` (ICAO or IATA, any case) means. */
export function findStation(api: ApiOptions, id: string): Station | undefined {
  const { stations } = api.reports;
  const resolved = api.reports.resolve(id);
  return (resolved === undefined ? undefined : stations.get(resolved)) ?? stations.get(id) ??
    stations.byIata(id);
}

export const stationResource = defineResource({
  path: "/v1/stations/{id}",
  operationId: "getStation",
  tag: "Stations",
  summary: "One station",
  description: "An aerodrome or weather station with its runways; headings are true.",
  params: z.object({ id: stationId }),
  query: noParameters,
  representations: {
    json: { write: (one: StationView) => JSON.stringify(one) + "\n" },
    geojson: {
      write: (one) => JSON.stringify(toFeature(toPoint(one), one, one.id)) + "\n",
    },
    csv: {
      write: (one) => writeCsv(COLUMNS, [{ station: one, distance: null, bearing: null }]),
    },
  },
  problems: [404],
  read: ({ params }, api) => {
    const found = findStation(api, params.id);
    return found === undefined
      ? stationNotFound(params.id, api.reports.resolve(params.id) !== undefined)
      : lasting(api, presentStation(found));
  },
});

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 200;
const MAX_RADIUS_NM = 500;
const DEFAULT_RADIUS_NM = 50;

const searchQuery = z.object({
  q: z.string().trim().min(1, "q must not be empty.").max(80, "q is at most 80 characters.")
    .optional().meta({
      description: "ICAO, IATA, name or city; accents and small misspellings are forgiven.",
      example: "kennedy",
    }),
  near: z.string().transform((text, context) => {
    const [latitude = NaN, longitude = NaN, ...rest] = text.split(",").map(parseNumber);
    if (rest.length === 0 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
      return { latitude, longitude };
    }
    context.addIssue("near must be latitude,longitude in degrees, such as 40.64,-73.78.");
    return z.NEVER;
  }).optional().meta({
    type: "string",
    description: "latitude,longitude in degrees: stations around this point, nearest first.",
    example: "40.64,-73.78",
  }),
  radius: z.string().transform((text, context) => {
    const value = parseNumber(text);
    if (value > 0 && value <= MAX_RADIUS_NM) return value;
    context.addIssue(
      `radius must be a number of nautical miles, above 0 and at most ${MAX_RADIUS_NM}.`,
    );
    return z.NEVER;
  }).optional().meta({
    type: "number",
    description: `Nautical miles around near; ${DEFAULT_RADIUS_NM} if not given.`,
    example: "50",
  }),
  bbox: z.string().transform((text, context) => {
    const [west = NaN, south = NaN, east = NaN, north = NaN, ...rest] = text.split(",").map(
      parseNumber,
    );
    const right = rest.length === 0 && Math.abs(west) <= 180 && Math.abs(east) <= 180 &&
      south >= -90 && north <= 90 && south <= north;
    if (right) return { west, south, east, north };
    context.addIssue(
      "bbox must be west,south,east,north in degrees, south not above north; west above east crosses 180°.",
    );
    return z.NEVER;
  }).optional().meta({
    type: "string",
    description: "west,south,east,north in degrees; west above east crosses the antimeridian.",
    example: "-75,40,-73,42",
  }),
  limit: integer("limit", 1, MAX_LIMIT).optional().meta({
    description: `At most so many stations; ${DEFAULT_LIMIT} if not given.`,
  }),
});

type SearchQuery = z.output<typeof searchQuery>;

/** What no single parameter can say: exactly one question, and radius only with near. */
function checkQuestion({ q, near, radius, bbox }: SearchQuery): Problem | null {
  const errors: InputError[] = [];
  const asked = [q, near, bbox].filter((one) => one !== undefined).length;
  if (asked !== 1) {
    const accepted = ["q", "near", "bbox"];
    const detail = asked === 0
      ? "Say what to look for: q, near or bbox."
      : "Only one of q, near and bbox may be given.";
    errors.push({ in: "query", detail, accepted });
  }
  if (radius !== undefined && near === undefined) {
    errors.push({ in: "query", name: "radius", detail: "radius is for near only." });
  }
  return errors.length > 0 ? invalidRequest(errors) : null;
}

function search(api: ApiOptions, query: SearchQuery): (StationAt | { station: Station })[] {
  const { stations } = api.reports;
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (query.near) {
    const { latitude, longitude } = query.near;
    return stations.near(latitude, longitude, query.radius ?? DEFAULT_RADIUS_NM, limit);
  }
  const found = query.bbox
    ? stations.within(query.bbox.south, query.bbox.west, query.bbox.north, query.bbox.east, limit)
    : stations.search(query.q!, limit);
  return found.map((station) => ({ station }));
}

export const stationsResource = defineResource({
  path: "/v1/stations",
  operationId: "findStations",
  tag: "Stations",
  summary: "Find stations",
  description: "By name or code (`q`), around a point (`near`, `radius`) or in a box (`bbox`).",
  params: noParameters,
  query: searchQuery,
  representations: {
    json: { write: (answer: SearchAnswer) => JSON.stringify(answer) + "\n" },
    geojson: {
      write: ({ stations }) =>
        writeFeatures(stations.map((at) => toFeature(toPoint(at.station), at, at.station.id))),
    },
    csv: { write: ({ stations }) => writeCsv(COLUMNS, stations) },
  },
  read: ({ query }, api) =>
    checkQuestion(query) ?? lasting(api, { stations: search(api, query).map(presentStationAt) }),
});
