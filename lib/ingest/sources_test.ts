import assert from "node:assert/strict";
import { readConfig } from "../config/mod.ts";
import { createMetrics, Health, silentLog } from "../observe/mod.ts";
import { createMemoryCounter } from "../providers/mod.ts";
import { createQueue, createSlicer } from "../resilience/mod.ts";
import { MemoryWorld } from "../store/mod.ts";
import { FakeClock } from "../time/mod.ts";
import { createSources } from "./sources.ts";

Deno.test("what is missing now comes before the past at the node that asks for it, and at no other", () => {
  const read = readConfig({ get: () => undefined, readFile: () => "" });
  assert.ok(read.ok);
  const sources = createSources(read.config, {
    world: new MemoryWorld(false),
    clock: new FakeClock(Date.parse("2026-11-24T12:00:00Z")),
    log: silentLog,
    metrics: createMetrics({ version: "0", process: false }),
    health: new Health(),
    slicer: createSlicer(),
    queue: createQueue(),
    fetch: () => Promise.reject(new Error("nobody is asked")),
    userAgent: "test",
    quarantine: { keep: () => Promise.resolve() },
    counter: createMemoryCounter(),
  });
  const isFree = () => [true, false].map((polls) => sources.isQueryFree(polls));
  assert.deepEqual(isFree(), [true, true]);
  sources.asked.note("KXQZ");
  assert.deepEqual(isFree(), [false, true]);
});
