import assert from "node:assert/strict";
import { createMemoryStore } from "../../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { StationSource } from "../../providers/mod.ts";
import { AskedStations } from "../asked_stations.ts";
import type { Wish } from "../backfill.ts";
import { Failover } from "../failover.ts";
import { AskedExchange } from "./asked_exchange.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function setup() {
  const clock = new FakeClock(NOON);
  const { collections } = createMemoryStore({ source: "live", clock });
  const node = (owner: string, isPoller: boolean) => {
    const asked = new AskedStations(clock);
    const wishes: Wish[] = [];
    const wanted: unknown[] = [];
    const state = { polls: isPoller };
    const exchange = new AskedExchange({
      collections,
      owner,
      asked,
      backfill: {
        wishes,
        want: (id, span) => (wanted.push([id, span]), Promise.resolve("fetching" as const)),
      },
      polls: () => state.polls,
      clock,
    });
    return { asked, wishes, wanted, state, exchange };
  };
  return { clock, collections, node };
}

Deno.test("failover knows the stations that readers of other nodes ask for", async () => {
  const { clock, node } = setup();
  const [poller, b, c] = [node("a", true), node("b", false), node("c", false)];
  poller.asked.note("KJFK");
  for (let i = 0; i < 3; i++) b.asked.note("EDDF");
  for (let i = 0; i < 2; i++) c.asked.note("RJTT");
  c.asked.note("KJFK");
  for (const one of [b, c, poller]) await one.exchange.step();
  assert.deepEqual(poller.asked.top(10), ["EDDF", "KJFK", "RJTT"]);
  assert.deepEqual(poller.asked.own(10), [["KJFK", 1]], "what is told is not told on");

  const source: StationSource = {
    name: "checkwx",
    provider: "checkwx",
    maxIds: 25,
    ask: () => Promise.resolve({ kind: "waiting" }),
  };
  const failover = new Failover({
    world: {
      feed: () => ({
        product: "metar",
        provider: "awc",
        attemptedAt: NOON - HOUR_MS,
        succeededAt: null,
        error: "away",
        count: 0,
      }),
      heldText: () => undefined,
      stationIds: () => [],
    },
    clock,
    asked: poller.asked,
    sources: [source],
    afterMs: MINUTE_MS,
    maxStations: 200,
  });
  assert.deepEqual(failover.due("metar", source), ["EDDF", "KJFK", "RJTT"]);
});

Deno.test("what a node told ends with it, and a node that polls now hears the others", async () => {
  const { clock, node } = setup();
  const [a, b] = [node("a", true), node("b", false)];
  b.asked.note("EDDF");
  await b.exchange.step();
  await a.exchange.step();
  assert.deepEqual(a.asked.top(10), ["EDDF"]);
  // Its own list of before does not count twice.
  [a.state.polls, b.state.polls] = [false, true];
  await b.exchange.step();
  assert.deepEqual(b.asked.top(10), ["EDDF"]);
  assert.deepEqual(b.asked.own(10), [["EDDF", 1]]);
  clock.advance(6 * MINUTE_MS);
  a.state.polls = true;
  await a.exchange.step();
  assert.deepEqual(a.asked.top(10), []);
});

Deno.test("lists are bounded: the most asked of each node, whatever a node tells", async () => {
  const { node } = setup();
  const [poller, b] = [node("a", true), node("b", false)];
  for (let i = 0; i < 1_000; i++) b.asked.note(`X${String(i).padStart(3, "0")}`);
  for (let i = 0; i < 5; i++) b.asked.note("X999");
  await b.exchange.step();
  await poller.exchange.step();
  assert.equal(poller.asked.top(5_000).length, 200);
  assert.equal(poller.asked.top(1)[0], "X999");
});

Deno.test("what a node misses of the past is wanted by the one that polls", async () => {
  const { node } = setup();
  const [poller, web] = [node("a", true), node("web", false)];
  web.wishes.push({ stationId: "KJFK", from: NOON - HOUR_MS, to: NOON });
  await web.exchange.step();
  await poller.exchange.step();
  assert.deepEqual(poller.wanted, [["KJFK", { from: NOON - HOUR_MS, to: NOON }]]);
});

Deno.test("without the store each node knows its own", async () => {
  const { clock } = setup();
  const away = new Proxy({}, { get: () => () => Promise.reject(new Error("away")) });
  const asked = new AskedStations(clock);
  asked.note("KJFK");
  for (const polls of [true, false]) {
    await new AskedExchange({
      collections: away as never,
      owner: "a",
      asked,
      backfill: null,
      polls: () => polls,
      clock,
    }).step();
  }
  assert.deepEqual(asked.top(10), ["KJFK"]);
});
