import assert from "node:assert/strict";
import { createHttpClient } from "../../resilience/mod.ts";
import { FakeClock, MINUTE_MS } from "../../time/mod.ts";
import { createDailyBudget, createMemoryCounter } from "../daily_budget.ts";
import type { SourceAnswer } from "../station_source.ts";
import { createCheckWx } from "./mod.ts";

const NOW = Date.parse("2026-06-26T00:05:00Z");
const SHORT = {
  results: 2,
  data: [
    {
      icao: "KPIE",
      raw_text: "METAR KPIE 252358Z 23008KT 10SM FEW035 30/24 A2996",
      observed: "2026-06-25T23:58:00Z",
    },
    {
      icao: "kjfk",
      raw_text: "KJFK 252351Z 28008KT 10SM CLR 22/08 A2992",
      observed: "2026-06-25T23:51:00",
    },
  ],
};

interface Setting {
  readonly ask: (...ids: string[]) => Promise<SourceAnswer>;
  readonly clock: FakeClock;
  readonly requests: { readonly url: string; readonly key: string | null }[];
  readonly refusals: string[];
  readonly kept: string[];
  answer: () => Response;
}

function checkwx(answer: () => Response, degraded = true): Setting {
  const clock = new FakeClock(NOW);
  const setting = { clock, requests: [], refusals: [], kept: [], answer } as unknown as {
    -readonly [K in keyof Setting]: Setting[K];
  };
  const source = createCheckWx({
    client: createHttpClient({
      fetch: (input, init) => {
        const { url, headers } = new Request(input as string, init as RequestInit);
        setting.requests.push({ url, key: headers.get("x-api-key") });
        return Promise.resolve(setting.answer());
      },
      clock,
      userAgent: "t",
    }),
    clock,
    baseUrl: "http://checkwx.test",
    apiKey: "a key",
    budget: createDailyBudget({
      name: "checkwx",
      perDay: 200,
      clock,
      counter: createMemoryCounter(),
    }),
    simulated: false,
    degraded,
    quarantine: {
      keep: (name) => {
        setting.kept.push(name);
        return Promise.resolve();
      },
    },
    onRefused: (reason) => setting.refusals.push(reason),
  });
  setting.ask = (...ids) => source.ask("metar", ids, new AbortController().signal);
  return setting;
}

Deno.test("the raw text and its time are taken, with where they came from; the key is in no address", async () => {
  const { ask, requests } = checkwx(() => Response.json(SHORT));
  const answer = await ask("KPIE", "KJFK", "KZZZ");
  assert.ok(answer.kind === "reports");
  assert.deepEqual(requests, [{
    url: "http://checkwx.test/v2/metar/KPIE,KJFK,KZZZ/short",
    key: "a key",
  }]);
  assert.deepEqual(answer.reports[0], {
    product: "metar",
    text: SHORT.data[0]!.raw_text,
    stationId: "KPIE",
    provider: "checkwx",
    feed: "checkwx.metar",
    receivedAt: NOW,
    simulated: false,
    degraded: true,
    statedAt: Date.parse("2026-06-25T23:58:00Z"),
  });
  assert.equal(answer.reports[1]!.stationId, "KJFK");
  assert.equal(answer.reports[1]!.statedAt, Date.parse("2026-06-25T23:51:00Z"), "no Z is UTC, too");
});

