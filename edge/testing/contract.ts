/**
 * The HTTP contract of the API, one row for each promise: held against the API over a fake world, and against
 * an edge node over its socket.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Api } from "../mod.ts";
import { type Ask, ask } from "./ask.ts";

/** One promise: what is asked, and what the answer is. */
export interface Row extends Ask {
  readonly name: string;
  readonly status: number;
  /** Headers expected, exactly or by pattern; `null`: absent. */
  readonly expected?: Readonly<Record<string, string | RegExp | null>>;
  /** Found in the body. */
  readonly contains?: readonly (string | RegExp)[];
}

const JSON_TYPE = "application/json; charset=utf-8";
const GEOJSON_TYPE = "application/geo+json; charset=utf-8";
const CSV_TYPE = "text/csv; charset=utf-8; header=present";
const TEXT_TYPE = "text/plain; charset=utf-8";
const READ_ALLOW = "GET, HEAD, OPTIONS";
const type = (value: string) => ({ "content-type": value });
const accept = (value: string) => ({ accept: value });
const FIFTY = Array.from({ length: 50 }, (_, i) => `K${String(i).padStart(3, "0")}`);

const READS: readonly Row[] = [
  {
    name: "a question",
    path: "/api/v1/ask?q=Will+it+be+VFR+at+KJFK+at+18Z",
    status: 200,
    expected: { ...type(JSON_TYPE), "cache-control": "private, no-cache" },
    contains: ['"subject":"category"', '"station":"KJFK"', '"by":"rules"', '"raw":"TAF KJFK'],
  },
  {
    name: "a question as text in German",
    path: "/api/v1/ask?q=Wind+in+KJFK+um+18Z&lang=de&format=text",
    status: 200,
    expected: type(TEXT_TYPE),
    contains: [/^Verstanden: Wind in KJFK/m, /^# von \S+, empfangen \d\d:\d\dZ.*\nTAF KJFK/m],
  },
  {
    name: "a question with words that nothing reads",
    path: "/api/v1/ask?q=frobnicate+KJFK",
    status: 200,
    contains: ['"notUnderstood":["frobnicate"]'],
  },
  {
    name: "a question without a place",
    path: "/api/v1/ask?q=VFR+at+18Z",
    status: 200,
    contains: ['"outcome":"noPlace"', '"station":null'],
  },
  {
    name: "a question that a model is to read where there is none",
    path: "/api/v1/ask?q=VFR+at+KJFK&text=model",
    status: 200,
    expected: { "cache-control": "no-store" },
    contains: ['"model":"off"', '"by":"rules"'],
  },
  {
    name: "no question",
    path: "/api/v1/ask",
    status: 400,
    contains: ["A question is needed", '"name":"q"'],
  },
  {
    name: "a question of nothing but blanks",
    path: "/api/v1/ask?q=+%09+",
    status: 400,
    contains: ["A question is needed"],
  },
  {
    name: "a question that is too long",
    path: `/api/v1/ask?q=${"x".repeat(301)}`,
    status: 400,
    contains: ["A question may have 300 characters; this one has 301."],
  },
  {
    name: "a question that is too long for a model as well",
    path: `/api/v1/ask?q=${"x".repeat(301)}&text=model`,
    status: 400,
    contains: ["300 characters"],
  },
  {
    name: "a language that is not offered",
    path: "/api/v1/ask?q=VFR+KJFK&lang=fr",
    status: 400,
    contains: ['"name":"lang"'],
  },
  {
    name: "one station",
    path: "/api/v1/metar/KJFK",
    status: 200,
    expected: type(JSON_TYPE),
    contains: ['"raw":"METAR KJFK'],
  },
  {
    name: "one station in lower case",
    path: "/api/v1/metar/kjfk",
    status: 200,
    contains: ['"stationId":"KJFK"'],
  },
  {
    name: "one station by IATA code",
    path: "/api/v1/metar/jfk",
    status: 200,
    contains: ['"stationId":"KJFK"'],
  },
  {
    name: "the same station twice is answered once",
    path: "/api/v1/metar/KJFK,JFK,kjfk",
    status: 200,
    contains: [/^(?!.*"stationId":"KJFK".*"stationId":"KJFK")/],
  },
  {
    name: "several stations",
    path: "/api/v1/metar/KJFK,EDDF",
    status: 200,
    contains: ['"stationId":"EDDF"'],
  },
  {
    name: "blanks around ids",
    path: "/api/v1/metar/KJFK,%20EDDF",
    status: 200,
    contains: ['"stationId":"EDDF"'],
  },
  {
    name: "an encoded comma",
    path: "/api/v1/metar/KJFK%2CEDDF",
    status: 200,
    contains: ['"stationId":"EDDF"'],
  },
  {
    name: "an unknown station among known ones is listed",
    path: "/api/v1/metar/KJFK,ZZZZ",
    status: 200,
    contains: ['{"id":"ZZZZ","reason":"unknownStation"'],
  },
  {
    name: "a station without a report is listed",
    path: "/api/v1/metar/KLGA",
    status: 200,
    contains: ['{"id":"KLGA","reason":"noReport"', '"reports":[]'],
  },
  {
    name: "two unknown stations are listed",
    path: "/api/v1/metar/ZZZZ,YYYY",
    status: 200,
    contains: ['"id":"ZZZZ"', '"id":"YYYY"'],
  },
  {
    name: "50 ids",
    path: `/api/v1/metar/${FIFTY.join(",")}`,
    status: 200,
    contains: ['"id":"K049"'],
  },
  {
    name: "a single unknown station",
    path: "/api/v1/metar/ZZZZ",
    status: 404,
    expected: { "cache-control": "public, max-age=60" },
    contains: ["ZZZZ", "/api/v1/stations"],
  },
  {
    name: "an id of two letters",
    path: "/api/v1/metar/XX",
    status: 400,
    contains: ["four letters or digits"],
  },
  { name: "an id of five letters", path: "/api/v1/metar/KJFKX", status: 400 },
  { name: "an id with a sign", path: "/api/v1/metar/KJ-K", status: 400 },
  { name: "an id with a letter of another script", path: "/api/v1/metar/%D0%9AJFK", status: 400 },
  {
    name: "an id with markup",
    path: "/api/v1/metar/%3Cb%3E",
    status: 400,
    contains: [/^(?!.*<b>)/],
  },
  { name: "a broken percent sign", path: "/api/v1/metar/%E0%A4%A", status: 400 },
  {
    name: "an empty id between commas",
    path: "/api/v1/metar/KJFK,,EDDF",
    status: 400,
    contains: ["Id 2 of 3"],
  },
  {
    name: "51 ids",
    path: `/api/v1/metar/${[...FIFTY, "KJFK"].join(",")}`,
    status: 400,
    contains: ["At most 50", "51"],
  },
  { name: "no id", path: "/api/v1/metar/", status: 404, contains: ["/api/v1/metar/{ids}"] },
  { name: "no id and no slash", path: "/api/v1/metar", status: 404 },
  { name: "a slash at the end", path: "/api/v1/metar/KJFK/", status: 404 },
  {
    name: "an unknown query name",
    path: "/api/v1/metar/KJFK?fmt=csv",
    status: 400,
    contains: ['"name":"fmt"', '"accepted":["format"]'],
  },
  { name: "an unknown query name without value", path: "/api/v1/metar/KJFK?debug", status: 400 },
  { name: "a cache buster", path: "/api/v1/metar/KJFK?_=123", status: 400 },
  {
    name: "a repeated parameter",
    path: "/api/v1/metar/KJFK?format=csv&format=json",
    status: 400,
    contains: ["more than once"],
  },
  {
    name: "an unknown format",
    path: "/api/v1/metar/KJFK?format=xml",
    status: 400,
    contains: ["json, geojson, text, csv"],
  },
  { name: "an empty format", path: "/api/v1/metar/KJFK?format=", status: 400 },
  { name: "a format in capitals", path: "/api/v1/metar/KJFK?format=CSV", status: 400 },
  { name: "a query name of the prototype", path: "/api/v1/metar/KJFK?__proto__=1", status: 400 },
  {
    name: "a TAF",
    path: "/api/v1/taf/KJFK",
    status: 200,
    contains: ['"issuedAt":"2026-11-24T17:20:00Z"', '"observedAt":null'],
  },
  {
    name: "a TAF of a station without one",
    path: "/api/v1/taf/EDDF",
    status: 200,
    contains: ['{"id":"EDDF","reason":"noReport"'],
  },
  { name: "a TAF of an unknown station", path: "/api/v1/taf/ZZZZ", status: 404 },
  { name: "a TAF with 51 ids", path: `/api/v1/taf/${[...FIFTY, "KJFK"].join(",")}`, status: 400 },
  {
    name: "an airport",
    path: "/api/v1/airport/KJFK",
    status: 200,
    contains: [
      '"preferredRunway"',
      '"alternatives"',
      '"text":"KJFK at 16:51Z: VFR; wind from 300° true at 15 kt, gusting 25 kt; ',
      '{"told":"15 kt","product":"metar","text":"30015G25KT","start":19,"end":29}',
    ],
  },
  {
    name: "an airport in German",
    path: "/api/v1/airport/KJFK?lang=de",
    status: 200,
    contains: ['"language":"de","text":"KJFK um 16:51Z: VFR; Wind aus 300° rechtweisend'],
  },
  { name: "an airport in no language", path: "/api/v1/airport/KJFK?lang=xx", status: 400 },
  {
    name: "an airport by IATA code",
    path: "/api/v1/airport/fra",
    status: 200,
    contains: ['"stationId":"EDDF"'],
  },
  {
    name: "an airport without reports",
    path: "/api/v1/airport/KLGA",
    status: 200,
    contains: [
      '"metar":null',
      '"runwayWinds":[]',
      '"reason":"noReport"',
      '"text":"KLGA: no report is held. KLGA: no forecast (TAF) is held."',
    ],
  },
  { name: "an unknown airport", path: "/api/v1/airport/ZZZZ", status: 404 },
  { name: "two airports", path: "/api/v1/airport/KJFK,EDDF", status: 400 },
  {
    name: "a station",
    path: "/api/v1/stations/KJFK",
    status: 200,
    contains: ['"trueHeading":{"value":31,"unit":"deg"}'],
  },
  {
    name: "a station without elevation",
    path: "/api/v1/stations/KOLD",
    status: 200,
    contains: ['"elevation":null'],
  },
  { name: "an unknown station", path: "/api/v1/stations/ZZZZ", status: 404 },
  { name: "an id that is none", path: "/api/v1/stations/k", status: 400 },
  {
    name: "stations by name",
    path: "/api/v1/stations?q=kennedy",
    status: 200,
    contains: ['"id":"KJFK"', '"distance":null'],
  },
  {
    name: "stations by name, none found",
    path: "/api/v1/stations?q=atlantis",
    status: 200,
    contains: ['{"stations":[]}'],
  },
  {
    name: "stations around a point",
    path: "/api/v1/stations?near=40.7,-73.8&radius=30",
    status: 200,
    contains: ['"id":"KLGA"', '"unit":"NM"'],
  },
  {
    name: "stations around a point, limited",
    path: "/api/v1/stations?near=40.7,-73.8&limit=1",
    status: 200,
    contains: [/^(?!.*"KLGA")/],
  },
  {
    name: "stations in a box",
    path: "/api/v1/stations?bbox=-75,40,-73,41",
    status: 200,
    contains: ['"id":"KJFK"'],
  },
  {
    name: "stations in a box across 180°",
    path: "/api/v1/stations?bbox=170,-10,-170,10",
    status: 200,
  },
  {
    name: "stations without a question",
    path: "/api/v1/stations",
    status: 400,
    contains: ["q, near or bbox"],
  },
  {
    name: "stations with two questions",
    path: "/api/v1/stations?q=a&bbox=-75,40,-73,41",
    status: 400,
    contains: ["Only one"],
  },
  {
    name: "a radius without a point",
    path: "/api/v1/stations?q=a&radius=3",
    status: 400,
    contains: ["radius is for near"],
  },
  { name: "an empty question", path: "/api/v1/stations?q=%20", status: 400 },
  {
    name: "a question of 81 characters",
    path: `/api/v1/stations?q=${"a".repeat(81)}`,
    status: 400,
  },
  {
    name: "a point of one number",
    path: "/api/v1/stations?near=40",
    status: 400,
    contains: ["latitude,longitude"],
  },
  { name: "a point of three numbers", path: "/api/v1/stations?near=1,2,3", status: 400 },
  { name: "a point beyond the pole", path: "/api/v1/stations?near=91,0", status: 400 },
  { name: "a point beyond 180°", path: "/api/v1/stations?near=0,180.1", status: 400 },
  { name: "a point in hexadecimal", path: "/api/v1/stations?near=0x10,0", status: 400 },
  { name: "a point that is not a number", path: "/api/v1/stations?near=NaN,Infinity", status: 400 },
  { name: "a radius of 0", path: "/api/v1/stations?near=1,1&radius=0", status: 400 },
  {
    name: "a radius over 500 NM",
    path: "/api/v1/stations?near=1,1&radius=501",
    status: 400,
    contains: ["500"],
  },
  {
    name: "a limit of 0",
    path: "/api/v1/stations?q=a&limit=0",
    status: 400,
    contains: ["1 to 200"],
  },
  { name: "a limit of 201", path: "/api/v1/stations?q=a&limit=201", status: 400 },
  { name: "a limit with a fraction", path: "/api/v1/stations?q=a&limit=1.5", status: 400 },
  { name: "a box upside down", path: "/api/v1/stations?bbox=-75,42,-73,40", status: 400 },
  { name: "a box of three numbers", path: "/api/v1/stations?bbox=1,2,3", status: 400 },
  { name: "the feeds", path: "/api/v1/feeds", status: 200, contains: ['"product":"metar"'] },
  {
    name: "the feeds with a format",
    path: "/api/v1/feeds?format=json",
    status: 400,
    contains: ["takes none"],
  },
];

const FORMATS: readonly Row[] = [
  {
    name: "GeoJSON by parameter",
    path: "/api/v1/metar/KJFK?format=geojson",
    status: 200,
    expected: type(GEOJSON_TYPE),
    contains: ['"coordinates":[-73.7787,40.6399]'],
  },
  {
    name: "CSV by parameter",
    path: "/api/v1/metar/KJFK?format=csv",
    status: 200,
    expected: type(CSV_TYPE),
    contains: [/^stationId,.*\r\nKJFK,METAR/],
  },
  {
    name: "text by parameter",
    path: "/api/v1/metar/KJFK?format=text",
    status: 200,
    expected: type(TEXT_TYPE),
    contains: [/^METAR KJFK .*\n$/],
  },
  {
    name: "JSON by parameter",
    path: "/api/v1/metar/KJFK?format=json",
    status: 200,
    expected: type(JSON_TYPE),
  },
  {
    name: "GeoJSON by Accept",
    path: "/api/v1/metar/KJFK",
    headers: accept("application/geo+json"),
    status: 200,
    expected: { ...type(GEOJSON_TYPE), vary: "Accept" },
  },
  {
    name: "CSV by Accept",
    path: "/api/v1/metar/KJFK",
    headers: accept("text/csv"),
    status: 200,
    expected: type(CSV_TYPE),
  },
  {
    name: "text by Accept",
    path: "/api/v1/metar/KJFK",
    headers: accept("text/plain"),
    status: 200,
    expected: type(TEXT_TYPE),
  },
  {
    name: "JSON for a browser",
    path: "/api/v1/metar/KJFK",
    headers: accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"),
    status: 200,
    expected: type(JSON_TYPE),
  },
  {
    name: "the format with the higher quality",
    path: "/api/v1/metar/KJFK",
    headers: accept("application/json;q=0.2,text/csv;q=0.3"),
    status: 200,
    expected: type(CSV_TYPE),
  },
  {
    name: "the parameter wins over Accept",
    path: "/api/v1/metar/KJFK?format=csv",
    headers: accept("application/json"),
    status: 200,
    expected: type(CSV_TYPE),
  },
  {
    name: "an Accept that is not offered",
    path: "/api/v1/metar/KJFK",
    headers: accept("image/png"),
    status: 406,
    contains: ["application/geo+json", "text/csv"],
  },
  {
    name: "an Accept that refuses everything",
    path: "/api/v1/metar/KJFK",
    headers: accept("*/*;q=0"),
    status: 406,
  },
  { name: "the feeds as CSV", path: "/api/v1/feeds", headers: accept("text/csv"), status: 406 },
  {
    name: "an airport as CSV",
    path: "/api/v1/airport/KJFK",
    headers: accept("text/csv"),
    status: 406,
  },
  {
    name: "an airport as text",
    path: "/api/v1/airport/KJFK?format=text",
    status: 200,
    contains: [/^METAR KJFK.*\nTAF KJFK.*\n$/],
  },
  {
    name: "an airport as GeoJSON",
    path: "/api/v1/airport/KJFK?format=geojson",
    status: 200,
    expected: type(GEOJSON_TYPE),
  },
  {
    name: "a TAF as CSV has a row for each group",
    path: "/api/v1/taf/KJFK?format=csv",
    status: 200,
    contains: [/,BASE,.*,FM,.*,TEMPO,/s],
  },
  {
    name: "a TAF as GeoJSON",
    path: "/api/v1/taf/KJFK?format=geojson",
    status: 200,
    expected: type(GEOJSON_TYPE),
  },
  {
    name: "a TAF as text",
    path: "/api/v1/taf/KJFK?format=text",
    status: 200,
    contains: [/^TAF KJFK/],
  },
  {
    name: "a missing station in text",
    path: "/api/v1/metar/KJFK,ZZZZ?format=text",
    status: 200,
    contains: ["\n# ZZZZ unknownStation"],
  },
  {
    name: "a missing station in CSV",
    path: "/api/v1/metar/KJFK,KLGA?format=csv",
    status: 200,
    contains: [/\r\nKLGA,,.*,noReport\r\n$/],
  },
  {
    name: "a missing station in GeoJSON",
    path: "/api/v1/metar/KJFK,KLGA?format=geojson",
    status: 200,
    contains: ['"missing":[{"id":"KLGA"'],
  },
  {
    name: "nothing is derived from a report past its limit",
    path: "/api/v1/metar/KOLD",
    status: 200,
    contains: ['"state":"notCurrent"', '"derived":null'],
  },
  {
    name: "an old report in text says so",
    path: "/api/v1/metar/KOLD?format=text",
    status: 200,
    contains: [/^# KOLD notCurrent: .*2026-11-24T10:53:00Z\nKOLD 241053Z/],
  },
  {
    name: "stations as CSV",
    path: "/api/v1/stations?q=kennedy&format=csv",
    status: 200,
    contains: [/\r\nKJFK,JFK,/],
  },
  {
    name: "stations as GeoJSON",
    path: "/api/v1/stations?q=kennedy&format=geojson",
    status: 200,
    expected: type(GEOJSON_TYPE),
  },
  {
    name: "a station as GeoJSON",
    path: "/api/v1/stations/KJFK?format=geojson",
    status: 200,
    contains: ['"type":"Feature"'],
  },
  {
    name: "a station as CSV",
    path: "/api/v1/stations/KJFK?format=csv",
    status: 200,
    contains: [/^id,iata/],
  },
  { name: "stations as text", path: "/api/v1/stations?q=a&format=text", status: 400 },
];

const METHODS: readonly Row[] = [
  {
    name: "HEAD has the headers of GET and no body",
    path: "/api/v1/metar/KJFK",
    method: "HEAD",
    status: 200,
    expected: { ...type(JSON_TYPE), "content-length": /^\d{4}$/, etag: /^"[\w-]{27}"$/ },
  },
  { name: "HEAD of an unknown station", path: "/api/v1/metar/ZZZZ", method: "HEAD", status: 404 },
  { name: "HEAD of an unknown path", path: "/api/nope", method: "HEAD", status: 404 },
  {
    name: "OPTIONS",
    path: "/api/v1/metar/KJFK",
    method: "OPTIONS",
    status: 204,
    expected: { allow: READ_ALLOW },
  },
  {
    name: "a CORS preflight",
    path: "/api/v1/metar/KJFK",
    method: "OPTIONS",
    headers: {
      origin: "https://pilot.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match",
    },
    status: 204,
    expected: {
      "access-control-allow-methods": /GET/,
      "access-control-allow-headers": /If-None-Match/,
      "access-control-max-age": /^\d+$/,
    },
  },
  {
    name: "a CORS preflight of POST",
    path: "/api/v1/decode",
    method: "OPTIONS",
    status: 204,
    expected: {
      allow: "POST, OPTIONS",
      "access-control-allow-methods": "POST, OPTIONS",
      "access-control-allow-headers": /Content-Type/,
    },
  },
  ...["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "TRACE", "CONNECT"].map((method): Row => ({
    name: `${method} on a report`,
    path: "/api/v1/metar/KJFK",
    method,
    status: 405,
    expected: { allow: READ_ALLOW },
    contains: ["GET"],
  })),
  {
    name: "GET on the decoder",
    path: "/api/v1/decode",
    status: 405,
    expected: { allow: "POST, OPTIONS" },
  },
  { name: "POST on stations", path: "/api/v1/stations?q=a", method: "POST", status: 405 },
  {
    name: "POST on health",
    path: "/health",
    method: "POST",
    status: 405,
    expected: { allow: READ_ALLOW },
  },
  { name: "POST on the reference", path: "/api/docs", method: "POST", status: 405 },
  { name: "DELETE on the document", path: "/api/openapi.json", method: "DELETE", status: 405 },
];

