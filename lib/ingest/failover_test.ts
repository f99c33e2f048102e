import assert from "node:assert/strict";
import { createMetrics, silentLog } from "../observe/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import type { Feed, FeedAnswer, SourceAnswer, StationSource } from "../providers/mod.ts";
import { createSlicer } from "../resilience/mod.ts";
import { MemoryWorld } from "../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { AskedStations } from "./asked_stations.ts";
import { createBackupFeeds } from "./backup_feeds.ts";
import { Failover, type FailoverOptions } from "./failover.ts";
import { Ingest } from "./ingest.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const two = (n: number) => String(n).padStart(2, "0");

function metar(id: string, at: number, provider: string, wind = "28008KT"): RawReport {
  const time = new Date(at);
  const word = provider === "awc" ? "METAR " : "";
  return {
    product: "metar",
    text: `${word}${id} ${two(time.getUTCDate())}${two(time.getUTCHours())}${
      two(time.getUTCMinutes())
    }Z ${wind} 10SM CLR 12/08 A2992`,
    stationId: id,
    provider,
    receivedAt: at + 2 * MINUTE_MS,
    statedAt: at,
    simulated: false,
    ...(provider !== "awc" && { degraded: true as const, feed: `${provider}.metar` }),
  };
}

const FAULT = { kind: "fault", reason: "down", retryAfterMs: null, drift: false } as const;
const STATIONS = ["KAAA", "KBBB", "KCCC"];

/** A world with a primary feed and two sources whose answers can be changed. */
function setting(changes: Partial<FailoverOptions> = {}) {
  const clock = new FakeClock(NOON);
  const world = new MemoryWorld(false);
  const asked = new AskedStations(clock);
  for (const [i, id] of STATIONS.entries()) for (let n = 0; n <= i; n++) asked.note(id);
  const state = {
    primary: (): FeedAnswer => ({
      kind: "reports",
      reports: STATIONS.map((id) => metar(id, clock.now() - 5 * MINUTE_MS, "awc")),
      skipped: {},
      simulated: false,
    }),
    first: (_ids: readonly string[]): SourceAnswer => FAULT,
    second: (ids: readonly string[]): SourceAnswer => ({
      kind: "reports",
      reports: ids.map((id) => metar(id, clock.now() - 3 * MINUTE_MS, "checkwx")),
      skipped: {},
      simulated: false,
    }),
  };
  const calls: string[] = [];
  const source = (name: "first" | "second", maxIds: number): StationSource => ({
    name,
    provider: name === "first" ? "awc" : "checkwx",
    maxIds,
    ask: (product, ids) => {
      if (product === "metar") calls.push(`${name} ${ids.join(",")}`);
      return Promise.resolve(state[name](ids));
    },
  });
  const sources = [source("first", 100), source("second", 2)];
  const failover = new Failover({
    world,
    clock,
    asked,
    sources,
    afterMs: 3 * MINUTE_MS,
    maxStations: 10,
    ...changes,
  });
  const primary: Feed = {
    product: "metar",
    provider: "awc",
    intervalMs: MINUTE_MS,
    content: "latest",
    fetch: () => Promise.resolve(state.primary()),
    forget: () => {},
  };
  const ingest = new Ingest({
    feeds: [primary, ...createBackupFeeds(failover, sources).filter((f) => f.product === "metar")],
    world,
    clock,
    metrics: createMetrics({ version: "0", process: false }),
    log: silentLog,
    slicer: createSlicer({ turn: () => Promise.resolve() }),
  });
  /** Polls each minute for `minutes`. */
  const run = async (minutes: number) => {
    for (let i = 0; i < minutes; i++) {
      clock.advance(MINUTE_MS);
      await ingest.pollAll();
    }
  };
  return { clock, world, failover, ingest, state, calls, asked, run };
}

Deno.test("while the first source answers nobody else is asked", async () => {
  const { run, calls, failover } = setting();
  await run(20);
  assert.deepEqual(calls, []);
  assert.equal(failover.reason("metar"), null);
});

Deno.test("after three minutes of failure the next ones are asked, most asked stations first", async () => {
  const told: string[] = [];
  const { run, calls, state, world, failover, clock } = setting({
    onChange: (product, reason) => told.push(`${product} ${reason}`),
  });
  await run(1);
  state.primary = () => FAULT;
  await run(3);
  assert.deepEqual(calls, [], "three minutes are not over yet");
  await run(1);
  assert.equal(failover.reason("metar"), "failing");
  assert.deepEqual(calls, ["first KCCC,KBBB,KAAA", "second KCCC,KBBB"], "two ids in a call");
  await run(1);
  assert.deepEqual(calls.slice(2), ["first KAAA", "second KAAA"]);
  const held = world.metar("KCCC")!;
  assert.equal(held.raw.provider, "checkwx");
  assert.equal(held.raw.degraded, true);
  assert.equal(held.observedAt, clock.now() - 4 * MINUTE_MS);
  assert.equal(world.feed("second.metar")?.backup, true);
  assert.equal(world.feed("metar")?.error, "down", "the first one is said to fail all the same");
  await run(8);
  assert.equal(calls.length, 4, "what was served is left alone for ten minutes");
  await run(1);
  assert.equal(calls.at(-1), "second KCCC,KBBB");
  assert.deepEqual(told, ["metar failing"], "said once");
});

