import assert from "node:assert/strict";
import type { HeldReport, RawReport } from "../products/raw_report.ts";
import type { DecodedReport } from "../products/product.ts";
import { decodeMetar } from "../products/metar/mod.ts";
import { decodeSigmet } from "../products/sigmet/mod.ts";
import { decodeTaf } from "../products/taf/mod.ts";
import { createStationIndex } from "../stations/mod.ts";
import type { Station } from "../stations/station.ts";
import { type FeedState, MemoryWorld } from "../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { createReports } from "./create.ts";
import { productFeed } from "./product_feed.ts";
import { hazardPeriod } from "./hazard_period.ts";
import { Health } from "../observe/mod.ts";
import { sampleWorld, worldHealth } from "./world_health.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function station(id: string, iata: string | null, latitude: number, longitude: number): Station {
  return {
    id,
    iata,
    name: id,
    city: null,
    country: "US",
    region: null,
    latitude,
    longitude,
    elevation: null,
    timeZone: null,
    magneticVariation: null,
    size: "large",
    runways: [],
  };
}

const STATIONS = createStationIndex([
  station("KJFK", "JFK", 40.64, -73.78),
  station("KLGA", "LGA", 40.78, -73.87),
  station("KEWR", "EWR", 40.69, -74.17),
]);

function rawOf(
  product: RawReport["product"],
  text: string,
  changes: Partial<RawReport> = {},
): RawReport {
  return {
    product,
    text,
    stationId: null,
    provider: "awc",
    receivedAt: NOON,
    simulated: false,
    ...changes,
  };
}

function metar(text: string): HeldReport<ReturnType<typeof decodeMetar>> {
  const decoded = decodeMetar(text, { receivedAt: NOON });
  return { raw: rawOf("metar", text), decoded, observedAt: Date.parse(decoded.observedAt!) };
}

function setup() {
  const world = new MemoryWorld(false);
  const clock = new FakeClock(NOON);
  return { world, clock, reports: createReports({ world, stations: STATIONS, clock }) };
}

Deno.test("a report keeps its age: its freshness walks through the states and never back", () => {
  const { world, clock, reports } = setup();
  world.put("metar", "KJFK", metar("METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992"));
  const seen: string[] = [];
  for (let minute = 0; minute <= 25 * 60; minute += 5) {
    const current = reports.metar("KJFK")!;
    assert.equal(current.observedAt, Date.parse("2026-11-24T11:51:00Z"));
    if (seen.at(-1) !== current.freshness.state) seen.push(current.freshness.state);
    clock.advance(5 * MINUTE_MS);
  }
  assert.deepEqual(seen, ["current", "ageing", "stale", "notCurrent"]);
});

Deno.test("a TAF is expired from the end of its validity on", () => {
  const { world, clock, reports } = setup();
  const text = "TAF KJFK 241130Z 2412/2518 28008KT P6SM FEW250";
  const decoded = decodeTaf(text, { receivedAt: NOON });
  world.put("taf", "KJFK", { raw: rawOf("taf", text), decoded, observedAt: NOON - 30 * MINUTE_MS });
  clock.set("2026-11-25T17:59:59Z");
  assert.equal(reports.taf("KJFK")?.freshness.state, "current");
  clock.set("2026-11-25T18:00:00Z");
  assert.equal(reports.taf("KJFK")?.freshness.state, "expired");
});

function hazard(
  product: RawReport["product"],
  changes: Partial<HeldReport> = {},
): HeldReport<DecodedReport> {
  const raw = rawOf(product, "HAZARD");
  const decoded: DecodedReport = {
    product,
    raw: "HAZARD",
    decoderVersion: "1",
    issues: [],
    unparsed: [],
  };
  return { raw, decoded, observedAt: NOON, ...changes };
}

Deno.test("no hazard is given past its end, and one to come is given", () => {
  const { world, clock, reports } = setup();
  const attributes = { validFrom: NOON + HOUR_MS, validTo: NOON + 3 * HOUR_MS };
  world.putHazards("sigmet", [hazard("sigmet", { raw: rawOf("sigmet", "A", { attributes }) })]);
  assert.equal(reports.hazards("sigmet").length, 1);
  clock.set(NOON + 3 * HOUR_MS - 1);
  assert.equal(reports.hazards("sigmet").length, 1);
  clock.set(NOON + 3 * HOUR_MS);
  assert.equal(reports.hazards("sigmet").length, 0);
});

Deno.test("a cancelled SIGMET is out of force, and is told of as cancelled until its end", () => {
  const { world, clock, reports } = setup();
  const held = (text: string) => {
    const decoded = decodeSigmet(text, { receivedAt: NOON });
    return hazard("sigmet", { raw: rawOf("sigmet", text), decoded });
  };
  const first = held(
    "EHAA SIGMET M01 VALID 241130/241530 EHDB- EHAA AMSTERDAM FIR SEV TURB OBS ENTIRE FIR FL250/370 NC=",
  );
  const second = held(
    "EHAA SIGMET M02 VALID 241230/241530 EHDB- EHAA AMSTERDAM FIR CNL SIGMET M01 241130/241530=",
  );
  world.putHazards("sigmet", [first, second]);
  assert.deepEqual(reports.hazards("sigmet"), [first, second]);
  assert.deepEqual(reports.endedHazards("sigmet"), []);
  clock.set(NOON + HOUR_MS / 2);
  assert.deepEqual(reports.hazards("sigmet"), [second]);
  assert.deepEqual(reports.endedHazards("sigmet"), [{
    held: first,
    kind: "cancelled",
    by: second,
  }]);
  clock.set(NOON + 4 * HOUR_MS);
  assert.deepEqual(reports.endedHazards("sigmet"), []);
});

