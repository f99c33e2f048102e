/**
 * The composition root: configuration → adapters → the service.
 *
 * @module
 */
import { provideProject } from "fresh";
import { createApi } from "../edge/mod.ts";
import config from "../fresh.config.ts";
import type { State } from "../utils.ts";
import { OUTCOMES, READERS } from "./briefing/question/mod.ts";
import { type ModelDesk, openModelDesk } from "./briefing/model/mod.ts";
import { type Config, userAgentOf } from "./config/mod.ts";
import {
  createFront,
  createReaderAddresses,
  type Handler,
  type ReaderAddresses,
  type Service as Served,
} from "./http/mod.ts";
import {
  AskedExchange,
  Backfill,
  type Cluster,
  createCluster,
  createSharedSync,
  createSources,
  createStationNews,
  Ingest,
  restoreWorld,
  type SharedSync,
  Snapshots,
} from "./ingest/mod.ts";
import {
  createClusterMetrics,
  createLog,
  createMetrics,
  createQuestionMetrics,
  createStoreMetrics,
  Health,
  type Log,
  type Metrics,
  type StoreMetrics,
  watchProviders,
  withSentry,
} from "./observe/mod.ts";
import { createMemoryCounter } from "./providers/mod.ts";
import {
  createReportHistory,
  createReports,
  metarCompleteness,
  type ReportHistory,
  type Reports,
  sampleWorld,
  worldHealth,
} from "./reports/mod.ts";
import { createQueue, createSlicer, type Slicer, UNSLICED } from "./resilience/mod.ts";
import { createStatus, type Status } from "./status/mod.ts";
import {
  createStationDirectory,
  createStationIndex,
  parseStations,
  RUNWAYS_URL,
  STATIONS_URL,
} from "./stations/mod.ts";
import {
  createQuarantine,
  type HistorySpool,
  isLocalStore,
  MemoryWorld,
  type OpenedStores,
  openKvSnapshots,
  openKvSpool,
  openStores,
  type SnapshotStore,
  type StationStore,
} from "./store/mod.ts";
import { type Clock, SECOND_MS, systemClock } from "./time/mod.ts";
import { DEFAULT_VIEWER, FOR_VIEWERS } from "./view/viewer.ts";

/** Version of the service, as `deno.json` has it. */
export const VERSION = "0.1.0";

/** What may be replaced: by replay, by tests. */
export interface ServiceOverrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly fetch?: typeof fetch;
  /** Most milliseconds that a question to a polled feed may take. */
  readonly feedDeadlineMs?: () => number;
  /** Pages from the last build (default), or none: API alone. */
  readonly pages?: "build" | "none";
  /** Pages for developers are there as well: `/styleguide`. */
  readonly development?: boolean;
}

/** The service, ready to be served. */
export interface Service extends Served {
  readonly reports: Reports;
  readonly ingest: Ingest;
  /** The way to the stores that nodes share; `null` where there are none. */
  readonly shared: SharedSync | null;
  /** The node among others on the same stores; `null` where there are none. */
  readonly cluster: Cluster | null;
  /** Sees to reports of the past that are missing; `null` where no history is kept. */
  readonly backfill: Backfill | null;
}

