import assert from "node:assert/strict";
import { silentLog } from "../observe/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import { createMemoryCounter, MAX_ENTRIES, type SourceAnswer } from "../providers/mod.ts";
import { createMemoryStore } from "../store/mod.ts";
import { DAY_MS, FakeClock, HOUR_MS, MINUTE_MS, toIso } from "../time/mod.ts";
import { Backfill } from "./backfill.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

/** An hourly METAR as the query gives it, received now. */
function metar(stationId: string, observedAt: number, now: number): RawReport {
  const time = toIso(observedAt);
  return {
    product: "metar",
    text: `METAR ${stationId} ${time.slice(8, 10)}${time.slice(11, 13)}${time.slice(14, 16)}Z ` +
      "28008KT 10SM CLR 12/08 A2992",
    stationId,
    provider: "awc",
    receivedAt: now,
    simulated: false,
    feed: "awcQuery.metar",
    statedAt: observedAt,
    providerReceivedAt: observedAt + 3 * MINUTE_MS,
  };
}

/** Nodes on one store, and the provider that they ask. */
function setup() {
  const clock = new FakeClock(NOON);
  const store = createMemoryStore({ source: "live", clock });
  const counter = createMemoryCounter();
  const asked: { ids: readonly string[]; hours: number; until: number }[] = [];
  const filled: string[] = [];
  const provider = {
    everyMinutes: 60,
    answer: null as SourceAnswer | null,
    free: true,
  };
  const history = (ids: readonly string[], hours: number, until: number): Promise<SourceAnswer> => {
    asked.push({ ids, hours, until });
    if (provider.answer !== null) return Promise.resolve(provider.answer);
    const step = provider.everyMinutes * MINUTE_MS;
    const reports: RawReport[] = [];
    for (let at = Math.floor(until / step) * step; at >= until - hours * HOUR_MS; at -= step) {
      for (const id of ids) reports.push(metar(id, at, clock.now()));
    }
    const some = reports.slice(0, MAX_ENTRIES);
    return Promise.resolve({ kind: "reports", reports: some, skipped: {}, simulated: false });
  };
  const node = () =>
    new Backfill({
      source: { history, maxIds: 100 },
      history: store.history,
      collections: store.collections,
      counter,
      mayAsk: () => provider.free,
      historyDays: 30,
      simulated: false,
      clock,
      log: silentLog,
      metrics: { ingested: () => {} },
      onFilled: (id) => filled.push(id),
    });
  const held = async (stationId: string, knownAt = Infinity) =>
    (await store.history.query({
      product: "metar",
      stationId,
      from: 0,
      to: NOON * 2,
      limit: 1_000,
      knownAt,
    })).entries;
  const day = { from: NOON - DAY_MS, to: NOON };
  return { clock, asked, filled, provider, node, held, day };
}

Deno.test("a gap is asked for once, whole, and marked as fetched later", async () => {
  const { asked, filled, node, held, day, clock } = setup();
  const backfill = node();
  assert.equal(await backfill.want("KJFK", day), "fetching");
  assert.equal(await backfill.want("KJFK", day), "fetching", "a second reader");
  await Promise.all([backfill.step(), backfill.step()]);
  assert.deepEqual(asked, [{ ids: ["KJFK"], hours: 24, until: NOON }]);
  const entries = await held("KJFK");
  assert.equal(entries.length, 25);
  assert.ok(entries.every(({ raw }) => raw.backfilled === true && raw.receivedAt === NOON));
  assert.deepEqual(filled, ["KJFK"]);
  assert.equal(await backfill.want("KJFK", day), "asked");
  assert.deepEqual(backfill.wishes, []);
  // What was known then: what the provider had received by then.
  assert.equal((await held("KJFK", NOON - 12 * HOUR_MS)).length, 12);
  clock.advance(MINUTE_MS);
  await node().step();
  assert.equal(asked.length, 1);
  assert.equal(await node().want("KJFK", day), "asked", "known to another process");
});

Deno.test("a station that was silent is asked for once, not again with each reader", async () => {
  const { asked, filled, provider, node, day, clock } = setup();
  provider.answer = { kind: "reports", reports: [], skipped: {}, simulated: false };
  const backfill = node();
  await backfill.want("KJFK", day);
  await backfill.step();
  assert.deepEqual(filled, ["KJFK"], "that no more will come is news as well");
  clock.advance(HOUR_MS);
  const later = { from: day.from + HOUR_MS, to: clock.now() };
  assert.equal(await backfill.want("KJFK", later), "asked");
  clock.advance(7 * HOUR_MS);
  assert.equal(await backfill.want("KJFK", { ...later, to: clock.now() }), "fetching");
  assert.equal(asked.length, 1);
});

