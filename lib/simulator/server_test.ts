import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { METAR_HEADER, PIREP_HEADER } from "./awc/csv.ts";
import { SIMULATED_KEY } from "./checkwx_door.ts";
import { parseOptions } from "./main.ts";
import { createProviderHandler } from "./server.ts";
import { createSimulation } from "./simulation.ts";
import { readStations } from "../../tests/support/stations.ts";

const STATIONS = await readStations();
const START = "2026-07-10T21:00:30Z";

function provider() {
  const clock = new FakeClock(START);
  const simulation = createSimulation({
    seed: 1,
    stations: STATIONS,
    counts: { metar: 300, taf: 200 },
  });
  const handler = createProviderHandler({ simulation, clock });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    await handler(new Request("http://127.0.0.1" + path, { headers }));
  const file = async (name: string) =>
    gunzipSync(new Uint8Array(await (await get(`/data/cache/${name}`)).arrayBuffer())).toString();
  return { clock, simulation, handler, get, file };
}

/** Splits one CSV line (RFC 4180, no line breaks inside). */
function cells(line: string): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)) found.push(match[1]!);
  return line.endsWith(",") ? found : found.slice(0, -1);
}

Deno.test("every bulk file is gzip without a content encoding and says that it is simulated", async () => {
  const { get } = provider();
  const names = [
    "metars.cache.csv.gz",
    "metars.cache.xml.gz",
    "tafs.cache.xml.gz",
    "airsigmets.cache.csv.gz",
    "airsigmets.cache.xml.gz",
    "gairmets.cache.xml.gz",
    "aircraftreports.cache.csv.gz",
    "aircraftreports.cache.xml.gz",
    "stations.cache.json.gz",
  ];
  for (const name of names) {
    const response = await get(`/data/cache/${name}`);
    assert.equal(response.status, 200, name);
    assert.equal(response.headers.get("content-type"), "application/octet-stream");
    assert.equal(response.headers.get("content-encoding"), null);
    assert.equal(response.headers.get("x-simulated"), "true");
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual([bytes[0], bytes[1]], [0x1f, 0x8b], name);
    assert.ok(gunzipSync(bytes).length > 100, name);
  }
});

Deno.test("the METAR and PIREP files have their 44 columns on every row", async () => {
  const { file } = provider();
  for (
    const [name, header] of [
      ["metars.cache.csv.gz", METAR_HEADER],
      ["aircraftreports.cache.csv.gz", PIREP_HEADER],
    ] as const
  ) {
    const lines = (await file(name)).trimEnd().split("\n");
    assert.equal(lines[0], header);
    assert.ok(lines.length > 50, name);
    for (const line of lines) assert.equal(cells(line).length, 44, line);
  }
});

Deno.test("the METAR file keeps the provider's traps", async () => {
  const { file } = provider();
  const rows = (await file("metars.cache.csv.gz")).trimEnd().split("\n").slice(1).map(cells);
  assert.ok(rows.some((row) => row[10] === "6+"), "9999 and CAVOK");
  assert.ok(rows.some((row) => row[10] === "10+" || row[10] === "10"), "10SM");
  assert.ok(rows.some((row) => row[30] === "null"), "unknown category is the word null");
  assert.ok(rows.every((row) => row[0]!.startsWith('"METAR') || row[0]!.startsWith('"SPECI')));
});

Deno.test("validators hold while the content does and change with the next build", async () => {
  const { get, clock } = provider();
  const path = "/data/cache/metars.cache.csv.gz";
  const first = await get(path);
  const etag = first.headers.get("etag")!;
  const modified = first.headers.get("last-modified")!;
  clock.advance(20_000);
  const byTag = await get(path, { "if-none-match": etag });
  assert.equal(byTag.status, 304);
  assert.equal(await byTag.text(), "");
  assert.equal((await get(path, { "if-modified-since": modified })).status, 304);
  clock.advance(30 * MINUTE_MS);
  const later = await get(path, { "if-none-match": etag, "if-modified-since": modified });
  assert.equal(later.status, 200);
  assert.notEqual(later.headers.get("etag"), etag);
});

