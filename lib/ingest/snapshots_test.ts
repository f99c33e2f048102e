import assert from "node:assert/strict";
import { createMetrics, silentLog } from "../observe/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import { createSlicer } from "../resilience/mod.ts";
import { MemoryWorld, type SnapshotStore, type WorldSnapshot } from "../store/mod.ts";
import { FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { acceptHazards, acceptStationReports } from "./accept.ts";
import { restoreWorld, Snapshots } from "./snapshots.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const slicer = createSlicer({ turn: () => Promise.resolve() });

function memoryStore() {
  let kept: string | null = null;
  const store = {
    writes: 0,
    failing: false as boolean,
    read: () => Promise.resolve(kept === null ? null : JSON.parse(kept) as WorldSnapshot),
    write(snapshot: WorldSnapshot) {
      if (store.failing) return Promise.reject(new Error("database or disk is full"));
      store.writes++;
      kept = JSON.stringify(snapshot);
      return Promise.resolve();
    },
    close() {},
  } satisfies SnapshotStore & { writes: number; failing: boolean };
  return store;
}

function raw(product: RawReport["product"], text: string, stationId: string | null): RawReport {
  return {
    product,
    text,
    stationId,
    provider: "awc",
    receivedAt: NOON,
    statedAt: NOON - 9 * MINUTE_MS,
    simulated: false,
    ...(product === "sigmet" && { attributes: { validTo: NOON + HOUR_MS } }),
  };
}

const METAR = raw("metar", "METAR KJFK 241151Z 28008KT 10SM FEW250 12/08 A2992", "KJFK");
const TAF = raw("taf", "TAF KJFK 241130Z 2412/2518 28008KT P6SM FEW250", "KJFK");
const SIGMET = raw("sigmet", "SIGMET A", null);

async function filledWorld(): Promise<MemoryWorld> {
  const world = new MemoryWorld(false);
  await acceptStationReports("metar", [METAR], world, slicer, new Set());
  await acceptStationReports("taf", [TAF], world, slicer, new Set());
  await acceptHazards("sigmet", [SIGMET], world, slicer);
  for (const hours of [1, 2, 3, 4]) world.noteRoutine("KJFK", NOON - hours * HOUR_MS);
  return world;
}

function partsOf(world: MemoryWorld, store: SnapshotStore) {
  const clock = new FakeClock(NOON);
  const metrics = createMetrics({ version: "0", process: false });
  return {
    world,
    store,
    clock,
    metrics,
    log: silentLog,
    slicer,
    source: "live",
    intervalMs: MINUTE_MS,
  };
}

Deno.test("a world comes back from its snapshot with the same texts, times and cadence", async () => {
  const store = memoryStore();
  const before = await filledWorld();
  await new Snapshots(partsOf(before, store)).flush();
  const after = new MemoryWorld(false);
  assert.equal(await restoreWorld(partsOf(after, store)), 3);
  assert.deepEqual(after.metar("KJFK"), before.metar("KJFK"));
  assert.deepEqual(after.taf("KJFK"), before.taf("KJFK"));
  assert.deepEqual(after.hazards("sigmet"), before.hazards("sigmet"));
  assert.equal(after.cadenceMs("KJFK"), HOUR_MS);
});

Deno.test("simulated and real snapshots never cross", async () => {
  const store = memoryStore();
  await new Snapshots(partsOf(await filledWorld(), store)).flush();
  const simulated = new MemoryWorld(true);
  assert.equal(await restoreWorld(partsOf(simulated, store)), 0);
  assert.equal(simulated.count("metar"), 0);
});

Deno.test("snapshots are written at most once an interval, and not without a change", async () => {
  const store = memoryStore();
  const world = await filledWorld();
  const parts = partsOf(world, store);
  const snapshots = new Snapshots(parts);
  snapshots.changed();
  await snapshots.flush();
  assert.equal(store.writes, 1);
  world.putHazards("sigmet", []);
  snapshots.changed();
  assert.equal(store.writes, 1);
  parts.clock.advance(MINUTE_MS);
  snapshots.changed();
  await snapshots.flush();
  assert.equal(store.writes, 2);
  await snapshots.flush();
  assert.equal(store.writes, 2);
});

Deno.test("a full disk is said, counted, and forgotten once it takes writes again", async () => {
  const store = memoryStore();
  const parts = partsOf(await filledWorld(), store);
  const snapshots = new Snapshots(parts);
  store.failing = true;
  await snapshots.flush();
  assert.match(snapshots.error!, /disk is full/);
  const { text } = await parts.metrics.exposition();
  assert.match(text, /snapshot_operations_total\{outcome="failed"\} 1/);
  store.failing = false;
  await snapshots.flush();
  assert.equal(snapshots.error, null);
  assert.equal(store.writes, 1);
});

Deno.test("a snapshot that cannot be read is refused and the start goes on", async () => {
  const store = { ...memoryStore(), read: () => Promise.reject(new Error("malformed")) };
  const parts = partsOf(new MemoryWorld(false), store);
  assert.equal(await restoreWorld(parts), 0);
  const { text } = await parts.metrics.exposition();
  assert.match(text, /snapshot_operations_total\{outcome="refused"\} 1/);
});