Deno.test("a hole that came after what was asked for is asked for, however soon", async () => {
  const { asked, node, day, clock } = setup();
  const backfill = node();
  await backfill.want("KJFK", day);
  await backfill.step();
  clock.advance(5 * HOUR_MS);
  const hole = { from: NOON + HOUR_MS, to: NOON + 4 * HOUR_MS };
  assert.equal(await backfill.want("KJFK", hole), "fetching");
  assert.equal(await backfill.want("KJFK", { ...hole, from: NOON - HOUR_MS }), "fetching");
  await backfill.step();
  assert.deepEqual(asked[1], { ids: ["KJFK"], hours: 4, until: hole.to });
  assert.equal(await backfill.want("KJFK", hole), "asked");
});

Deno.test("all nodes together ask once a minute, several stations at once", async () => {
  const { asked, node, day, clock } = setup();
  const [a, b] = [node(), node()];
  const ids = Array.from({ length: 8 }, (_, i) => `KAA${String.fromCharCode(65 + i)}`);
  for (const id of ids) await a.want(id, day);
  await b.want("KJFK", day);
  await a.step();
  await b.step();
  assert.equal(asked.length, 1);
  assert.deepEqual(asked[0]!.ids, ids.slice(0, 5), "as many as one answer holds");
  clock.advance(MINUTE_MS);
  await b.step();
  await a.step();
  assert.deepEqual(asked.map((one) => one.ids.length), [5, 1]);
  clock.advance(MINUTE_MS);
  await a.step();
  assert.deepEqual(asked[2]!.ids, ids.slice(5));
});

Deno.test("what is current goes first, and a wish that nobody saw to is given up", async () => {
  const { asked, provider, node, day, clock } = setup();
  const backfill = node();
  provider.free = false;
  await backfill.want("KJFK", day);
  await backfill.step();
  assert.equal(asked.length, 0);
  assert.equal(backfill.wishes.length, 1);
  clock.advance(16 * MINUTE_MS);
  provider.free = true;
  await backfill.step();
  assert.deepEqual([asked.length, backfill.wishes.length], [0, 0]);
});

Deno.test("a fault leaves the wish, and nothing is noted as asked", async () => {
  const { asked, provider, node, held, day, clock } = setup();
  const backfill = node();
  provider.answer = { kind: "fault", reason: "away", retryAfterMs: null, drift: false };
  await backfill.want("KJFK", day);
  await backfill.step();
  assert.equal(await backfill.want("KJFK", day), "fetching");
  provider.answer = null;
  clock.advance(MINUTE_MS);
  await backfill.step();
  assert.equal(asked.length, 2);
  assert.equal((await held("KJFK")).length, 25);
});

Deno.test("an answer that is cut off is asked for in parts until all is there", async () => {
  const { asked, provider, node, held, clock } = setup();
  provider.everyMinutes = 10;
  const backfill = node();
  const span = { from: NOON - 5 * DAY_MS, to: NOON };
  for (let i = 0; i < 5 && await backfill.want("KJFK", span) === "fetching"; i++) {
    await backfill.step();
    clock.advance(MINUTE_MS);
  }
  assert.equal(await backfill.want("KJFK", span), "asked");
  assert.equal((await held("KJFK")).length, 5 * 24 * 6 + 1);
  assert.equal(asked.length, 2);
});

Deno.test("of several stations in an answer that is cut off each is asked for alone", async () => {
  const { asked, provider, node, held, day, clock } = setup();
  provider.everyMinutes = 5;
  const backfill = node();
  for (const id of ["KJFK", "KLGA"]) await backfill.want(id, day);
  for (let i = 0; i < 3; i++) {
    await backfill.step();
    clock.advance(MINUTE_MS);
  }
  assert.deepEqual(asked.map(({ ids }) => ids), [["KJFK", "KLGA"], ["KJFK"], ["KLGA"]]);
  for (const id of ["KJFK", "KLGA"]) assert.equal((await held(id)).length, 289);
});

Deno.test("what the provider keeps no more is not asked for; reports of a simulation are refused", async () => {
  const { asked, provider, node, held, day, clock } = setup();
  const backfill = node();
  const old = { from: NOON - 20 * DAY_MS, to: NOON - 16 * DAY_MS };
  assert.equal(await backfill.want("KJFK", old), "no");
  provider.answer = {
    kind: "reports",
    reports: [{ ...metar("KJFK", NOON - HOUR_MS, NOON), simulated: true }],
    skipped: {},
    simulated: true,
  };
  await backfill.want("KJFK", day);
  await backfill.step();
  clock.advance(MINUTE_MS);
  await backfill.step();
  assert.equal(asked.length, 1);
  assert.deepEqual(await held("KJFK"), []);
});

Deno.test("a report that makes no sense is not kept", async () => {
  const { provider, node, held, day } = setup();
  const backfill = node();
  const right = metar("KJFK", NOON - HOUR_MS, NOON);
  const wrong = { ...metar("KLGA", NOON - 2 * HOUR_MS, NOON), stationId: "KJFK" };
  provider.answer = { kind: "reports", reports: [right, wrong], skipped: {}, simulated: false };
  await backfill.want("KJFK", day);
  await backfill.step();
  assert.deepEqual((await held("KJFK")).map(({ raw }) => raw.text), [right.text]);
});
