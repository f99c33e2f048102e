import assert from "node:assert/strict";
import { FakeClock, HOUR_MS, MINUTE_MS, SECOND_MS } from "../time/mod.ts";
import { createDailyBudget, createMemoryCounter } from "./daily_budget.ts";

const MIDNIGHT = Date.parse("2026-11-24T00:00:00Z");

function budgetAt(start: number, counter = createMemoryCounter()) {
  const clock = new FakeClock(start);
  const errors: unknown[] = [];
  const budget = createDailyBudget({
    name: "checkwx",
    perDay: 200,
    clock,
    counter,
    onError: (error) => errors.push(error),
  });
  return { clock, budget, errors };
}

Deno.test("over a whole day no more than nine tenths of the quota are spent, and they last all day", async () => {
  const { clock, budget } = budgetAt(MIDNIGHT);
  const byHour = Array<number>(24).fill(0);
  for (let now = MIDNIGHT; now < MIDNIGHT + 24 * HOUR_MS; now += MINUTE_MS / 2) {
    clock.set(now);
    if (await budget.tryTake()) byHour[Math.floor((now - MIDNIGHT) / HOUR_MS)]!++;
  }
  const total = byHour.reduce((sum, count) => sum + count, 0);
  assert.equal(budget.limit, 180);
  assert.ok(total <= 180 && total >= 160, `${total}`);
  assert.ok(Math.min(...byHour) >= 5, byHour.join(" "));
});

Deno.test("late in the day what is left may be spent faster, and midnight brings a new day", async () => {
  const { clock, budget } = budgetAt(MIDNIGHT + 23 * HOUR_MS + 50 * MINUTE_MS);
  let spent = 0;
  while (clock.now() < MIDNIGHT + 24 * HOUR_MS) {
    if (await budget.tryTake()) spent++;
    clock.advance(SECOND_MS);
  }
  assert.ok(spent >= 55 && spent <= 61, `every ten seconds at most: ${spent}`);
  assert.equal(budget.remaining, 180);
  assert.equal(await budget.tryTake(), true);
  assert.equal(budget.remaining, 179);
});

Deno.test("several nodes and restarts share one budget", async () => {
  const counter = createMemoryCounter();
  let spent = 0;
  const nodes = [0, 1, 2].map(() => budgetAt(MIDNIGHT, counter));
  for (let minute = 0; minute < 24 * 60; minute++) {
    for (const [i, node] of nodes.entries()) {
      node.clock.set(MIDNIGHT + minute * MINUTE_MS + i * SECOND_MS);
      // A node that starts anew each hour knows nothing by itself.
      const one = minute % 60 === 0
        ? Object.assign(node, budgetAt(node.clock.now(), counter))
        : node;
      if (await one.budget.tryTake()) spent++;
    }
  }
  assert.ok(spent <= 180, `${spent}`);
});

Deno.test("calls side by side do not both pass", async () => {
  const { budget } = budgetAt(MIDNIGHT);
  const taken = await Promise.all([budget.tryTake(), budget.tryTake(), budget.tryTake()]);
  assert.deepEqual(taken, [true, false, false]);
});

Deno.test("where the counter cannot be asked nothing is spent, and it is said", async () => {
  const broken = {
    addIfBelow: () => Promise.reject(new Error("down")),
    read: () => Promise.reject(new Error("down")),
  };
  const { budget, errors } = budgetAt(MIDNIGHT, broken);
  assert.equal(await budget.tryTake(), false);
  assert.equal(errors.length, 1);
});

Deno.test("a counter in memory forgets what has expired, and nothing else", async () => {
  const clock = new FakeClock(MIDNIGHT);
  const counter = createMemoryCounter(clock);
  const count = (name: string, expiresAt: number) => counter.addIfBelow(name, 1, 5, expiresAt);
  for (let reader = 0; reader < 2_000; reader++) await count(`old.${reader}`, MIDNIGHT + HOUR_MS);
  await count("lasting", MIDNIGHT + 24 * HOUR_MS);
  assert.equal(await counter.read("old.7"), 1);
  clock.advance(2 * HOUR_MS);
  await count("new", MIDNIGHT + 24 * HOUR_MS);
  assert.deepEqual(
    await Promise.all(["old.7", "lasting", "new"].map((name) => counter.read(name))),
    [0, 1, 1],
  );
});
