/**
 * The port of the shared store: what nodes of one service share, and what outlives them all.
 *
 * Small facets, each of which an adapter (`memory`, `kv`, `redis`, `upstash`, `mongo`) implements and the
 * contract suite checks. Every function rejects with a `StoreError` and with nothing else. Instants are
 * milliseconds since the epoch.
 *
 * A store is opened for one source of weather (`live`, `simulator`, `replay`) and sees nothing of another's.
 *
 * @module
 */
import type { ProductName } from "../../products/product.ts";
import type { RawReport } from "../../products/raw_report.ts";

/** The adapters. */
export type StoreKind = "memory" | "kv" | "redis" | "upstash" | "mongo";

/** A current report as nodes hand it to each other: raw, so that each decodes with its own rules. */
export interface CurrentEntry {
  /** The station of a METAR or TAF; of a hazard `reportId(raw, observedAt)`. At most 64 characters. */
  readonly id: string;
  readonly raw: RawReport;
  readonly observedAt: number;
  readonly conflicts?: readonly RawReport[];
  /** From then on the entry is never given again, whether the store has removed it or not. */
  readonly expiresAt: number;
  /**
   * When the station made routine reports in the last day, in minutes before `observedAt`: its cadence is
   * learnt from them, and with it the freshness that nodes show.
   */
  readonly routine?: readonly number[];
}

/** A slice of something long; `next` is `null` at its end. */
export interface Page<T> {
  readonly entries: readonly T[];
  /** Opaque; hand it in to get the next page. */
  readonly next: string | null;
}

/** The latest report of each station and the hazards in force. */
export interface CurrentReports {
  /**
   * Writes what is current now; an entry replaces the one of its product and id.
   *
   * @param lease under which is written; once somebody else has taken it over this rejects as `fenced`
   */
  put(entries: readonly CurrentEntry[], lease?: Fence): Promise<void>;
  /** Takes away what is no longer in force. */
  remove(product: ProductName, ids: readonly string[], lease?: Fence): Promise<void>;
  /** The entries of the ids that have one, in no order. */
  get(product: ProductName, ids: readonly string[]): Promise<readonly CurrentEntry[]>;
  /** Everything, a page after the other, in no order; an entry written meanwhile may be missing or come twice. */
  page(cursor: string | null, limit: number): Promise<Page<CurrentEntry>>;
}

/** Which report changed. */
export interface Change {
  readonly product: ProductName;
  readonly id: string;
}

/** What changed after a version. */
export interface Changes {
  /** The newest version that `changes` reach; hand it in the next time. */
  readonly version: number;
  /** In the order of writing; a report that changed twice may be named twice. */
  readonly changes: readonly Change[];
  /** Changes were forgotten since: everything must be read again. `changes` is then empty. */
  readonly gap: boolean;
}

/**
 * Tells other nodes what changed. Keeps the last thousand batches.
 *
 * A node that begins asks for the version, reads everything, and then asks `since` that version.
 */
export interface ChangeFeed {
  /** Tells of changes whose reports have been written; gives the new version. */
  append(changes: readonly Change[]): Promise<number>;
  /** The changes after `version`, at most about a thousand at once; none when it is the newest. */
  since(version: number): Promise<Changes>;
  /** The newest version; 0 before the first change. The first one need not be 1; each is one more than the last. */
  version(): Promise<number>;
  /**
   * Calls `onChange` soon after changes: pushed where the store can, looked for every second where it
   * cannot. A hint that may come twice or, after a broken connection, late; `since` has the truth.
   *
   * @returns ends the watch
   */
  watch(onChange: () => void): Promise<() => Promise<void>>;
}

/** A report as it was received, for ever (or until the retention ends). */
export interface HistoryEntry {
  /** Verbatim text with its provenance. `receivedAt` is that of the first time it was received. */
  readonly raw: RawReport;
  readonly observedAt: number;
}

