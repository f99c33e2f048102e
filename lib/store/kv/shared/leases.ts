/**
 * Leases in Deno KV, by the clocks of the nodes.
 *
 * @module
 */
import type { Lease, Leases } from "../../shared/port.ts";
import { again, commit } from "./atomic.ts";
import type { KvContext } from "./store.ts";

/** `[source, "lease", name]` → the last lease; it stays when it ends, since it knows the fence. */
export function createKvLeases({ kv, source, clock }: KvContext): Leases {
  const keyOf = (name: string) => [source, "lease", name];
  const held = (lease: Lease | null) =>
    lease !== null && lease.expiresAt > clock.now() ? lease : null;
  return {
    acquire: (name, owner, ttlMs) =>
      again(async () => {
        const entry = await kv.get<Lease>(keyOf(name));
        const last = entry.value;
        const holder = held(last);
        if (holder !== null && holder.owner !== owner) return null;
        const fence = holder?.fence ?? (last?.fence ?? 0) + 1;
        const lease: Lease = { name, owner, fence, expiresAt: clock.now() + ttlMs };
        const { ok } = await commit(kv.atomic().check(entry).set(keyOf(name), lease));
        return ok ? lease : undefined;
      }),
    renew: (lease, ttlMs) =>
      again(async () => {
        const entry = await kv.get<Lease>(keyOf(lease.name));
        if (held(entry.value)?.fence !== lease.fence) return null;
        const renewed = { ...entry.value!, expiresAt: clock.now() + ttlMs };
        const { ok } = await commit(kv.atomic().check(entry).set(keyOf(lease.name), renewed));
        return ok ? renewed : undefined;
      }),
    async release(lease) {
      const entry = await kv.get<Lease>(keyOf(lease.name));
      if (entry.value?.fence !== lease.fence) return;
      const ended = { ...entry.value, expiresAt: 0 };
      await commit(kv.atomic().check(entry).set(keyOf(lease.name), ended));
    },
    async holder(name) {
      return held((await kv.get<Lease>(keyOf(name))).value);
    },
  };
}
