import assert from "node:assert/strict";
import { createMemoryStore, type FeedState, MemoryWorld, StoreError } from "../store/mod.ts";
import { DAY_MS, FakeClock, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { createStatus, feedStatus, Minutes, StatusLog, summarise, uptime } from "./mod.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function logAt(clock: FakeClock, collections = memory(clock)) {
  const state = { ready: true, inTime: true };
  const faults: unknown[] = [];
  const log = new StatusLog({
    clock,
    collections,
    look: () => state,
    onFault: (error) => faults.push(error),
  });
  return { log, state, faults };
}

function memory(clock: FakeClock) {
  return createMemoryStore({ source: "live", clock }).collections;
}

/** Measures each minute from now for `minutes`. */
function run(log: StatusLog, clock: FakeClock, minutes: number): void {
  for (let i = 0; i < minutes; i++) {
    log.measure();
    clock.advance(MINUTE_MS);
  }
}

Deno.test("minutes survive being text, and join", () => {
  const [a, b] = [new Minutes(), new Minutes()];
  for (const minute of [0, 7, 8, 1439]) a.add(minute);
  b.add(8);
  b.add(9);
  b.add(1440);
  const joined = Minutes.parse(a.text()).with(b);
  assert.deepEqual([0, 7, 8, 9, 1439].filter((minute) => joined.has(minute)), [0, 7, 8, 9, 1439]);
  assert.equal(joined.count(), 5);
  assert.equal(joined.count(8, 1439), 2);
  for (const damaged of [null, "", "%%%", "AAAA", 5]) {
    assert.equal(Minutes.parse(damaged).count(), 0, String(damaged));
  }
});

Deno.test("nothing is said of the time before the first measurement", () => {
  const clock = new FakeClock(NOON);
  const { log } = logAt(clock);
  run(log, clock, 60);
  const days = summarise(log.days(), clock.now());
  assert.equal(days.length, 90);
  assert.deepEqual(days.slice(0, -1).map((day) => day.state), Array(89).fill("unmeasured"));
  const { state, minutes, upMinutes } = days.at(-1)!;
  assert.deepEqual({ state, minutes, upMinutes }, { state: "up", minutes: 60, upMinutes: 60 });
  assert.equal(uptime(days, 90), 1);
});

Deno.test("a minute that nobody measured after the first counts as down", () => {
  const clock = new FakeClock(NOON);
  const { log, state } = logAt(clock);
  run(log, clock, 30);
  clock.advance(30 * MINUTE_MS);
  run(log, clock, 30);
  state.ready = false;
  run(log, clock, 30);
  const days = summarise(log.days(), clock.now());
  assert.equal(days.at(-1)!.upMinutes, 60);
  assert.equal(days.at(-1)!.minutes, 120);
  assert.equal(days.at(-1)!.state, "partly");
  clock.advance(2 * DAY_MS);
  const later = summarise(log.days(), clock.now());
  assert.deepEqual(later.slice(-3).map((day) => day.state), ["down", "down", "down"]);
  assert.equal(later.at(-2)!.minutes, 1_440);
});

Deno.test("a day in which the feeds were late is not a good day", () => {
  const clock = new FakeClock(NOON);
  const { log, state } = logAt(clock);
  run(log, clock, 10);
  state.inTime = false;
  run(log, clock, 10);
  const today = summarise(log.days(), clock.now()).at(-1)!;
  assert.deepEqual([today.state, today.upMinutes, today.inTimeMinutes], ["late", 20, 10]);
});

Deno.test("nodes join what they measured, and a restart goes on", async () => {
  const clock = new FakeClock(NOON);
  const shared = memory(clock);
  const one = logAt(clock, shared).log;
  const two = logAt(clock, shared).log;
  run(one, clock, 10);
  run(two, clock, 10);
  await Promise.all([one.write(), two.write()]);
  const after = logAt(clock, shared).log;
  await after.read();
  const today = summarise(after.days(), clock.now()).at(-1)!;
  assert.deepEqual([today.state, today.upMinutes, today.minutes], ["up", 20, 20]);
});