Deno.test("the query endpoints answer, refuse and stay empty as the provider does", async () => {
  const { get } = provider();
  const rows = [
    { path: "/api/data/metar?ids=KJFK,EGLL&format=json", status: 200, says: '"icaoId":"KJFK"' },
    { path: "/api/data/metar?ids=KJFK", status: 200, says: " KJFK " },
    { path: "/api/data/metar?ids=KJFK&format=xml", status: 200, says: "<raw_text>" },
    { path: "/api/data/metar?ids=ZZZZ&format=json", status: 204, says: "" },
    { path: "/api/data/metar?ids=ZZZZ&format=geojson", status: 200, says: '"features":[]' },
    { path: "/api/data/metar?ids=KJFK&format=csv", status: 400, says: "Invalid value for format" },
    { path: "/api/data/metar", status: 400, says: '"status":"error"' },
    { path: "/api/data/metar?bbox=1,2", status: 400, says: "bbox" },
    { path: "/api/data/taf?ids=KDEN&format=json", status: 200, says: '"rawTAF":"TAF' },
    { path: "/api/data/pirep?bbox=25,-125,50,-65&format=json", status: 200, says: '"pirepType"' },
    { path: "/api/data/gairmet?format=json&fore=0", status: 200, says: '"forecastHour":0' },
    { path: "/api/data/airsigmet?format=json", status: 200, says: "CONVECTIVE" },
    { path: "/api/data/isigmet?format=json", status: 200, says: '"firId"' },
    { path: "/api/data/stationinfo?ids=KJFK&format=json", status: 200, says: '"JFK"' },
    { path: "/api/data/airport?ids=KJFK&format=json", status: 200, says: '"runways":[{"id"' },
    { path: "/api/data/windtemp?region=us&level=low&fcst=06", status: 200, says: "DATA BASED ON" },
    { path: "/api/data/windtemp?region=alaska&level=low&fcst=12", status: 200, says: "\nANC " },
    { path: "/api/data/windtemp?region=hawaii&level=low&fcst=24", status: 200, says: "FBHW35" },
    { path: "/api/data/windtemp?region=other_pac&level=high", status: 200, says: "45000   53000" },
    { path: "/api/data/windtemp?region=mars", status: 400, says: "region" },
    { path: "/api/data/windtemp?level=medium", status: 400, says: "level" },
    { path: "/api/data/windtemp?fcst=07", status: 400, says: "fcst" },
    { path: "/api/data/nothing", status: 404, says: "" },
    { path: "/data/cache/nothing.gz", status: 404, says: "" },
  ];
  for (const { path, status, says } of rows) {
    const response = await get(path);
    assert.equal(response.status, status, path);
    assert.ok((await response.text()).includes(says), path);
  }
});

Deno.test("the hundred and first query in a minute is 429 and the next minute is free again", async () => {
  const { get, clock } = provider();
  const path = "/api/data/metar?ids=KJFK";
  for (let i = 0; i < 100; i++) assert.equal((await get(path)).status, 200);
  assert.equal((await get(path)).status, 429);
  clock.advance(MINUTE_MS);
  assert.equal((await get(path)).status, 200);
});

Deno.test("CheckWX asks for its key, counts its budget and answers in its own shape", async () => {
  const { get, clock } = provider();
  const key = { "x-api-key": SIMULATED_KEY };
  assert.equal((await get("/v2/metar/KJFK/short")).status, 401);
  assert.equal((await get("/v2/metar/KJFK/decoded/more", key)).status, 403);
  const answer = await (await get("/v2/metar/KJFK,EGLL,ZZZZ/short", key)).json();
  assert.equal(answer.results, 2);
  assert.equal(answer.data[0].icao, "KJFK");
  assert.match(answer.data[0].observed, /^2026-07-10T2\d:\d\d:00Z$/);
  const none = await (await get("/v2/metar/ZZZZ/short", key)).json();
  assert.deepEqual(none, { results: 0, data: [] });
  for (let i = 2; i < 200; i++) assert.equal((await get("/v2/taf/KDEN/short", key)).status, 200);
  const over = await get("/v2/taf/KDEN/short", key);
  assert.equal(over.status, 429);
  assert.ok(Number(over.headers.get("retry-after")) > 0);
  clock.advance(24 * HOUR_MS);
  assert.equal((await get("/v2/taf/KDEN/short", key)).status, 200);
});

Deno.test("hazards lie where the weather of the world is", async () => {
  const { simulation, clock } = provider();
  const sigmets = (await simulation.hazards.domestic(clock.now()))
    .filter((sigmet) => sigmet.hazard === "CONVECTIVE");
  assert.ok(sigmets.length > 0);
  for (const sigmet of sigmets) {
    assert.deepEqual(sigmet.ring[0], sigmet.ring.at(-1), "closed");
    assert.ok(sigmet.validFrom <= clock.now() && sigmet.validTo > clock.now());
    const stormy = sigmet.ring.slice(0, -1).some(({ latitude, longitude }) => {
      for (let dy = -0.75; dy <= 0.75; dy += 0.375) {
        for (let dx = -0.75; dx <= 0.75; dx += 0.375) {
          const air = simulation.world.at(latitude + dy, longitude + dx, 500, sigmet.issuedAt);
          if (air.nearThunder) return true;
        }
      }
      return false;
    });
    assert.ok(stormy, sigmet.text);
  }
});

Deno.test("options of the process are read, and a wrong one is named", () => {
  assert.deepEqual(parseOptions(["--port", "0", "--seed=5", "--at", "2026-01-15T12:00:00Z"]), {
    port: 0,
    seed: 5,
    stations: 5130,
    tafs: 2970,
    at: Date.parse("2026-01-15T12:00:00Z"),
  });
  for (
    const [args, word] of [[["--prot", "1"], "--prot"], [["--port", "x"], "--port"], [[
      "--at",
      "soon",
    ], "--at"]] as const
  ) {
    assert.throws(() => parseOptions(args), (error: Error) => error.message.includes(word));
  }
});