const row = (icao: unknown, raw_text: unknown) => ({
  icao,
  raw_text,
  observed: "2026-06-26T00:00:00Z",
});
const good = [
  row("KPIE", "KPIE 260000Z 23008KT 10SM CLR 30/24 A2996"),
  row("KJFK", "KJFK 260000Z 23008KT 10SM CLR 30/24 A2996"),
];
const ROWS: {
  name: string;
  body: BodyInit;
  type?: string;
  expected: RegExp | number;
  kept?: true;
}[] = [
  { name: "nothing found is an answer", body: '{"results":0,"data":[]}', expected: 0 },
  { name: "an HTML page", body: "<html></html>", type: "text/html", expected: /HTML page/ },
  { name: "HTML that calls itself JSON", body: "<html></html>", expected: /no JSON object/ },
  { name: "an empty body", body: "", expected: /empty/ },
  { name: "cut JSON", body: '{"results":2,"data":[{"icao":', expected: /damaged or cut off/ },
  {
    name: "200 with an error",
    body: '{"status":"error","error":"down"}',
    expected: /says that it is an error/,
  },
  {
    name: "another shape",
    body: '{"results":1,"reports":[]}',
    expected: /no list of data/,
    kept: true,
  },
  {
    name: "data is null",
    body: '{"results":0,"data":null}',
    expected: /no list of data/,
    kept: true,
  },
  {
    name: "renamed fields",
    body: JSON.stringify({ results: 1, data: [{ id: "KPIE", text: "x" }] }),
    expected: /1 of 1 rows cannot be read/,
    kept: true,
  },
  {
    name: "one bad row costs itself alone",
    body: JSON.stringify({ results: 3, data: [...good, row("KPIE", null)] }),
    expected: 2,
  },
  {
    name: "a station that was not asked for",
    body: JSON.stringify({ results: 3, data: [...good, row("EDDF", "EDDF 260000Z")] }),
    expected: 2,
  },
  {
    name: "most rows of other stations",
    body: JSON.stringify({ results: 2, data: [row("EDDF", "x"), row("EDDM", "y")] }),
    expected: /2 of 2 rows/,
    kept: true,
  },
  {
    name: "a text of megabytes",
    body: JSON.stringify({ results: 3, data: [...good, row("KPIE", "x".repeat(5000))] }),
    expected: 2,
  },
  {
    name: "a body over the cap",
    body: '{"data":["' + "x".repeat(2_200_000) + '"]}',
    expected: /over 2097152 bytes/,
  },
  {
    name: "keys that would change an object",
    body: '{"__proto__":{"data":[]},"results":0,"data":[]}',
    expected: 0,
  },
];

Deno.test("what has another shape is refused, and one bad row costs no other", async (t) => {
  for (const { name, body, type = "application/json", expected, kept } of ROWS) {
    await t.step(name, async () => {
      const setting = checkwx(() => new Response(body, { headers: { "content-type": type } }));
      const answer = await setting.ask("KPIE", "KJFK");
      if (typeof expected === "number") {
        assert.ok(answer.kind === "reports", JSON.stringify(answer));
        assert.equal(answer.reports.length, expected);
      } else {
        assert.ok(answer.kind === "fault", JSON.stringify(answer));
        assert.match(answer.reason, expected);
      }
      assert.deepEqual(setting.kept, kept ? ["checkwx.metar"] : []);
    });
  }
});

Deno.test("a refused key is said once and never used again", async () => {
  for (const status of [401, 403]) {
    const setting = checkwx(() => new Response("no", { status }));
    assert.equal((await setting.ask("KJFK")).kind, "fault");
    setting.answer = () => Response.json(SHORT);
    setting.clock.advance(60 * MINUTE_MS);
    const second = await setting.ask("KJFK");
    assert.ok(second.kind === "fault");
    assert.match(second.reason, /key was refused/);
    assert.equal(setting.requests.length, 1);
    assert.equal(setting.refusals.length, 1);
  }
});

Deno.test("after 429 it is left alone for a quarter of an hour", async () => {
  const setting = checkwx(() =>
    new Response("", { status: 429, headers: { "retry-after": "3600" } })
  );
  assert.equal((await setting.ask("KJFK")).kind, "fault");
  setting.answer = () => Response.json(SHORT);
  setting.clock.advance(15 * MINUTE_MS - 1);
  assert.equal((await setting.ask("KJFK")).kind, "waiting");
  setting.clock.advance(1);
  assert.equal((await setting.ask("KJFK")).kind, "reports");
  assert.equal(setting.requests.length, 2);
});

Deno.test("a failed call is not repeated at once: each attempt counts against the quota", async () => {
  const setting = checkwx(() => new Response("", { status: 503 }));
  assert.equal((await setting.ask("KJFK")).kind, "fault");
  assert.equal(setting.requests.length, 1);
});