Deno.test("the last minutes before midnight are kept by the first write after it", async () => {
  const clock = new FakeClock(Date.parse("2026-11-24T23:55:00Z"));
  const shared = memory(clock);
  const { log } = logAt(clock, shared);
  run(log, clock, 8);
  await log.write();
  const after = logAt(clock, shared).log;
  await after.read();
  assert.deepEqual(after.days().map((day) => [day.day, day.up.count()]).sort(), [
    ["2026-11-24", 5],
    ["2026-11-25", 3],
  ]);
});

Deno.test("a store that fails costs nothing that was measured", async () => {
  const clock = new FakeClock(NOON);
  const broken = {
    ...memory(clock),
    get: () => Promise.reject(new StoreError("unavailable", "gone")),
    page: () => Promise.reject(new StoreError("unavailable", "gone")),
  };
  const { log, faults } = logAt(clock, broken);
  run(log, clock, 5);
  await log.read();
  await log.write();
  assert.equal(faults.length, 2);
  assert.equal(log.days()[0]!.up.count(), 5);
});

Deno.test("a timer that comes half a minute late leaves no minute out", async () => {
  const clock = new FakeClock(NOON + 59_000);
  const timers: { tick: () => void; ms: number }[] = [];
  const { setInterval } = globalThis;
  globalThis.setInterval = ((tick: () => void, ms: number) => timers.push({ tick, ms })) as never;
  const status = createStatus({
    clock,
    world: new MemoryWorld(false),
    ready: () => true,
    completeness: () => null,
    collections: null,
    onFault: (error) => assert.fail(String(error)),
  });
  try {
    status.start();
  } finally {
    globalThis.setInterval = setInterval;
  }
  for (let i = 0; i < 100; i++) {
    for (const { tick, ms } of timers) {
      clock.advance(ms + 30_000);
      tick();
    }
  }
  const today = status.status().days.at(-1)!;
  assert.ok(today.minutes > 60);
  assert.equal(today.upMinutes, today.minutes);
  await status.stop();
});

Deno.test("a document that is of no day changes nothing", async () => {
  const clock = new FakeClock(NOON);
  const shared = memory(clock);
  const all = new Minutes();
  for (let minute = 0; minute < 1_440; minute++) all.add(minute);
  for (const id of ["today", "2026-11", "__proto__", "2026-11-31", "2026-13-01", "2026-99-99"]) {
    await shared.put("status", id, { up: all.text(), inTime: all.text() });
  }
  const { log } = logAt(clock, shared);
  await log.read();
  assert.deepEqual(log.days(), []);
});

Deno.test("days older than are shown are forgotten", () => {
  const clock = new FakeClock(NOON - 200 * DAY_MS);
  const { log } = logAt(clock);
  for (let day = 0; day < 200; day++) {
    log.measure();
    clock.advance(DAY_MS);
  }
  assert.ok(log.days().length <= 91);
});

Deno.test("a feed is late by its own measure, and one that never answered is neither", async (t) => {
  const rows: readonly (readonly [FeedState["product"], number | null, string])[] = [
    ["metar", 9 * MINUTE_MS, "inTime"],
    ["metar", 11 * MINUTE_MS, "late"],
    ["taf", 59 * MINUTE_MS, "inTime"],
    ["taf", 61 * MINUTE_MS, "late"],
    ["sigmet", 21 * MINUTE_MS, "late"],
    // Answered in the future: a clock was set back, and nothing is known.
    ["metar", -2 * MINUTE_MS, "late"],
    ["taf", -30 * MINUTE_MS, "late"],
    ["metar", -30_000, "inTime"],
    ["stations", 30 * HOUR_MS, "inTime"],
    ["pirep", null, "never"],
  ];
  for (const [product, age, state] of rows) {
    await t.step(`${product} ${age}`, () => {
      const feed: FeedState = {
        product,
        provider: "awc",
        attemptedAt: NOON,
        succeededAt: age === null ? null : NOON - age,
        error: null,
        count: 1,
      };
      assert.equal(feedStatus(feed, NOON).state, state);
    });
  }
});
