/**
 * When the world is written to disk, and how it comes back.
 *
 * @module
 */
import type { Log, Metrics } from "../observe/mod.ts";
import type { Slicer } from "../resilience/mod.ts";
import {
  HAZARD_PRODUCTS,
  type HazardProduct,
  isHazardProduct,
  type LazyHazard,
  type SavedReport,
  type SnapshotStore,
  type StationProduct,
  type WorldSnapshot,
  type WritableWorld,
} from "../store/mod.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Clock } from "../time/mod.ts";
import type { StationSink } from "./ingest.ts";
import { holdHazard, putLazily } from "./hold.ts";

const STATION_PRODUCTS: readonly StationProduct[] = ["metar", "taf"];

/** What snapshots are made of. */
export interface SnapshotsOptions {
  readonly store: SnapshotStore;
  readonly world: WritableWorld;
  readonly source: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly slicer: Slicer;
  /** Least milliseconds between two snapshots. */
  readonly intervalMs: number;
}

/** Writes at most every `intervalMs`, one at a time. A disk that fails costs the snapshot and nothing else. */
export class Snapshots {
  readonly #options: SnapshotsOptions;
  #writtenVersion = -1;
  #lastAt = -Infinity;
  #writing: Promise<void> | null = null;
  #error: string | null = null;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  /** What went wrong with the disk last, or `null`. */
  get error(): string | null {
    return this.#error;
  }

  /** To be called after each change: writes when the interval is over. */
  changed(): void {
    if (this.#options.clock.now() - this.#lastAt >= this.#options.intervalMs) void this.flush();
  }

  /** Writes now, unless nothing changed since the last time. Never rejects. */
  flush(): Promise<void> {
    return this.#writing ??= this.#write().finally(() => this.#writing = null);
  }

  async #write(): Promise<void> {
    const { store, world, clock, metrics, log } = this.#options;
    const { version } = world;
    if (version === this.#writtenVersion) return;
    this.#lastAt = clock.now();
    try {
      await store.write(await this.#take());
      this.#writtenVersion = version;
      this.#error = null;
      metrics.snapshot("written");
    } catch (error) {
      this.#error = error instanceof Error ? error.message : String(error);
      metrics.snapshot("failed");
      log.error("the snapshot could not be written; serving on from memory", { error });
    }
  }

  async #take(): Promise<WorldSnapshot> {
    const { world, clock, source, slicer } = this.#options;
    const reports: SavedReport[] = [];
    for (const product of STATION_PRODUCTS) {
      for (const held of world.reports(product)) {
        reports.push(saved(held));
        await slicer.pause();
      }
    }
    for (const product of HAZARD_PRODUCTS) reports.push(...world.hazards(product).map(saved));
    return {
      writtenAt: clock.now(),
      simulated: world.simulated,
      source,
      feeds: world.feeds(),
      reports,
      routine: [...world.routineTimes()],
    };
  }
}

function saved({ raw, observedAt, conflicts }: HeldReport): SavedReport {
  return conflicts === undefined ? { raw, observedAt } : { raw, observedAt, conflicts };
}

/**
 * Fills `world` from the last snapshot; gives the number of reports, 0 where there is none that fits.
 * Reports are decoded when asked for, so that a restart answers at once. Never rejects.
 */
export async function restoreWorld(
  options: Pick<SnapshotsOptions, "store" | "world" | "log" | "metrics" | "slicer"> & {
    /** Learns the places of the stations. */
    readonly stations?: StationSink;
  },
): Promise<number> {
  const { store, world, log, metrics } = options;
  let snapshot: WorldSnapshot | null;
  try {
    snapshot = await store.read();
  } catch (error) {
    metrics.snapshot("refused");
    log.error("the snapshot could not be read; starting without what was known", { error });
    return 0;
  }
  if (snapshot === null) return 0;
  if (snapshot.simulated !== world.simulated) {
    metrics.snapshot("refused");
    log.error("the snapshot holds weather of another kind (simulated or real); it is not used");
    return 0;
  }
  for (const [stationId, times] of snapshot.routine) {
    for (const time of times) world.noteRoutine(stationId, time);
  }
  const hazards = new Map<HazardProduct, LazyHazard[]>();
  for (const one of snapshot.reports) {
    await options.slicer.pause();
    const { product, stationId } = one.raw;
    if ((product === "metar" || product === "taf") && stationId !== null) {
      putLazily(world, product, stationId, one);
    } else if (isHazardProduct(product)) {
      const list = hazards.get(product) ?? [];
      const { raw, observedAt } = one;
      list.push({ raw, decode: () => ({ ...holdHazard(raw), observedAt }) });
      hazards.set(product, list);
    }
  }
  for (const [product, list] of hazards) world.putHazardsLazily(product, list);
  options.stations?.noteReports(snapshot.reports.map((one) => one.raw));
  for (const feed of snapshot.feeds) world.putFeed(feed);
  metrics.snapshot("restored");
  log.info("restored from the snapshot", {
    reports: snapshot.reports.length,
    writtenAt: new Date(snapshot.writtenAt).toISOString(),
  });
  return snapshot.reports.length;
}
