/**
 * Counters in Deno KV.
 *
 * @module
 */
import type { Counters } from "../../shared/port.ts";
import { again, commit } from "./atomic.ts";
import type { KvContext } from "./store.ts";

interface Counter {
  readonly value: number;
  readonly expiresAt: number;
}

/** `[source, "counter", name]` → value and end. */
export function createKvCounters({ kv, source, clock }: KvContext): Counters {
  const keyOf = (name: string) => [source, "counter", name];
  const live = (counter: Counter | null) =>
    counter !== null && counter.expiresAt > clock.now() ? counter : null;
  return {
    addIfBelow: (name, amount, limit, expiresAt) =>
      again(async () => {
        const entry = await kv.get<Counter>(keyOf(name));
        const before = live(entry.value) ?? { value: 0, expiresAt };
        const value = before.value + amount;
        if (value > limit) return { added: false, value: before.value };
        const expireIn = Math.max(1, before.expiresAt - clock.now());
        const { ok } = await commit(
          kv.atomic().check(entry).set(keyOf(name), { value, expiresAt: before.expiresAt }, {
            expireIn,
          }),
        );
        return ok ? { added: true, value } : undefined;
      }),
    read: async (name) => live((await kv.get<Counter>(keyOf(name))).value)?.value ?? 0,
  };
}
