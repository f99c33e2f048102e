/**
 * The spool in a file of Deno KV.
 *
 * @module
 */
import { decodeHistory, encodeHistory } from "../shared/codec.ts";
import { StoreError } from "../shared/error.ts";
import type { HistoryEntry } from "../shared/port.ts";
import type { HistorySpool } from "../spool.ts";
import { batched, commit, mutate } from "./shared/atomic.ts";

const PREFIX = "spool";
/** A day of the whole world's METARs, some 60 MB. */
const MAX_ENTRIES = 150_000;
/** Mutations of one atomic write that holds no values. */
const DELETES_AT_ONCE = 500;

/**
 * Opens the spool of `source` in `folder`. A second process on the same file does no harm: what it takes is written
 * twice, and the history takes it once.
 *
 * @param maxEntries beyond this the oldest tenth goes
 */
export async function openKvSpool(
  folder: string,
  source: string,
  maxEntries = MAX_ENTRIES,
): Promise<HistorySpool> {
  await Deno.mkdir(folder, { recursive: true });
  const kv = await Deno.openKv(`${folder}/spool-${source}.kv`);
  /** `["spool", number, process]`; numbers rise. */
  const owner = crypto.randomUUID();
  const numberAt = async (reverse: boolean) => {
    for await (const { key } of kv.list({ prefix: [PREFIX] }, { limit: 1, reverse })) {
      return key[1] as number;
    }
    return null;
  };
  const first = await numberAt(false);
  const last = await numberAt(true);
  let next = (last ?? 0) + 1;
  let size = first === null || last === null ? 0 : last - first + 1;

  async function keysOf(limit: number): Promise<Deno.KvKey[]> {
    const keys: Deno.KvKey[] = [];
    for await (const { key } of kv.list({ prefix: [PREFIX] }, { limit })) keys.push(key);
    return keys;
  }

  async function removeAll(keys: readonly Deno.KvKey[]): Promise<void> {
    for (let i = 0; i < keys.length; i += DELETES_AT_ONCE) {
      const some = keys.slice(i, i + DELETES_AT_ONCE);
      const write = kv.atomic();
      for (const key of some) write.delete(key);
      await commit(write);
      size = Math.max(0, size - some.length);
    }
  }

  return {
    get size() {
      return size;
    },
    async push(entries) {
      const mutations = entries.flatMap((entry) => {
        const text = textOf(entry);
        return text === null ? [] : [{ key: [PREFIX, next++, owner], text }];
      });
      for (const batch of batched(mutations)) {
        const write = kv.atomic();
        mutate(write, batch);
        await commit(write);
        size += batch.length;
      }
      const tooLarge = entries.length - mutations.length;
      if (size <= maxEntries) return tooLarge;
      const old = await keysOf(Math.max(size - maxEntries, Math.ceil(maxEntries / 10)));
      await removeAll(old);
      return tooLarge + old.length;
    },
    async oldest(limit) {
      const keys: Deno.KvKey[] = [];
      const entries: HistoryEntry[] = [];
      for await (const { key, value } of kv.list<string>({ prefix: [PREFIX] }, { limit })) {
        keys.push(key);
        entries.push(...entryOf(value));
      }
      if (keys.length === 0) size = 0;
      return { entries, damaged: keys.length - entries.length, token: keys };
    },
    remove: (token) => removeAll(token as Deno.KvKey[]),
    close: () => kv.close(),
  };
}

/** None for what is not what was written. */
function entryOf(text: string): HistoryEntry[] {
  try {
    return [decodeHistory(text)];
  } catch {
    return [];
  }
}

/** `null` for one that no store has room for. */
function textOf(entry: HistoryEntry): string | null {
  try {
    return encodeHistory(entry);
  } catch (error) {
    if (error instanceof StoreError && error.fault === "tooLarge") return null;
    throw error;
  }
}
