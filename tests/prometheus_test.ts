/**
 * A real Prometheus scrapes the real service, and `promtool` lints what it is given.
 */
import assert from "node:assert/strict";
import { withPrometheus } from "./support/prometheus.ts";
import { testWith } from "./support/requirements.ts";
import { withService } from "./support/service_process.ts";

/** Metrics that dashboards and alerts rely on: those of the deployment guide, and the age of ingest. */
const PROMISED = [
  'http_requests_total{route="/api/v1/metar/{ids}"}',
  "http_request_duration_seconds_count",
  "weather_api_calls_total",
  "cache_hits_total",
  "cache_requests_total",
  'ingest_age_seconds{product="metar"}',
  "reports_held",
  "weather_simulated",
];

testWith("Prometheus finds every promised metric", ["prometheus"], async ([prometheus]) => {
  await withService({}, async ({ service, folder }) => {
    for (let i = 0; i < 3; i++) {
      await (await fetch(`${service.address}/api/v1/metar/KJFK`)).body?.cancel();
    }
    await lint(prometheus!, `${service.address}/metrics`);
    const target = new URL(service.address).host;
    await withPrometheus({ program: prometheus!, folder, target }, async ({ query }) => {
      for (const metric of PROMISED) {
        assert.ok((await query(metric)).length > 0, `${metric} has no sample`);
      }
    });
  });
});

/** `promtool check metrics`: names, types, help. */
async function lint(prometheus: string, url: string): Promise<void> {
  const child = new Deno.Command(prometheus.replace(/prometheus$/, "promtool"), {
    args: ["check", "metrics"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const response = await fetch(url);
  await response.body!.pipeTo(child.stdin);
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert.equal(code, 0, text);
}