/** Builds the service: reads the stations, restores what was last known. Opens no listener. */
export async function createService(
  options: Config,
  overrides: ServiceOverrides = {},
): Promise<Service> {
  const project = hasPages(options, overrides) ? readProject() : null;
  // Waited for where the pages are made; until then its failure is nobody's.
  project?.catch(() => {});
  const clock = overrides.clock ?? systemClock;
  const written = overrides.log ?? createLog({ level: options.logLevel, clock, write: writeLine });
  const reported = options.sentryDsn === "" ? null : await withSentry(written, {
    dsn: options.sentryDsn,
    environment: options.sentryEnvironment,
    release: VERSION,
  });
  const log = reported?.log ?? written;
  const metrics = createMetrics({ version: VERSION });
  const health = new Health();
  const slicer = createSlicer();
  const queue = createQueue();
  const world = new MemoryWorld(options.weatherSource !== "live");
  const storeMetrics = createStoreMetrics(metrics.registry);
  // The files are opened while the tables are read.
  const opening = {
    stores: openShared(options, clock, log, storeMetrics, health),
    snapshots: openSnapshots(options, slicer, log, metrics, health),
  };
  const bundled = createStationIndex(readStations(), {
    wordsWhenAsked: true,
    placesWhenAsked: true,
  });
  const directory = createStationDirectory(bundled);
  const stores = await opening.stores;
  const counter = stores?.near.counters ?? createMemoryCounter(clock);
  const sources = createSources(options, {
    world,
    clock,
    log,
    metrics,
    health,
    slicer,
    queue,
    fetch: overrides.fetch ?? fetch,
    userAgent: userAgentOf(options, VERSION),
    ...(overrides.feedDeadlineMs !== undefined && { feedDeadlineMs: overrides.feedDeadlineMs }),
    quarantine: createQuarantine(
      `${options.dataDir}/quarantine`,
      clock,
      (error) => log.warn("a refused file could not be kept", { error }),
    ),
    counter,
  });
  const reports = createReports({
    world,
    stations: () => directory.index,
    clock,
    onAsked: (id) => sources.asked.note(id),
  });

  const store = await opening.snapshots;
  const parts = { world, clock, log, metrics, slicer };
  const snapshots = store && new Snapshots({
    ...parts,
    store,
    source: options.weatherSource,
    intervalMs: options.snapshotSeconds * 1000,
  });
  const stations = createStationNews({ directory, world, log, store, slicer });
  await stations.restore();
  // Nobody waits for the event loop yet.
  const restored = store === null
    ? 0
    : await restoreWorld({ ...parts, slicer: UNSLICED, store, stations });
  const { retentionDays, historyDays } = options;
  const shared = stores &&
    createSharedSync({
      ...parts,
      metrics: storeMetrics,
      stores,
      spool: await openSpool(options, stores, log),
      health,
      stations,
      retentionDays,
      historyDays,
    });
  // What was known at the last end is answered at once; what the stores know besides comes right after it.
  let isFilled = shared === null;
  const fill = async () => {
    await shared?.fill();
    isFilled = true;
  };
  if (restored === 0) await fill();
  else if (!isFilled) {
    health.add(
      "start",
      () =>
        isFilled
          ? { state: "ok" }
          : { state: "failed", detail: "the snapshot is served; the stores are being read" },
    );
  }
  if (snapshots !== null) {
    health.add(
      "snapshot",
      () =>
        snapshots.error === null
          ? { state: "ok" }
          : { state: "degraded", detail: "the disk does not take the snapshot" },
    );
  }
  worldHealth(health, world);
  metrics.watch(() => sampleWorld(world, clock));
  watchProviders(metrics.registry, () => sources.sample());

  const ingest = new Ingest({
    ...parts,
    world: shared?.world ?? world,
    queue,
    feeds: sources.feeds,
    onChange: () => snapshots?.changed(),
    stations: shared?.stations ?? stations,
  });
  const node = options.nodeName || crypto.randomUUID().slice(0, 8);
  const cluster = shared && createCluster({
    role: options.role,
    node,
    shared,
    ingest,
    clock,
    log,
    health,
    metrics: createClusterMetrics(metrics.registry, node),
    onTaken() {
      snapshots?.changed();
      void decodeWaiting(world, slicer);
    },
  });
  const status = createStatus({
    clock,
    world,
    ready: () => health.readiness().ready,
    completeness: () => metarCompleteness(world, clock.now()),
    collections: shared?.store.collections ?? null,
    onFault: (error) => log.warn("the measurements of the status page are not kept", { error }),
  });
  const polls = () => cluster !== null && cluster.state !== "waits";
  // What the poller fetches is in the history of all nodes, or else each sees to its own.
  const fillsOwn = shared !== null && !shared.isHistoryShared && options.role !== "web";
  const keptHistory = historyDays > 0 ? shared?.store.history ?? null : null;
  // Of recorded bulletins nobody has more.
  const backfill = shared !== null && keptHistory !== null &&
      (shared.isHistoryShared || fillsOwn) && options.weatherSource !== "replay"
    ? new Backfill({
      source: sources.awcQuery,
      history: keptHistory,
      collections: shared.store.collections,
      counter,
      mayAsk: () => (polls() || fillsOwn) && sources.isQueryFree(polls()),
      historyDays,
      simulated: world.simulated,
      clock,
      log,
      metrics,
      onFilled: (stationId) => history.forget(stationId),
    })
    : null;
  const history = createReportHistory({ history: keptHistory, world, clock, gaps: backfill });
  const exchange = shared && new AskedExchange({
    collections: shared.take.store.collections,
    owner: crypto.randomUUID(),
    asked: sources.asked,
    backfill: fillsOwn ? null : backfill,
    polls,
    clock,
  });
  const readers = createReaderAddresses(options.trustProxy);
  const handler = createHandler(options, overrides, {
    project: await project,
    readers,
    modelDesk: openModelDesk(options, {
      clock,
      counter,
      registry: metrics.registry,
      log,
      userAgent: userAgentOf(options, VERSION),
      addressOf: (request) => readers.of(request),
    }),
    reports,
    history,
    status: () => status.status(),
    clock,
    log,
    metrics,
    health,
  });
  let isStopped = false;
  return {
    handler,
    reports,
    ingest,
    shared,
    cluster,
    backfill,
    health,
    metrics,
    log,
    async start() {
      // In slices: whoever asks for hazards meanwhile has all of them decoded at once.
      while (world.decodeSomeHazards(1) > 0) await slicer.pause();
      if (!isFilled) await fill();
      if (isStopped) return;
      if (cluster === null) ingest.start();
      else cluster.start();
      shared?.start();
      status.start();
      backfill?.start();
      exchange?.start();
      void bundled.prepare(() => slicer.pause()).then(() => decodeWaiting(world, slicer));
    },
    // What is known comes first: the process may be ended before a store that is slow has answered.
    stop() {
      isStopped = true;
      return stopInTurn(log, [
        ["ingest", () => ingest.stop()],
        ["the snapshot", () => snapshots?.flush()],
        ["what changed while a snapshot was under way", () => snapshots?.flush()],
        ["the table of stations", () => stations.settled()],
        ["reports of the past", () => backfill?.stop()],
        ["what readers ask for", () => exchange?.stop()],
        ["the node among others", () => cluster?.stop()],
        ["the status", () => status.stop()],
        ["the file of snapshots", () => store?.close()],
        ["the stores", () => shared?.stop()],
        ["reports of errors", () => reported?.flush(2 * SECOND_MS)],
      ]);
    },
  };
}

