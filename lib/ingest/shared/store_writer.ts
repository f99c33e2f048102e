/**
 * What ingest learns on its way to the shared store: in batches, behind everything else.
 *
 * No reader and no round of a feed ever waits for a store. What cannot be written waits here, bounded:
 * of the history the oldest is dropped and counted, of the current reports only the newest of each waits. Where
 * there is a disk what waits for the history lies on it.
 *
 * @module
 */
import {
  type CurrentEntry,
  type FeedState,
  type Fence,
  type HistoryEntry,
  type HistorySpool,
  isPassing,
  type Json,
  type SharedStore,
  StoreError,
} from "../../store/mod.ts";
import type { ProductName } from "../../products/product.ts";
import type { Station } from "../../stations/mod.ts";
import { writeStations } from "./station_table.ts";

/** Which kind of thing waits, is written, is dropped. */
export type WriteKind = "current" | "history" | "feeds" | "stations";

/** What the writer is made of. */
export interface StoreWriterOptions {
  readonly store: SharedStore;
  /** Where reports for the history wait while their store is away; without it they wait in memory alone. */
  readonly spool?: HistorySpool | null;
  /** Reports of the history that wait in memory at most. */
  readonly maxHistory?: number;
  /** Told of things that were dropped, and why. */
  readonly onDropped?: (kind: WriteKind, count: number, reason: string) => void;
  readonly onError?: (kind: WriteKind, error: StoreError) => void;
  readonly setTimer?: (callback: () => void, ms: number) => unknown;
  readonly clearTimer?: (timer: unknown) => void;
}

/** A day of the whole world's METARs. */
const MAX_HISTORY = 150_000;
const BATCH = 100;
/** Waits a moment, so that the reports of one file go together. */
const GATHER_MS = 50;
const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 5_000;

/** A current report to write, or one to take away. */
type CurrentWrite =
  | {
    readonly kind: "put";
    readonly product: ProductName;
    readonly id: string;
    readonly entry: () => CurrentEntry;
  }
  | { readonly kind: "remove"; readonly product: ProductName; readonly id: string };

/** Writes in the background. Nothing here rejects or throws. */
export class StoreWriter {
  readonly #options: StoreWriterOptions;
  readonly #current = new Map<string, CurrentWrite>();
  readonly #feeds = new Map<string, FeedState>();
  /** The table of stations that is not written yet. */
  #table: readonly Station[] | null = null;
  #history: HistoryEntry[] = [];
  #timer: unknown = null;
  #writing: Promise<boolean> | null = null;
  #failures = 0;
  #ended = false;
  readonly #errors = new Map<WriteKind, StoreError>();
  #lease: Fence | null | undefined;
  /** The lease under which a write was refused: it speaks for nobody any more. */
  #refused: Fence | undefined;

  #spooling: Promise<void> = Promise.resolve();
  #soon: ReturnType<typeof setTimeout> | null = null;

  constructor(options: StoreWriterOptions) {
    this.#options = options;
    // What the process before could not write.
    this.#plan();
  }

  /** How many reports for the history wait on the disk. */
  get spooled(): number {
    return this.#options.spool?.size ?? 0;
  }

  /** How many things wait. */
  get waiting(): Readonly<Record<WriteKind, number>> {
    return {
      current: this.#current.size,
      history: this.#history.length + this.spooled,
      feeds: this.#feeds.size,
      stations: this.#table === null ? 0 : 1,
    };
  }

  /** What went wrong with the last write of each kind; none after one that went well. */
  get errors(): ReadonlyMap<WriteKind, StoreError> {
    return this.#errors;
  }

  /**
   * The lease under which current reports, the table of stations and states of feeds are written. `undefined`, as at the start: none
   * is asked for. `null`: one is asked for and was never held, so these wait; another node may poll.
   */
  setLease(lease: Fence | null | undefined): void {
    this.#lease = lease;
  }

