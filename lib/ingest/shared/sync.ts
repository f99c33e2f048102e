/**
 * A node and the stores that it shares with others: fills from them at the start, writes to them behind
 * ingest, watches over them.
 *
 * Which node polls is not decided here: `lease` says under whose lease is written, and a node that does
 * not poll takes what others tell with `takeChanges`.
 *
 * @module
 */
import type { Health, Log, PartState, StoreMetrics } from "../../observe/mod.ts";
import type { Slicer } from "../../resilience/mod.ts";
import {
  combineStores,
  type Fence,
  type GuardedStore,
  type HistorySpool,
  isHistoryShared,
  type OpenedStores,
  type SharedStore,
  StoreError,
  type StoreFault,
  type WritableWorld,
} from "../../store/mod.ts";
import { type Clock, DAY_MS, HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { StationSink } from "../ingest.ts";
import type { StationNews } from "../station_news.ts";
import { StoreWriter, type WriteKind } from "./store_writer.ts";
import { fillFromStore, type TakeSharedOptions } from "./take_shared.ts";
import { watchWorld } from "./watched_world.ts";

/** What it is made of. */
export interface SharedSyncOptions {
  readonly stores: OpenedStores;
  /** Where reports for the history wait while their store is away. */
  readonly spool?: HistorySpool | null;
  readonly world: WritableWorld;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: StoreMetrics;
  readonly health: Health;
  readonly slicer: Slicer;
  readonly stations?: StationNews;
  readonly retentionDays: number;
  /** 0 keeps no history. */
  readonly historyDays: number;
}

/** The way between a node and its stores. */
export interface SharedSync {
  /** To be written by ingest instead of the world itself. */
  readonly world: WritableWorld;
  /** To be told by ingest of a table of stations and of reports: it goes to other nodes as well. */
  readonly stations: StationSink | undefined;
  /** Both stores as one. */
  readonly store: SharedStore;
  /** Whether all nodes on the near store have one history. */
  readonly isHistoryShared: boolean;
  /** What `takeChanges` and `fillFromStore` need. */
  readonly take: TakeSharedOptions;
  /** The lease under which is written; see `StoreWriter.setLease`. */
  setLease(lease: Fence | null | undefined): void;
  /** Another node polls: what waits to be shown is not written. */
  giveUpShown(): void;
  /** Writes everything that is held once more: to a store that may have lost it. */
  offerAll(): void;
  /** Takes what other nodes know. Never rejects: without the store the providers are asked as ever. */
  fill(): Promise<number>;
  /** Writes now what waits; true when nothing is left. */
  flush(): Promise<boolean>;
  start(): void;
  /** Writes what waits as far as it goes, and closes the stores. */
  stop(): Promise<void>;
}

/** How often each store is asked whether it is there: a loss is seen within two seconds. */
const HEARTBEAT_MS = 1_500;
const FIRST_SWEEP_MS = MINUTE_MS;
/** With more than this waiting something is wrong even while the store answers. */
const MANY = 20_000;

/** Ties a node to its stores. */
export function createSharedSync(options: SharedSyncOptions): SharedSync {
  const { stores, world, clock, log, health, slicer, stations } = options;
  const { near, records } = stores;
  const store = combineStores(near, records);
  // What nodes tell each other of the feeds goes where the reports go, even where records lie elsewhere.
  const told: SharedStore = { ...store, collections: near.collections };
  const writer = new StoreWriter({
    store: told,
    spool: options.spool ?? null,
    onDropped: (kind, count, reason) => {
      options.metrics.dropped(kind, reason, count);
      // Of a lost lease every write tells; that it was lost is told where it is kept.
      if (reason !== "fenced") {
        log.warn("reports for the store were given up", { kind, count, reason });
      }
    },
    onError: createErrorLog(log),
  });
  const watched = watchWorld({
    world,
    writer,
    slicer,
    retentionMs: options.retentionDays * DAY_MS,
    history: options.historyDays > 0,
  });
  // A history of this machine alone is not written by the poller of another one.
  const keepsOwn = !isHistoryShared(stores) && options.historyDays > 0;
  const take: TakeSharedOptions = {
    store: told,
    world,
    slicer,
    ...(stations !== undefined && { stations }),
    ...(keepsOwn &&
      { onTaken: ({ raw, observedAt }) => writer.keep({ raw, observedAt }) }),
  };
  // What waits need not wait for its next try.
  const pulse = createPulse(
    near === records ? [near] : [near, records],
    log,
    () => void writer.flush(),
  );
  health.add("store", () => partOf(near, pulse, writer, ["current", "stations", "feeds"]));
  health.add("history", () => partOf(records, pulse, writer, ["history"]));
  options.metrics.watch(() => ({
    up: pulse.up(),
    waiting: { ...writer.waiting, spooled: writer.spooled },
  }));
  const timers: ReturnType<typeof setInterval>[] = [];

  async function sweep(): Promise<void> {
    if (options.historyDays === 0) return;
    try {
      const removed = await store.history.sweep(clock.now() - options.historyDays * DAY_MS);
      if (removed > 0) log.info("old reports were removed from the history", { removed });
    } catch (error) {
      log.warn("the history could not be swept", { error });
    }
  }

  return {
    world: watched,
    stations: stations && {
      noteReports: (reports) => stations.noteReports(reports),
      async setTable(table) {
        await stations.setTable(table);
        writer.putStations(stations.table);
      },
    },
    store,
    isHistoryShared: isHistoryShared(stores),
    take,
    setLease: (lease) => writer.setLease(lease),
    giveUpShown: () => writer.giveUpShown(),
    offerAll() {
      if (stations !== undefined && stations.table.length > 0) writer.putStations(stations.table);
      watched.offerAll();
    },
    async fill() {
      try {
        const reports = await fillFromStore(take);
        if (reports > 0) log.info("taken from the store", { store: store.kind, reports });
        return reports;
      } catch (error) {
        log.warn("the store could not be read; the providers are asked", { error });
        return 0;
      }
    },
    async flush() {
      // What is being offered is on its way first; a write under way may end before what came last.
      await watched.settled();
      await writer.flush();
      return await writer.flush();
    },
    start() {
      timers.push(setInterval(() => void pulse.beat(), HEARTBEAT_MS));
      timers.push(setInterval(() => void sweep(), HOUR_MS));
      timers.push(setTimeout(() => void sweep(), FIRST_SWEEP_MS));
    },
    async stop() {
      for (const timer of timers.splice(0)) clearInterval(timer);
      await watched.settled();
      await writer.end();
      options.spool?.close();
      await store.close();
    },
  };
}

/** Asks the stores whether they are there; `onBack` is told when one is again. */
function createPulse(stores: readonly GuardedStore[], log: Log, onBack: () => void) {
  const faults = new Map<GuardedStore, StoreFault | null>(stores.map((one) => [one, null]));
  return {
    fault: (store: GuardedStore) => faults.get(store) ?? null,
    up: () => Object.fromEntries(stores.map((one) => [one.kind, faults.get(one) === null])),
    async beat() {
      await Promise.all(stores.map(async (store) => {
        const before = faults.get(store) ?? null;
        const fault = await store.ping().then(() => null, faultOf);
        faults.set(store, fault);
        if (before === null && fault !== null) {
          log.warn("a store does not answer; serving on from memory", { store: store.kind, fault });
        }
        if (before !== null && fault === null) {
          log.info("a store answers again", { store: store.kind });
          onBack();
        }
      }));
    },
  };
}

function faultOf(error: unknown): StoreFault {
  return error instanceof StoreError ? error.fault : "unavailable";
}

function partOf(
  store: GuardedStore,
  pulse: ReturnType<typeof createPulse>,
  writer: StoreWriter,
  kinds: readonly WriteKind[],
): PartState {
  const fault = pulse.fault(store) ??
    kinds.map((kind) => writer.errors.get(kind)?.fault).find((one) => one !== undefined);
  const waiting = kinds.reduce((sum, kind) => sum + writer.waiting[kind], 0);
  if (fault === undefined && waiting < MANY) return { state: "ok" };
  const why = fault === undefined ? "is slow" : `fails (${fault})`;
  return { state: "degraded", detail: `${store.kind} ${why}; ${waiting} reports wait for it` };
}

/** A store that is away fails with each retry: told once for each kind and fault until it goes well again. */
function createErrorLog(log: Log): (kind: WriteKind, error: StoreError) => void {
  const told = new Map<WriteKind, StoreFault>();
  return (kind, error) => {
    if (told.get(kind) === error.fault) return;
    told.set(kind, error.fault);
    log.warn("the store takes no reports; they wait", { kind, fault: error.fault, error });
  };
}
