/**
 * Current reports in Redis: a key for each, so that Redis lets each end by itself.
 *
 * @module
 */
import { decodeCurrent, encodeCurrent } from "../shared/codec.ts";
import { fenced } from "../shared/error.ts";
import type { CurrentEntry, CurrentReports, Fence } from "../shared/port.ts";
import { type RedisContext, runScript } from "./commands.ts";
import { readKeys, scanKeys } from "./scan.ts";

/** Entries of one script: short enough to hold up nobody. */
const ENTRIES_AT_ONCE = 200;

/**
 * KEYS: the fence, then one for each entry. ARGV: the writer's fence (empty for none), then for each entry
 * its text (empty to remove it) and the milliseconds that it has to live.
 */
const WRITE = `
if ARGV[1] ~= '' then
  local fence = redis.call('GET', KEYS[1])
  if fence and tonumber(fence) > tonumber(ARGV[1]) then return 'FENCED' end
end
for i = 2, #KEYS do
  local text, ms = ARGV[i * 2 - 2], ARGV[i * 2 - 1]
  if text == '' or tonumber(ms) <= 0 then redis.call('DEL', KEYS[i])
  else redis.call('SET', KEYS[i], text, 'PX', ms) end
end
return 'OK'`;

/** `current:product:id` → JSON of the entry. */
export function createRedisCurrent(context: RedisContext): CurrentReports {
  const { prefix, clock } = context;
  const start = `${prefix}current:`;
  const keyOf = (product: string, id: string) => `${start}${product}:${id}`;
  const live = (entry: CurrentEntry) => entry.expiresAt > clock.now();

  async function write(
    entries: readonly { readonly key: string; readonly text: string; readonly ms: number }[],
    lease?: Fence,
  ): Promise<void> {
    const fenceKey = `${prefix}fence:${lease?.name ?? ""}`;
    for (let i = 0; i < entries.length; i += ENTRIES_AT_ONCE) {
      const some = entries.slice(i, i + ENTRIES_AT_ONCE);
      const reply = await runScript(
        context,
        WRITE,
        [fenceKey, ...some.map(({ key }) => key)],
        [
          lease === undefined ? "" : String(lease.fence),
          ...some.flatMap(({ text, ms }) => [text, String(Math.floor(ms))]),
        ],
      );
      if (reply === "FENCED") throw fenced();
    }
  }

  return {
    put: (entries, lease) =>
      write(
        entries.map((entry) => ({
          key: keyOf(entry.raw.product, entry.id),
          text: encodeCurrent(entry),
          ms: entry.expiresAt - clock.now(),
        })),
        lease,
      ),
    remove: (product, ids, lease) =>
      write(ids.map((id) => ({ key: keyOf(product, id), text: "", ms: 0 })), lease),
    async get(product, ids) {
      const found = await readKeys(context, [...new Set(ids)].map((id) => keyOf(product, id)));
      return found.map(({ text }) => decodeCurrent(text)).filter(live);
    },
    async page(cursor, limit) {
      const { found, next } = await scanKeys(context, start, cursor, limit);
      return { entries: found.map(({ text }) => decodeCurrent(text)).filter(live), next };
    },
  };
}