  /** Another node polls: what waits to be shown is not for this one to write. The history is. */
  giveUpShown(): void {
    for (const [kind, waiting] of [["current", this.#current], ["feeds", this.#feeds]] as const) {
      if (waiting.size > 0) this.#options.onDropped?.(kind, waiting.size, "fenced");
      waiting.clear();
    }
    this.#table = null;
  }

  /** The table of stations, in the place of the one before. */
  putStations(table: readonly Station[]): void {
    this.#table = table;
    this.#plan();
  }

  /** A report that is current now; `entry` is asked for when it is written. */
  put(product: ProductName, id: string, entry: () => CurrentEntry): void {
    this.#current.set(`${product} ${id}`, { kind: "put", product, id, entry });
    this.#plan();
  }

  /** A report that is over. */
  remove(product: ProductName, id: string): void {
    this.#current.set(`${product} ${id}`, { kind: "remove", product, id });
    this.#plan();
  }

  /** A report for the history. */
  keep(entry: HistoryEntry): void {
    const { maxHistory = MAX_HISTORY } = this.#options;
    this.#history.push(entry);
    if (this.#history.length > maxHistory) {
      // A tenth at once: taking one off the front each time would cost as much as the list is long.
      const dropped = this.#history.splice(0, Math.max(1, Math.floor(maxHistory / 10)));
      this.#options.onDropped?.("history", dropped.length, "full");
    }
    this.#plan();
    // While the store is away the next try is some seconds off, and the process may be killed before.
    if (this.#errors.has("history")) this.#planSpool();
  }

  /** The state of a feed, which other nodes show as theirs. */
  putFeed(state: FeedState): void {
    this.#feeds.set(state.key ?? state.product, state);
    this.#plan();
  }

  /** Writes now what waits; true when nothing is left. Never rejects. */
  flush(): Promise<boolean> {
    this.#cancel();
    return this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
      this.#plan();
    });
  }

  /** Writes what waits as far as it goes, then nothing more. */
  async end(): Promise<void> {
    await this.flush();
    await this.flush();
    this.#ended = true;
    this.#cancel();
    if (this.#soon !== null) clearTimeout(this.#soon);
    await this.#spool();
  }

  #isWaiting(): boolean {
    return this.waiting.history + this.#current.size + this.#feeds.size > 0 || this.#table !== null;
  }

  #mayWrite(): boolean {
    return this.#lease === null ? this.waiting.history > 0 : this.#isWaiting();
  }