const CACHING: readonly Row[] = [
  {
    name: "a report may be kept",
    path: "/api/v1/metar/KJFK",
    status: 200,
    expected: {
      "cache-control":
        "public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=10140",
      "last-modified": "Tue, 24 Nov 2026 16:56:00 GMT",
      vary: "Accept",
    },
  },
  {
    name: "a report past its limit stands in for no error any longer than usual",
    path: "/api/v1/metar/KOLD",
    status: 200,
    expected: { "cache-control": /max-age=30/ },
  },
  {
    name: "If-None-Match: *",
    path: "/api/v1/metar/KJFK",
    headers: { "if-none-match": "*" },
    status: 304,
    expected: {
      etag: /^"/,
      "cache-control": /max-age=30/,
      vary: "Accept",
      "last-modified": /GMT$/,
    },
  },
  {
    name: "If-None-Match of another tag",
    path: "/api/v1/metar/KJFK",
    headers: { "if-none-match": '"other"' },
    status: 200,
  },
  {
    name: "If-Modified-Since the report came in",
    path: "/api/v1/metar/KJFK",
    headers: { "if-modified-since": "Tue, 24 Nov 2026 16:56:00 GMT" },
    status: 304,
  },
  {
    name: "If-Modified-Since before the report came in",
    path: "/api/v1/metar/KJFK",
    headers: { "if-modified-since": "Tue, 24 Nov 2026 16:55:59 GMT" },
    status: 200,
  },
  {
    name: "If-None-Match wins over If-Modified-Since",
    path: "/api/v1/metar/KJFK",
    headers: { "if-none-match": '"other"', "if-modified-since": "Tue, 24 Nov 2026 16:56:00 GMT" },
    status: 200,
  },
  {
    name: "HEAD with If-None-Match: *",
    path: "/api/v1/metar/KJFK",
    method: "HEAD",
    headers: { "if-none-match": "*" },
    status: 304,
  },
  {
    name: "stations may be kept longer",
    path: "/api/v1/stations/KJFK",
    status: 200,
    expected: { "cache-control": "public, max-age=300, s-maxage=3600" },
  },
  {
    name: "health is never kept",
    path: "/health",
    status: 200,
    expected: { "cache-control": "no-store" },
  },
  {
    name: "an error is never kept",
    path: "/api/v1/metar/XX",
    status: 400,
    expected: { "cache-control": "no-store", etag: null },
  },
];

