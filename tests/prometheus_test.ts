/**
 * A real Prometheus scrapes the real service, and `promtool` lints what it is given.
 */
import assert from "node:assert/strict";
import { testWith } from "./support/requirements.ts";
import { startService, startSmallProvider } from "./support/service_process.ts";

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
  const folder = await Deno.makeTempDir();
  const provider = startSmallProvider(false);
  const service = await startService(folder, { AWC_BASE_URL: provider.url, DRAIN_DELAY_MS: "0" });
  try {
    await service.line('"message":"feed read"');
    for (let i = 0; i < 3; i++) {
      await (await fetch(`${service.address}/api/v1/metar/KJFK`)).body?.cancel();
    }
    await lint(prometheus!, `${service.address}/metrics`);
    await withPrometheus(prometheus!, folder, new URL(service.address).host, async (address) => {
      for (const metric of PROMISED) {
        const query = `${address}/api/v1/query?query=${encodeURIComponent(metric)}`;
        const answer = await (await fetch(query)).json();
        assert.equal(answer.status, "success", metric);
        assert.ok(answer.data.result.length > 0, `${metric} has no sample`);
      }
    });
  } finally {
    await service.kill();
    await provider.close();
    await Deno.remove(folder, { recursive: true });
  }
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

/** Runs Prometheus on a free port until it has scraped `target` once. */
async function withPrometheus(
  program: string,
  folder: string,
  target: string,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const config = `${folder}/prometheus.yml`;
  await Deno.writeTextFile(
    config,
    `scrape_configs:
  - job_name: app
    scrape_interval: 1s
    static_configs: [{ targets: ["${target}"] }]
`,
  );
  const child = new Deno.Command(program, {
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${folder}/tsdb`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const address = `http://127.0.0.1:${port}`;
  try {
    await until(async () => {
      const answer = await fetch(`${address}/api/v1/query?query=up`);
      const { data } = await answer.json();
      return data?.result?.[0]?.value?.[1] === "1";
    });
    await use(address);
  } finally {
    child.kill("SIGTERM");
    await child.status;
  }
}

/** Asks until it is so, for at most 30 seconds; a refused connection counts as not yet. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("it did not happen within 30 seconds");
}
