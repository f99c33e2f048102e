/**
 * The API of an edge node: no poller, no disk, no timer. It reads the shared store when it is asked, keeps what
 * it read in memory, and answers from there while it looks again. It needs the network and nothing else.
 *
 * @module
 */
import stationsText from "../lib/stations/data/stations.tsv" with { type: "text" };
import runwaysText from "../lib/stations/data/runways.tsv" with { type: "text" };
import { openModelDesk } from "../lib/briefing/model/mod.ts";
import { OUTCOMES, READERS } from "../lib/briefing/question/mod.ts";
import { type Config, userAgentOf } from "../lib/config/mod.ts";
import {
  createFront,
  createReaderAddresses,
  type Handler,
  problemResponse,
  type Service,
} from "../lib/http/mod.ts";
import {
  AskedExchange,
  AskedStations,
  Backfill,
  createStationNews,
  EXCHANGE_MS,
  OnDemand,
} from "../lib/ingest/mod.ts";
import {
  createLog,
  createMetrics,
  createQuestionMetrics,
  createStoreMetrics,
  Health,
} from "../lib/observe/mod.ts";
import { createReportHistory, createReports, sampleWorld } from "../lib/reports/mod.ts";
import { createSlicer } from "../lib/resilience/mod.ts";
import { createStationDirectory, createStationIndex, parseStations } from "../lib/stations/mod.ts";
import {
  combineStores,
  isHistoryShared,
  MemoryWorld,
  openStores,
  storeKinds,
} from "../lib/store/mod.ts";
import { systemClock } from "../lib/time/mod.ts";
import { createApi } from "./mod.ts";
import { needOf } from "./need.ts";

/** Whether a node of this configuration reads a store that others write, when it is asked. */
export function readsOnDemand(config: Config): boolean {
  const near = storeKinds(config)?.near;
  if (near === undefined || near === "kv" || near === "memory") return false;
  return config.role === "web" || near === "upstash" && config.role !== "poller";
}

/** Builds the node. Opens no listener; asks the store for nothing before the first request. */
export async function createEdgeService(config: Config, version: string): Promise<Service> {
  const clock = systemClock;
  const log = createLog({
    level: config.logLevel,
    clock,
    write: (line) => console.log(line.trimEnd()),
  });
  const metrics = createMetrics({ version });
  const storeMetrics = createStoreMetrics(metrics.registry);
  const health = new Health();
  const slicer = createSlicer();
  const world = new MemoryWorld(config.weatherSource !== "live");
  const directory = createStationDirectory(
    createStationIndex(parseStations(stationsText, runwaysText), { wordsWhenAsked: true }),
  );
  const stores = (await openStores(config, {
    clock,
    onCall: (store, operation, outcome, seconds) =>
      storeMetrics.call(store, operation, outcome, seconds),
  }))!;
  const store = combineStores(stores.near, stores.records);
  const asked = new AskedStations(clock);
  const reports = createReports({
    world,
    stations: () => directory.index,
    clock,
    onAsked: (id) => asked.note(id),
  });
  const history = config.historyDays > 0 ? store.history : null;
  // Its wishes are the poller's to see to: not those for a history of its own, nor any in a replay.
  const backfill = history !== null && isHistoryShared(stores) && config.weatherSource !== "replay"
    ? new Backfill({
      source: null,
      history,
      collections: store.collections,
      counter: stores.near.counters,
      mayAsk: () => false,
      historyDays: config.historyDays,
      simulated: world.simulated,
      clock,
      log,
      metrics,
    })
    : null;
  const exchange = new AskedExchange({
    collections: stores.near.collections,
    owner: crypto.randomUUID(),
    asked,
    backfill,
    polls: () => false,
    clock,
  });
  let toldAt = -Infinity;
  /** Tells the poller what is asked for here, now and then and after an answer: there is no timer. */
  const tell = () => {
    if (clock.now() - toldAt < EXCHANGE_MS || asked.own(1).length === 0) return;
    toldAt = clock.now();
    void exchange.step();
  };
  const reader = new OnDemand({
    take: {
      store: { ...store, collections: stores.near.collections },
      world,
      slicer,
      stations: createStationNews({ directory, world, log }),
    },
    clock,
    log,
  });
  health.add(
    "store",
    () =>
      reader.contactAt === null || !reader.isSilent(clock.now())
        ? { state: "ok" }
        : { state: "degraded", detail: "not read lately; answers come from memory" },
  );
  metrics.watch(() => sampleWorld(world, clock));
  const readers = createReaderAddresses(config.trustProxy);
  const modelDesk = openModelDesk(config, {
    clock,
    counter: stores.near.counters,
    registry: metrics.registry,
    log,
    userAgent: userAgentOf(config, version),
    addressOf: (request) => readers.of(request),
  });
  const api = createApi({
    reports,
    modelDesk,
    questions: createQuestionMetrics(metrics.registry, READERS, OUTCOMES),
    history: createReportHistory({ history, world, clock, gaps: backfill }),
    clock,
    log,
    metrics,
    info: { title: "Aviation Weather Services", version },
    readiness: () => health.readiness(),
    metricsToken: config.metricsToken || null,
    serveMetrics: config.metrics,
  });
  const answer: Handler = async (request, info) => {
    if (modelDesk !== null) readers.note(request, info);
    const need = needOf(new URL(request.url).pathname, (id) => reports.resolve(id));
    if (need !== "nothing" && !await reader.ready(need === "everything" ? null : need)) {
      return unavailable(request);
    }
    const answer = await api.fetch(request);
    tell();
    return answer;
  };
  return {
    handler: createFront(answer, {
      log,
      clock,
      maxInFlight: config.maxInFlight,
      trustProxy: config.trustProxy,
      allowedHosts: config.allowedHosts,
      accessLog: config.accessLog,
      observe: (route, method, status, seconds) =>
        metrics.requests.observe(route, method, status, seconds),
    }),
    health,
    metrics,
    log,
    start: () => Promise.resolve(),
    stop: () => store.close(),
  };
}

/** Nothing is known yet and the store does not answer: "no report" would be a claim. */
function unavailable(request: Request): Response {
  return problemResponse(
    {
      kind: "unavailable",
      detail: "This node has just started and the store of reports does not answer.",
      headers: { "retry-after": "5" },
    },
    request.headers.get("x-request-id") ?? crypto.randomUUID(),
    { "access-control-allow-origin": "*" },
  );
}