const SERVICE: readonly Row[] = [
  ...["/api/health", "/health", "/healthz"].map((path): Row => ({
    name: path,
    path,
    status: 200,
    contains: ['{"status":"ok"}'],
  })),
  { name: "health with a query", path: "/health?probe=1", status: 200 },
  {
    name: "HEAD of health",
    path: "/health",
    method: "HEAD",
    status: 200,
    expected: { "content-length": "16" },
  },
  ...["/api/ready", "/readyz"].map((path): Row => ({
    name: path,
    path,
    status: 200,
    contains: ['"ready":true'],
  })),
  { name: "metrics where nothing is counted", path: "/metrics", status: 503 },
  {
    name: "the document",
    path: "/api/openapi.json",
    status: 200,
    expected: type(JSON_TYPE),
    contains: ['"openapi":"3.1.0"'],
  },
  {
    name: "the document again",
    path: "/api/openapi.json",
    headers: { "if-none-match": "*" },
    status: 304,
  },
  {
    name: "the reference",
    path: "/api/docs",
    status: 200,
    expected: {
      ...type("text/html; charset=utf-8"),
      "content-security-policy": /style-src 'self'/,
    },
    contains: [/^<!doctype html>/, "/v1/metar/{ids}", /id="problem-invalidRequest"/],
  },
  {
    name: "an unknown path",
    path: "/api/v1/metars/KJFK",
    status: 404,
    contains: ["/api/v1/metar/{ids}", "/api/v1/stations"],
  },
  { name: "an unknown version", path: "/api/v2/metar/KJFK", status: 404 },
  { name: "the root of the API", path: "/api", status: 404 },
  { name: "a path that climbs", path: "/api/v1/metar/..%2f..%2fetc%2fpasswd", status: 400 },
  {
    name: "a URL of 2,049 characters",
    path: `/api/v1/stations?q=${"a".repeat(2049)}`,
    status: 414,
    contains: ["2048"],
  },
  { name: "a URL of 70 kB", path: `/api/v1/metar/${"K".repeat(70_000)}`, status: 414 },
  {
    name: "a sane request id is kept",
    path: "/api/v1/metar/KJFK",
    headers: { "x-request-id": "trace-1" },
    status: 200,
    expected: { "x-request-id": "trace-1" },
  },
  {
    name: "a sane request id is kept in a problem",
    path: "/api/v1/metar/XX",
    headers: { "x-request-id": "trace-2" },
    status: 400,
    expected: { "x-request-id": "trace-2" },
    contains: ['"instance":"trace-2"'],
  },
  {
    name: "a wild request id is replaced",
    path: "/api/v1/metar/KJFK",
    headers: { "x-request-id": "a b<c>" },
    status: 200,
    expected: { "x-request-id": /^[\w-]+$/ },
  },
];

