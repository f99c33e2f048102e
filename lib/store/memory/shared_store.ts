/**
 * The shared store in the memory of one process: for a single node without a disk, and for tests.
 *
 * @module
 */
import { BATCHES_KEPT, BATCHES_READ, batchesOf, changesSince } from "../shared/batches.ts";
import { decodeCurrent, encodeCurrent } from "../shared/codec.ts";
import { fenced } from "../shared/error.ts";
import type {
  Change,
  ChangeFeed,
  Counters,
  CurrentEntry,
  CurrentReports,
  Fence,
  Lease,
  Leases,
  SharedStore,
  StoreOptions,
} from "../shared/port.ts";
import { createMemoryCollections } from "./collections.ts";
import { createMemoryHistory } from "./history.ts";
import { pageOf } from "./pages.ts";

/** A store that is gone with the process. To be put behind `guardStore`, as every adapter. */
export function createMemoryStore({ clock }: StoreOptions): SharedStore {
  const leases = createLeases(clock);
  return {
    kind: "memory",
    current: createCurrent(clock, leases.fence),
    feed: createFeed(),
    history: createMemoryHistory(),
    leases: leases.facet,
    counters: createCounters(clock),
    collections: createMemoryCollections(clock),
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

type Clock = StoreOptions["clock"];

function createCurrent(clock: Clock, fence: (lease?: Fence) => void): CurrentReports {
  const held = new Map<string, CurrentEntry>();
  const key = (product: string, id: string) => `${product} ${id}`;
  const live = (entry: CurrentEntry | undefined): entry is CurrentEntry =>
    entry !== undefined && entry.expiresAt > clock.now();
  return {
    // deno-lint-ignore require-await -- a rejection and not a throw
    async put(entries, lease) {
      fence(lease);
      for (const entry of entries) {
        held.set(key(entry.raw.product, entry.id), decodeCurrent(encodeCurrent(entry)));
      }
    },
    // deno-lint-ignore require-await
    async remove(product, ids, lease) {
      fence(lease);
      for (const id of ids) held.delete(key(product, id));
    },
    get: (product, ids) =>
      Promise.resolve(
        [...new Set(ids)].map((id) => held.get(key(product, id))).filter(live),
      ),
    page(cursor, limit) {
      for (const [name, entry] of held) if (!live(entry)) held.delete(name);
      return Promise.resolve(pageOf([...held], cursor, limit));
    },
  };
}

function createFeed(): ChangeFeed {
  const batches: { version: number; changes: readonly Change[] }[] = [];
  const watchers = new Set<() => void>();
  let newest = 0;
  return {
    append(changes) {
      for (const batch of batchesOf(changes)) batches.push({ version: ++newest, changes: batch });
      batches.splice(0, batches.length - BATCHES_KEPT);
      for (const tell of watchers) queueMicrotask(tell);
      return Promise.resolve(newest);
    },
    since(version) {
      const after = batches.filter((batch) => batch.version > version).slice(0, BATCHES_READ);
      return Promise.resolve(changesSince(version, after, newest));
    },
    version: () => Promise.resolve(newest),
    watch(onChange) {
      const tell = () => watchers.has(tell) && onChange();
      watchers.add(tell);
      return Promise.resolve(() => {
        watchers.delete(tell);
        return Promise.resolve();
      });
    },
  };
}

function createLeases(clock: Clock) {
  const held = new Map<string, Lease>();
  const fences = new Map<string, number>();
  const nextFence = (name: string) => {
    const fence = (fences.get(name) ?? 0) + 1;
    fences.set(name, fence);
    return fence;
  };
  const now = (name: string) => {
    const lease = held.get(name);
    return lease !== undefined && lease.expiresAt > clock.now() ? lease : null;
  };
  const facet: Leases = {
    acquire(name, owner, ttlMs) {
      const holder = now(name);
      if (holder !== null && holder.owner !== owner) return Promise.resolve(null);
      const fence = holder?.fence ?? nextFence(name);
      const lease = { name, owner, fence, expiresAt: clock.now() + ttlMs };
      held.set(name, lease);
      return Promise.resolve(lease);
    },
    renew(lease, ttlMs) {
      const holder = now(lease.name);
      if (holder === null || holder.fence !== lease.fence) return Promise.resolve(null);
      const renewed = { ...lease, expiresAt: clock.now() + ttlMs };
      held.set(lease.name, renewed);
      return Promise.resolve(renewed);
    },
    release(lease) {
      if (held.get(lease.name)?.fence === lease.fence) held.delete(lease.name);
      return Promise.resolve();
    },
    holder: (name) => Promise.resolve(now(name)),
  };
  return {
    facet,
    /** Refuses a writer whose lease somebody else has taken over. */
    fence(lease?: Fence) {
      if (lease !== undefined && lease.fence < (fences.get(lease.name) ?? 0)) throw fenced();
    },
  };
}

/** Names held before those that have expired are dropped. */
const MAX_COUNTERS = 1_000;

function createCounters(clock: Clock): Counters {
  const held = new Map<string, { value: number; readonly expiresAt: number }>();
  const now = (name: string) => {
    const counter = held.get(name);
    return counter !== undefined && counter.expiresAt > clock.now() ? counter : null;
  };
  return {
    addIfBelow(name, amount, limit, expiresAt) {
      const counter = now(name) ?? { value: 0, expiresAt };
      if (counter.value + amount > limit) {
        return Promise.resolve({ added: false, value: counter.value });
      }
      counter.value += amount;
      if (held.size >= MAX_COUNTERS && !held.has(name)) {
        for (const [each, { expiresAt }] of held) if (expiresAt <= clock.now()) held.delete(each);
      }
      held.set(name, counter);
      return Promise.resolve({ added: true, value: counter.value });
    },
    read: (name) => Promise.resolve(now(name)?.value ?? 0),
  };
}