Deno.test("the first source takes over again by itself, also with the same report", async () => {
  const { run, state, world, failover, calls, clock } = setting();
  await run(1);
  state.primary = () => FAULT;
  await run(5);
  const held = world.metar("KCCC")!;
  state.primary = () => ({
    kind: "reports",
    reports: [metar("KCCC", held.observedAt, "awc"), metar("KBBB", clock.now(), "awc")],
    skipped: {},
    simulated: false,
  });
  const before = calls.length;
  await run(1);
  assert.equal(failover.reason("metar"), null);
  assert.equal(world.metar("KCCC")!.raw.provider, "awc", "confirmed by the first source");
  assert.equal(world.metar("KCCC")!.raw.degraded, undefined);
  assert.deepEqual(world.metar("KCCC")!.conflicts, undefined, "a word in front is no conflict");
  assert.equal(world.metar("KBBB")!.raw.provider, "awc");
  assert.equal(world.metar("KAAA")!.raw.provider, "checkwx", "what it does not have yet stays");
  await run(10);
  assert.equal(calls.length, before);
});

Deno.test("a file that comes and stands still is failover, too", async () => {
  const { run, state, world, failover } = setting();
  const frozen = STATIONS.map((id) => metar(id, NOON - 5 * MINUTE_MS, "awc"));
  state.primary = () => ({ kind: "reports", reports: frozen, skipped: {}, simulated: false });
  await run(70);
  assert.equal(failover.reason("metar"), null);
  await run(2);
  assert.equal(failover.reason("metar"), "frozen");
  assert.equal(world.feed("metar")!.error, null);
  assert.equal(world.metar("KCCC")!.raw.provider, "checkwx");
});

Deno.test("where the query stands still like the file, the next source is asked", async () => {
  const { run, state, world } = setting();
  const frozen = STATIONS.map((id) => metar(id, NOON - 5 * MINUTE_MS, "awc"));
  state.primary = () => ({ kind: "reports", reports: frozen, skipped: {}, simulated: false });
  state.first = () => ({ kind: "reports", reports: frozen, skipped: {}, simulated: false });
  await run(75);
  assert.equal(world.metar("KCCC")!.raw.provider, "checkwx");
});

Deno.test("an open breaker does not wait for the three minutes", async () => {
  const { run, state, failover } = setting({ isBreakerOpen: () => true });
  await run(1);
  assert.equal(
    failover.reason("metar"),
    null,
    "it answers: a breaker that opened before is no matter",
  );
  state.primary = () => FAULT;
  await run(1);
  assert.equal(failover.reason("metar"), "breakerOpen");
});

Deno.test("a service that starts while the first source is down asks the others for what readers ask", async () => {
  const { run, state, world } = setting();
  state.primary = () => FAULT;
  await run(5);
  assert.equal(world.metar("KCCC")?.raw.provider, "checkwx");
});

Deno.test("a station that the file lacks is looked for in the query, twice an hour", async () => {
  const { run, calls, asked, state, clock } = setting();
  asked.note("KZZZ");
  state.first = (ids) => ({
    kind: "reports",
    reports: ids.flatMap((id) => id === "KQQQ" ? metar(id, clock.now(), "awc") : []),
    skipped: {},
    simulated: false,
  });
  await run(29);
  assert.deepEqual(calls, ["first KZZZ"].concat(calls.slice(1)));
  const before = calls.filter((call) => call === "first KZZZ").length;
  await run(30);
  assert.equal(calls.filter((call) => call === "first KZZZ").length, before + 1);
  assert.ok(!calls.some((call) => call.startsWith("second")), "only the first source is asked");
});

Deno.test("two providers with different texts for one time: both are kept, a later correction wins", async () => {
  const { run, state, world, clock } = setting();
  await run(1);
  state.primary = () => FAULT;
  const at = NOON + 2 * MINUTE_MS;
  state.second = (ids) => ({
    kind: "reports",
    reports: ids.map((id) => metar(id, at, "checkwx", "30012KT")),
    skipped: {},
    simulated: false,
  });
  await run(5);
  assert.equal(world.metar("KCCC")!.raw.provider, "checkwx");
  const answer = (...reports: RawReport[]) => (): FeedAnswer => ({
    kind: "reports",
    reports,
    skipped: {},
    simulated: false,
  });
  state.primary = answer(...STATIONS.map((id) => metar(id, at, "awc")));
  await run(1);
  const held = world.metar("KCCC")!;
  assert.equal(held.raw.provider, "awc", "the first source is shown");
  assert.deepEqual(held.conflicts?.map((one) => one.provider), ["checkwx"]);
  const corrected = metar("KCCC", at, "awc", "29010KT");
  state.primary = answer({
    ...corrected,
    text: corrected.text.replace("Z ", "Z COR "),
    receivedAt: clock.now(),
  });
  await run(1);
  assert.match(world.metar("KCCC")!.raw.text, /COR 29010KT/);
  assert.deepEqual(
    world.metar("KCCC")!.conflicts?.map((one) => one.text.match(/\d{5}KT/)![0]).sort(),
    ["28008KT", "30012KT"],
  );
});

Deno.test("without any other source nothing fails over, as in a replay that has come to its end", async () => {
  const { run, state, failover } = setting({ sources: [] });
  state.primary = () => FAULT;
  await run(10);
  assert.equal(failover.reason("metar"), null);
});

Deno.test("questions fade: what was asked this hour counts more than what was asked this morning", () => {
  const clock = new FakeClock(NOON);
  const asked = new AskedStations(clock);
  for (let i = 0; i < 5; i++) asked.note("KOLD");
  clock.advance(3 * HOUR_MS);
  asked.note("KNEW");
  assert.deepEqual(asked.top(5), ["KNEW", "KOLD"]);
  clock.advance(24 * HOUR_MS);
  assert.deepEqual(asked.top(5), []);
});
