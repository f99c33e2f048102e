import assert from "node:assert/strict";
import { createMetrics, createStoreMetrics, Health, silentLog } from "../../observe/mod.ts";
import { metar } from "../../products/metar/mod.ts";
import { turnEventLoop } from "../../resilience/mod.ts";
import { createMemoryStore, guardStore, MemoryWorld } from "../../store/mod.ts";
import { FakeClock } from "../../time/mod.ts";
import { createSharedSync } from "./sync.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

Deno.test("what is told to be written is in the store, though it was only being offered", async () => {
  const clock = new FakeClock(NOON);
  const world = new MemoryWorld(false);
  const ids = Array.from({ length: 30 }, (_, i) => `K${String.fromCharCode(65 + i % 26)}${i % 9}X`);
  for (const id of ids) {
    const text = `METAR ${id} 241151Z 28008KT 10SM FEW250 12/08 A2992`;
    const decoded = metar.decode(text, { receivedAt: NOON });
    const raw = {
      product: "metar",
      text,
      stationId: id,
      provider: "awc",
      receivedAt: NOON,
      simulated: false,
    } as const;
    world.put("metar", id, { raw, decoded, observedAt: NOON });
  }
  const store = guardStore(createMemoryStore({ source: "live", clock }), { clock });
  const metrics = createMetrics({ version: "0", process: false });
  const shared = createSharedSync({
    stores: { near: store, records: store },
    world,
    clock,
    log: silentLog,
    metrics: createStoreMetrics(metrics.registry),
    health: new Health(),
    // Each report is offered a turn later: as with a world of thousands.
    slicer: { pause: turnEventLoop },
    retentionDays: 7,
    historyDays: 1,
  });
  shared.offerAll();
  assert.equal(await shared.flush(), true);
  assert.equal((await store.current.get("metar", ids)).length, new Set(ids).size);
  await shared.stop();
});