/** One step that fails keeps none of those after it from their turn. */
async function stopInTurn(
  log: Log,
  steps: readonly (readonly [name: string, step: () => Promise<void> | void])[],
): Promise<void> {
  for (const [name, step] of steps) {
    try {
      await step();
    } catch (error) {
      log.error("a part of the service could not be stopped", { part: name, error });
    }
  }
}

const encoder = new TextEncoder();

function writeLine(line: string): void {
  Deno.stdout.writeSync(encoder.encode(line));
}

/** In one go: nobody waits for the event loop yet. */
function readStations() {
  return parseStations(Deno.readTextFileSync(STATIONS_URL), Deno.readTextFileSync(RUNWAYS_URL));
}

/** The snapshot on disk, or `null` where it is switched off or the disk cannot be used: then without it. */
async function openSnapshots(
  options: Config,
  slicer: Slicer,
  log: Log,
  metrics: Metrics,
  health: Health,
): Promise<(SnapshotStore & StationStore) | null> {
  if (options.snapshotSeconds === 0) return null;
  try {
    return await openKvSnapshots(options.dataDir, options.weatherSource, slicer);
  } catch (error) {
    metrics.snapshot("failed");
    log.error("the snapshot cannot be opened; a restart will begin without what is known", {
      error,
    });
    health.add("snapshot", () => ({ state: "degraded", detail: "the snapshot cannot be opened" }));
    return null;
  }
}

/**
 * Where reports for the history wait on this disk while their store is away; `null` where that lies on this disk
 * itself, where none are written, and where the disk cannot be used: then they wait in memory.
 */
async function openSpool(
  { dataDir, weatherSource, historyDays, role }: Config,
  { records }: OpenedStores,
  log: Log,
): Promise<HistorySpool | null> {
  if (isLocalStore(records.kind) || historyDays === 0 || role === "web") return null;
  try {
    return await openKvSpool(dataDir, weatherSource);
  } catch (error) {
    log.warn("no report can wait on the disk; they wait in memory", { error });
    return null;
  }
}

/** The stores that nodes share, or `null` where none is wanted or its file cannot be used: then without. */
async function openShared(
  options: Config,
  clock: Clock,
  log: Log,
  metrics: StoreMetrics,
  health: Health,
): Promise<OpenedStores | null> {
  const told = new Set<string>();
  try {
    return await openStores(options, {
      clock,
      onCall: (store, operation, outcome, seconds) =>
        metrics.call(store, operation, outcome, seconds),
      onError(store, error) {
        // A client tells of each of its attempts; what is lasting is told by the heartbeat.
        if (told.size < told.add(store).size) {
          log.warn("a store cannot be reached", { store, error });
        }
      },
    });
  } catch (error) {
    log.error("the store cannot be opened; serving without it and without a history", { error });
    health.add("store", () => ({ state: "degraded", detail: "the store cannot be opened" }));
    return null;
  }
}

