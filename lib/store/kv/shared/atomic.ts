/**
 * Writing in Deno KV: in batches, and by compare and set.
 *
 * @module
 */
import { fenced, StoreError } from "../../shared/error.ts";
import type { Fence, Lease } from "../../shared/port.ts";
import type { KvContext } from "./store.ts";

/** Mutations of one atomic write: with values of at most 60 kB under its limit of 800 kB in nearly all cases. */
const BATCH = 100;
/** Under the limit of 819,200 bytes. */
const BATCH_BYTES = 600_000;
/** How often a compare and set is tried again when others write the same key. */
const TRIES = 100;

/** One mutation: a value to set, or `null` to delete. */
export interface Mutation {
  readonly key: Deno.KvKey;
  readonly text: string | null;
  readonly expireIn?: number;
}

/** `items` in groups that fit into one atomic write each. */
export function* batched(items: readonly Mutation[]): Generator<Mutation[]> {
  let batch: Mutation[] = [];
  let size = 0;
  for (const item of items) {
    const bytes = (item.text?.length ?? 0) * 3 + 200;
    if (batch.length >= BATCH || size + bytes > BATCH_BYTES && batch.length > 0) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += bytes;
  }
  if (batch.length > 0) yield batch;
}

/** Adds the mutations to `write`. */
export function mutate(write: Deno.AtomicOperation, mutations: readonly Mutation[]): void {
  for (const { key, text, expireIn } of mutations) {
    if (text === null) write.delete(key);
    else write.set(key, text, expireIn === undefined ? {} : { expireIn: Math.max(1, expireIn) });
  }
}

/** Writes everything in batches, each of them only as long as nobody else took the lease over. */
export async function writeAll(
  { kv, source }: KvContext,
  mutations: readonly Mutation[],
  lease?: Fence,
): Promise<void> {
  for (const batch of batched(mutations)) {
    await again(async () => {
      const write = kv.atomic();
      if (lease !== undefined) {
        const held = await kv.get<Lease>([source, "lease", lease.name]);
        if (held.value !== null && held.value.fence > lease.fence) throw fenced();
        write.check(held);
      }
      mutate(write, batch);
      return (await commit(write)).ok ? true : undefined;
    });
  }
}

/** Runs `attempt` until it gives something else than `undefined`: somebody else was quicker. */
export async function again<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < TRIES; i++) {
    const result = await attempt();
    if (result !== undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20, i)));
  }
  throw new StoreError("unavailable", "others write the same key all the time");
}

/** Commits; waits where another process is writing the file just now, which KV gives as an error. */
export async function commit(
  write: Deno.AtomicOperation,
): Promise<Deno.KvCommitResult | Deno.KvCommitError> {
  for (let i = 1;; i++) {
    try {
      return await write.commit();
    } catch (error) {
      const isLocked = error instanceof Error && error.message.includes("database is locked");
      if (!isLocked || i === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20, i * 2)));
    }
  }
}
