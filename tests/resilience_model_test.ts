/**
 * R2: breaker, bulkhead, retries, pauses and single flight against models of a few lines, over random sequences of
 * events on a clock that stands until it is moved.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  Breaker,
  createHttpClient,
  type FaultKind,
  type Outcome,
  type Pass,
  SingleFlight,
} from "../lib/resilience/mod.ts";
import { FakeClock } from "../lib/time/mod.ts";
import { recordEvidence } from "./support/evidence.ts";

/** In CI a tenth; all with `RUNS=10000`. */
const RUNS = Number(Deno.env.get("RUNS") ?? "1000");
const SEED = 20261124;
const options = { numRuns: RUNS, seed: SEED };

/** The breaker as its rules say it, without cleverness: every call ever made is kept. */
class BreakerModel {
  #ended: { at: number; failed: boolean }[] = [];
  #openUntil = -1;
  #openMs = 30_000;
  #successes = 0;
  #trialUnderWay = false;
  isOpenOrHalf = false;

  mayEnter(now: number): boolean {
    return !this.isOpenOrHalf || now >= this.#openUntil && !this.#trialUnderWay;
  }

  /** Whether the call is a trial. */
  enter(): boolean {
    if (this.isOpenOrHalf) this.#trialUnderWay = true;
    return this.isOpenOrHalf;
  }

  end(now: number, how: keyof Pass, trial: boolean): void {
    if (trial) this.#trialUnderWay = false;
    if (how === "cancelled" || !trial && this.isOpenOrHalf) return;
    if (trial && how === "failed") return this.#open(now, Math.min(300_000, this.#openMs * 2));
    if (trial && ++this.#successes === 2) {
      this.isOpenOrHalf = false;
      this.#openMs = 30_000;
      this.#ended = [];
    }
    if (trial) return;
    this.#ended.push({ at: now, failed: how === "failed" });
    const minute = this.#ended.filter(({ at }) => at > now - 60_000);
    const failed = minute.filter((one) => one.failed).length;
    if (how === "failed" && minute.length >= 10 && failed * 2 >= minute.length) {
      this.#open(now, 30_000);
    }
  }

  #open(now: number, forMs: number): void {
    this.isOpenOrHalf = true;
    this.#openMs = forMs;
    this.#openUntil = now + forMs;
    this.#successes = 0;
    this.#trialUnderWay = false;
  }
}

const ending = fc.constantFrom<keyof Pass>("failed", "failed", "succeeded", "cancelled");
const breakerEvent = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("enter" as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("end" as const), which: fc.nat(30), how: ending }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("burst" as const),
      count: fc.integer({ min: 1, max: 12 }),
      how: ending,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      ms: fc.constantFrom(1, 999, 29_999, 30_000, 59_999, 60_000, 120_000, 300_000),
    }),
  },
);

let sequences = 0;
let breakerOpenings = 0;

Deno.test("R2: the breaker opens and closes exactly as its rules say", () => {
  fc.assert(
    fc.property(fc.array(breakerEvent, { minLength: 20, maxLength: 150 }), (events) => {
      sequences++;
      const clock = new FakeClock(0);
      const breaker = new Breaker(clock);
      const model = new BreakerModel();
      const underWay: { pass: Pass; trial: boolean }[] = [];
      const end = (one: { pass: Pass; trial: boolean }, how: keyof Pass) => {
        const was = model.isOpenOrHalf;
        one.pass[how]();
        model.end(clock.now(), how, one.trial);
        if (!was && model.isOpenOrHalf) breakerOpenings++;
      };
      const enter = (): { pass: Pass; trial: boolean } | null => {
        const may = model.mayEnter(clock.now());
        const pass = breaker.enter();
        assert.equal(pass !== null, may);
        return pass === null ? null : { pass, trial: model.enter() };
      };
      for (const event of events) {
        if (event.kind === "wait") clock.advance(event.ms);
        else if (event.kind === "enter") {
          const entered = enter();
          if (entered !== null) underWay.push(entered);
        } else if (event.kind === "burst") {
          for (let i = 0; i < event.count; i++) {
            const entered = enter();
            if (entered !== null) end(entered, event.how);
          }
        } else if (underWay.length > 0) {
          const [one] = underWay.splice(event.which % underWay.length, 1);
          end(one!, event.how);
        }
        assert.equal(breaker.state !== "closed", model.isOpenOrHalf);
      }
    }),
    options,
  );
  assert.ok(breakerOpenings > RUNS / 10, `${breakerOpenings} openings`);
});

