/**
 * The change feed in Deno KV.
 *
 * @module
 */
import {
  type Batch,
  BATCHES_KEPT,
  BATCHES_READ,
  batchesOf,
  changesSince,
} from "../../shared/batches.ts";
import { parse } from "../../shared/codec.ts";
import { pollWatch } from "../../shared/poll_watch.ts";
import type { Change, ChangeFeed } from "../../shared/port.ts";
import { again, commit } from "./atomic.ts";
import type { KvContext } from "./store.ts";

/** `[source, "version"]` → the newest; `[source, "changes", version]` → JSON of a batch. */
export function createKvFeed(
  { kv, source }: KvContext,
): { readonly facet: ChangeFeed; readonly end: () => Promise<void> } {
  const versionKey = [source, "version"];
  const batchKey = (version: number) => [source, "changes", version];
  const version = async () => (await kv.get<number>(versionKey)).value ?? 0;
  const watches = new Set<() => Promise<void>>();

  async function appendBatch(changes: readonly Change[]): Promise<number> {
    return await again(async () => {
      const before = await kv.get<number>(versionKey);
      const next = (before.value ?? 0) + 1;
      const { ok } = await commit(
        kv.atomic().check(before).set(versionKey, next).set(batchKey(next), JSON.stringify(changes))
          .delete(batchKey(next - BATCHES_KEPT)),
      );
      return ok ? next : undefined;
    });
  }

  const facet: ChangeFeed = {
    async append(changes) {
      let newest: number | null = null;
      for (const batch of batchesOf(changes)) newest = await appendBatch(batch);
      return newest ?? await version();
    },
    async since(after) {
      const newest = await version();
      const batches: Batch[] = [];
      const range = { start: batchKey(after + 1), end: batchKey(newest + 1) };
      if (after < newest) {
        for await (const { key, value } of kv.list<string>(range, { limit: BATCHES_READ })) {
          batches.push({ version: key[2] as number, changes: parse(value) as Change[] });
        }
      }
      return changesSince(after, batches, newest);
    },
    version,
    watch(onChange) {
      // The watch of KV tells at once, but of this process alone where the store is a file.
      const poll = pollWatch(version, onChange);
      const reader = kv.watch([versionKey]).getReader();
      const told = readAll(reader, onChange);
      const end = async () => {
        watches.delete(end);
        await reader.cancel().catch(() => {});
        await Promise.all([told, poll()]);
      };
      watches.add(end);
      return Promise.resolve(end);
    },
  };
  return { facet, end: async () => void await Promise.all([...watches].map((end) => end())) };
}

async function readAll(
  reader: ReadableStreamDefaultReader<unknown>,
  onChange: () => void,
): Promise<void> {
  try {
    // The first event is the value as it is.
    if ((await reader.read()).done) return;
    while (!(await reader.read()).done) onChange();
  } catch {
    // The poll beside it goes on.
  }
}
