/**
 * Current reports in Deno KV.
 *
 * @module
 */
import { decodeCurrent, encodeCurrent } from "../../shared/codec.ts";
import type { CurrentEntry, CurrentReports } from "../../shared/port.ts";
import { writeAll } from "./atomic.ts";
import { pageUnder } from "./pages.ts";
import type { KvContext } from "./store.ts";

/** `getMany` takes ten keys at once. */
const KEYS_AT_ONCE = 10;

/** `[source, "current", product, id]` → JSON of the entry. */
export function createKvCurrent(context: KvContext): CurrentReports {
  const { kv, source, clock } = context;
  const keyOf = (product: string, id: string) => [source, "current", product, id];
  const live = (entry: CurrentEntry) => entry.expiresAt > clock.now();
  return {
    put: (entries, lease) =>
      writeAll(
        context,
        entries.map((entry) => ({
          key: keyOf(entry.raw.product, entry.id),
          text: encodeCurrent(entry),
          expireIn: entry.expiresAt - clock.now(),
        })),
        lease,
      ),
    remove: (product, ids, lease) =>
      writeAll(context, ids.map((id) => ({ key: keyOf(product, id), text: null })), lease),
    async get(product, ids) {
      const keys = [...new Set(ids)].map((id) => keyOf(product, id));
      const found: CurrentEntry[] = [];
      for (let i = 0; i < keys.length; i += KEYS_AT_ONCE) {
        const some = await kv.getMany<string[]>(keys.slice(i, i + KEYS_AT_ONCE));
        for (const { value } of some) if (value !== null) found.push(decodeCurrent(value));
      }
      return found.filter(live);
    },
    async page(cursor, limit) {
      const { entries, next } = await pageUnder<string>(kv, [source, "current"], cursor, limit);
      return { entries: entries.map(({ value }) => decodeCurrent(value)).filter(live), next };
    },
  };
}
