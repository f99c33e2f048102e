/**
 * What collections must do, and what holds of the store as a whole.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Rule } from "../contract.ts";
import { all, rejectsAs } from "./samples.ts";

/** Rules of `collections`, of closing and of `ping`. */
export const collectionsContract: readonly Rule[] = [
  {
    name: "a document comes back as it was put, to every node",
    async check({ store, other, stranger }) {
      const value = {
        email: "a@example.org",
        list: [1, null, "é \u0000"],
        deep: { "$set": 1, "a.b": true },
      };
      const revision = await store.collections.put("users", "u1", value);
      assert.deepEqual(await other.collections.get("users", "u1"), {
        id: "u1",
        value,
        revision,
        expiresAt: null,
      });
      assert.equal(await other.collections.get("sessions", "u1"), null);
      assert.equal(await stranger.collections.get("users", "u1"), null);
      for (const [i, one] of [null, false, 0, "", []].entries()) {
        await store.collections.put("users", `x${i}`, one);
        assert.deepEqual((await store.collections.get("users", `x${i}`))?.value, one);
      }
    },
  },
  {
    name: "what must not exist yet is created once",
    async check({ store, other }) {
      const created = await Promise.all(
        Array.from(
          { length: 10 },
          (_, i) =>
            (i % 2 ? store : other).collections.put("users", "u1", { i }, { ifRevision: null }),
        ),
      );
      assert.equal(created.filter((revision) => revision !== null).length, 1);
    },
  },
  {
    name: "of two who change the same revision one is told that he was late",
    async check({ store, other }) {
      const first = await store.collections.put("users", "u1", { n: 0 });
      const results = await Promise.all(
        Array.from(
          { length: 10 },
          (_, i) =>
            (i % 2 ? store : other).collections.put("users", "u1", { i }, { ifRevision: first }),
        ),
      );
      const winner = results.filter((revision) => revision !== null);
      assert.equal(winner.length, 1);
      const now = await store.collections.get("users", "u1");
      assert.equal(now?.revision, winner[0]);
      assert.equal(await store.collections.put("users", "gone", {}, { ifRevision: first }), null);
    },
  },
  {
    name: "a document ends by its own expiry and may be created again",
    async check({ store, now, advance }) {
      const ends = now() + 300;
      await store.collections.put("sessions", "s1", { user: "u1" }, { expiresAt: ends });
      assert.equal((await store.collections.get("sessions", "s1"))?.expiresAt, ends);
      await advance(400);
      assert.equal(await store.collections.get("sessions", "s1"), null);
      assert.deepEqual((await store.collections.page("sessions", null, 10)).entries, []);
      assert.ok(await store.collections.put("sessions", "s1", {}, { ifRevision: null }));
    },
  },
  {
    name: "all documents come page by page, and removed ones are gone",
    async check({ store, other }) {
      const ids = Array.from({ length: 60 }, (_, i) => `u${String(i).padStart(2, "0")}`);
      for (const id of ids) await store.collections.put("users", id, { id });
      assert.equal(await other.collections.remove("users", "u07"), true);
      assert.equal(await other.collections.remove("users", "u07"), false);
      const found = await all((cursor) => other.collections.page("users", cursor, 25));
      assert.deepEqual(
        [...new Set(found.map(({ id }) => id))].sort(),
        ids.filter((id) => id !== "u07"),
      );
      assert.deepEqual(await other.collections.page("empty", null, 10), {
        entries: [],
        next: null,
      });
    },
  },
  {
    name: "a store answers a ping until it is closed, and then nothing",
    async check({ store, other }) {
      await store.ping();
      await store.close();
      await store.close();
      await rejectsAs("closed", () => store.ping());
      await rejectsAs("closed", () => store.current.get("metar", ["KJFK"]));
      await rejectsAs("closed", () => store.history.append([]));
      await other.ping();
    },
  },
];
