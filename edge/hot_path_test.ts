/** The answer kept in memory is the answer that would be made: no more, no less, and no longer. */
import assert from "node:assert/strict";
import { HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { ask, fakeApi } from "./testing/ask.ts";
import { FakeReports, holdMetar } from "./testing/fakes.ts";

/** A fake world that counts how often a report is read. */
class CountingReports extends FakeReports {
  reads = 0;
  override metar(id: string) {
    this.reads++;
    return super.metar(id);
  }
}

function counting() {
  const reports = new CountingReports();
  const looks: boolean[] = [];
  const counted: string[] = [];
  const { api } = fakeApi({
    metrics: {
      cache: (_type, hit) => looks.push(hit),
      exposition: () => Promise.resolve({ contentType: "text/plain", text: "up 1\n" }),
      requests: {
        observe: (route, method, status, seconds) => {
          assert.ok(seconds >= 0);
          counted.push(`${method} ${route} ${status}`);
        },
      },
    },
  }, reports);
  const get = async (path = "/api/v1/metar/KJFK", headers = {}) => {
    const { response, text } = await ask(api, { path, headers });
    return { status: response.status, tag: response.headers.get("etag"), text, response };
  };
  return { api, reports, get, looks, counted };
}

Deno.test("a second request is answered from memory with the same bytes", async () => {
  const { reports, get, looks, counted } = counting();
  const first = await get();
  const second = await get();
  assert.equal(second.text, first.text);
  assert.equal(second.tag, first.tag);
  assert.equal(reports.reads, 1);
  assert.deepEqual(looks, [false, true]);
  assert.deepEqual(counted, Array(2).fill("GET /api/v1/metar/{ids} 200"));
});

Deno.test("two formats of the same path are kept apart", async () => {
  const { get } = counting();
  const json = await get();
  const csv = await get(undefined, { accept: "text/csv" });
  assert.notEqual(json.tag, csv.tag);
  assert.equal((await get(undefined, { accept: "text/csv" })).text, csv.text);
  assert.equal((await get()).text, json.text);
});

Deno.test("bytes and tag stay the same while nothing changes, for an hour of the clock", async () => {
  const { reports, get } = counting();
  const first = await get();
  for (let minute = 0; minute < 60; minute++) {
    reports.clock.advance(MINUTE_MS);
    const later = await get(undefined, { "if-none-match": first.tag });
    assert.equal(later.status, 304);
    assert.equal(later.tag, first.tag);
  }
});

Deno.test("the state changes at its instant, not a millisecond later", async () => {
  const { reports, get } = counting();
  reports.clock.set("2026-11-24T18:05:59.999Z");
  const before = await get();
  assert.match(before.text, /"state":"current"/);
  reports.clock.advance(1);
  const after = await get();
  assert.match(after.text, /"freshness":\{"state":"ageing"/);
  assert.notEqual(after.tag, before.tag);
});

Deno.test("stale-if-error counts down to the instant at which the report may no longer be shown", async () => {
  const { reports, get } = counting();
  const limit = Date.parse("2026-11-24T19:51:00Z");
  while (reports.now() < limit) {
    const { response } = await get();
    const spans = [
      ...response.headers.get("cache-control")!.matchAll(/(s-maxage|stale-\S+)=(\d+)/g),
    ];
    const shared = Number(spans.find(([, name]) => name === "s-maxage")![2]);
    for (const [, name, seconds] of spans) {
      const last = reports.now() + 1000 * (Number(seconds) + (name === "s-maxage" ? 0 : shared));
      assert.ok(last <= limit, `${name}=${seconds} at ${new Date(reports.now()).toISOString()}`);
    }
    reports.clock.advance(7 * MINUTE_MS + 13_000);
  }
});

Deno.test("another station's report does not make the answer again", async () => {
  const { reports, get } = counting();
  const first = await get();
  reports.putMetar(holdMetar("METAR EDDF 241720Z 24010KT CAVOK 07/05 Q1012"));
  assert.equal((await get()).tag, first.tag);
  assert.equal(reports.reads, 1);
});

Deno.test("a new report is answered at once", async () => {
  const { reports, get } = counting();
  const first = await get();
  reports.putMetar(holdMetar("SPECI KJFK 241659Z 30025G40KT 1SM +TSRA OVC008CB 06/05 A2980"));
  const second = await get();
  assert.match(second.text, /SPECI KJFK/);
  assert.notEqual(second.tag, first.tag);
});

Deno.test("a report of a station that had none appears in an answer that listed it as missing", async () => {
  const { reports, get } = counting();
  assert.match((await get("/api/v1/metar/KLGA")).text, /noReport/);
  reports.putMetar(holdMetar("METAR KLGA 241651Z 31012KT 10SM CLR 08/M03 A2992"));
  assert.match((await get("/api/v1/metar/KLGA")).text, /METAR KLGA/);
});

Deno.test("an airport's answer follows the reports of its neighbours", async () => {
  const { reports, get } = counting();
  const first = await get("/api/v1/airport/KJFK");
  assert.match(first.text, /METAR KFRG 241653Z/);
  reports.putMetar(holdMetar("METAR KFRG 241753Z VRB04KT 10SM CLR 08/06 A2991"));
  assert.match((await get("/api/v1/airport/KJFK")).text, /METAR KFRG 241753Z/);
});

Deno.test("a clock that jumps back does not bring a later state with it", async () => {
  const { reports, get } = counting();
  reports.clock.set("2026-11-24T18:10:00Z");
  assert.match((await get()).text, /"freshness":\{"state":"ageing"/);
  reports.clock.advance(-HOUR_MS);
  assert.match((await get()).text, /"freshness":\{"state":"current"/);
});

Deno.test("simulated weather is marked as soon as the world is", async () => {
  const { reports, get } = counting();
  await get("/api/v1/metar/KJFK?format=text");
  reports.simulated = true;
  reports.version++;
  assert.match((await get("/api/v1/metar/KJFK?format=text")).text, /^# SIMULATED/);
});

Deno.test("problems are counted under their route and never kept", async () => {
  const { get, looks, counted } = counting();
  await get("/api/v1/metar/XX");
  await get("/api/v1/metar/XX");
  await get("/nope");
  assert.deepEqual(looks, [false, false, false]);
  assert.deepEqual(counted, [
    "GET /api/v1/metar/{ids} 400",
    "GET /api/v1/metar/{ids} 400",
    "GET unknown 404",
  ]);
});

Deno.test("metrics are given without a token where none is configured, else only with it", async () => {
  const metrics = {
    cache: () => {},
    exposition: () =>
      Promise.resolve({ contentType: "text/plain; version=0.0.4; charset=utf-8", text: "up 1\n" }),
    requests: { observe: () => {} },
  };
  const open = fakeApi({ metrics }).api;
  assert.equal((await ask(open, { path: "/metrics" })).text, "up 1\n");
  const closed = fakeApi({ metrics, metricsToken: "t0ken" }).api;
  for (const authorization of ["", "Bearer wrong", "Bearer t0ke", "t0ken", "Basic t0ken"]) {
    const { response } = await ask(closed, { path: "/metrics", headers: { authorization } });
    assert.equal(response.status, 401, authorization);
    assert.match(response.headers.get("www-authenticate")!, /^Bearer/);
  }
  const right = { path: "/api/metrics", headers: { authorization: "Bearer t0ken" } };
  assert.equal((await ask(closed, right)).response.status, 200);
  const absent = fakeApi({ metrics, serveMetrics: false }).api;
  assert.equal((await ask(absent, { path: "/metrics" })).response.status, 404);
});

Deno.test("a fault inside is answered as a problem that tells nothing of it, and logged with its id", async () => {
  const reports = new FakeReports();
  reports.metar = () => {
    throw new Error("secret at /srv/app/lib/x.ts");
  };
  const logged: Readonly<Record<string, unknown>>[] = [];
  const { api } = fakeApi({ log: { error: (_message, fields) => logged.push(fields) } }, reports);
  const { response, text } = await ask(api, { path: "/api/v1/metar/KJFK" });
  assert.equal(response.status, 500);
  assert.doesNotMatch(text, /secret|srv/);
  assert.equal(logged[0]!.requestId, response.headers.get("x-request-id"));
});

Deno.test("without any report the service is not ready, and its liveness is not touched by that", async () => {
  const reports = new FakeReports();
  reports.metars.clear();
  const { api } = fakeApi({}, reports);
  assert.equal((await ask(api, { path: "/readyz" })).response.status, 503);
  assert.equal((await ask(api, { path: "/health" })).response.status, 200);
  const degraded = fakeApi({
    readiness: () => ({ ready: true, parts: [{ name: "awc", state: "degraded" }] }),
  }, reports);
  assert.equal((await ask(degraded.api, { path: "/api/ready" })).response.status, 200);
});

Deno.test("before the source has answered a station without a report is not said to have none", async () => {
  const reports = new FakeReports();
  reports.feedStates.clear();
  const { api } = fakeApi({}, reports);
  const { response, text } = await ask(api, { path: "/api/v1/metar/KLGA" });
  assert.equal(response.status, 503);
  assert.match(text, /does not mean that there is none/);
  const some = await ask(api, { path: "/api/v1/metar/KJFK,KLGA" });
  assert.equal(some.response.status, 200);
  assert.match(some.text, /has not answered yet, so there may be one/);
  reports.putFeed("metar", null);
  reports.version++;
  assert.doesNotMatch((await ask(api, { path: "/api/v1/metar/KJFK,KLGA" })).text, /may be one/);
});
