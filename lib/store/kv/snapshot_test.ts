import assert from "node:assert/strict";
import { inFolder } from "../../../tests/support/folder.ts";
import { createSlicer } from "../../resilience/mod.ts";
import type { SavedReport, WorldSnapshot } from "../snapshot.ts";
import { CHUNK_BYTES, readBytes, writeBytes } from "./chunks.ts";
import { openKvSnapshots } from "./mod.ts";
import { packSnapshot, unpackSnapshot } from "./snapshot_text.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function report(i: number): SavedReport {
  return {
    raw: {
      product: i % 3 === 0 ? "taf" : "metar",
      text: `METAR K${i} 241151Z 28008KT 10SM é \u2028 A2992`,
      stationId: `K${i}`,
      provider: "awc",
      receivedAt: NOON,
      statedAt: NOON - 1,
      simulated: false,
      position: { latitude: 1.5, longitude: -2.5 },
    },
    observedAt: NOON - i,
  };
}

function snapshot(count: number, changes: Partial<WorldSnapshot> = {}): WorldSnapshot {
  return {
    writtenAt: NOON,
    simulated: false,
    source: "live",
    feeds: [{
      product: "metar",
      provider: "awc",
      attemptedAt: NOON,
      succeededAt: NOON,
      error: null,
      count,
    }],
    reports: Array.from({ length: count }, (_, i) => report(i)),
    routine: [["K1", [NOON - 3600_000, NOON]]],
    ...changes,
  };
}

Deno.test("a snapshot comes back as it was, with each text verbatim", async () => {
  await inFolder(async (folder) => {
    const whole = snapshot(9000);
    const store = await openKvSnapshots(folder, "live");
    assert.equal(await store.read(), null);
    await store.write(whole);
    store.close();
    const again = await openKvSnapshots(folder, "live");
    assert.deepEqual(await again.read(), whole);
    again.close();
  });
});

Deno.test("a snapshot of another source is never loaded, not even from a renamed file", async () => {
  await inFolder(async (folder) => {
    const simulated = await openKvSnapshots(folder, "simulator");
    await simulated.write(snapshot(3, { source: "simulator", simulated: true }));
    simulated.close();
    const live = await openKvSnapshots(folder, "live");
    assert.equal(await live.read(), null);
    live.close();
    for (const end of ["", "-wal", "-shm"]) {
      await Deno.copyFile(`${folder}/world-simulator.kv${end}`, `${folder}/world-live.kv${end}`)
        .catch(() => {});
    }
    const renamed = await openKvSnapshots(folder, "live");
    assert.equal(await renamed.read(), null);
    renamed.close();
  });
});

Deno.test("bytes of every size around the limits of a chunk come back, and old chunks go", async (t) => {
  const kv = await Deno.openKv(":memory:");
  for (const size of [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 30 * CHUNK_BYTES + 7]) {
    await t.step(`${size} bytes`, async () => {
      const bytes = new Uint8Array(size).map((_, i) => i * 31);
      await writeBytes(kv, "world", bytes, { size });
      const read = await readBytes<{ size: number }>(kv, "world");
      assert.deepEqual(read?.bytes, bytes);
      assert.equal(read?.about.size, size);
      const keys = await Array.fromAsync(kv.list({ prefix: ["world"] }));
      assert.equal(keys.length, Math.ceil(size / CHUNK_BYTES));
    });
  }
  kv.close();
});

Deno.test("a generation that lacks a chunk is no snapshot", async () => {
  const kv = await Deno.openKv(":memory:");
  await writeBytes(kv, "world", new Uint8Array(3 * CHUNK_BYTES), {});
  const [second] = (await Array.fromAsync(kv.list({ prefix: ["world"] }))).slice(1);
  await kv.delete(second!.key);
  assert.equal(await readBytes(kv, "world"), null);
  kv.close();
});

Deno.test("a write that never ended leaves the snapshot before it whole, and is cleared by the next", async () => {
  const kv = await Deno.openKv(":memory:");
  await writeBytes(kv, "world", new Uint8Array([1, 2, 3]), {});
  await kv.set(["world", "unfinished", 0], new Uint8Array(10));
  assert.deepEqual((await readBytes(kv, "world"))?.bytes, new Uint8Array([1, 2, 3]));
  await writeBytes(kv, "world", new Uint8Array([4]), {});
  const keys = await Array.fromAsync(kv.list({ prefix: ["world"] }));
  assert.equal(keys.length, 1);
  kv.close();
});

Deno.test("packing and reading give up the loop between slices", async () => {
  let turns = 0;
  const slicer = createSlicer({
    sliceMs: 0,
    turn: () => {
      turns++;
      return Promise.resolve();
    },
  });
  const bytes = await packSnapshot(snapshot(640), slicer);
  assert.ok(turns >= 10, `${turns} turns`);
  turns = 0;
  await unpackSnapshot(new Uint8Array(bytes), slicer);
  assert.ok(turns >= 640, `${turns} turns`);
});

Deno.test("a damaged snapshot throws instead of giving half of it", async () => {
  const slicer = createSlicer();
  const bytes = new Uint8Array(await packSnapshot(snapshot(100), slicer));
  await assert.rejects(unpackSnapshot(bytes.slice(0, bytes.length / 2), slicer));
  await assert.rejects(unpackSnapshot(new Uint8Array([1, 2, 3]), slicer));
  await assert.rejects(unpackSnapshot(new Uint8Array(0), slicer));
});
