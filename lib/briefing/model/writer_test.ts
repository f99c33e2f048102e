import assert from "node:assert/strict";
import { Registry } from "prom-client";
import { createModelMetrics, silentLog } from "../../observe/mod.ts";
import { DAY_MS, FakeClock, MINUTE_MS } from "../../time/mod.ts";
import { type Fact, FactList } from "../facts.ts";
import { sentenceOf, Words } from "../text/mod.ts";
import { createModelBudget } from "./budget.ts";
import type { ModelClient, ModelEvent } from "./client.ts";
import { SentenceReader } from "./sentences.ts";
import { createPlainLanguage } from "./writer.ts";

const NOW = Date.UTC(2026, 10, 24, 15);

function counter(fails = false) {
  const counts = new Map<string, number>();
  return {
    addIfBelow(name: string, amount: number, limit: number) {
      if (fails) return Promise.reject(new Error("away"));
      const value = (counts.get(name) ?? 0) + amount;
      if (value <= limit) counts.set(name, value);
      return Promise.resolve({ added: value <= limit, value });
    },
  };
}

function windFact(freshness: Fact["freshness"] = "current"): Fact {
  return new FactList().add({
    key: "observation:KJFK",
    section: "currentConditions",
    kind: "observation",
    station: "KJFK",
    values: [
      { name: "windDirection", value: 300, unit: "deg" },
      { name: "windSpeed", value: 15, unit: "kt" },
    ],
    times: [{ name: "observed", at: "2026-11-24T14:51:00Z" }],
    words: ["VFR"],
    details: { wind: "wind", category: "VFR", visibility: "cavok", cloud: "CAVOK" },
    freshness,
  });
}

function setUp(events: () => ModelEvent[], budget = { perDay: 9, perUser: 9 }, fails = false) {
  const clock = new FakeClock(NOW);
  let asked = 0;
  const client: ModelClient = {
    model: "m",
    async *ask() {
      asked++;
      yield* await Promise.resolve(events());
    },
  };
  const writer = createPlainLanguage({
    client,
    budget: createModelBudget({ clock, counter: counter(fails), secret: "s", ...budget }),
    clock,
    metrics: createModelMetrics(new Registry(), []),
    log: silentLog,
  });
  const write = (facts = [windFact()], address = "192.0.2.1") =>
    writer.write({ facts, words: new Words("en", clock.now()), address });
  return { clock, write, asked: () => asked };
}

const text = (text: string): ModelEvent => ({ kind: "text", text });
const END: ModelEvent = { kind: "end", truncated: false };
const ANSWER = [text('{"sentences":[{"factId":"f1","text":"x"}]}'), END];

Deno.test("the same facts are asked for once in half an hour", async () => {
  const { write, asked, clock } = setUp(() => ANSWER);
  assert.equal((await write()).state, "written");
  assert.equal((await write()).state, "written");
  assert.equal(asked(), 1);
  clock.advance(31 * MINUTE_MS);
  await write();
  assert.equal(asked(), 2);
});

Deno.test("stale facts are not sent", async () => {
  const { write, asked } = setUp(() => ANSWER);
  for (const state of ["stale", "notCurrent", "expired", "ageing"] as const) {
    assert.equal((await write([windFact(state)])).state, "stale");
  }
  assert.equal((await write([{ ...windFact(), kind: "sun" }])).state, "nothingToWord");
  assert.equal(asked(), 0);
});

Deno.test("budgets: a reader's own, everybody's, another day, and a counter that is away", async () => {
  const clock = new FakeClock(NOW);
  const take = createModelBudget({ clock, counter: counter(), secret: "s", perDay: 3, perUser: 2 });
  assert.equal(await take("2001:db8::1"), "taken");
  assert.equal(await take("2001:db8:0:0:9::2"), "taken");
  assert.equal(await take("2001:db8::3"), "userSpent", "a /64 is one reader");
  assert.equal(await take("192.0.2.1"), "taken");
  assert.equal(await take("192.0.2.2"), "daySpent");
  clock.advance(DAY_MS);
  assert.equal(await take("192.0.2.2"), "taken");
  const { write, asked } = setUp(() => ANSWER, { perDay: 9, perUser: 9 }, true);
  assert.equal((await write()).state, "unknown");
  assert.equal(asked(), 0);
});

