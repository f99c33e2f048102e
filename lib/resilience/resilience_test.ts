import assert from "node:assert/strict";
import { FakeClock } from "../time/mod.ts";
import { Breaker, type Pass } from "./breaker.ts";
import { Bulkhead } from "./bulkhead.ts";
import { RetryBudget } from "./retry_budget.ts";
import { SingleFlight } from "./single_flight.ts";
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

/** Calls that end as told. */
function note(breaker: Breaker, count: number, how: keyof Pass): void {
  for (let i = 0; i < count; i++) breaker.enter()![how]();
}

Deno.test("a breaker opens at half of ten failed calls, not before", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  note(breaker, 5, "succeeded");
  note(breaker, 4, "failed");
  assert.equal(breaker.state, "closed");
  note(breaker, 1, "failed");
  assert.equal(breaker.state, "open");
  assert.equal(breaker.enter(), null);
});

Deno.test("failures that lie further back than a minute do not count, nor do calls given up", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  note(breaker, 9, "failed");
  note(breaker, 9, "cancelled");
  clock.advance(61_000);
  note(breaker, 1, "failed");
  assert.equal(breaker.state, "closed");
});

Deno.test("half open, one call passes; two successes close; a failure doubles the time to five minutes", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  note(breaker, 10, "failed");
  for (const seconds of [30, 60, 120, 240, 300, 300]) {
    clock.advance(seconds * 1000 - 1);
    assert.equal(breaker.state, "open");
    clock.advance(1);
    assert.equal(breaker.state, "halfOpen");
    const trial = breaker.enter()!;
    assert.equal(breaker.enter(), null);
    trial.failed();
  }
  clock.advance(300_000);
  note(breaker, 1, "succeeded");
  assert.equal(breaker.state, "halfOpen");
  note(breaker, 1, "succeeded");
  assert.equal(breaker.state, "closed");
});

Deno.test("a trial that is given up makes room for the next, and late ends of earlier calls change nothing", () => {
  const clock = new FakeClock(NOW);
  const breaker = new Breaker(clock);
  const late = [breaker.enter()!, breaker.enter()!];
  note(breaker, 10, "failed");
  late[0]!.failed();
  clock.advance(30_000);
  assert.equal(breaker.state, "halfOpen", "the late failure did not make it wait longer");
  const trial = breaker.enter()!;
  late[1]!.failed();
  assert.equal(breaker.state, "halfOpen", "nor does it end the trial");
  trial.cancelled();
  trial.failed();
  note(breaker, 2, "succeeded");
  assert.equal(breaker.state, "closed");
});

Deno.test("four calls run, sixteen wait in order, the next is refused, and whoever gives up makes room", async () => {
  const bulkhead = new Bulkhead();
  const never = new AbortController().signal;
  const entered: number[] = [];
  const leave: (() => void)[] = [];
  const ask = async (n: number, signal = never) => {
    const place = await bulkhead.enter(signal);
    if (place.kind !== "entered") return place.kind;
    entered.push(n);
    leave.push(() => place.leave());
    return place.kind;
  };
  const stop = new AbortController();
  const first = ask(0);
  const others = Array.from({ length: 19 }, (_, i) => ask(i + 1, i === 8 ? stop.signal : never));
  assert.equal(await first, "entered");
  assert.deepEqual(bulkhead.load, { running: 4, waiting: 16 });
  assert.equal(await ask(99), "full");
  stop.abort();
  assert.equal(await others[8], "aborted");
  assert.deepEqual(bulkhead.load, { running: 4, waiting: 15 });
  for (let i = 0; i < 19; i++) {
    leave[i]!();
    leave[i]!();
    await Promise.resolve();
    await Promise.resolve();
  }
  assert.deepEqual(entered, [...Array(20).keys()].filter((n) => n !== 9));
  assert.deepEqual(bulkhead.load, { running: 0, waiting: 0 });
});

Deno.test("of any number of calls at most a tenth, rounded up, is retried", () => {
  const budget = new RetryBudget();
  let retries = 0;
  for (let calls = 1; calls <= 1000; calls++) {
    budget.noteCall();
    while (budget.trySpend()) retries++;
    assert.ok(retries <= Math.ceil(calls / 10), `${retries} of ${calls}`);
  }
  assert.equal(retries, 100);
  for (let calls = 0; calls < 1000; calls++) budget.noteCall();
  let saved = 0;
  while (budget.trySpend()) saved++;
  assert.equal(saved, 10, "no more than ten are saved up");
});

Deno.test("a hundred waiters share one flight; those who leave disturb nobody; the last one to leave stops it", async () => {
  const flights = new SingleFlight();
  let starts = 0;
  let stopped = false;
  const answer = Promise.withResolvers<string>();
  const leavers = Array.from({ length: 100 }, () => new AbortController());
  const ask = (key: string, signal: AbortSignal) =>
    flights.share(key, signal, (inner) => {
      starts++;
      inner.addEventListener("abort", () => stopped = true);
      return answer.promise;
    }, () => "left");
  const all = leavers.map((one) => ask("metar KJFK", one.signal));
  for (const one of leavers.slice(0, 40)) one.abort();
  answer.resolve("report");
  const results = await Promise.all(all);
  assert.equal(starts, 1);
  assert.equal(results.filter((one) => one === "left").length, 40);
  assert.equal(results.filter((one) => one === "report").length, 60);
  assert.equal(stopped, false);

  const [a, b] = [new AbortController(), new AbortController()];
  const pending = Promise.withResolvers<string>();
  const second = [a, b].map((one) =>
    flights.share("taf KJFK", one.signal, (inner) => {
      inner.addEventListener("abort", () => stopped = true);
      return pending.promise;
    }, () => "left")
  );
  a.abort();
  assert.equal(stopped, false);
  b.abort();
  assert.deepEqual(await Promise.all(second), ["left", "left"]);
  assert.equal(stopped, true);
  assert.equal(flights.size, 0);
});
