/**
 * What the change feed must do.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Rule } from "../contract.ts";
import type { Change } from "../port.ts";

const change = (id: string): Change => ({ product: "metar", id });

/** Rules of `feed`. */
export const feedContract: readonly Rule[] = [
  {
    name: "changes are read in order after a version, by every node",
    async check({ store, other }) {
      assert.equal(await other.feed.version(), 0);
      assert.deepEqual(await other.feed.since(0), { version: 0, changes: [], gap: false });
      const before = await store.feed.append([change("KBOS")]);
      const first = await store.feed.append([change("KJFK"), change("KLGA")]);
      const second = await store.feed.append([{ product: "taf", id: "KJFK" }]);
      assert.ok(second > first && first > 0);
      assert.equal(await other.feed.version(), second);
      assert.deepEqual(await other.feed.since(first), {
        version: second,
        changes: [{ product: "taf", id: "KJFK" }],
        gap: false,
      });
      const whole = await other.feed.since(before);
      assert.deepEqual(whole.changes.map(({ id }) => id), ["KJFK", "KLGA", "KJFK"]);
      assert.deepEqual(await other.feed.since(second), {
        version: second,
        changes: [],
        gap: false,
      });
    },
  },
  {
    name: "nothing is lost when two nodes append at once",
    async check({ store, other }) {
      const start = await store.feed.append([change("KBOS")]);
      await Promise.all(
        Array.from(
          { length: 20 },
          (_, i) => (i % 2 ? store : other).feed.append([change(`K${i}`)]),
        ),
      );
      const ids: string[] = [];
      let version = start;
      for (let i = 0; i < 20; i++) {
        const some = await store.feed.since(version);
        assert.equal(some.gap, false);
        if (some.changes.length === 0) break;
        ids.push(...some.changes.map(({ id }) => id));
        version = some.version;
      }
      assert.equal(version, start + 20);
      assert.deepEqual(ids.sort(), Array.from({ length: 20 }, (_, i) => `K${i}`).sort());
    },
  },
  {
    name: "5,000 changes at once are read in several steps",
    async check({ store }) {
      const ids = Array.from({ length: 5_000 }, (_, i) => `K${i}`);
      let version = await store.feed.append([change("KBOS")]);
      const newest = await store.feed.append(ids.map(change));
      const read: string[] = [];
      while (version < newest) {
        const some = await store.feed.since(version);
        assert.ok(some.version > version && !some.gap);
        read.push(...some.changes.map(({ id }) => id));
        version = some.version;
      }
      assert.deepEqual(read, ids);
    },
  },
  {
    name: "a version from before what is kept, or of another time, is a gap",
    async check({ store, isSlow }) {
      const newest = await store.feed.append([change("KJFK")]);
      assert.deepEqual(await store.feed.since(newest + 5), {
        version: newest,
        changes: [],
        gap: true,
      });
      if (isSlow) return;
      for (let i = 0; i < 21; i++) {
        await Promise.all(Array.from({ length: 50 }, () => store.feed.append([change("KLGA")])));
      }
      const after = await store.feed.since(newest);
      assert.deepEqual(after, { version: newest + 1050, changes: [], gap: true });
      const recent = await store.feed.since(newest + 1049);
      assert.deepEqual(recent.changes, [change("KLGA")]);
    },
  },
  {
    name: "a watching node is told within two seconds, until it ends the watch",
    async check({ store, other }) {
      await store.feed.append([change("KJFK")]);
      let told = () => {};
      let calls = 0;
      const end = await other.feed.watch(() => {
        calls++;
        told();
      });
      // A watch that polls has to have looked once before it can see a difference.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const started = performance.now();
      const heard = new Promise<void>((resolve) => told = resolve);
      await store.feed.append([change("KLGA")]);
      await heard;
      assert.ok(performance.now() - started < 2_000);
      await end();
      const before = calls;
      await store.feed.append([change("KEWR")]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(calls, before);
    },
  },
];
