/**
 * Two stores as one: what nodes share now in a near one, records in another.
 *
 * @module
 */
import type { SharedStore } from "./port.ts";

/**
 * Current reports, changes, leases and counters of `near`; history and collections of `records`. A loss of
 * one takes nothing of the other.
 */
export function combineStores(near: SharedStore, records: SharedStore): SharedStore {
  if (near === records) return near;
  return {
    kind: near.kind,
    current: near.current,
    feed: near.feed,
    leases: near.leases,
    counters: near.counters,
    history: records.history,
    collections: records.collections,
    ping: async () => void await Promise.all([near.ping(), records.ping()]),
    close: async () => void await Promise.all([near.close(), records.close()]),
  };
}
