/**
 * The shared store in Deno KV: a file in the data folder (the default), or a KV Connect address.
 *
 * What Deno KV really does decides a few things here. `expireIn` is lazy, so that every entry carries its
 * own expiry and is checked on reading. A write one by one costs a sync of the disk, so that writes go in
 * batches. On a full disk deletes fail as well, so that nothing counts on making room.
 *
 * @module
 */
import type { SharedStore, StoreOptions } from "../../shared/port.ts";
import { createKvCollections } from "./collections.ts";
import { createKvCounters } from "./counters.ts";
import { createKvCurrent } from "./current.ts";
import { createKvFeed } from "./feed.ts";
import { createKvHistory } from "./history.ts";
import { createKvLeases } from "./leases.ts";

/** What the facets work on. */
export interface KvContext {
  readonly kv: Deno.Kv;
  /** First part of every key. */
  readonly source: string;
  readonly clock: { now(): number };
}

/**
 * Opens the store.
 *
 * @param path of a file whose folder exists, `:memory:`, or an `http(s)` address of KV Connect
 */
export async function openKvStore(
  path: string,
  { source, clock }: StoreOptions,
): Promise<SharedStore> {
  const kv = await Deno.openKv(path);
  const context: KvContext = { kv, source, clock };
  const feed = createKvFeed(context);
  return {
    kind: "kv",
    current: createKvCurrent(context),
    feed: feed.facet,
    history: createKvHistory(context),
    leases: createKvLeases(context),
    counters: createKvCounters(context),
    collections: createKvCollections(context),
    async ping() {
      await kv.get([source, "version"]);
    },
    async close() {
      await feed.end();
      kv.close();
    },
  };
}
