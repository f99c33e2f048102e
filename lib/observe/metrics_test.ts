import assert from "node:assert/strict";
import { createMetrics } from "./metrics.ts";
import { Health } from "./health.ts";

function metrics() {
  return createMetrics({ version: "0.0.1", process: false });
}

Deno.test("requests are counted by method, route and status, with a cumulative histogram", async () => {
  const all = metrics();
  all.requests.observe("/api/v1/metar/{ids}", "GET", 200, 0.0004);
  all.requests.observe("/api/v1/metar/{ids}", "GET", 200, 0.2);
  all.requests.observe("/api/v1/metar/{ids}", "GET", 200, 60);
  const { text, contentType } = await all.exposition();
  assert.match(contentType, /^text\/plain/);
  const labels = 'method="GET",route="/api/v1/metar/{ids}",status_code="200"';
  assert.ok(text.includes(`http_requests_total{${labels}} 3\n`));
  assert.ok(text.includes(`http_request_duration_seconds_bucket{${labels},le="0.001"} 1\n`));
  assert.ok(text.includes(`http_request_duration_seconds_bucket{${labels},le="0.3"} 2\n`));
  assert.ok(text.includes(`http_request_duration_seconds_bucket{${labels},le="10"} 2\n`));
  assert.ok(text.includes(`http_request_duration_seconds_bucket{${labels},le="+Inf"} 3\n`));
  assert.ok(text.includes(`http_request_duration_seconds_count{${labels}} 3\n`));
});

Deno.test("a flood of different routes cannot make the exposition grow without end", async () => {
  const all = metrics();
  for (let i = 0; i < 3000; i++) all.requests.observe(`/x${i}`, "GET", 404, 0.001);
  const { text } = await all.exposition();
  assert.match(text, /route="other",status_code="404"\} 2500/);
});

Deno.test("cache look-ups and hits are counted and survive two scrapes", async () => {
  const all = metrics();
  all.cache("answer", true);
  all.cache("answer", false);
  await all.exposition();
  all.cache("answer", true);
  const { text } = await all.exposition();
  assert.match(text, /cache_hits_total\{cache_type="answer"\} 2/);
  assert.match(text, /cache_requests_total\{cache_type="answer"\} 3/);
});

Deno.test("a feed that never answered has no age, which is not age zero", async () => {
  const all = metrics();
  all.watch(() => ({
    simulated: true,
    feeds: [
      { product: "metar", provider: "awc", ageSeconds: 12, count: 5000 },
      { product: "taf", provider: "awc", ageSeconds: null, count: 0 },
    ],
    held: { metar: 5000 },
    completeness: { metar: 0.98 },
  }));
  const { text } = await all.exposition();
  assert.match(text, /ingest_age_seconds\{product="metar",provider="awc",simulated="true"\} 12/);
  assert.doesNotMatch(text, /ingest_age_seconds\{product="taf"/);
  assert.match(text, /ingest_completeness_ratio\{product="metar"\} 0.98/);
  assert.match(text, /weather_simulated 1/);
});

Deno.test("degraded parts stay ready, failed parts and draining do not", () => {
  const health = new Health();
  let state: "ok" | "degraded" | "failed" = "degraded";
  health.add("disk", () => ({ state }));
  assert.equal(health.readiness().ready, true);
  state = "failed";
  assert.equal(health.readiness().ready, false);
  state = "ok";
  assert.equal(health.readiness().ready, true);
  health.drain();
  assert.equal(health.readiness().ready, false);
  assert.deepEqual(health.readiness().parts.at(-1)?.name, "process");
});
