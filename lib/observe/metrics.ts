/**
 * What the service counts, by the names that dashboards and alerts use.
 *
 * @module
 */
import process from "node:process";
import { Counter, Gauge, Registry } from "./prometheus.ts";
import { RequestMetrics } from "./request_metrics.ts";
import { sampledGauges } from "./sampled_gauge.ts";

/** The feeds as seen at a scrape. */
export interface FeedSample {
  /** Name of the feed: its product, or its own where a product has several (`isigmet`). */
  readonly product: string;
  readonly provider: string;
  /** Seconds since the last accepted answer; `null` for never. */
  readonly ageSeconds: number | null;
  /** Reports in the last accepted file. */
  readonly count: number;
}

/** The world as seen at a scrape. */
export interface WorldSample {
  readonly simulated: boolean;
  readonly feeds: readonly FeedSample[];
  /** Reports held, by product. */
  readonly held: Readonly<Record<string, number>>;
  /** Stations with a report that is not past its limit ÷ stations that reported in the last day, by product; 0 to 1. */
  readonly completeness: Readonly<Record<string, number>>;
}

/** All metrics of a process. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: RequestMetrics;
  /** One call of a provider: `status` is the HTTP status or the kind of fault. */
  providerCall(provider: string, status: string | number): void;
  /** One look into a cache: `cacheType` is `answer`, `page`, `world` … */
  cache(cacheType: string, hit: boolean): void;
  decoded(product: string, seconds: number, reports: number): void;
  ingested(product: string, outcome: string, count: number): void;
  /** `count` 0 names a feed before anything happened: a counter that appears with its first event shows no increase. */
  quarantined(product: string, count?: number): void;
  snapshot(outcome: "written" | "failed" | "restored" | "refused"): void;
  unhandled(): void;
  /** Sets how the world is looked at when metrics are scraped. */
  watch(sample: () => WorldSample): void;
  /** The exposition in the text format of Prometheus. */
  exposition(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** What a set of metrics is told once. */
export interface MetricsOptions {
  readonly version: string;
  /** Metrics of the process (CPU, memory); off in tests. Default: on. */
  readonly process?: boolean;
}

/** Makes the metrics of a process. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process ?? true) processMetrics(registry);
  new Gauge({
    name: "aviation_weather_build_info",
    help: "Always 1; the version is its label.",
    labelNames: ["version"],
    registers,
  }).set({ version: options.version }, 1);
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  const calls = counter("weather_api_calls_total", "Calls of weather providers.", [
    "provider",
    "status",
  ]);
  const hits = children(
    counter("cache_hits_total", "Look-ups answered from a cache.", ["cache_type"]),
  );
  const asked = children(counter("cache_requests_total", "Look-ups in a cache.", ["cache_type"]));
  const reports = counter(
    "ingest_reports_total",
    "Reports read from providers, by what became of them.",
    [
      "product",
      "outcome",
    ],
  );
  const drift = counter(
    "ingest_quarantined_files_total",
    "Files refused because their shape changed.",
    [
      "product",
    ],
  );
  const snapshots = counter("snapshot_operations_total", "Snapshots of the world on disk.", [
    "outcome",
  ]);
  for (const outcome of ["written", "failed", "restored", "refused"]) snapshots.inc({ outcome }, 0);
  const unhandled = counter("unhandled_errors_total", "Errors that nothing caught.", []);
  const decodeSeconds = new Counter({
    name: "ingest_decode_seconds_total",
    help: "Time spent decoding reports.",
    labelNames: ["product"],
    registers,
  });
  const decodedReports = counter("ingest_decoded_reports_total", "Reports decoded.", ["product"]);
  const requests = new RequestMetrics(registry);
  let sample: (() => WorldSample) | null = null;
  worldGauges(registry, () => sample?.());
  return {
    registry,
    requests,
    providerCall: (provider, status) => calls.inc({ provider, status: String(status) }),
    cache: (cacheType, hit) => {
      asked(cacheType);
      if (hit) hits(cacheType);
    },
    decoded: (product, seconds, count) => {
      decodeSeconds.inc({ product }, seconds);
      decodedReports.inc({ product }, count);
    },
    ingested: (product, outcome, count) => reports.inc({ product, outcome }, count),
    quarantined: (product, count = 1) => drift.inc({ product }, count),
    snapshot: (outcome) => snapshots.inc({ outcome }),
    unhandled: () => unhandled.inc(),
    watch: (look) => sample = look,
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** Counts by label without hashing: added up in a map and handed over when scraped. */
function children(counter: Counter<"cache_type">): (label: string) => void {
  const counts = new Map<string, number>();
  const given = counter as Counter<"cache_type"> & { collect?: () => void };
  given.collect = () => {
    for (const [cache_type, count] of counts) counter.inc({ cache_type }, count);
    counts.clear();
  };
  return (label) => counts.set(label, (counts.get(label) ?? 0) + 1);
}

/** Of the process itself, by their usual names; read without any permission, unlike prom-client's own. */
function processMetrics(registry: Registry): void {
  const registers = [registry];
  const startedAt = (Date.now() - performance.now()) / 1000;
  new Gauge({
    name: "process_start_time_seconds",
    help: "Start of the process, seconds since the epoch.",
    registers,
  }).set(startedAt);
  new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory.",
    registers,
    collect() {
      this.set(Deno.memoryUsage().rss);
    },
  });
  new Gauge({
    name: "process_heap_bytes",
    help: "Memory used by the heap of the JavaScript engine.",
    registers,
    collect() {
      this.set(Deno.memoryUsage().heapUsed);
    },
  });
  new Counter({
    name: "process_cpu_seconds_total",
    help: "CPU time, user and system.",
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
}

function worldGauges(registry: Registry, sample: () => WorldSample | undefined): void {
  const gauge = sampledGauges(registry, sample);
  gauge(
    "ingest_age_seconds",
    "Seconds since the last accepted answer of a feed; absent until the first.",
    ["product", "provider", "simulated"],
    (one, world) => {
      for (const feed of world.feeds) {
        if (feed.ageSeconds === null) continue;
        const { product, provider } = feed;
        one.set({ product, provider, simulated: String(world.simulated) }, feed.ageSeconds);
      }
    },
  );
  gauge(
    "ingest_file_reports",
    "Reports in the last accepted file.",
    ["product", "provider"],
    (one, world) => {
      for (const { product, provider, count } of world.feeds) one.set({ product, provider }, count);
    },
  );
  gauge("reports_held", "Reports held in memory.", ["product"], (one, world) => {
    for (const [product, count] of Object.entries(world.held)) one.set({ product }, count);
  });
  gauge(
    "ingest_completeness_ratio",
    "Stations with a report that may be shown, of those that reported in the last day.",
    ["product"],
    (one, world) => {
      for (const [product, ratio] of Object.entries(world.completeness)) {
        one.set({ product }, ratio);
      }
    },
  );
  gauge(
    "weather_simulated",
    "1 when the weather held is simulated or replayed.",
    [],
    (one, world) => {
      one.set(world.simulated ? 1 : 0);
    },
  );
}
