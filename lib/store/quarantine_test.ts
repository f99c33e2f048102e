import assert from "node:assert/strict";
import { FakeClock, HOUR_MS } from "../time/mod.ts";
import { createQuarantine } from "./quarantine.ts";

Deno.test("at most one file an hour and five for each product are kept, the newest", async () => {
  const folder = await Deno.makeTempDir();
  const clock = new FakeClock("2026-11-24T12:00:00Z");
  const quarantine = createQuarantine(folder, clock, (error) => {
    throw error;
  });
  await quarantine.keep("taf", new Uint8Array([9]));
  for (let i = 0; i < 8; i++) {
    await quarantine.keep("metar", new Uint8Array([i]));
    await quarantine.keep("metar", new Uint8Array([100]));
    clock.advance(HOUR_MS);
  }
  const names = (await Array.fromAsync(Deno.readDir(folder))).map((entry) => entry.name).sort();
  assert.equal(names.filter((name) => name.startsWith("metar-")).length, 5);
  assert.equal(names.filter((name) => name.startsWith("taf-")).length, 1);
  assert.deepEqual(
    await Deno.readFile(`${folder}/metar-2026-11-24T190000Z.bin`),
    new Uint8Array([7]),
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a folder that cannot be written costs the file and nothing else", async () => {
  const file = await Deno.makeTempFile();
  const errors: unknown[] = [];
  const quarantine = createQuarantine(
    `${file}/below`,
    new FakeClock(0),
    (error) => errors.push(error),
  );
  await quarantine.keep("metar", new Uint8Array([1]));
  assert.equal(errors.length, 1);
  await Deno.remove(file);
});
