import assert from "node:assert/strict";
import { inFolder } from "../../../tests/support/folder.ts";
import { until } from "../../../tests/support/wait.ts";
import { createMetrics, silentLog } from "../../observe/mod.ts";
import type { ProductName } from "../../products/product.ts";
import type { RawReport } from "../../products/raw_report.ts";
import type { Feed, FeedAnswer } from "../../providers/mod.ts";
import { createSlicer } from "../../resilience/mod.ts";
import {
  createMemoryStore,
  type HistorySpool,
  MemoryWorld,
  openKvSpool,
  type SharedStore,
  StoreError,
} from "../../store/mod.ts";
import { DAY_MS, FakeClock, HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { Ingest } from "../ingest.ts";
import { StoreWriter, type StoreWriterOptions } from "./store_writer.ts";
import { fillFromStore, takeChanges } from "./take_shared.ts";
import { watchWorld } from "./watched_world.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const slicer = createSlicer({ turn: () => Promise.resolve() });

function raw(text: string, changes: Partial<RawReport> = {}): RawReport {
  return {
    product: "metar",
    text,
    stationId: text.split(" ").find((token) => /^[A-Z]{4}$/.test(token)) ?? null,
    provider: "awc",
    receivedAt: NOON,
    simulated: false,
    ...changes,
  };
}

const answerOf = (...reports: RawReport[]): FeedAnswer => ({
  kind: "reports",
  reports,
  skipped: {},
  simulated: false,
});

/** A feed whose answer can be changed. */
function feedOf(product: ProductName) {
  const feed = {
    product,
    provider: "awc",
    intervalMs: MINUTE_MS,
    content: product === "metar" || product === "taf" ? "latest" as const : "complete" as const,
    answer: answerOf(),
    fetch: () => Promise.resolve(feed.answer),
    forget: () => {},
  };
  return feed;
}

/** One node: its world, its ingest, and the way to the store. */
function node(
  store: SharedStore,
  feeds: Feed[],
  clock: FakeClock,
  changes: Partial<StoreWriterOptions> = {},
) {
  const world = new MemoryWorld(false);
  const dropped: string[] = [];
  const writer = new StoreWriter({
    store,
    setTimer: () => null,
    clearTimer: () => {},
    onDropped: (kind, count, reason) => dropped.push(`${kind} ${count} ${reason}`),
    ...changes,
  });
  const watched = watchWorld({ world, writer, slicer, retentionMs: 7 * DAY_MS, history: true });
  const ingest = new Ingest({
    feeds,
    world: watched,
    clock,
    log: silentLog,
    metrics: createMetrics({ version: "0", process: false }),
    slicer,
    random: () => 0.5,
  });
  return { world, writer, watched, ingest, dropped };
}

function setup(changes: Partial<StoreWriterOptions> = {}) {
  const clock = new FakeClock(NOON);
  const store = createMemoryStore({ source: "live", clock });
  const metars = feedOf("metar");
  const pireps = feedOf("pirep");
  return { clock, store, metars, pireps, ...node(store, [metars, pireps], clock, changes) };
}

const JFK = "METAR KJFK 241151Z 28008KT 10SM FEW250 12/08 A2992";
const JFK_COR = "METAR KJFK 241151Z COR 28009KT 10SM FEW250 12/08 A2992";
const LGA = "METAR KLGA 241151Z 28008KT 10SM CLR 12/08 A2992";
/** What a provider says beside a pilot's report. */
const PIREP: Partial<RawReport> = { product: "pirep", stationId: null, statedAt: NOON - MINUTE_MS };
const UA = "UA /OV JFK/TM 1150/FL080/TP B738/TB LGT";
const UUA = "UUA /OV LGA/TM 1155/FL100/TP A320/TB SEV";
const ALL = { product: "metar" as const, stationId: "KJFK", from: 0, to: NOON * 2, limit: 100 };

const texts = (list: readonly { readonly raw: RawReport }[]) => list.map(({ raw }) => raw.text);

Deno.test("what a file brings is in the store, told to others, and in the history", async () => {
  const { store, metars, pireps, ingest, writer } = setup();
  metars.answer = answerOf(raw(JFK), raw(LGA));
  pireps.answer = answerOf(raw(UA, PIREP));
  await ingest.pollAll();
  assert.equal(await writer.flush(), true);
  const { entries } = await store.current.page(null, 10);
  assert.deepEqual(texts(entries).sort(), [JFK, LGA, UA].sort());
  const told = await store.feed.since(0);
  assert.equal(told.changes.length, 3);
  assert.deepEqual(texts((await store.history.query(ALL)).entries), [JFK]);
  const hazards = { ...ALL, product: "pirep" as const, stationId: null };
  assert.deepEqual(texts((await store.history.query(hazards)).entries), [UA]);
});

Deno.test("a corrected report and the one it corrects are both in the history, the correction is current", async () => {
  const { store, metars, ingest, writer, clock } = setup();
  metars.answer = answerOf(raw(JFK));
  await ingest.pollAll();
  clock.advance(MINUTE_MS);
  metars.answer = answerOf(raw(JFK_COR, { receivedAt: clock.now() }));
  await ingest.pollAll();
  await writer.flush();
  assert.deepEqual(texts(await store.current.get("metar", ["KJFK"])), [JFK_COR]);
  assert.deepEqual(texts((await store.history.query(ALL)).entries).sort(), [JFK, JFK_COR].sort());
  const known = await store.history.query({ ...ALL, knownAt: NOON });
  assert.deepEqual(texts(known.entries), [JFK]);
});

Deno.test("a hazard that is over leaves the store and stays in the history", async () => {
  const { store, pireps, ingest, writer } = setup();
  const both = [UA, UUA].map((text) => raw(text, PIREP));
  pireps.answer = answerOf(...both);
  await ingest.pollAll();
  await writer.flush();
  pireps.answer = answerOf(both[1]!);
  await ingest.pollAll();
  await writer.flush();
  assert.deepEqual(texts((await store.current.page(null, 10)).entries), [UUA]);
  const hazards = { ...ALL, product: "pirep" as const, stationId: null };
  assert.equal((await store.history.query(hazards)).entries.length, 2);
});

Deno.test("a cold node has the world of the store before it asks any provider, freshness included", async () => {
  const { store, metars, pireps, ingest, writer, clock, world } = setup();
  pireps.answer = answerOf(raw(UA, PIREP));
  for (let i = 0; i < 5; i++) {
    const minute = String(11 + i).padStart(2, "0");
    metars.answer = answerOf(
      raw(`METAR KJFK 24${minute}51Z 28008KT 10SM CLR 12/08 A2992`, { receivedAt: clock.now() }),
    );
    clock.advance(HOUR_MS);
    await ingest.pollAll();
  }
  await writer.flush();
  const cold = node(store, [], clock);
  assert.equal(await fillFromStore({ store, world: cold.world, slicer }), 2);
  assert.equal(cold.world.metar("KJFK")?.raw.text, world.metar("KJFK")?.raw.text);
  assert.equal(cold.world.metar("KJFK")?.observedAt, world.metar("KJFK")?.observedAt);
  assert.deepEqual(texts(cold.world.hazards("pirep")), [UA]);
  assert.equal(cold.world.cadenceMs("KJFK"), HOUR_MS);
  assert.deepEqual(cold.world.feed("metar"), world.feed("metar"));
});

Deno.test("a node that follows takes what changed and nothing that is older than its own", async () => {
  const { store, metars, pireps, ingest, writer, clock } = setup();
  const follower = node(store, [], clock).world;
  const take = async (version: number) => {
    const { changes, version: next } = await store.feed.since(version);
    await takeChanges({ store, world: follower, slicer }, changes);
    return next;
  };
  metars.answer = answerOf(raw(JFK));
  pireps.answer = answerOf(raw(UA, PIREP));
  await ingest.pollAll();
  await writer.flush();
  let version = await take(0);
  assert.equal(follower.metar("KJFK")?.raw.text, JFK);
  metars.answer = answerOf(raw(JFK_COR, { receivedAt: NOON + 1 }));
  pireps.answer = answerOf();
  await ingest.pollAll();
  await writer.flush();
  version = await take(version);
  assert.equal(follower.metar("KJFK")?.raw.text, JFK_COR);
  assert.deepEqual(follower.metar("KJFK")?.conflicts?.map(({ text }) => text), [JFK]);
  assert.deepEqual(follower.hazards("pirep"), []);
  const before = follower.version;
  await takeChanges({ store, world: follower, slicer }, [{ product: "metar", id: "KJFK" }]);
  assert.equal(follower.version, before, "the same report again is no change");
  await store.current.put([{
    id: "KJFK",
    raw: raw("METAR KJFK 241051Z 28008KT 10SM CLR 12/08 A2992"),
    observedAt: NOON - HOUR_MS,
    expiresAt: NOON + DAY_MS,
  }]);
  await takeChanges({ store, world: follower, slicer }, [{ product: "metar", id: "KJFK" }]);
  assert.equal(follower.metar("KJFK")?.raw.text, JFK_COR);
});

Deno.test("simulated weather in the store never enters a real world", async () => {
  const { store, world, clock } = setup();
  const entry = {
    id: "KJFK",
    raw: raw(JFK, { simulated: true }),
    observedAt: NOON,
    expiresAt: clock.now() + DAY_MS,
  };
  await store.current.put([entry]);
  assert.equal(await fillFromStore({ store, world, slicer }), 0);
  await takeChanges({ store, world, slicer }, [{ product: "metar", id: "KJFK" }]);
  assert.equal(world.metar("KJFK"), undefined);
});

/** A store of which one thing can be broken. */
function breakable(store: SharedStore) {
  const broken = { current: false, history: false };
  const down = () => Promise.reject(new StoreError("unavailable", "away"));
  return {
    broken,
    store: {
      ...store,
      current: {
        ...store.current,
        put: (...given: Parameters<SharedStore["current"]["put"]>) =>
          broken.current ? down() : store.current.put(...given),
      },
      history: {
        ...store.history,
        append: (...given: Parameters<SharedStore["history"]["append"]>) =>
          broken.history ? down() : store.history.append(...given),
      },
    } satisfies SharedStore,
  };
}

Deno.test("while a store is away everything waits, and is written when it is back", async () => {
  const clock = new FakeClock(NOON);
  const inner = createMemoryStore({ source: "live", clock });
  const { store, broken } = breakable(inner);
  const metars = feedOf("metar");
  const { ingest, writer } = node(store, [metars], clock);
  broken.current = broken.history = true;
  metars.answer = answerOf(raw(JFK));
  await ingest.pollAll();
  assert.equal(await writer.flush(), false);
  metars.answer = answerOf(raw(JFK_COR, { receivedAt: NOON + 1 }));
  await ingest.pollAll();
  assert.equal(await writer.flush(), false);
  assert.equal(writer.errors.get("history")?.fault, "unavailable");
  // Of the current report only the newest waits; of the history both.
  assert.deepEqual([writer.waiting.current, writer.waiting.history], [1, 2]);
  broken.history = false;
  assert.equal(await writer.flush(), false);
  assert.equal(
    (await inner.history.query(ALL)).entries.length,
    2,
    "one store must not wait for the other",
  );
  broken.current = false;
  assert.equal(await writer.flush(), true);
  assert.deepEqual(texts(await inner.current.get("metar", ["KJFK"])), [JFK_COR]);
  assert.deepEqual(writer.errors.size, 0);
});

Deno.test("what waits is bounded: the oldest of the history is dropped and counted", async () => {
  const clock = new FakeClock(NOON);
  const { store, broken } = breakable(createMemoryStore({ source: "live", clock }));
  const { writer, dropped } = node(store, [], clock, { maxHistory: 50 });
  broken.history = true;
  for (let i = 0; i < 120; i++) writer.keep({ raw: raw(`METAR KJFK ${i}`), observedAt: i });
  assert.ok(writer.waiting.history <= 50);
  const count = dropped.reduce((sum, line) => sum + Number(line.split(" ")[1]), 0);
  assert.equal(count + writer.waiting.history, 120);
  broken.history = false;
  await writer.flush();
  const { entries } = await store.history.query(ALL);
  assert.equal(entries[0]?.observedAt, 119);
  assert.equal(entries.length, 120 - count);
});

Deno.test("one report that is too large is dropped and counted, the others are written", async () => {
  const { store, writer, dropped } = setup();
  writer.keep({ raw: raw("x".repeat(70_000), { stationId: "KJFK" }), observedAt: 1 });
  writer.keep({ raw: raw(JFK), observedAt: 2 });
  assert.equal(await writer.flush(), true);
  assert.deepEqual(texts((await store.history.query(ALL)).entries), [JFK]);
  assert.deepEqual(dropped, ["history 1 tooLarge"]);
});

Deno.test("a node whose lease was taken over writes no current report, but its history", async () => {
  const clock = new FakeClock(NOON);
  const store = createMemoryStore({ source: "live", clock });
  const lease = (await store.leases.acquire("poller", "a", MINUTE_MS))!;
  const metars = feedOf("metar");
  const { ingest, writer, dropped } = node(store, [metars], clock);
  writer.setLease(lease);
  clock.advance(2 * MINUTE_MS);
  await store.leases.acquire("poller", "b", MINUTE_MS);
  metars.answer = answerOf(raw(JFK));
  await ingest.pollAll();
  assert.equal(await writer.flush(), true);
  assert.deepEqual(await store.current.get("metar", ["KJFK"]), []);
  assert.equal((await store.history.query(ALL)).entries.length, 1);
  assert.ok(dropped.every((line) => line === "current 1 fenced") && dropped.length > 0);
});

Deno.test("what was restored is offered once a feed has answered", async () => {
  const { store, metars, ingest, writer, watched, world } = setup();
  // As after a restart: the world has it, and no file of this process brought it.
  metars.answer = answerOf(raw(JFK));
  const first = node(
    createMemoryStore({ source: "x", clock: new FakeClock(NOON) }),
    [metars],
    new FakeClock(NOON),
  );
  await first.ingest.pollAll();
  world.put("metar", "KJFK", first.world.metar("KJFK")!);
  await ingest.pollAll();
  await watched.settled();
  await writer.flush();
  assert.deepEqual(texts((await store.history.query(ALL)).entries), [JFK]);
  assert.deepEqual(texts(await store.current.get("metar", ["KJFK"])), [JFK]);
});

Deno.test("a state of a feed that changes while another one is written is the one that is kept", async () => {
  const clock = new FakeClock(NOON);
  const inner = createMemoryStore({ source: "live", clock });
  const state = (product: "metar" | "taf", attemptedAt: number | null) => ({
    product,
    provider: "awc",
    attemptedAt,
    succeededAt: null,
    error: null,
    count: 0,
  });
  let isFirst = true;
  const store: SharedStore = {
    ...inner,
    collections: {
      ...inner.collections,
      async put(...given) {
        // The first of two is on its way as the second one is asked and answered.
        if (isFirst) writer.putFeed(state("taf", NOON));
        isFirst = false;
        return await inner.collections.put(...given);
      },
    },
  };
  const { writer } = node(store, [], clock);
  writer.putFeed(state("metar", null));
  writer.putFeed(state("taf", null));
  assert.equal(await writer.flush(), true);
  const kept = await inner.collections.get("feeds", "taf");
  assert.deepEqual(kept?.value, state("taf", NOON));
});

Deno.test("while the history is away what came in lies on the disk, and is written once it is back", async () => {
  await inFolder(async (folder) => {
    const { store, clock } = setup();
    const link = { away: true };
    const history = {
      ...store.history,
      append: (entries: Parameters<typeof store.history.append>[0]) =>
        link.away
          ? Promise.reject(new StoreError("unavailable", "away"))
          : store.history.append(entries),
    };
    const open = async () => {
      const spool = await openKvSpool(folder, "live");
      const away = { ...store, history };
      return { spool, ...node(away, [], clock, { spool }) };
    };
    const before = await open();
    const entry = (text: string) => ({ raw: raw(text), observedAt: NOON - 9 * MINUTE_MS });
    before.writer.keep(entry(JFK));
    assert.equal(await before.writer.flush(), false);
    assert.deepEqual([before.writer.spooled, before.writer.waiting.history], [1, 1]);
    // What comes while the store is known to be away goes to the disk within a moment.
    before.writer.keep(entry(JFK_COR));
    await until(() => before.writer.spooled === 2, 5_000, "on the disk");
    // Killed: nothing is ended.
    before.spool.close();

    const after = await open();
    assert.equal(after.writer.spooled, 2);
    assert.equal(await after.writer.flush(), false);
    link.away = false;
    after.writer.keep(entry(LGA));
    assert.equal(await after.writer.flush(), true);
    assert.deepEqual([after.writer.spooled, after.writer.waiting.history], [0, 0]);
    assert.deepEqual(texts((await store.history.query(ALL)).entries).sort(), [JFK, JFK_COR].sort());
    assert.deepEqual([...before.dropped, ...after.dropped], []);
    after.spool.close();
  });
});

Deno.test("a disk that fails keeps nothing from the history that is there", async () => {
  const broken: HistorySpool = {
    size: 3,
    push: () => Promise.reject(new Error("disk")),
    oldest: () => Promise.reject(new Error("disk")),
    remove: () => Promise.reject(new Error("disk")),
    close: () => {},
  };
  const { store, writer } = setup({ spool: broken });
  writer.keep({ raw: raw(JFK), observedAt: NOON });
  assert.equal(await writer.flush(), false);
  assert.deepEqual(texts((await store.history.query(ALL)).entries), [JFK]);
});
