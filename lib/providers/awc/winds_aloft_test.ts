import assert from "node:assert/strict";
import type { HttpClient } from "../../resilience/mod.ts";
import { createHttpClient } from "../../resilience/mod.ts";
import { FakeClock } from "../../time/mod.ts";
import { createWindsAloftFeed } from "./winds_aloft.ts";

const NOW = "2026-11-24T15:00:00Z";
const bulletin = (valid: string, use: string) =>
  `000\nFBUS31 KWNO 241400\nFD1US1\nDATA BASED ON 241200Z\nVALID ${valid}Z   FOR USE ${use}Z. TEMPS NEG ABV 24000\n\n` +
  "FT  3000    6000    9000   12000   18000   24000  30000  34000  39000\n" +
  "JFK 2520 2625+02 2730-03 2735-08 2845-20 2855-32 286548 287556 288061\n";
const GOOD: Readonly<Record<string, string>> = {
  "06": bulletin("241800", "1400-2100"),
  "12": bulletin("250000", "2100-0600"),
  "24": bulletin("251200", "0600-1800"),
};

function feedOf(answer: (hours: string) => Response, kept: string[] = []) {
  const clock = new FakeClock(NOW);
  const client: HttpClient = createHttpClient({
    fetch: (input) => {
      const url = new URL(String(input));
      assert.equal(url.pathname, "/api/data/windtemp");
      return Promise.resolve(answer(url.searchParams.get("fcst")!));
    },
    clock,
    userAgent: "test",
    sleep: () => Promise.resolve(),
  });
  return createWindsAloftFeed({
    client,
    clock,
    baseUrl: "https://provider.test",
    simulated: false,
    intervalMs: {
      metar: 1,
      taf: 1,
      pirep: 1,
      sigmet: 1,
      isigmet: 1,
      gairmet: 1,
      cwa: 1,
      stations: 1,
    },
    quarantine: { keep: (product) => Promise.resolve(void kept.push(product)) },
  });
}

const text = (body: string) =>
  new Response(body, { headers: { "content-type": "text/plain; charset=utf-8" } });

Deno.test("the three forecasts come verbatim, dated by the run that they are based on", async () => {
  const answer = await feedOf((hours) => text(GOOD[hours]!)).fetch(AbortSignal.timeout(5000));
  assert.ok(answer.kind === "reports");
  assert.deepEqual(
    answer.reports.map((one) => one.text),
    ["06", "12", "24"].map((hours) => GOOD[hours]),
  );
  for (const { product, statedAt, stationId } of answer.reports) {
    assert.deepEqual([product, statedAt, stationId], [
      "windsAloft",
      Date.parse("2026-11-24T12:00:00Z"),
      null,
    ]);
  }
});

const WRONG: readonly { name: string; answer: () => Response; drift: boolean }[] = [
  {
    name: "an HTML page with status 200",
    answer: () => new Response("<html>", { headers: { "content-type": "text/html" } }),
    drift: false,
  },
  { name: "JSON", answer: () => text('{"error":"no"}'), drift: false },
  { name: "an error", answer: () => new Response("no", { status: 400 }), drift: false },
  { name: "a text that is no bulletin", answer: () => text("hello\nworld\n"), drift: true },
  {
    name: "a bulletin without its hours of use",
    answer: () => text(GOOD["12"]!.replace(/FOR USE \S+/, "")),
    drift: true,
  },
];

Deno.test("one forecast that fails fails all, so that what is held stays", async (t) => {
  for (const { name, answer, drift } of WRONG) {
    await t.step(name, async () => {
      const kept: string[] = [];
      const feed = feedOf((hours) => hours === "12" ? answer() : text(GOOD[hours]!), kept);
      const result = await feed.fetch(AbortSignal.timeout(5000));
      assert.ok(result.kind === "fault");
      assert.equal(result.drift, drift);
      assert.equal(kept.length > 0, drift);
    });
  }
});

Deno.test("what calls itself simulated is marked so", async () => {
  const answer = await feedOf((hours) =>
    new Response(GOOD[hours], {
      headers: { "content-type": "text/plain", "x-simulated": "true" },
    })
  ).fetch(AbortSignal.timeout(5000));
  assert.ok(answer.kind === "reports" && answer.simulated);
  assert.ok(answer.reports.every((one) => one.simulated));
});