Deno.test("the end of the text counts, before or after the provider's; without any, the longest of the product", () => {
  const stated = rawOf("sigmet", "A", { attributes: { validTo: NOON + 4 * HOUR_MS } });
  for (const hours of [2, 6]) {
    const validTo = new Date(NOON + hours * HOUR_MS).toISOString();
    const read = { ...hazard("sigmet").decoded, validTo } as DecodedReport;
    const { to } = hazardPeriod("sigmet", hazard("sigmet", { raw: stated, decoded: read }));
    assert.equal(to, NOON + hours * HOUR_MS);
  }
  assert.equal(hazardPeriod("sigmet", hazard("sigmet", { raw: stated })).to, NOON + 4 * HOUR_MS);
  assert.equal(hazardPeriod("pirep", hazard("pirep")).to, NOON + 2 * HOUR_MS);
});

Deno.test("only stations whose METAR may still be shown are near, nearest first", () => {
  const { world, clock, reports } = setup();
  world.put("metar", "KJFK", metar("METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992"));
  world.put("metar", "KEWR", metar("METAR KEWR 240851Z 28008KT 10SM CLR 12/08 A2992"));
  world.put("metar", "KLGA", metar("METAR KLGA 241151Z NIL"));
  const near = () => reports.nearestReporting(40.7, -73.9, 100, 5).map((one) => one.station.id);
  assert.deepEqual(near(), ["KJFK"]);
  clock.advance(12 * HOUR_MS);
  assert.deepEqual(near(), []);
});

const IDS: [string, string | undefined][] = [
  ["kjfk", "KJFK"],
  [" jfk ", "KJFK"],
  ["LGA", "KLGA"],
  ["KW29", "KW29"],
  ["ZZZZ", undefined],
  ["__proto__", undefined],
];

Deno.test("ids resolve in any case, by IATA, and for stations that only report", async (t) => {
  const { world, reports } = setup();
  world.put("metar", "KW29", metar("METAR KW29 241151Z AUTO 28008KT 10SM CLR 12/08 A2992"));
  for (const [id, expected] of IDS) {
    await t.step(id, () => assert.equal(reports.resolve(id), expected));
  }
});

Deno.test("without any report the service is not ready; a failing feed only degrades it", () => {
  const { world } = setup();
  const health = new Health();
  worldHealth(health, world);
  assert.equal(health.readiness().ready, false);
  world.put("metar", "KJFK", metar("METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992"));
  world.putFeed({
    product: "taf",
    provider: "awc",
    attemptedAt: NOON,
    succeededAt: null,
    error: "down",
    count: 0,
  });
  const { ready, parts } = health.readiness();
  assert.equal(ready, true);
  assert.equal(parts.find((part) => part.name === "feeds")?.state, "degraded");
});

Deno.test("completeness is the share of the day's stations that still report", () => {
  const { world, clock } = setup();
  world.put("metar", "KJFK", metar("METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992"));
  world.put("metar", "KEWR", metar("METAR KEWR 240851Z 28008KT 10SM CLR 12/08 A2992"));
  world.put("metar", "KLGA", metar("METAR KLGA 221151Z 28008KT 10SM CLR 12/08 A2992"));
  assert.deepEqual(sampleWorld(world, clock).completeness, { metar: 0.5 });
  assert.deepEqual(sampleWorld(new MemoryWorld(false), clock).completeness, {});
});

Deno.test("several feeds of a product are as good as the worst of them", () => {
  const feed = (changes: Partial<FeedState>): FeedState => ({
    product: "sigmet",
    provider: "awc",
    attemptedAt: 9,
    succeededAt: 9,
    error: null,
    count: 2,
    ...changes,
  });
  const us = feed({});
  assert.equal(productFeed([us], "sigmet"), us);
  assert.equal(productFeed([us], "metar"), undefined);
  assert.deepEqual(
    productFeed([us, feed({ key: "isigmet", succeededAt: 5, error: "down", count: 3 })], "sigmet"),
    feed({ succeededAt: 5, error: "down", count: 5 }),
  );
  assert.deepEqual(
    productFeed([us, feed({ key: "isigmet", succeededAt: null, count: 0 })], "sigmet"),
    { ...feed({}), never: ["isigmet"] },
  );
  const backup = feed({ key: "checkwx.sigmet", backup: true, error: "down", succeededAt: null });
  assert.equal(productFeed([us, backup], "sigmet"), us, "a source asked in need only says nothing");
});
