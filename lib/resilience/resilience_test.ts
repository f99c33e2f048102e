import assert from "node:assert/strict";
import { FakeClock } from "../time/mod.ts";
import { Breaker } from "./breaker.ts";
import { retryAfterMs, retryDelayMs } from "./retry.ts";
import { createSlicer, turnsInLine } from "./slices.ts";

Deno.test("a slice ends after its time and not before, and the next one begins after the turn", async () => {
  let now = 0;
  let turns = 0;
  const slicer = createSlicer({
    now: () => now,
    sliceMs: 8,
    turn: () => {
      turns++;
      now += 100;
      return Promise.resolve();
    },
  });
  now = 7.9;
  assert.equal(slicer.pause(), undefined);
  now = 8;
  await slicer.pause();
  assert.equal(turns, 1);
  assert.equal(slicer.pause(), undefined);
  now += 7;
  assert.equal(slicer.pause(), undefined);
  now += 1;
  await slicer.pause();
  assert.equal(turns, 2);
});

Deno.test("work that checks between steps never holds the loop for longer than a slice and one step", async () => {
  let now = 0;
  let sliceStart = 0;
  let longest = 0;
  const slicer = createSlicer({
    now: () => now,
    sliceMs: 8,
    turn: () => {
      longest = Math.max(longest, now - sliceStart);
      sliceStart = now;
      return Promise.resolve();
    },
  });
  for (let step = 0; step < 1000; step++) {
    now += step % 3;
    await slicer.pause();
  }
  assert.ok(longest >= 8 && longest <= 8 + 2, `longest slice ${longest} ms`);
});

Deno.test("two tasks that compute at the same time get turns of their own", async () => {
  const order: string[] = [];
  const waiting: (() => void)[] = [];
  const turn = turnsInLine(() => new Promise((resolve) => waiting.push(resolve)));
  const first = turn().then(() => order.push("a"));
  const second = turn().then(() => order.push("b"));
  await Promise.resolve();
  assert.equal(waiting.length, 1, "the second waits until the first has had its turn");
  waiting[0]!();
  await first;
  await Promise.resolve();
  assert.deepEqual(order, ["a"]);
  assert.equal(waiting.length, 2);
  waiting[1]!();
  await second;
  assert.deepEqual(order, ["a", "b"]);
});

const NOW = Date.parse("2026-11-24T12:00:00Z");
const RETRY_AFTER: { header: string | null; expected: number | null }[] = [
  { header: null, expected: null },
  { header: "120", expected: 120_000 },
  { header: "0", expected: 0 },
  { header: "Tue, 24 Nov 2026 12:01:00 GMT", expected: 60_000 },
  { header: "Tue, 24 Nov 2026 11:00:00 GMT", expected: 0 },
  { header: "86400", expected: 900_000 },
  { header: "soon", expected: null },
  { header: "-5", expected: 0 },
];

Deno.test("Retry-After is read in both forms and never for more than 15 minutes", async (t) => {
  for (const row of RETRY_AFTER) {
    await t.step(String(row.header), () => {
      assert.equal(retryAfterMs(row.header, NOW), row.expected);
    });
  }
});

Deno.test("waits before retries grow with full jitter up to two seconds", () => {
  assert.equal(retryDelayMs(1, 1), 400);
  assert.equal(retryDelayMs(1, 0.5), 200);
  assert.equal(retryDelayMs(9, 1), 2000);
  assert.equal(retryDelayMs(3, 0), 20);
});

Deno.test("a breaker opens at half of ten failed calls, not before", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  for (let i = 0; i < 5; i++) breaker.succeeded();
  for (let i = 0; i < 4; i++) breaker.failed();
  assert.equal(breaker.state, "closed");
  breaker.failed();
  assert.equal(breaker.state, "open");
  assert.equal(breaker.tryPass(), false);
});

Deno.test("failures that lie further back than a minute do not count", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  for (let i = 0; i < 9; i++) breaker.failed();
  clock.advance(61_000);
  breaker.failed();
  assert.equal(breaker.state, "closed");
});

Deno.test("half open, one call passes; two successes close; a failure doubles the time to five minutes", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  for (let i = 0; i < 10; i++) breaker.failed();
  for (const seconds of [30, 60, 120, 240, 300, 300]) {
    clock.advance(seconds * 1000 - 1);
    assert.equal(breaker.state, "open");
    clock.advance(1);
    assert.equal(breaker.state, "halfOpen");
    assert.equal(breaker.tryPass(), true);
    assert.equal(breaker.tryPass(), false);
    breaker.failed();
  }
  clock.advance(300_000);
  assert.equal(breaker.tryPass(), true);
  breaker.succeeded();
  assert.equal(breaker.state, "halfOpen");
  assert.equal(breaker.tryPass(), true);
  breaker.succeeded();
  assert.equal(breaker.state, "closed");
});
