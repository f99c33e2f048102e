/**
 * The change feed in Redis.
 *
 * @module
 */
import {
  type Batch,
  BATCHES_KEPT,
  BATCHES_READ,
  batchesOf,
  changesSince,
} from "../shared/batches.ts";
import { parse } from "../shared/codec.ts";
import { pollWatch } from "../shared/poll_watch.ts";
import type { Change, ChangeFeed } from "../shared/port.ts";
import { numberOf, type RedisContext, runScript, texts, unexpected } from "./commands.ts";

/**
 * A store that lost its memory begins with the time instead of 1: nobody then takes a new version for one
 * that he has read already.
 */
const APPEND = `
local version = redis.call('GET', KEYS[1])
if not version then
  local time = redis.call('TIME')
  version = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
  redis.call('SET', KEYS[1], version)
end
for i = 1, #ARGV - 1 do
  version = string.format('%.0f', redis.call('INCR', KEYS[1]))
  redis.call('ZADD', KEYS[2], version, version .. ' ' .. ARGV[i])
end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - ${BATCHES_KEPT})
redis.call('PUBLISH', ARGV[#ARGV], version)
return version`;

const SINCE = `
return { redis.call('GET', KEYS[1]) or '0',
  redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf', 'LIMIT', 0, ${BATCHES_READ}) }`;

/** How often the version is asked for although messages come: some may have been missed. */
const CHECK_MS = 5_000;

/** `version` → the newest; `changes` → a sorted set of batches by version. */
export function createRedisFeed(context: RedisContext): ChangeFeed {
  const { connection, prefix } = context;
  const keys = [`${prefix}version`, `${prefix}changes`];
  const channel = `${prefix}changed`;
  const version = async () => numberOf(await connection.send(["GET", keys[0]!]) ?? 0);
  return {
    async append(changes) {
      const batches = batchesOf(changes).map((batch) => JSON.stringify(batch));
      if (batches.length === 0) return await version();
      return numberOf(await runScript(context, APPEND, keys, [...batches, channel]));
    },
    async since(after) {
      const reply = await runScript(context, SINCE, keys, [String(after)]);
      if (!Array.isArray(reply)) throw unexpected();
      const batches = texts(reply[1] ?? null).map((text): Batch => {
        const space = text!.indexOf(" ");
        const changes = parse(text!.slice(space + 1)) as Change[];
        return { version: Number(text!.slice(0, space)), changes };
      });
      return changesSince(after, batches, numberOf(reply[0] ?? null));
    },
    version,
    async watch(onChange) {
      const { subscribe } = connection;
      if (subscribe === null) return pollWatch(version, onChange);
      const end = await subscribe(channel, onChange);
      const endPoll = pollWatch(version, onChange, CHECK_MS);
      return async () => void await Promise.all([end(), endPoll()]);
    },
  };
}
