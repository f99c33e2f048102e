import assert from "node:assert/strict";
import { FakeClock } from "../../time/mod.ts";
import { createMemoryStore } from "../memory/shared_store.ts";
import { rejectsAs } from "./contract/samples.ts";
import { StoreError, type StoreFault, toStoreError } from "./error.ts";
import { guardStore } from "./guard.ts";

function setup(readMs = 250) {
  const clock = new FakeClock(0);
  const inner = createMemoryStore({ source: "test", clock });
  let fails: (() => Promise<never>) | null = null;
  const calls: string[] = [];
  const store = guardStore({
    ...inner,
    counters: { ...inner.counters, read: (name) => fails?.() ?? inner.counters.read(name) },
  }, { clock, limits: { readMs }, onCall: (name, outcome) => calls.push(`${name} ${outcome}`) });
  return { clock, store, calls, fail: (how: typeof fails) => fails = how };
}

Deno.test("a call without an answer ends at its limit, and its late failure harms nobody", async () => {
  const { store, fail, calls } = setup(5);
  fail(() => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 20)));
  await rejectsAs("timeout", () => store.counters.read("x"));
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.deepEqual(calls, ["counters.read timeout"]);
});

Deno.test("a store that keeps failing is left alone, and found again within its time", async () => {
  const { store, fail, clock } = setup();
  let asked = 0;
  fail(() => {
    asked++;
    return Promise.reject(new Error("connection reset"));
  });
  for (let i = 0; i < 4; i++) await rejectsAs("unavailable", () => store.counters.read("x"));
  for (let i = 0; i < 10; i++) await rejectsAs("breakerOpen", () => store.counters.read("x"));
  assert.equal(asked, 4);
  assert.equal(store.breaker, "open");
  fail(null);
  clock.advance(1_000);
  assert.equal(store.breaker, "halfOpen");
  assert.equal(await store.counters.read("x"), 0);
  assert.equal(store.breaker, "closed");
});

Deno.test("a store that answers no is not down: it is asked again each time", async () => {
  const { store, fail } = setup();
  fail(() => Promise.reject(new Error("READONLY You can't write against a read only replica.")));
  for (let i = 0; i < 20; i++) await rejectsAs("refused", () => store.counters.read("x"));
  assert.equal(store.breaker, "closed");
});

const FAULTS: [string, StoreFault][] = [
  ["database or disk is full", "full"],
  ["OOM command not allowed when used memory > 'maxmemory'.", "full"],
  ["READONLY You can't write against a read only replica.", "refused"],
  ["NOAUTH Authentication required.", "refused"],
  ["WRONGPASS invalid username-password pair", "refused"],
  ["attempt to write a readonly database", "refused"],
  ["connect ECONNREFUSED 127.0.0.1:6379", "unavailable"],
];

Deno.test("errors of drivers become faults, without what is secret in them", async (t) => {
  for (const [message, fault] of FAULTS) {
    await t.step(message, () => assert.equal(toStoreError(new Error(message)).fault, fault));
  }
  const shown = toStoreError(new Error("cannot reach mongodb://user:secret@db.example.org/x"));
  assert.equal(shown.message, "cannot reach mongodb://…@db.example.org/x");
  const own = new StoreError("fenced", "no");
  assert.equal(toStoreError(own), own);
});
