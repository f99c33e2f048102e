import assert from "node:assert/strict";
import { SECTIONS } from "../lib/briefing/mod.ts";
import { ask, fakeApi } from "./testing/ask.ts";
import { briefingAnswer } from "./schemas/briefing.ts";

const PATH = "/api/v1/briefing";

Deno.test("a briefing answers in ten sections, each with a sentence, and as its schema says", async () => {
  const { api } = fakeApi();
  const { response, text } = await ask(api, { path: `${PATH}?route=KJFK,KFRG&tas=110` });
  assert.equal(response.status, 200);
  const body = briefingAnswer.parse(JSON.parse(text));
  assert.deepEqual(body.sections.map(({ name }) => name), [...SECTIONS]);
  for (const { name, sentences } of body.sections) assert.ok(sentences.length > 0, name);
  assert.ok(body.flight.distanceNm > 15 && body.flight.distanceNm < 20);
  const ids = new Set(body.facts.map(({ id }) => id));
  for (const { sentences } of body.sections) {
    for (const { factIds } of sentences) {
      assert.ok(factIds.length > 0 && factIds.every((id) => ids.has(id)));
    }
  }
});

Deno.test("a token that a fact names stands at its place in the raw report", async () => {
  const { api } = fakeApi();
  const { text } = await ask(api, { path: `${PATH}?route=KJFK,KFRG` });
  const body = briefingAnswer.parse(JSON.parse(text));
  const raw = new Map(body.reports.map((report) => [report.key, report.raw]));
  let tokens = 0;
  for (const { sources } of body.facts) {
    for (const { report, text, start, end } of sources) {
      assert.equal(raw.get(report)?.slice(start, end), text);
      tokens++;
    }
  }
  assert.ok(tokens > 3, `${tokens} tokens`);
});

Deno.test("without feeds nothing is called none: each list says that it is not available", async () => {
  const { api } = fakeApi();
  const { text } = await ask(api, { path: `${PATH}?route=KJFK,KFRG` });
  const [adverse] = briefingAnswer.parse(JSON.parse(text)).sections;
  const told = adverse!.sentences.map((sentence) => sentence.text).join(" ");
  assert.match(told, /SIGMETs are not available/);
  assert.doesNotMatch(told, /No SIGMET/);
});

const WRONG: readonly { name: string; query: string; parameter: string; says: RegExp }[] = [
  { name: "no route", query: "", parameter: "route", says: /two points or more/ },
  { name: "one point", query: "route=KJFK", parameter: "route", says: /two points or more/ },
  {
    name: "an unknown airport",
    query: "route=KJFK,QQQQ",
    parameter: "route",
    says: /No airport QQQQ/,
  },
  { name: "half a place", query: "route=KJFK,41.5", parameter: "route", says: /no longitude/ },
  { name: "off the earth", query: "route=KJFK,91/0", parameter: "route", says: /-90 and 90/ },
  { name: "the same place", query: "route=KJFK,KJFK", parameter: "route", says: /same place/ },
  { name: "opposite points", query: "route=0/0,0/180", parameter: "route", says: /opposite/ },
  {
    name: "a speed of 0",
    query: "route=KJFK,KFRG&tas=0",
    parameter: "tas",
    says: /from 30 to 600/,
  },
  { name: "a speed in words", query: "route=KJFK,KFRG&tas=fast", parameter: "tas", says: /number/ },
  {
    name: "an altitude",
    query: "route=KJFK,KFRG&altitude=99999",
    parameter: "altitude",
    says: /45000/,
  },
  {
    name: "a corridor",
    query: "route=KJFK,KFRG&corridor=1",
    parameter: "corridor",
    says: /10 to 100/,
  },
  {
    name: "a departure yesterday",
    query: "route=KJFK,KFRG&departure=2020-01-01T00:00Z",
    parameter: "departure",
    says: /past/,
  },
  {
    name: "a departure next year",
    query: "route=KJFK,KFRG&departure=2099-01-01T00:00Z",
    parameter: "departure",
    says: /hours ahead/,
  },
  {
    name: "a departure in words",
    query: "route=KJFK,KFRG&departure=tomorrow",
    parameter: "departure",
    says: /UTC/,
  },
  {
    name: "a kind",
    query: "route=KJFK,KFRG&kind=long",
    parameter: "kind",
    says: /one of standard/,
  },
  {
    name: "an outlook of now",
    query: "route=KJFK,KFRG&kind=outlook",
    parameter: "kind",
    says: /six hours/,
  },
  {
    name: "an alternate",
    query: "route=KJFK,KFRG&alternates=QQQQ",
    parameter: "alternates",
    says: /QQQQ/,
  },
  { name: "a digest", query: "route=KJFK,KFRG&since=!!", parameter: "since", says: /digest/ },
];

Deno.test("what is wrong is a problem that names its parameter", async (t) => {
  const { api } = fakeApi();
  for (const { name, query, parameter, says } of WRONG) {
    await t.step(name, async () => {
      const { response, text } = await ask(api, { path: `${PATH}?${query}` });
      assert.equal(response.status, 400);
      const { errors } = JSON.parse(text);
      const error = errors.find((one: { name: string }) => one.name === parameter);
      assert.ok(error, text);
      assert.match(error.detail, says);
    });
  }
});

Deno.test("several things wrong are all told at once", async () => {
  const { api } = fakeApi();
  const { text } = await ask(api, { path: `${PATH}?route=KJFK&tas=0&corridor=1` });
  assert.equal(JSON.parse(text).errors.length, 3);
});

Deno.test("the short text has at most 4 kB, the full one every raw report", async () => {
  const { api } = fakeApi();
  const short = await ask(api, { path: `${PATH}?route=KJFK,KFRG&format=text` });
  assert.match(short.response.headers.get("content-type")!, /^text\/plain/);
  assert.ok(new TextEncoder().encode(short.text).length <= 4096);
  for (let section = 1; section <= 10; section++) {
    assert.match(short.text, new RegExp(`^${section}\\. `, "m"));
  }
  const full = await ask(api, { path: `${PATH}?route=KJFK,KFRG&format=text&length=full` });
  assert.match(full.text, /^METAR KJFK .*\n {2}\([A-Z]+, received \d{4}-\d\d-\d\dT\d\d:\d\dZ\)$/m);
});

Deno.test("the same briefing again has no changes; a new report is one", async () => {
  const { api, reports } = fakeApi();
  const first = await ask(api, { path: `${PATH}?route=KJFK,KFRG` });
  const { digest } = JSON.parse(first.text);
  const path = `${PATH}?route=KJFK,KFRG&since=${digest}`;
  const same = JSON.parse((await ask(api, { path })).text).changes;
  assert.deepEqual([same.added, same.changed, same.gone], [[], [], 0]);
  reports.metars.delete("KJFK");
  reports.version++;
  const later = JSON.parse((await ask(api, { path })).text);
  assert.ok(later.changes.gone > 0);
  assert.ok(later.changes.added.length > 0, "that there is no report is news");
});