const KJFK = "METAR KJFK 241651Z 30015G25KT 10SM FEW050 SCT250 08/M03 A2992";
const asJson = { "content-type": "application/json" };
const asText = { "content-type": "text/plain; charset=utf-8" };
const post = (
  name: string,
  headers: Record<string, string>,
  body: BodyInit,
  status: number,
  rest: Partial<Row> = {},
): Row => ({ name, path: "/api/v1/decode", method: "POST", headers, body, status, ...rest });

const DECODING: readonly Row[] = [
  post("a METAR as JSON", asJson, JSON.stringify({ raw: KJFK }), 200, {
    expected: { ...type(JSON_TYPE), "cache-control": "no-store" },
    contains: ['"product":"metar"', '"category":"VFR"', '"observedAt":"2026-11-24T16:51:00Z"'],
  }),
  post("a METAR as text", asText, KJFK + "\n", 200, { contains: ['"product":"metar"'] }),
  post(
    "a METAR with its month",
    asJson,
    JSON.stringify({ raw: KJFK, receivedAt: "2025-02-25T00:00:00Z" }),
    200,
    { contains: ['"observedAt":"2025-02-24T16:51:00Z"'] },
  ),
  post("a TAF as text", asText, "TAF EDDF 241100Z 2412/2518 24008KT CAVOK", 200, {
    contains: ['"product":"taf"', '"derived":null'],
  }),
  post(
    "a product that is named",
    asJson,
    JSON.stringify({ raw: "EDDF 241100Z 2412/2518 24008KT CAVOK", product: "taf" }),
    200,
    { contains: ['"product":"taf"'] },
  ),
  post(
    "what is not understood is listed",
    asText,
    "METAR KJFK 241651Z 30015KT 10SM QWERTY 08/M03 A2992",
    200,
    { contains: ['"text":"QWERTY"'] },
  ),
  post("a METAR in words", asText, KJFK, 200, {
    contains: ["three zero zero degrees", '"spoken":[', '"tokens":['],
  }),
  post("a METAR in German words", asText, KJFK, 200, {
    path: "/api/v1/decode?language=de",
    contains: ['"language":"de"', "Wind aus"],
  }),
  post("a pilot report in words", asText, "FSD UA /OV FSD360050/TM 0219/FL340/TP E170", 200, {
    contains: ["50 NM on the 360 radial of FSD", "Nothing is said of turbulence"],
  }),
  post(
    "a SIGMET in words",
    asText,
    "YUDD SIGMET 2 VALID 241200/241600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370",
    200,
    { contains: ["Turbulence: severe, observed.", '"rule":"ICAO Annex 3, appendix 6"'] },
  ),
  post("a language that is not shipped", asText, KJFK, 400, {
    path: "/api/v1/decode?language=tlh",
    contains: ['"accepted":["en","de"]'],
  }),
  post("nonsense", asText, "good morning", 400, { contains: ["metar", "taf"] }),
  post("an empty body", asText, "", 400),
  post("a body of blanks", asText, "  \n", 400),
  post("no content type", {}, new TextEncoder().encode(KJFK), 415, {
    expected: { "accept-post": "application/json, text/plain" },
  }),
  post("a form", { "content-type": "application/x-www-form-urlencoded" }, "raw=x", 415),
  post("another charset", { "content-type": "text/plain; charset=utf-16" }, KJFK, 415),
  post("XML", { "content-type": "application/xml" }, "<a/>", 415),
  post("broken JSON", asJson, "{", 400, { contains: ["not valid JSON"] }),
  post("JSON that is a list", asJson, "[]", 400),
  post("JSON that is null", asJson, "null", 400),
  post("JSON nested 10,000 deep", asJson, "[".repeat(10_000) + "]".repeat(10_000), 400),
  post("JSON without a report", asJson, "{}", 400, { contains: ['"name":"raw"'] }),
  post("JSON with a number for a report", asJson, '{"raw":1}', 400),
  post("JSON with an unknown member", asJson, JSON.stringify({ raw: KJFK, extra: 1 }), 400, {
    contains: ["extra"],
  }),
  post(
    "JSON with an unknown product",
    asJson,
    JSON.stringify({ raw: KJFK, product: "notam" }),
    400,
    { contains: ['"accepted":["'] },
  ),
  post(
    "JSON with a time that is none",
    asJson,
    JSON.stringify({ raw: KJFK, receivedAt: "yesterday" }),
    400,
  ),
  post("a report of 16,385 characters", asJson, JSON.stringify({ raw: "A".repeat(16_385) }), 400, {
    contains: ["16384"],
  }),
  post("a body over 64 kB", asText, "A".repeat(65_537), 413),
  post("a body that is not UTF-8", asText, new Uint8Array([0xff, 0xfe, 0x00]), 400, {
    contains: ["UTF-8"],
  }),
  post("a wrong Accept", { ...asText, accept: "text/csv" }, KJFK, 406),
  {
    name: "a query on the decoder",
    path: "/api/v1/decode?raw=x",
    method: "POST",
    headers: asText,
    body: KJFK,
    status: 400,
  },
];

/** Every row, by subject. */
export const CONTRACT: Readonly<Record<string, readonly Row[]>> = {
  reading: READS,
  formats: FORMATS,
  methods: METHODS,
  caching: CACHING,
  service: SERVICE,
  decoding: DECODING,
};

/** Asks `api` and holds its answer against the row. */
export async function checkRow(api: Pick<Api, "fetch">, row: Row): Promise<void> {
  const { response, text } = await ask(api, row);
  assert.equal(response.status, row.status, text.slice(0, 500));
  for (const [name, expected] of Object.entries(row.expected ?? {})) {
    const value = response.headers.get(name);
    if (expected instanceof RegExp) assert.match(value ?? "", expected, name);
    else assert.equal(value, expected, name);
  }
  for (const piece of row.contains ?? []) {
    if (piece instanceof RegExp) assert.match(text, piece);
    else assert.ok(text.includes(piece), `${piece} is not in ${text.slice(0, 800)}`);
  }
}