/** Which part of the history. */
export interface HistoryQuery {
  readonly product: ProductName;
  /** `null` for hazards, which belong to no station. */
  readonly stationId: string | null;
  /** First and last instant of `observedAt`, both included. */
  readonly from: number;
  readonly to: number;
  /** Only what was known at that instant; see `knownSince`. */
  readonly knownAt?: number;
  /** Entries of a page, 1 to 1,000. */
  readonly limit: number;
  readonly cursor?: string | null;
}

/** Every report ever accepted: append-only. */
export interface History {
  /**
   * Appends; a report that is there already (product, station, time and text) stays as it is, with the
   * time of its first receipt. Gives how many were new.
   */
  append(entries: readonly HistoryEntry[]): Promise<number>;
  /** Newest observation first. Reports of one time come in a fixed order that means nothing. */
  query(query: HistoryQuery): Promise<Page<HistoryEntry>>;
  /** Everything, for export, in a fixed order that means nothing. */
  scan(cursor: string | null, limit: number): Promise<Page<HistoryEntry>>;
  /** Removes what was observed before `before`; gives how many. May be called by several nodes at once. */
  sweep(before: number): Promise<number>;
}

/** A lease that somebody holds. */
export interface Lease {
  readonly name: string;
  readonly owner: string;
  /** Rises with every change of owner: a write under an older one is refused (`fenced`). */
  readonly fence: number;
  readonly expiresAt: number;
}

/** What of a lease a write names. */
export type Fence = Pick<Lease, "name" | "fence">;

/** Exactly one holder at a time, as far as clocks allow; the fence holds where they do not. */
export interface Leases {
  /** The lease when it is free, expired, or the owner's own already (same fence); else `null`. */
  acquire(name: string, owner: string, ttlMs: number): Promise<Lease | null>;
  /** The lease with a later expiry, or `null` when it is lost. */
  renew(lease: Lease, ttlMs: number): Promise<Lease | null>;
  /** Gives it back, if it is still held. */
  release(lease: Lease): Promise<void>;
  /** Who holds it now. */
  holder(name: string): Promise<Lease | null>;
}

/** Counters shared by all nodes: the daily budget of a provider. */
export interface Counters {
  /**
   * Adds `amount` unless the counter would then exceed `limit`, in one step that nothing comes between.
   *
   * @param expiresAt when a counter that begins now ends; one that has begun keeps its end
   */
  addIfBelow(
    name: string,
    amount: number,
    limit: number,
    expiresAt: number,
  ): Promise<{ readonly added: boolean; readonly value: number }>;
  /** 0 where there is none. */
  read(name: string): Promise<number>;
}

/** What may be kept in a collection. */
export type Json = null | boolean | number | string | readonly Json[] | {
  readonly [key: string]: Json;
};

/** A document of a collection. */
export interface StoredDocument {
  readonly id: string;
  readonly value: Json;
  /** Changes with each write. */
  readonly revision: string;
  readonly expiresAt: number | null;
}

/** Under which condition a document is written. */
export interface PutOptions {
  readonly expiresAt?: number | null;
  /** Write only when the document has this revision; `null`: only when there is none. */
  readonly ifRevision?: string | null;
}

/** Collections of documents by id: `users`, `sessions`, `feeds` … Names are words of lower-case letters. */
export interface Collections {
  get(collection: string, id: string): Promise<StoredDocument | null>;
  /** Gives the new revision, or `null` where the condition of `ifRevision` does not hold. */
  put(collection: string, id: string, value: Json, options?: PutOptions): Promise<string | null>;
  /** Whether there was one to remove. */
  remove(collection: string, id: string): Promise<boolean>;
  /** All documents, in no order. */
  page(collection: string, cursor: string | null, limit: number): Promise<Page<StoredDocument>>;
}

/** A store that nodes share. */
export interface SharedStore {
  readonly kind: StoreKind;
  readonly current: CurrentReports;
  readonly feed: ChangeFeed;
  readonly history: History;
  readonly leases: Leases;
  readonly counters: Counters;
  readonly collections: Collections;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  /** Ends all connections; what comes after rejects as `closed`. */
  close(): Promise<void>;
}

/** What every adapter is opened with. */
export interface StoreOptions {
  /** `live`, `simulator` or `replay`. */
  readonly source: string;
  readonly clock: { now(): number };
}
