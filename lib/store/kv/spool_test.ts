import assert from "node:assert/strict";
import { inFolder } from "../../../tests/support/folder.ts";
import { entryOf } from "../../../tests/support/records.ts";
import { openKvSpool } from "./spool.ts";

const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => entryOf(from + i));

Deno.test("what is spooled comes back in its order, after a restart as well, until it is taken away", async () => {
  await inFolder(async (folder) => {
    const first = await openKvSpool(folder, "live");
    assert.equal(await first.push(entries(0, 250)), 0);
    first.close();
    const second = await openKvSpool(folder, "live");
    assert.equal(second.size, 250);
    await second.push(entries(250, 300));
    const read: unknown[] = [];
    while (second.size > 0) {
      const { entries, damaged, token } = await second.oldest(100);
      assert.equal(damaged, 0);
      read.push(...entries);
      await second.remove(token);
    }
    assert.deepEqual(read, entries(0, 300));
    second.close();
    const other = await openKvSpool(folder, "simulator");
    assert.equal(other.size, 0, "each source has its own");
    other.close();
  });
});

Deno.test("when it is full the oldest go, and are counted", async () => {
  await inFolder(async (folder) => {
    const spool = await openKvSpool(folder, "live", 100);
    assert.equal(await spool.push(entries(0, 100)), 0);
    assert.equal(await spool.push(entries(100, 105)), 10);
    assert.equal(spool.size, 95);
    assert.deepEqual((await spool.oldest(1)).entries, [entryOf(10)]);
    spool.close();
  });
});

Deno.test("what is damaged is counted and keeps nothing else back; what is too large is not taken", async () => {
  await inFolder(async (folder) => {
    const spool = await openKvSpool(folder, "live");
    await spool.push([entryOf(1)]);
    const kv = await Deno.openKv(`${folder}/spool-live.kv`);
    await kv.set(["spool", 1_000, "x"], "no report");
    kv.close();
    const large = entryOf(2);
    assert.equal(
      await spool.push([{ ...large, raw: { ...large.raw, text: "X".repeat(70_000) } }]),
      1,
    );
    const { entries, damaged } = await spool.oldest(10);
    assert.deepEqual([entries.length, damaged], [1, 1]);
    spool.close();
  });
});