/** Timers that go off when the clock is moved past them. */
class VirtualTime {
  readonly clock = new FakeClock(0);
  #timers: { at: number; go: () => void }[] = [];

  after(ms: number, go: () => void): void {
    this.#timers.push({ at: this.clock.now() + ms, go });
  }

  readonly deadline = (ms: number): AbortSignal => {
    const controller = new AbortController();
    this.after(ms, () => controller.abort());
    return controller.signal;
  };

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      this.after(ms, resolve);
      signal.addEventListener("abort", () => resolve());
    });

  async advance(ms: number): Promise<void> {
    const end = this.clock.now() + ms;
    for (;;) {
      await settle();
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.clock.set(Math.max(this.clock.now(), next.at));
      next.go();
    }
    this.clock.set(end);
  }
}

/** Lets what is ready run, without any time passing. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}

const ENDPOINTS = ["a", "b"];
const answer = fc.record({
  status: fc.constantFrom(204, 204, 204, 500, 503, 404, 429, 0),
  afterMs: fc.constantFrom(0, 50, 700, 4_000, 60_000),
  retryAfter: fc.constantFrom(null, "5", "120", "99999", "soon"),
});
const clientEvent = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("call" as const),
      endpoint: fc.constantFrom(...ENDPOINTS),
      count: fc.integer({ min: 1, max: 12 }),
      share: fc.boolean(),
      answer,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      ms: fc.constantFrom(1, 200, 2_000, 30_000, 60_000, 301_000, 900_000),
    }),
  },
);

interface Totals {
  calls: number;
  attempts: number;
  retries: number;
  refused: Partial<Record<FaultKind, number>>;
  mostAtOnce: number;
}
const totals: Totals = { calls: 0, attempts: 0, retries: 0, refused: {}, mostAtOnce: 0 };
const DEADLINE_MS = 5_000;

/** One world of the client with its transport; checks what must hold at every moment. */
class ClientWorld {
  readonly time = new VirtualTime();
  readonly models = new Map(ENDPOINTS.map((one) => [one, new BreakerModel()]));
  readonly pausedUntil = new Map<string, number>();
  answers = new Map<string, { status: number; afterMs: number; retryAfter: string | null }>();
  running = 0;
  calls = 0;
  attempts = 0;
  pending = 0;

  readonly client = createHttpClient({
    clock: this.time.clock,
    userAgent: "t",
    random: () => 1,
    sleep: this.time.sleep,
    deadline: this.time.deadline,
    fetch: (input, init) => this.#transport(String(input), init!.signal!),
  });

  #transport(url: string, signal: AbortSignal): Promise<Response> {
    const endpoint = new URL(url).pathname.slice(1, 2);
    const now = this.time.clock.now();
    const model = this.models.get(endpoint)!;
    assert.ok(model.mayEnter(now), "no call passes an open breaker");
    assert.ok(now >= (this.pausedUntil.get(endpoint) ?? 0), "no call breaks a pause");
    const trial = model.enter();
    this.attempts++;
    this.running++;
    totals.mostAtOnce = Math.max(totals.mostAtOnce, this.running);
    assert.ok(this.running <= 4, "four calls at once to a provider");
    const { status, afterMs, retryAfter } = this.answers.get(endpoint)!;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const end = (how: keyof Pass, go: () => void) => {
        if (isOver) return;
        isOver = true;
        this.running--;
        model.end(this.time.clock.now(), how, trial);
        go();
      };
      signal.addEventListener("abort", () => end("failed", () => reject(new Error("aborted"))));
      this.time.after(afterMs, () => {
        if (status === 0) return end("failed", () => reject(new Error("no connection")));
        if (status === 429 && !isOver) {
          const seconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : 0;
          const pause = Math.max(60_000, Math.min(900_000, seconds * 1000));
          this.pausedUntil.set(endpoint, this.time.clock.now() + pause);
        }
        const how = status === 204 ? "succeeded" : status === 404 ? "cancelled" : "failed";
        const headers: Record<string, string> = retryAfter === null
          ? {}
          : { "retry-after": retryAfter };
        end(how, () => resolve(new Response(null, { status, headers })));
      });
    });
  }

  call(endpoint: string, share: boolean): void {
    const began = this.time.clock.now();
    this.calls++;
    this.pending++;
    void this.client.get({
      url: `http://provider.test/${endpoint}`,
      provider: "p",
      accept: "*/*",
      deadlineMs: DEADLINE_MS,
      maxBytes: 10,
      share,
      read: (body) => new Response(body).text(),
    }).then((outcome: Outcome<string>) => {
      this.pending--;
      const took = this.time.clock.now() - began;
      assert.ok(took <= DEADLINE_MS, `ended after ${took} ms`);
      if (outcome.kind === "fault" && outcome.status === null) {
        totals.refused[outcome.fault] = (totals.refused[outcome.fault] ?? 0) + 1;
      }
    }).catch((error) => this.failure ??= error);
  }
  failure: unknown = null;
}

