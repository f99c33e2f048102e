/**
 * What current reports must do.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Rule } from "../contract.ts";
import { all, entry, raw, rejectsAs } from "./samples.ts";

/** Rules of `current`. */
export const currentContract: readonly Rule[] = [
  {
    name: "a current report is given to every node exactly as it was put",
    async check({ store, other, now }) {
      const one = {
        ...entry("KJFK", now() + 60_000, {
          statedAt: 490,
          position: { latitude: 40.64, longitude: -73.78 },
          attributes: { special: true, polygon: [[1, 2], [3, -4.5]], nothing: null },
        }),
        conflicts: [raw({ provider: "checkwx", text: "METAR KJFK other" })],
        routine: [0, 60, 120],
      };
      await store.current.put([one]);
      assert.deepEqual(await other.current.get("metar", ["KJFK"]), [one]);
    },
  },
  {
    name: "what is not there is left out, and products do not mix",
    async check({ store, now }) {
      await store.current.put([entry("KJFK", now() + 60_000)]);
      assert.deepEqual(await store.current.get("taf", ["KJFK"]), []);
      assert.deepEqual(await store.current.get("metar", []), []);
      const found = await store.current.get("metar", ["KLGA", "KJFK", "KJFK"]);
      assert.deepEqual(found.map(({ id }) => id), ["KJFK"]);
    },
  },
  {
    name: "a later put replaces, a remove takes away",
    async check({ store, other, now }) {
      await store.current.put([
        entry("KJFK", now() + 60_000, { text: "old" }),
        entry("KLGA", now() + 60_000),
      ]);
      await store.current.put([entry("KJFK", now() + 60_000, { text: "new" })]);
      assert.equal((await other.current.get("metar", ["KJFK"]))[0]?.raw.text, "new");
      await store.current.remove("metar", ["KJFK", "KXXX"]);
      const left = await all((cursor) => other.current.page(cursor, 10));
      assert.deepEqual(left.map(({ id }) => id), ["KLGA"]);
    },
  },
  {
    name: "an entry ends by its own expiry",
    async check({ store, now, advance }) {
      await store.current.put([entry("KJFK", now() + 300), entry("KLGA", now() + 60_000)]);
      await advance(350);
      const found = await store.current.get("metar", ["KJFK", "KLGA"]);
      assert.deepEqual(found.map(({ id }) => id), ["KLGA"]);
      const left = await all((cursor) => store.current.page(cursor, 10));
      assert.deepEqual(left.map(({ id }) => id), ["KLGA"]);
    },
  },
  {
    name: "a put of what has expired already is never given",
    async check({ store, now }) {
      await store.current.put([entry("KJFK", now() - 1)]);
      assert.deepEqual(await store.current.get("metar", ["KJFK"]), []);
    },
  },
  {
    name: "a world of 1,500 reports (150 on a slow server) comes back whole, page by page",
    async check({ store, other, now, isSlow }) {
      const count = isSlow ? 150 : 1_500;
      const ids = Array.from({ length: count }, (_, i) => `K${i.toString(36).padStart(3, "0")}`);
      await store.current.put(ids.map((id) => entry(id, now() + 60_000)));
      const pages = await all((cursor) => other.current.page(cursor, Math.ceil(count / 4)));
      assert.deepEqual([...new Set(pages.map(({ id }) => id))].sort(), ids);
      const some = await other.current.get("metar", ids.slice(0, 123));
      assert.deepEqual(some.map(({ id }) => id).sort(), ids.slice(0, 123));
    },
  },
  {
    name: "one source sees nothing of another",
    async check({ store, stranger, now }) {
      await store.current.put([entry("KJFK", now() + 60_000)]);
      assert.deepEqual(await stranger.current.get("metar", ["KJFK"]), []);
      assert.deepEqual((await stranger.current.page(null, 10)).entries, []);
    },
  },
  {
    name: "what a provider said beside a text is left out where it does not fit, the text never is",
    async check({ store, now }) {
      const attributes = { polygon: "x".repeat(70_000) };
      await store.current.put([entry("KJFK", now() + 60_000, { attributes })]);
      const [found] = await store.current.get("metar", ["KJFK"]);
      assert.equal(found?.raw.text, raw().text);
      assert.equal(found?.raw.attributes, undefined);
      const large = entry("KLGA", now() + 60_000, { text: "x".repeat(70_000) });
      await rejectsAs("tooLarge", () => store.current.put([large]));
    },
  },
];
