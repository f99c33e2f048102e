import assert from "node:assert/strict";
import { createMemoryStore, openKvStore, type SharedStore, StoreError } from "../lib/store/mod.ts";
import { FakeClock, systemClock } from "../lib/time/mod.ts";
import { inFolder } from "../tests/support/folder.ts";
import { exportTo, importFrom } from "./backup.ts";

const options = { source: "live", clock: new FakeClock(1_000) };
const TEXT = 'METAR KJFK 241151Z 28008KT é \u2028 \u0000 "A2992"';

async function fill(store: SharedStore, reports: number): Promise<void> {
  await store.history.append(
    Array.from({ length: reports }, (_, i) => ({
      raw: {
        product: i % 3 === 0 ? "sigmet" as const : "metar" as const,
        text: `${TEXT} ${i}`,
        stationId: i % 3 === 0 ? null : `K${i % 7}`,
        provider: "awc",
        receivedAt: i,
        simulated: false,
        attributes: { polygon: [[i, 1.5]] },
      },
      observedAt: i,
    })),
  );
  for (let i = 0; i < 20; i++) {
    await store.collections.put("users", `u${i}`, {
      email: `u${i}@example.org`,
      $key: { "a.b": i },
    });
  }
  await store.collections.put("sessions", "s1", { user: "u1" }, {
    expiresAt: systemClock.now() + 1e6,
  });
}

async function contentOf(store: SharedStore): Promise<string[]> {
  const { entries } = await store.history.scan(null, 10_000);
  const users = await store.collections.page("users", null, 1_000);
  const sessions = await store.collections.page("sessions", null, 1_000);
  const documents = [...users.entries, ...sessions.entries].map(({ id, value, expiresAt }) => ({
    id,
    value,
    expiresAt,
  }));
  return [...entries, ...documents].map((one) => JSON.stringify(one)).sort();
}

for (const name of ["backup.ndjson", "backup.ndjson.gz"]) {
  Deno.test(`what is written to ${name} comes back whole, into another kind of store`, () =>
    inFolder(async (folder) => {
      const from = createMemoryStore(options);
      await fill(from, 1_700);
      const file = `${folder}/${name}`;
      assert.equal(await exportTo(from, file, "live"), 1_700 + 21 + 2);
      const to = await openKvStore(`${folder}/store.kv`, options);
      try {
        const first = await importFrom(to, file, "live", false);
        assert.deepEqual(first, { history: 1_700, documents: 21, added: 1_721 });
        assert.deepEqual(await contentOf(to), await contentOf(from));
        const again = await importFrom(to, file, "live", false);
        assert.equal(again.added, 0, "what is there stays as it is");
        const back = createMemoryStore(options);
        await exportTo(to, file, "live");
        await importFrom(back, file, "live", false);
        assert.deepEqual(await contentOf(back), await contentOf(from));
      } finally {
        await to.close();
      }
    }));
}

const DAMAGES: { name: string; damage: (text: string) => string; says: RegExp }[] = [
  {
    name: "cut off",
    damage: (text) => text.slice(0, text.lastIndexOf('{"end"')),
    says: /cut off/,
  },
  {
    name: "cut off within a line",
    damage: (text) => text.slice(0, text.length / 2),
    says: /damaged|cut off/,
  },
  {
    name: "a line is missing",
    damage: (text) => text.split("\n").toSpliced(5, 1).join("\n"),
    says: /missing/,
  },
  {
    name: "a line is damaged",
    damage: (text) => text.replace('{"history":{"raw"', '{"history":{"row"'),
    says: /cannot be read/,
  },
  { name: "empty", damage: () => "", says: /empty/ },
  { name: "another file", damage: () => '{"hello":1}\n', says: /no export/ },
  {
    name: "of another source",
    damage: (text) => text.replace('"source":"live"', '"source":"simulator"'),
    says: /source simulator/,
  },
];

Deno.test("a file that is not whole and right is refused with the reason", async (t) => {
  await inFolder(async (folder) => {
    const from = createMemoryStore(options);
    await fill(from, 30);
    const file = `${folder}/backup.ndjson`;
    await exportTo(from, file, "live");
    const whole = await Deno.readTextFile(file);
    for (const { name, damage, says } of DAMAGES) {
      await t.step(name, async () => {
        await Deno.writeTextFile(file, damage(whole));
        const to = createMemoryStore(options);
        await assert.rejects(() => importFrom(to, file, "live", false), (error) => {
          assert.ok(error instanceof StoreError);
          assert.match(error.message, says);
          return true;
        });
      });
    }
  });
});

Deno.test("an export that fails leaves no file that looks like one", () =>
  inFolder(async (folder) => {
    const store = createMemoryStore(options);
    const failing: SharedStore = {
      ...store,
      history: {
        ...store.history,
        scan: () => Promise.reject(new StoreError("unavailable", "away")),
      },
    };
    await assert.rejects(() => exportTo(failing, `${folder}/backup.ndjson`, "live"));
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
    assert.ok(!names.includes("backup.ndjson"));
  }));