  #plan(): void {
    if (this.#timer !== null || this.#writing !== null || this.#ended) return;
    if (!this.#mayWrite()) return;
    const wait = this.#failures === 0
      ? GATHER_MS
      : Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
    const setTimer = this.#options.setTimer ?? ((callback, ms) => setTimeout(callback, ms));
    this.#timer = setTimer(() => {
      this.#timer = null;
      void this.flush();
    }, wait);
  }

  #cancel(): void {
    if (this.#timer === null) return;
    (this.#options.clearTimer ?? ((timer) => clearTimeout(timer as number)))(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<boolean> {
    // Current reports and history may lie in two stores, and one that is away must not hold up the other.
    const went = await Promise.all([
      this.#writeShown(),
      this.#writeKind("history", () => this.#writeHistory()),
    ]);
    this.#failures = went.every(Boolean) ? 0 : this.#failures + 1;
    return went.every(Boolean) && !this.#isWaiting();
  }

  /**
   * Current reports and the table of stations, then the states of their feeds: others must not read "answered
   * just now" before what was answered.
   */
  async #writeShown(): Promise<boolean> {
    return await this.#writeKind("current", () => this.#writeCurrent()) &&
      await this.#writeKind("stations", () => this.#writeTable()) &&
      await this.#writeKind("feeds", () => this.#writeFeeds());
  }

  async #writeKind(kind: WriteKind, write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      this.#errors.delete(kind);
      return true;
    } catch (error) {
      const fault = error instanceof StoreError
        ? error
        : new StoreError("unavailable", String(error), { cause: error });
      this.#errors.set(kind, fault);
      this.#options.onError?.(kind, fault);
      return false;
    }
  }

  async #writeCurrent(): Promise<void> {
    while (this.#current.size > 0 && this.#lease !== null) {
      const batch = [...this.#current].slice(0, BATCH);
      for (const [key] of batch) this.#current.delete(key);
      try {
        await this.#writeCurrentBatch(batch.map(([, write]) => write));
      } catch (error) {
        if (this.#isLost("current", batch.length, error)) continue;
        // What came meanwhile for the same report is newer.
        for (const [key, write] of batch) {
          if (!this.#current.has(key)) this.#current.set(key, write);
        }
        throw error;
      }
    }
  }

  async #writeCurrentBatch(writes: readonly CurrentWrite[]): Promise<void> {
    const { store } = this.#options;
    const lease = this.#lease ?? undefined;
    const puts = writes.flatMap((write) => write.kind === "put" ? [write.entry()] : []);
    const removed = Map.groupBy(
      writes.filter((write) => write.kind === "remove"),
      ({ product }) => product,
    );
    if (puts.length > 0) {
      await this.#each("current", puts, (some) => store.current.put(some, lease));
    }
    for (const [product, list] of removed) {
      await store.current.remove(product, list.map(({ id }) => id), lease);
    }
    // Told after it is written: whoever is told finds it.
    await store.feed.append(writes.map(({ product, id }) => ({ product, id })));
  }

  /** What lies on the disk, then what came since. Where that fails all of it goes to the disk. */
  async #writeHistory(): Promise<void> {
    let ofDisk: unknown;
    try {
      await this.#writeSpooled();
    } catch (error) {
      // A disk that fails keeps nothing from the store that is there.
      if (error instanceof StoreError) return await this.#spoolAfter(error);
      ofDisk = error;
    }
    try {
      await this.#writeWaiting();
    } catch (error) {
      return await this.#spoolAfter(error);
    }
    if (ofDisk !== undefined) throw ofDisk;
  }

  async #spoolAfter(error: unknown): Promise<never> {
    await this.#spool();
    throw error;
  }

  async #writeSpooled(): Promise<void> {
    const { spool, store } = this.#options;
    while (spool && spool.size > 0) {
      const { entries, damaged, token } = await spool.oldest(BATCH);
      if (damaged > 0) this.#options.onDropped?.("history", damaged, "damaged");
      try {
        await this.#each("history", entries, (some) => store.history.append(some));
      } catch (error) {
        if (!this.#isLost("history", entries.length, error)) throw error;
      }
      // Killed before this it is written once more, which changes nothing.
      await spool.remove(token);
    }
  }

  #planSpool(): void {
    if (!this.#options.spool || this.#soon !== null || this.#ended) return;
    this.#soon = setTimeout(() => {
      this.#soon = null;
      void this.#spool();
    }, GATHER_MS);
  }

  /** Puts what waits in memory on the disk; where that fails it stays in memory. One at a time, never rejects. */
  #spool(): Promise<void> {
    return this.#spooling = this.#spooling.then(async () => {
      const { spool } = this.#options;
      if (!spool || this.#history.length === 0) return;
      const waiting = this.#history;
      this.#history = [];
      try {
        const dropped = await spool.push(waiting);
        if (dropped > 0) this.#options.onDropped?.("history", dropped, "full");
      } catch {
        this.#history = [...waiting, ...this.#history];
      }
    });
  }

  async #writeWaiting(): Promise<void> {
    while (this.#history.length > 0) {
      const batch = this.#history.splice(0, BATCH);
      try {
        await this.#each("history", batch, (some) => this.#options.store.history.append(some));
      } catch (error) {
        if (this.#isLost("history", batch.length, error)) continue;
        this.#history.unshift(...batch);
        throw error;
      }
    }
  }

  /** One too large entry must not keep a hundred others from being written. */
  async #each<T>(
    kind: WriteKind,
    entries: readonly T[],
    write: (entries: readonly T[]) => Promise<unknown>,
  ): Promise<void> {
    try {
      await write(entries);
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault !== "tooLarge") throw error;
      if (entries.length === 1) {
        this.#options.onDropped?.(kind, 1, "tooLarge");
        return;
      }
      for (const entry of entries) await this.#each(kind, [entry], write);
    }
  }

  async #writeTable(): Promise<void> {
    const table = this.#table;
    if (table === null || this.#lease === null) return;
    this.#table = null;
    if (this.#isRefused()) return;
    try {
      await writeStations(this.#options.store.collections, table);
    } catch (error) {
      if (this.#isLost("stations", 1, error)) return;
      this.#table ??= table;
      throw error;
    }
  }

  async #writeFeeds(): Promise<void> {
    for (const key of [...this.#feeds.keys()]) {
      // As it is now: while another one was written it may have changed.
      const state = this.#feeds.get(key);
      // More reports came meanwhile, perhaps of this feed: they go first.
      if (state === undefined || this.#current.size > 0 || this.#lease === null) return;
      this.#feeds.delete(key);
      if (this.#isRefused()) continue;
      try {
        const value = state as unknown as Json;
        await this.#options.store.collections.put("feeds", key, value);
      } catch (error) {
        if (this.#isLost("feeds", 1, error)) continue;
        if (!this.#feeds.has(key)) this.#feeds.set(key, state);
        throw error;
      }
    }
  }

  /** Whether a write under this very lease was refused: another node polls. */
  #isRefused(): boolean {
    return this.#lease?.fence !== undefined && this.#lease.fence === this.#refused?.fence;
  }

  /** Whether trying again would not help: then it is dropped and counted. */
  #isLost(kind: WriteKind, count: number, error: unknown): boolean {
    if (!(error instanceof StoreError) || isPassing(error.fault)) return false;
    if (error.fault === "fenced") this.#refused = this.#lease ?? undefined;
    this.#options.onDropped?.(kind, count, error.fault);
    return true;
  }
}
