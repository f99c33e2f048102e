/**
 * The history in Redis: for each product and station a sorted set of ids and a hash of texts.
 *
 * @module
 */
import { decodeHistory, encodeHistory, parse } from "../shared/codec.ts";
import { StoreError } from "../shared/error.ts";
import { knownSince, lastObserved } from "../shared/history_range.ts";
import { entrySeries, reportId, seriesOf, timeKey } from "../shared/ids.ts";
import type { History, HistoryEntry } from "../shared/port.ts";
import { numberOf, type RedisContext, runScript, texts } from "./commands.ts";

const ENTRIES_AT_ONCE = 200;
/** Reports that a sweep removes in one step. */
const SWEEP_AT_ONCE = 500;

/** KEYS: names of all series. ARGV: prefix, then series, id and text of each entry. */
const APPEND = `
local added = 0
for i = 2, #ARGV, 3 do
  local series, id, text = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if redis.call('HSETNX', ARGV[1] .. 'texts:' .. series, id, text) == 1 then
    redis.call('ZADD', ARGV[1] .. 'ids:' .. series, 0, id)
    redis.call('SADD', KEYS[1], series)
    added = added + 1
  end
end
return added`;

/** KEYS: ids, texts. ARGV: highest and lowest id, how many, order. Ids and texts in turn. */
const READ = `
local ids
if ARGV[4] == 'down' then ids = redis.call('ZREVRANGEBYLEX', KEYS[1], ARGV[1], ARGV[2], 'LIMIT', 0, ARGV[3])
else ids = redis.call('ZRANGEBYLEX', KEYS[1], ARGV[2], ARGV[1], 'LIMIT', 0, ARGV[3]) end
if #ids == 0 then return {} end
local found = redis.call('HMGET', KEYS[2], unpack(ids))
local both = {}
for i = 1, #ids do both[i * 2 - 1] = ids[i]; both[i * 2] = found[i] end
return both`;

/** KEYS: ids, texts, names of all series. ARGV: the first id that stays, how many, the series. */
const SWEEP = `
local ids = redis.call('ZRANGEBYLEX', KEYS[1], '-', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])
if #ids > 0 then
  redis.call('ZREM', KEYS[1], unpack(ids))
  redis.call('HDEL', KEYS[2], unpack(ids))
end
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('SREM', KEYS[3], ARGV[3]) end
return #ids`;

/** `history:ids:series`, `history:texts:series`, `history:series`. */
export function createRedisHistory(context: RedisContext): History {
  const { connection } = context;
  const prefix = `${context.prefix}history:`;
  const all = `${prefix}series`;
  const keysOf = (series: string) => [`${prefix}ids:${series}`, `${prefix}texts:${series}`];

  async function read(
    series: string,
    highest: string,
    lowest: string,
    limit: number,
    order: "down" | "up",
  ): Promise<{ readonly id: string; readonly entry: HistoryEntry }[]> {
    const reply = await runScript(context, READ, keysOf(series), [
      highest,
      lowest,
      String(limit),
      order,
    ]);
    const flat = texts(reply);
    const found: { id: string; entry: HistoryEntry }[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      const [id, text] = [flat[i], flat[i + 1]];
      // Evicted between two commands: Redis under pressure may drop either key.
      if (typeof id === "string" && typeof text === "string") {
        found.push({ id, entry: decodeHistory(text) });
      }
    }
    return found;
  }

  return {
    async append(entries) {
      let added = 0;
      for (let i = 0; i < entries.length; i += ENTRIES_AT_ONCE) {
        const args = entries.slice(i, i + ENTRIES_AT_ONCE).flatMap((entry) => [
          entrySeries(entry),
          reportId(entry.raw, entry.observedAt),
          encodeHistory(entry),
        ]);
        added += numberOf(await runScript(context, APPEND, [all], [prefix, ...args]));
      }
      return added;
    },
    async query(query) {
      const { product, stationId, from, knownAt = Infinity, limit } = query;
      const series = seriesOf(product, stationId);
      const lowest = `[${timeKey(from)}`;
      let highest = `(${query.cursor ?? timeKey(lastObserved(query) + 1)}`;
      const known: { id: string; entry: HistoryEntry }[] = [];
      // What came later is left out here, so that one step may not be enough.
      while (highest.slice(1) > lowest.slice(1)) {
        const some = await read(series, highest, lowest, limit + 1, "down");
        known.push(...some.filter(({ entry }) => knownSince(entry.raw) <= knownAt));
        if (known.length > limit || some.length <= limit) break;
        highest = `(${some.at(-1)!.id}`;
      }
      const page = known.slice(0, limit);
      return {
        entries: page.map(({ entry }) => entry),
        next: known.length > limit ? page.at(-1)!.id : null,
      };
    },
    async scan(cursor, limit) {
      const names = texts(await connection.send(["SMEMBERS", all])).map(String).sort();
      let [series, id] = cursor === null ? ["", ""] : cursorOf(cursor);
      const entries: HistoryEntry[] = [];
      for (const name of names) {
        if (name < series) continue;
        const after = name === series && id !== "" ? `(${id}` : "-";
        const some = await read(name, "+", after, limit - entries.length, "up");
        entries.push(...some.map(({ entry }) => entry));
        if (some.length > 0) [series, id] = [name, some.at(-1)!.id];
        if (entries.length >= limit) return { entries, next: JSON.stringify([series, id]) };
      }
      return { entries, next: null };
    },
    async sweep(before) {
      let removed = 0;
      for (const series of texts(await connection.send(["SMEMBERS", all])).map(String)) {
        for (let some = SWEEP_AT_ONCE; some === SWEEP_AT_ONCE;) {
          some = numberOf(
            await runScript(context, SWEEP, [...keysOf(series), all], [
              timeKey(before),
              String(SWEEP_AT_ONCE),
              series,
            ]),
          );
          removed += some;
        }
      }
      return removed;
    },
  };
}

function cursorOf(text: string): [string, string] {
  const parts = parse(text);
  if (Array.isArray(parts) && parts.length === 2) return [String(parts[0]), String(parts[1])];
  throw new StoreError("refused", "the cursor is none of this store");
}
