/**
 * What leases and counters must do.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Rule } from "../contract.ts";
import { entry, rejectsAs } from "./samples.ts";

const POLLER = "poller";

/** Rules of `leases` and `counters`. */
export const coordinationContract: readonly Rule[] = [
  {
    name: "a lease has one holder, who may take it again and renew it",
    async check({ store, other, stranger }) {
      const lease = await store.leases.acquire(POLLER, "a", 60_000);
      assert.ok(lease);
      assert.equal(await other.leases.acquire(POLLER, "b", 60_000), null);
      const again = await store.leases.acquire(POLLER, "a", 60_000);
      assert.equal(again?.fence, lease.fence);
      const renewed = await store.leases.renew(lease, 120_000);
      assert.ok(renewed && renewed.expiresAt > lease.expiresAt);
      const holder = await other.leases.holder(POLLER);
      assert.deepEqual([holder?.owner, holder?.fence], ["a", lease.fence]);
      assert.equal(await other.leases.holder("another"), null);
      assert.ok(await other.leases.acquire("another", "b", 60_000));
      assert.ok(await stranger.leases.acquire(POLLER, "b", 60_000));
    },
  },
  {
    name: "of twenty who ask at once one gets the lease",
    async check({ store, other }) {
      const asked = await Promise.all(
        Array.from(
          { length: 20 },
          (_, i) => (i % 2 ? store : other).leases.acquire(POLLER, `node-${i}`, 60_000),
        ),
      );
      assert.equal(asked.filter((lease) => lease !== null).length, 1);
    },
  },
  {
    name: "of twenty who ask at once for a lease that has ended one gets it",
    async check({ store, other, advance }) {
      const before = (await store.leases.acquire(POLLER, "a", 200))!;
      await advance(300);
      const asked = await Promise.all(
        Array.from(
          { length: 20 },
          (_, i) => (i % 2 ? store : other).leases.acquire(POLLER, `node-${i}`, 60_000),
        ),
      );
      const got = asked.filter((lease) => lease !== null);
      assert.equal(got.length, 1);
      assert.ok(got[0]!.fence > before.fence);
      const holder = await other.leases.holder(POLLER);
      assert.deepEqual([holder?.owner, holder?.fence], [got[0]!.owner, got[0]!.fence]);
    },
  },
  {
    name:
      "an expired lease is taken over with a higher fence, and its old holder may write no more",
    async check({ store, other, now, advance }) {
      const lease = (await store.leases.acquire(POLLER, "a", 200))!;
      await store.current.put([entry("KJFK", now() + 60_000)], lease);
      await advance(300);
      assert.equal(await other.leases.holder(POLLER), null);
      assert.equal(await store.leases.renew(lease, 60_000), null);
      // Nobody has taken it over yet: what is written can do no harm.
      await store.current.put([entry("KLGA", now() + 60_000)], lease);
      const next = (await other.leases.acquire(POLLER, "b", 60_000))!;
      assert.ok(next.fence > lease.fence);
      await rejectsAs("fenced", () => store.current.put([entry("KEWR", now() + 60_000)], lease));
      await rejectsAs("fenced", () => store.current.remove("metar", ["KJFK"], lease));
      await other.current.put([entry("KBOS", now() + 60_000)], next);
      const found = await other.current.get("metar", ["KJFK", "KLGA", "KEWR", "KBOS"]);
      assert.deepEqual(found.map(({ id }) => id).sort(), ["KBOS", "KJFK", "KLGA"]);
    },
  },
  {
    name: "a lease given back is free at once, and only its holder can give it back",
    async check({ store, other }) {
      const lease = (await store.leases.acquire(POLLER, "a", 60_000))!;
      await store.leases.release(lease);
      const next = (await other.leases.acquire(POLLER, "b", 60_000))!;
      assert.ok(next.fence > lease.fence);
      await store.leases.release(lease);
      assert.equal((await store.leases.holder(POLLER))?.owner, "b");
      assert.equal(await store.leases.renew(lease, 60_000), null);
    },
  },
  {
    name: "a budget is never exceeded, however many ask at once",
    async check({ store, other, now }) {
      const end = now() + 60_000;
      const asked = await Promise.all(
        Array.from(
          { length: 40 },
          (_, i) => (i % 2 ? store : other).counters.addIfBelow("checkwx", 3, 50, end),
        ),
      );
      assert.equal(asked.filter(({ added }) => added).length, 16);
      assert.equal(await other.counters.read("checkwx"), 48);
      assert.deepEqual(await store.counters.addIfBelow("checkwx", 2, 50, end), {
        added: true,
        value: 50,
      });
      assert.deepEqual(await store.counters.addIfBelow("checkwx", 1, 50, end), {
        added: false,
        value: 50,
      });
      assert.equal(await store.counters.read("other"), 0);
    },
  },
  {
    name: "a counter begins again after its end, which later additions do not move",
    async check({ store, now, advance }) {
      await store.counters.addIfBelow("day", 5, 10, now() + 250);
      await store.counters.addIfBelow("day", 1, 10, now() + 60_000);
      await advance(300);
      assert.equal(await store.counters.read("day"), 0);
      assert.deepEqual(await store.counters.addIfBelow("day", 7, 10, now() + 60_000), {
        added: true,
        value: 7,
      });
    },
  },
];