Deno.test("R2: whatever happens, the client keeps to its limits", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(clientEvent, { minLength: 5, maxLength: 25 }), async (events) => {
      sequences++;
      const world = new ClientWorld();
      for (const event of events) {
        if (event.kind === "wait") await world.time.advance(event.ms);
        else {
          world.answers.set(event.endpoint, event.answer);
          for (let i = 0; i < event.count; i++) world.call(event.endpoint, event.share);
          await settle();
        }
      }
      await world.time.advance(DEADLINE_MS);
      if (world.failure !== null) throw world.failure;
      assert.equal(world.pending, 0, "every call ends within its deadline");
      assert.equal(world.running, 0);
      // A shared call is one call however many wait; each attempt beyond the calls is a retry.
      const retries = Math.max(0, world.attempts - world.calls);
      assert.ok(retries <= Math.ceil(world.calls / 10), `${retries} retries of ${world.calls}`);
      totals.calls += world.calls;
      totals.attempts += world.attempts;
      totals.retries += retries;
    }),
    options,
  );
  for (const fault of ["breakerOpen", "busy", "tooManyRequests", "timeout"] as const) {
    assert.ok((totals.refused[fault] ?? 0) > 0, `no sequence met ${fault}`);
  }
  assert.equal(totals.mostAtOnce, 4);
});

Deno.test("R2: of a run of failures no more than a tenth is retried, and none while all is well", async () => {
  for (const status of [500, 204]) {
    const world = new ClientWorld();
    world.answers.set("a", { status, afterMs: 10, retryAfter: null });
    for (let i = 0; i < 500; i++) {
      world.call("a", false);
      // Slowly, so that the breaker is not what stops the retries: nine in a minute never open it.
      await world.time.advance(30_000);
    }
    const retries = world.attempts - world.calls;
    assert.ok(status === 204 ? retries === 0 : retries <= 50 && retries >= 40, `${retries}`);
  }
});

Deno.test("R2: a hundred waiters make one call, each with its own end", async () => {
  let flights = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }),
      fc.boolean(),
      async (leaves, fails) => {
        sequences++;
        const single = new SingleFlight();
        const outcome = Promise.withResolvers<string>();
        let starts = 0;
        let stops = 0;
        const waiters = leaves.map((isLeaving) => {
          const stop = new AbortController();
          const result = single.share("metar KJFK", stop.signal, (signal) => {
            starts++;
            signal.addEventListener("abort", () => stops++);
            return outcome.promise;
          }, () => "left").catch(() => "failed");
          return { isLeaving, stop, result };
        });
        for (const { isLeaving, stop } of waiters) if (isLeaving) stop.abort();
        if (fails) outcome.reject(new Error("down"));
        else outcome.resolve("report");
        const results = await Promise.all(waiters.map(({ result }) => result));
        assert.equal(starts, 1);
        assert.equal(stops, leaves.every((one) => one) ? 1 : 0);
        for (const [i, result] of results.entries()) {
          assert.equal(result, leaves[i] ? "left" : fails ? "failed" : "report");
        }
        assert.equal(single.size, 0);
        flights++;
      },
    ),
    options,
  );
  await recordEvidence("R2", {
    title: "Breaker, retries, bulkhead and single flight against models",
    command: "deno task test:providers",
    seed: SEED,
    totals: {
      "sequences": sequences,
      "sequences of each model": RUNS,
      "openings of the breaker": breakerOpenings,
      "calls": totals.calls,
      "attempts": totals.attempts,
      "most calls at once": totals.mostAtOnce,
      "waiters of one flight": 100,
      "flights": flights,
    },
  });
});
