import assert from "node:assert/strict";
import { decodeMetar } from "../products/metar/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import { createMemoryStore, MemoryWorld } from "../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { createReportHistory, type PastMetars } from "./history.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function raw(time: string, receivedAt: number): RawReport {
  const text = `METAR KJFK 24${time}Z 28008KT 10SM CLR 12/08 A2992`;
  return {
    product: "metar",
    text,
    stationId: "KJFK",
    provider: "awc",
    receivedAt,
    simulated: false,
  };
}

const held = (one: RawReport) => {
  const decoded = decodeMetar(one.text, { receivedAt: one.receivedAt });
  return { raw: one, decoded, observedAt: Date.parse(decoded.observedAt!) };
};

function setup() {
  const { history } = createMemoryStore({ source: "live", clock: new FakeClock(NOON) });
  const world = new MemoryWorld(false);
  let asked = 0;
  const counting = {
    ...history,
    query: (query: Parameters<typeof history.query>[0]) => (asked++, history.query(query)),
  };
  const past = createReportHistory({
    history: counting,
    world,
    clock: new FakeClock(NOON),
    gaps: null,
  });
  const known = (now: number) => past.recent("KJFK", now - 24 * HOUR_MS, now + HOUR_MS);
  const recent = (now: number) => {
    const found = known(now);
    return !(found instanceof Promise) && found.kind === "known" ? found.read() : found;
  };
  const add = (one: RawReport) => {
    const { observedAt } = held(one);
    return history.append([{ raw: one, observedAt }]);
  };
  return { world, past, recent, known, add, asked: () => asked };
}

const texts = (past: PastMetars) => {
  assert.equal(past.kind, "reports");
  return (past as PastMetars & { kind: "reports" }).reports.map(({ raw }) =>
    raw.text.slice(11, 18)
  );
};

Deno.test("the store is asked once while a station reports nothing, and what is told is the same", async () => {
  const { world, past, recent, add, asked } = setup();
  await add(raw("1051", NOON - HOUR_MS));
  const current = held(raw("1151", NOON));
  world.put("metar", "KJFK", current);
  const first = await recent(NOON);
  const again = recent(NOON + MINUTE_MS);
  assert.ok(!(again instanceof Promise), "answered at once");
  assert.equal(asked(), 1);
  const exact = await past.metars("KJFK", NOON + MINUTE_MS - 24 * HOUR_MS, NOON + HOUR_MS);
  assert.deepEqual(again, exact);
  assert.deepEqual(texts(first), ["241051Z", "241151Z"]);
});

Deno.test("a new report, and five minutes, have the store asked again", async () => {
  const { world, recent, add, asked } = setup();
  world.put("metar", "KJFK", held(raw("1151", NOON)));
  await recent(NOON);
  await add(raw("1051", NOON + MINUTE_MS));
  assert.deepEqual(texts(await recent(NOON + 4 * MINUTE_MS)), ["241151Z"], "it came late");
  assert.deepEqual(texts(await recent(NOON + 5 * MINUTE_MS)), ["241051Z", "241151Z"]);
  assert.equal(asked(), 2);
  await add(raw("1151", NOON));
  world.put("metar", "KJFK", held(raw("1206", NOON + 6 * MINUTE_MS)));
  const newest = await recent(NOON + 6 * MINUTE_MS);
  assert.deepEqual(texts(newest), ["241051Z", "241151Z", "241206Z"]);
  assert.equal(asked(), 3);
});

Deno.test("an hour that lies further back than what was read is asked for", async () => {
  const { recent, asked } = setup();
  await recent(NOON);
  assert.ok(recent(NOON - MINUTE_MS) instanceof Promise);
  assert.equal(asked(), 2);
});

Deno.test("what is known is the same object until something about it is different", async () => {
  const { world, known, add, past } = setup();
  const basisOf = (now: number) => {
    const found = known(now);
    assert.ok(!(found instanceof Promise) && found.kind === "known");
    return found.basis;
  };
  world.put("metar", "KJFK", held(raw("1151", NOON)));
  await known(NOON);
  const basis = basisOf(NOON + MINUTE_MS);
  assert.equal(basisOf(NOON + 2 * MINUTE_MS), basis);
  past.forget("KJFK");
  await add(raw("1051", NOON));
  await known(NOON + 2 * MINUTE_MS);
  assert.notEqual(basisOf(NOON + 3 * MINUTE_MS), basis);
});
