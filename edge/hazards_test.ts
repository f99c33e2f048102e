import assert from "node:assert/strict";
import type { DecodedReport } from "../lib/products/product.ts";
import type { HeldReport } from "../lib/products/raw_report.ts";
import { MINUTE_MS } from "../lib/time/mod.ts";
import { ask, fakeApi } from "./testing/ask.ts";
import { FakeReports, NOW } from "./testing/fakes.ts";

const TEXT = "WSUS01 KKCI 241655 SIGMET NOVEMBER 1 VALID UNTIL 242055";

function sigmet(validFrom: string, validTo: string): HeldReport<DecodedReport> {
  const raw = {
    product: "sigmet",
    text: TEXT,
    stationId: null,
    provider: "awc",
    receivedAt: Date.parse(NOW) - MINUTE_MS,
    simulated: false,
    attributes: {
      validFrom: Date.parse(validFrom),
      validTo: Date.parse(validTo),
      area: [[40, -80], [40, -70], [45, -70]],
    },
  } as const;
  const decoded = {
    product: "sigmet",
    raw: TEXT,
    decoderVersion: "1",
    issues: [],
    unparsed: [],
  } as const;
  return { raw, decoded, observedAt: Date.parse(validFrom) };
}

function world(...reports: HeldReport<DecodedReport>[]) {
  const fakes = new FakeReports();
  fakes.putFeed("sigmet", null);
  fakes.hazardReports.set("sigmet", reports);
  return fakeApi({}, fakes);
}

Deno.test("before any retrieval SIGMETs are not available, which is not the same as none", async () => {
  const fakes = new FakeReports();
  for (const state of ["never asked", "never answered"]) {
    const { response, text } = await ask(fakeApi({}, fakes).api, { path: "/api/v1/sigmets" });
    assert.equal(response.status, 503, state);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.match(text, /not mean that there are none/);
    fakes.putFeed("sigmet", "refused", null);
  }
});

Deno.test("after a retrieval without any the list is empty and says when that was", async () => {
  const { api } = world();
  const { response, text } = await ask(api, { path: "/api/v1/sigmets" });
  assert.equal(response.status, 200);
  const body = JSON.parse(text);
  assert.deepEqual(body.reports, []);
  assert.deepEqual(body.retrieval, {
    state: "current",
    retrievedAt: NOW,
    provider: "awc",
    notAnswered: [],
  });
  const plain = await ask(api, { path: "/api/v1/sigmets?format=text" });
  assert.match(plain.text, /^# SIGMETs: none in the data retrieved 2026-11-24T17:00:00Z\n/);
});

Deno.test("a list that was not retrieved for a quarter of an hour says so", async () => {
  const { api, reports } = world();
  const path = "/api/v1/sigmets";
  assert.match((await ask(api, { path })).text, /"state":"current"/);
  reports.clock.advance(15 * MINUTE_MS);
  assert.match((await ask(api, { path })).text, /"state":"stale"/);
  assert.match((await ask(api, { path: `${path}?format=text` })).text, /STALE/);
});

Deno.test("a SIGMET to come becomes one in force at its instant", async () => {
  const { api, reports } = world(sigmet("2026-11-24T17:10:00Z", "2026-11-24T21:00:00Z"));
  const path = "/api/v1/sigmets";
  assert.match((await ask(api, { path })).text, /"state":"future"/);
  reports.clock.set("2026-11-24T17:10:00Z");
  assert.match((await ask(api, { path })).text, /"state":"inForce"/);
});

Deno.test("no cache may show a SIGMET past its end, not even instead of an error", async () => {
  const { api } = world(sigmet("2026-11-24T16:00:00Z", "2026-11-24T17:05:00Z"));
  const { response } = await ask(api, { path: "/api/v1/sigmets" });
  assert.equal(
    response.headers.get("cache-control"),
    "public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=180",
  );
});

Deno.test("every format of a hazard has its raw text, its times and its area where it has one", async () => {
  const { api } = world(sigmet("2026-11-24T16:00:00Z", "2026-11-24T20:00:00Z"));
  const get = async (format: string) =>
    (await ask(api, { path: `/api/v1/sigmets?format=${format}` })).text;
  const [json] = JSON.parse(await get("json")).reports;
  const [feature] = JSON.parse(await get("geojson")).features;
  assert.deepEqual(feature.properties, json);
  assert.deepEqual(feature.geometry, {
    type: "Polygon",
    coordinates: [[[-80, 40], [-70, 40], [-70, 45], [-80, 40]]],
  });
  assert.match(await get("csv"), /\r\n2026-11-24T16:00:00Z,2026-11-24T20:00:00Z,inForce,/);
  assert.ok((await get("text")).includes(TEXT));
});

for (
  const [path, product] of [["pireps", "pirep"], ["gairmets", "gairmet"], ["cwas", "cwa"]] as const
) {
  Deno.test(`/api/v1/${path} answers from its own feed`, async () => {
    const fakes = new FakeReports();
    const wish = { path: `/api/v1/${path}` };
    assert.equal((await ask(fakeApi({}, fakes).api, wish)).response.status, 503);
    fakes.putFeed(product, null);
    assert.equal((await ask(fakeApi({}, fakes).api, wish)).response.status, 200);
  });
}