/** A token that may stand in a page. Others of Mapbox are secret: one of those is never published. */
function publicToken(token: string, log: Log): string | null {
  if (token === "" || token.startsWith("pk.")) return token || null;
  log.warn("MAPBOX_ACCESS_TOKEN is not a public token (pk.…) and is not used");
  return null;
}

/** Reports restored undecoded are decoded in the background, in slices. */
async function decodeWaiting(world: MemoryWorld, slicer: Slicer): Promise<void> {
  while (world.decodeSome(8) > 0) await slicer.pause();
}

/** What the pages are made of, from the last build; `null` for none. */
type PagesProject = Awaited<ReturnType<typeof readProject>>;

interface HandlerParts {
  readonly project: PagesProject | null;
  readonly readers: ReaderAddresses;
  readonly modelDesk: ModelDesk | null;
  readonly reports: Reports;
  readonly history: ReportHistory;
  readonly status: () => Status;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
}

/** Pages, API and the front before both. */
function createHandler(
  options: Config,
  overrides: ServiceOverrides,
  { project, readers, modelDesk, reports, history, status, clock, log, metrics, health }:
    HandlerParts,
): Handler {
  const questions = createQuestionMetrics(metrics.registry, READERS, OUTCOMES);
  const api = createApi({
    reports,
    history,
    modelDesk,
    questions,
    clock,
    log,
    metrics,
    info: { title: "Aviation Weather Services", version: VERSION },
    readiness: () => health.readiness(),
    metricsToken: options.metricsToken || null,
    serveMetrics: options.metrics,
  });
  const pages = project === null ? null : createAllPages(
    project,
    {
      reports,
      history,
      api: (request) => api.fetch(request),
      status,
      modelDesk,
      questions,
      addressOf: (request, info) => readers.at(request, info),
      viewer: DEFAULT_VIEWER,
      mapboxToken: publicToken(options.mapboxToken, log),
    },
    metrics,
    log,
    overrides.development ? "development" : "production",
  );
  return createFront(
    (request, info) => {
      if (modelDesk !== null) readers.note(request, info);
      return pages === null || isForApi(request.url)
        ? api.fetch(request)
        : pages(request, info as Deno.ServeHandlerInfo);
    },
    {
      log,
      clock,
      maxInFlight: options.maxInFlight,
      trustProxy: options.trustProxy,
      allowedHosts: options.allowedHosts,
      accessLog: options.accessLog,
      observe: (route, method, status, seconds) =>
        metrics.requests.observe(route, method, status, seconds),
    },
  );
}

/** Paths beside `/api/` that the API answers. */
const API_PATHS = /^\/(?:api(?:\/|$)|health$|healthz$|readyz$|metrics$)/;

function isForApi(url: string): boolean {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const query = url.indexOf("?", start);
  return start >= 0 && API_PATHS.test(url.slice(start, query < 0 ? undefined : query));
}

function hasPages({ role }: Config, { pages }: ServiceOverrides): boolean {
  return pages !== "none" && role !== "poller";
}

/** Imports the pages: begun before anything else, since it goes on while stores are read. */
async function readProject() {
  const [{ loadBuild }, { createPages }, { pageSecurityHeaders }, { stylesheetHash }] =
    await Promise.all([
      import("./fresh/load.ts"),
      import("./http/pages.ts"),
      import("./http/page_headers.ts"),
      import("./view/styles.ts"),
    ]);
  provideProject(await loadBuild(new URL("../", import.meta.url)));
  return { createPages, security: pageSecurityHeaders(stylesheetHash) };
}

function createAllPages(
  { createPages, security }: PagesProject,
  state: State,
  metrics: Metrics,
  log: Log,
  mode: "development" | "production",
) {
  const { reports } = state;
  return createPages({
    ...config,
    mode,
    state,
    ...FOR_VIEWERS,
    security,
    generation: () => ({ version: reports.world.version, now: reports.now() }),
    observe: (route, method, status, seconds) =>
      metrics.requests.observe(route, method, status, seconds),
    reportError: (error, request) =>
      log.error("a page failed", { error, path: new URL(request.url).pathname }),
  });
}
