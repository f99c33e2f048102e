/**
 * The port of the spool: reports for the history that wait on the disk while their store is away, so that a process
 * that is killed meanwhile loses none.
 *
 * @module
 */
import type { HistoryEntry } from "./shared/port.ts";

/** Reports taken from the front, and what to hand back once they are written. */
export interface Spooled {
  readonly entries: readonly HistoryEntry[];
  /** How many more could not be read any more. */
  readonly damaged: number;
  readonly token: unknown;
}

/** A queue on the disk. Its functions reject when the disk fails. */
export interface HistorySpool {
  /** How many reports lie there. */
  readonly size: number;
  /** Puts reports at its end; gives how many of the oldest had to go for them. */
  push(entries: readonly HistoryEntry[]): Promise<number>;
  /** The oldest reports, which stay. */
  oldest(limit: number): Promise<Spooled>;
  /** Takes away what `oldest` gave. */
  remove(token: unknown): Promise<void>;
  close(): void;
}
