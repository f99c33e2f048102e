/**
 * What the history must do.
 *
 * @module
 */
import assert from "node:assert/strict";
import { HOUR_MS } from "../../../time/mod.ts";
import type { Rule } from "../contract.ts";
import type { HistoryQuery } from "../port.ts";
import { all, raw, seen } from "./samples.ts";

/** Everything of Kennedy's METARs. */
const ALL: HistoryQuery = {
  product: "metar",
  stationId: "KJFK",
  from: 0,
  to: 9_999_999_999_999,
  limit: 100,
};

/** Rules of `history`. */
export const historyContract: readonly Rule[] = [
  {
    name: "a report is kept verbatim with its provenance",
    async check({ store, other }) {
      const entry = {
        raw: raw({ statedAt: 5, attributes: { special: false }, simulated: false }),
        observedAt: 7,
      };
      assert.equal(await store.history.append([entry]), 1);
      assert.deepEqual(await other.history.query(ALL), { entries: [entry], next: null });
    },
  },
  {
    name: "a report that comes again stays one, with the time of its first receipt",
    async check({ store, other }) {
      assert.equal(await store.history.append([seen(100, 110), seen(100, 120)]), 1);
      assert.equal(await other.history.append([seen(100, 130), seen(200, 210)]), 1);
      const { entries } = await store.history.query(ALL);
      assert.deepEqual(entries.map(({ raw }) => raw.receivedAt), [210, 110]);
    },
  },
  {
    name: "two nodes that append the same at once make no second copy",
    async check({ store, other }) {
      const entries = Array.from({ length: 250 }, (_, i) => seen(i, i + 5));
      const added = await Promise.all([
        store.history.append(entries),
        other.history.append(entries),
      ]);
      assert.equal(added[0]! + added[1]!, 250);
      const kept = await all((cursor) => store.history.query({ ...ALL, cursor }));
      assert.equal(kept.length, 250);
    },
  },
  {
    name: "two texts of one time are both kept",
    async check({ store }) {
      await store.history.append([
        seen(100, 110, { text: "METAR KJFK A" }),
        seen(100, 120, { text: "METAR COR KJFK B" }),
      ]);
      const { entries } = await store.history.query(ALL);
      assert.deepEqual(entries.map(({ raw }) => raw.text).sort(), [
        "METAR COR KJFK B",
        "METAR KJFK A",
      ]);
    },
  },
  {
    name: "pages run from the newest observation to the oldest, without loss or repeat",
    async check({ store }) {
      // Several of one time, and late ones in between.
      const entries = Array.from(
        { length: 95 },
        (_, i) => seen(Math.floor(i * 37 % 95 / 3) * 10, 2_000, { text: `METAR KJFK ${i}` }),
      );
      await store.history.append(entries);
      const read = await all((cursor) => store.history.query({ ...ALL, limit: 7, cursor }));
      assert.equal(new Set(read.map(({ raw }) => raw.text)).size, 95);
      assert.equal(read.length, 95);
      const times = read.map(({ observedAt }) => observedAt);
      assert.deepEqual(times, times.toSorted((a, b) => b - a));
    },
  },
  {
    name: "both ends of a range count, and stations, products and hazards do not mix",
    async check({ store }) {
      await store.history.append([
        ...[99, 100, 150, 200, 201].map((at) => seen(at, 300)),
        seen(150, 300, { stationId: "KLGA" }),
        seen(150, 300, { product: "taf" }),
        seen(150, 300, { product: "sigmet", stationId: null, text: "SIGMET A" }),
      ]);
      const times = async (changes: Partial<HistoryQuery>) =>
        (await store.history.query({ ...ALL, ...changes })).entries.map((one) => one.observedAt);
      assert.deepEqual(await times({ from: 100, to: 200 }), [200, 150, 100]);
      assert.deepEqual(await times({ from: 300, to: 200 }), []);
      assert.deepEqual(await times({ stationId: "KLGA" }), [150]);
      assert.deepEqual(await times({ product: "taf" }), [150]);
      assert.deepEqual(await times({ product: "sigmet", stationId: null }), [150]);
      assert.deepEqual(await times({ product: "sigmet" }), []);
      assert.deepEqual(await times({ stationId: "KXXX" }), []);
    },
  },
  {
    name: "what was known at an instant leaves out what came later, over all pages",
    async check({ store }) {
      const noon = 12 * HOUR_MS;
      await store.history.append(
        Array.from({ length: 40 }, (_, i) => seen(noon - i, i % 2 === 0 ? noon : noon + 1)),
      );
      // A late report of long ago.
      await store.history.append([seen(noon - 5 * HOUR_MS, noon + 10)]);
      const query = { ...ALL, limit: 3 };
      const known = await all((cursor) => store.history.query({ ...query, knownAt: noon, cursor }));
      assert.deepEqual(known.map(({ observedAt }) => noon - observedAt), [
        ...Array.from({ length: 20 }, (_, i) => i * 2),
      ]);
      const later = await all((cursor) =>
        store.history.query({ ...query, knownAt: noon + 10, cursor })
      );
      assert.equal(later.length, 41);
    },
  },
  {
    name: "what was fetched later was known when its provider received it, or else from then on",
    async check({ store }) {
      await store.history.append([
        seen(100, 9_000, { backfilled: true, providerReceivedAt: 110 }),
        seen(200, 9_000, { backfilled: true }),
        seen(300, 9_000, { providerReceivedAt: 310 }),
      ]);
      const known = async (knownAt: number) =>
        (await store.history.query({ ...ALL, knownAt })).entries.map(({ observedAt }) =>
          observedAt
        );
      assert.deepEqual(await known(109), []);
      assert.deepEqual(await known(8_999), [100]);
      assert.deepEqual(await known(9_000), [300, 200, 100]);
    },
  },
  {
    name: "everything can be scanned for an export, and one source sees nothing of another",
    async check({ store, stranger }) {
      const entries = ["KJFK", "EDDF", "RJTT"].flatMap((stationId) =>
        Array.from({ length: 130 }, (_, i) => seen(i, i, { stationId }))
      );
      await store.history.append(entries);
      const scanned = await all((cursor) => store.history.scan(cursor, 50));
      const names = (list: typeof entries) =>
        list.map(({ raw, observedAt }) => `${raw.stationId} ${observedAt}`).sort();
      assert.deepEqual(names(scanned), names(entries));
      assert.deepEqual(await stranger.history.scan(null, 10), { entries: [], next: null });
      assert.deepEqual(await stranger.history.query(ALL), { entries: [], next: null });
    },
  },
  {
    name: "a sweep removes what is older and nothing else, and what was swept may come again",
    async check({ store, other }) {
      const entries = ["KJFK", "KLGA"].flatMap((stationId) =>
        [98, 99, 100, 101].map((at) => seen(at, 300, { stationId }))
      );
      await store.history.append(entries);
      assert.equal(await other.history.sweep(100), 4);
      assert.equal(await store.history.sweep(100), 0);
      const left = await all((cursor) => store.history.scan(cursor, 100));
      assert.deepEqual(left.map(({ observedAt }) => observedAt).sort(), [100, 100, 101, 101]);
      assert.equal(await store.history.append(entries), 4);
    },
  },
];
