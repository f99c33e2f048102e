/**
 * Leases in Redis, by the clock of Redis: those of the nodes need not agree.
 *
 * @module
 */
import type { Lease, Leases } from "../shared/port.ts";
import { type RedisContext, runScript, texts } from "./commands.ts";

/**
 * KEYS: lease, fence. ARGV: owner, milliseconds. The lease is `fence owner`. A Redis that lost its memory
 * goes on from the time, so that the holder of before cannot pass for the newest.
 */
const ACQUIRE = `
local held = redis.call('GET', KEYS[1])
if held then
  local space = string.find(held, ' ', 1, true)
  if string.sub(held, space + 1) ~= ARGV[1] then return false end
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return string.sub(held, 1, space - 1)
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
local fence = string.format('%.0f', math.max(last + 1, now))
redis.call('SET', KEYS[2], fence)
redis.call('SET', KEYS[1], fence .. ' ' .. ARGV[1], 'PX', ARGV[2])
return fence`;

/** KEYS: lease. ARGV: what it must be, milliseconds; 0 gives it back. */
const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
if ARGV[2] == '0' then redis.call('DEL', KEYS[1]) else redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return ARGV[1]`;

const HOLDER = `return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`;

/** `lease:name`, which ends by itself, and `fence:name`, which stays. */
export function createRedisLeases(context: RedisContext): Leases {
  const { prefix, clock } = context;
  const leaseKey = (name: string) => `${prefix}lease:${name}`;
  const textOf = ({ fence, owner }: Lease) => `${fence} ${owner}`;
  return {
    async acquire(name, owner, ttlMs) {
      // From before the question on: the holder never believes in his lease for longer than Redis does.
      const expiresAt = clock.now() + ttlMs;
      const keys = [leaseKey(name), `${prefix}fence:${name}`];
      const fence = await runScript(context, ACQUIRE, keys, [owner, String(ttlMs)]);
      return fence === null ? null : { name, owner, fence: Number(fence), expiresAt };
    },
    async renew(lease, ttlMs) {
      const expiresAt = clock.now() + ttlMs;
      const args = [textOf(lease), String(Math.max(1, ttlMs))];
      const held = await runScript(context, RENEW, [leaseKey(lease.name)], args);
      return held === null ? null : { ...lease, expiresAt };
    },
    async release(lease) {
      await runScript(context, RENEW, [leaseKey(lease.name)], [textOf(lease), "0"]);
    },
    async holder(name) {
      const [held, ms] = texts(await runScript(context, HOLDER, [leaseKey(name)], []));
      if (typeof held !== "string" || Number(ms) <= 0) return null;
      const space = held.indexOf(" ");
      return {
        name,
        owner: held.slice(space + 1),
        fence: Number(held.slice(0, space)),
        expiresAt: clock.now() + Number(ms),
      };
    },
  };
}
