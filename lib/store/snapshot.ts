/**
 * The port of the snapshot: what of the world outlives the process.
 *
 * @module
 */
import type { RawReport } from "../products/raw_report.ts";
import type { Station } from "../stations/station.ts";
import type { FeedState } from "./world.ts";

/** The world without anything that can be made again: raw reports with their provenance, and what was learnt. */
export interface WorldSnapshot {
  readonly writtenAt: number;
  readonly simulated: boolean;
  /** `live`, `simulator`, `replay`: one never loads another's. */
  readonly source: string;
  readonly feeds: readonly FeedState[];
  readonly reports: readonly SavedReport[];
  /** Routine report times by station. */
  readonly routine: readonly (readonly [string, readonly number[]])[];
}

/** A raw report with the time that its age counts from. */
export interface SavedReport {
  readonly raw: RawReport;
  readonly observedAt: number;
  readonly conflicts?: readonly RawReport[];
}

/** Where snapshots are kept. Both functions throw when the disk fails: the caller counts and serves on. */
export interface SnapshotStore {
  /** The last snapshot, or `null` where there is none that fits. */
  read(): Promise<WorldSnapshot | null>;
  write(snapshot: WorldSnapshot): Promise<void>;
  close(): void;
}

/** Where a table of stations is kept, apart from the world since it changes once a day. Both may throw. */
export interface StationStore {
  /** The stations kept last; empty where there are none. */
  readStations(): Promise<readonly Station[]>;
  writeStations(stations: readonly Station[]): Promise<void>;
}
