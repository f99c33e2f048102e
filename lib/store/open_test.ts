import assert from "node:assert/strict";
import { inFolder } from "../../tests/support/folder.ts";
import { entryOf } from "../../tests/support/records.ts";
import { readConfig } from "../config/mod.ts";
import { systemClock } from "../time/mod.ts";
import { openStores } from "./open.ts";
import { rejectsAs } from "./shared/contract/samples.ts";

function configOf(dataDir: string) {
  const result = readConfig({
    get: (name) => name === "DATA_DIR" ? dataDir : undefined,
    readFile: () => "",
  });
  assert.ok(result.ok);
  return result.config;
}

const DAMAGES: { name: string; text: string }[] = [
  { name: "a text", text: "this is no database ".repeat(1_000) },
  { name: "cut off", text: "SQLite format 3\0".padEnd(1_000, "\0") },
];

Deno.test("a file that is damaged is told, left alone, and opened when it is a right one", async (t) => {
  for (const { name, text } of DAMAGES) {
    await t.step(name, () =>
      inFolder(async (folder) => {
        const path = `${folder}/store.kv`;
        await Deno.writeTextFile(path, text);
        const told: unknown[] = [];
        const { near: store } = (await openStores(configOf(folder), {
          clock: systemClock,
          onError: (kind, error) => told.push([kind, String(error).length > 0]),
        }))!;
        await rejectsAs("unavailable", () => store.ping());
        await rejectsAs("unavailable", () => store.history.append([entryOf(1)]));
        assert.ok(told.length >= 2);
        assert.deepEqual(told[0], ["kv", true]);
        assert.equal(await Deno.readTextFile(path), text, "it may be the only record");
        await Deno.remove(path);
        await store.ping();
        assert.equal(await store.history.append([entryOf(1)]), 1);
        await store.close();
        await rejectsAs("closed", () => store.ping());
      }));
  }
});

Deno.test("a folder that cannot be made is a store that is away", async () => {
  await inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    const { near: store } = (await openStores(configOf(`${folder}/file`), { clock: systemClock }))!;
    await rejectsAs("unavailable", () => store.ping());
    await store.close();
  });
});
