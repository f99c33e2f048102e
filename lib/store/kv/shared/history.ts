/**
 * The history in Deno KV.
 *
 * @module
 */
import { decodeHistory, encodeHistory } from "../../shared/codec.ts";
import { knownSince, lastObserved } from "../../shared/history_range.ts";
import { reportId, timeKey } from "../../shared/ids.ts";
import type { History, HistoryEntry } from "../../shared/port.ts";
import { again, batched, commit, mutate, type Mutation } from "./atomic.ts";
import { pageUnder } from "./pages.ts";
import type { KvContext } from "./store.ts";

const KEYS_AT_ONCE = 10;
/** Deletes of one atomic write of a sweep. */
const SWEEP_BATCH = 500;

/** `[source, "history", product, station, time.hash]` → JSON of the entry. */
export function createKvHistory({ kv, source }: KvContext): History {
  const seriesKey = (product: string, station: string | null) => [
    source,
    "history",
    product,
    station ?? "-",
  ];
  const keyOf = ({ raw, observedAt }: HistoryEntry) => [
    ...seriesKey(raw.product, raw.stationId),
    reportId(raw, observedAt),
  ];

  /** Those of `mutations` whose key is free. */
  async function missing(mutations: readonly Mutation[]): Promise<Mutation[]> {
    const free: Mutation[] = [];
    for (let i = 0; i < mutations.length; i += KEYS_AT_ONCE) {
      const some = mutations.slice(i, i + KEYS_AT_ONCE);
      const found = await kv.getMany<string[]>(some.map(({ key }) => key));
      free.push(...some.filter((_, j) => found[j]!.versionstamp === null));
    }
    return free;
  }

  /** Writes what is free; when another node was quicker with one of them, looks again. */
  async function appendBatch(mutations: readonly Mutation[]): Promise<number> {
    return await again(async () => {
      const free = await missing(mutations);
      if (free.length === 0) return 0;
      const write = kv.atomic();
      for (const { key } of free) write.check({ key, versionstamp: null });
      mutate(write, free);
      return (await commit(write)).ok ? free.length : undefined;
    });
  }

  return {
    async append(entries) {
      const byKey = new Map<string, Mutation>();
      for (const entry of entries) {
        const key = keyOf(entry);
        const name = key.join(" ");
        if (!byKey.has(name)) byKey.set(name, { key, text: encodeHistory(entry) });
      }
      let added = 0;
      for (const batch of batched([...byKey.values()])) added += await appendBatch(batch);
      return added;
    },
    async query(query) {
      const { product, stationId, from, knownAt = Infinity, limit, cursor } = query;
      const series = seriesKey(product, stationId);
      const end = cursor ?? timeKey(lastObserved(query) + 1);
      const start = timeKey(from);
      const entries: HistoryEntry[] = [];
      const ids: string[] = [];
      if (start < end) {
        const selector = { start: [...series, start], end: [...series, end] };
        for await (const { key, value } of kv.list<string>(selector, { reverse: true })) {
          const entry = decodeHistory(value);
          if (knownSince(entry.raw) > knownAt) continue;
          if (entries.length === limit) return { entries, next: ids.at(-1)! };
          entries.push(entry);
          ids.push(key[4] as string);
        }
      }
      return { entries, next: null };
    },
    async scan(cursor, limit) {
      const { entries, next } = await pageUnder<string>(kv, [source, "history"], cursor, limit);
      return { entries: entries.map(({ value }) => decodeHistory(value)), next };
    },
    async sweep(before) {
      let removed = 0;
      const end = timeKey(before);
      for await (const { series, oldest } of seriesOfHistory(kv, source)) {
        // Of most series nothing is old enough, and the first key says so.
        if (oldest >= end) continue;
        const old = { start: [...series, ""], end: [...series, end] };
        let write = kv.atomic();
        let waiting = 0;
        for await (const { key } of kv.list(old, { batchSize: SWEEP_BATCH })) {
          write.delete(key);
          removed++;
          if (++waiting % SWEEP_BATCH > 0) continue;
          await commit(write);
          write = kv.atomic();
        }
        if (waiting % SWEEP_BATCH > 0) await commit(write);
      }
      return removed;
    },
  };
}

/** The key of each series and the id of its oldest report, found by jumping from one to the next. */
async function* seriesOfHistory(
  kv: Deno.Kv,
  source: string,
): AsyncGenerator<{ readonly series: Deno.KvKey; readonly oldest: string }> {
  const prefix = [source, "history"];
  let last: Deno.KvKey | null = null;
  while (true) {
    const selector: Deno.KvListSelector = last === null
      ? { prefix }
      : { prefix, start: [...last, true] };
    let found: Deno.KvKey | null = null;
    for await (const { key } of kv.list(selector, { limit: 1 })) found = key;
    if (found === null) return;
    last = found.slice(0, 4);
    yield { series: last, oldest: found[4] as string };
  }
}