Deno.test("a model that keeps failing is left alone, and a failure is not kept", async () => {
  const { write, asked } = setUp(() => [{ kind: "fault", fault: "serverError" }]);
  for (let i = 0; i < 5; i++) assert.equal((await write()).state, "serverError");
  assert.equal((await write()).state, "resting");
  assert.equal(asked(), 5);
});

Deno.test("what was begun is shown, with the reason why it is not whole; nothing at all is damage", async () => {
  const said = ANSWER[0]!;
  const cut: ModelEvent = { kind: "fault", fault: "damaged" };
  const tooLong: ModelEvent = { kind: "end", truncated: true };
  const rows: [string, ModelEvent[], string, string | null][] = [
    ["whole", [said, END], "written", null],
    ["out of tokens", [said, tooLong], "written", "truncated"],
    ["cut", [said, cut], "written", "damaged"],
    ["empty", [END], "damaged", null],
    ["out of tokens at once", [tooLong], "damaged", null],
  ];
  for (const [name, events, state, endedBy] of rows) {
    const writing = await setUp(() => events).write();
    assert.deepEqual([writing.state, writing.endedBy], [state, endedBy], name);
  }
});

Deno.test("all who wait for the same facts hear each sentence; the model is stopped when all have left", async () => {
  const clock = new FakeClock(NOW);
  const words = new Words("en", NOW);
  const list = new FactList();
  const [first, second] = ["KJFK", "KBOS"].map((station) =>
    list.add({ ...windFact(), key: `observation:${station}`, station })
  );
  const steps = [first!, second!].map((fact) => ({
    event: text(
      `${fact === first ? '{"sentences":[' : ","}${
        JSON.stringify({ factId: fact.id, text: sentenceOf(fact, words).text })
      }`,
    ),
    open: Promise.withResolvers<void>(),
  }));
  const [begun, stopped] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let asked = 0;
  const writer = createPlainLanguage({
    client: {
      model: "m",
      async *ask(_prompt, signal) {
        asked++;
        begun.resolve();
        for (const { event, open } of steps) {
          await open.promise;
          yield event;
        }
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        stopped.resolve();
        yield { kind: "fault", fault: "timeout" };
      },
    },
    budget: () => Promise.resolve("taken"),
    clock,
    metrics: createModelMetrics(new Registry(), []),
    log: silentLog,
  });
  const read = () => {
    const leaving = new AbortController();
    const heard: string[] = [];
    const ofTwo = Promise.withResolvers<void>();
    const ended = writer.write({
      facts: list.all,
      words,
      address: "192.0.2.1",
      signal: leaving.signal,
      onSentence({ factIds }) {
        heard.push(...factIds);
        if (heard.length === 2) ofTwo.resolve();
      },
    });
    return { heard, leaving, ofTwo: ofTwo.promise, ended };
  };
  const one = read();
  await begun.promise;
  steps[0]!.open.resolve();
  const late = read();
  steps[1]!.open.resolve();
  await Promise.all([one.ofTwo, late.ofTwo]);
  assert.deepEqual(one.heard, [first!.id, second!.id]);
  assert.deepEqual(late.heard, one.heard);
  assert.equal(asked, 1);
  one.leaving.abort();
  assert.equal((await one.ended).state, "timeout");
  late.leaving.abort();
  await Promise.all([late.ended, stopped.promise]);
});

Deno.test("sentences are read at their last brace, whatever the pieces; other things are damage", () => {
  const whole = '{"sentences":[{"factId":"f1","text":"a } \\" { b"},{"text":"c","factId":"f2"}]}';
  for (const size of [1, 3, 7, 100]) {
    const reader = new SentenceReader();
    const found = (whole.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [])
      .flatMap((piece) => reader.read(piece));
    assert.deepEqual(found.map((one) => one.text), ['a } " { b', "c"]);
    assert.ok(!reader.isDamaged);
  }
  const reader = new SentenceReader();
  assert.deepEqual(reader.read('{"sentences":[{"factId":7,"text":[]}]}'), []);
  assert.ok(reader.isDamaged);
});
