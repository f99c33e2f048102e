/**
 * Counters in Redis.
 *
 * @module
 */
import type { Counters } from "../shared/port.ts";
import { numberOf, type RedisContext, runScript, texts } from "./commands.ts";

/** KEYS: counter. ARGV: amount, limit, end. */
const ADD = `
local value = tonumber(redis.call('GET', KEYS[1]) or '0')
if value + tonumber(ARGV[1]) > tonumber(ARGV[2]) then return { 0, value } end
value = redis.call('INCRBY', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIREAT', KEYS[1], ARGV[3]) end
return { 1, value }`;

/** `counter:name`, which ends by itself. */
export function createRedisCounters(context: RedisContext): Counters {
  const keyOf = (name: string) => `${context.prefix}counter:${name}`;
  return {
    async addIfBelow(name, amount, limit, expiresAt) {
      const args = [String(amount), String(limit), String(Math.floor(expiresAt))];
      const [added, value] = texts(await runScript(context, ADD, [keyOf(name)], args));
      return { added: added === "1", value: Number(value) };
    },
    read: async (name) => numberOf(await context.connection.send(["GET", keyOf(name)]) ?? 0),
  };
}
