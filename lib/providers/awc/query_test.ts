import assert from "node:assert/strict";
import { createHttpClient } from "../../resilience/mod.ts";
import { FakeClock, MINUTE_MS } from "../../time/mod.ts";
import { createAwcQuery } from "./query.ts";

const NOW = Date.parse("2026-09-24T04:00:00Z");
const METAR = {
  icaoId: "KORD",
  receiptTime: "2026-09-24T03:55:18.697Z",
  obsTime: 1790220660,
  metarType: "SPECI",
  rawOb: "SPECI KORD 240351Z 23006KT 10SM FEW250 18/14 A3002",
  lat: 41.9602,
  lon: -87.9316,
  elev: 202,
};

function query(answer: () => Response) {
  const clock = new FakeClock(NOW);
  const asked: URL[] = [];
  const source = createAwcQuery({
    client: createHttpClient({
      fetch: (input) => {
        asked.push(new URL(String(input)));
        return Promise.resolve(answer());
      },
      clock,
      userAgent: "t",
      sleep: () => Promise.resolve(),
    }),
    clock,
    baseUrl: "http://awc.test",
    simulated: false,
  });
  const { signal } = new AbortController();
  return { clock, asked, source, signal };
}

Deno.test("a record becomes a raw report with its time, place and the time of its receipt", async () => {
  const { source, asked, signal } = query(() => Response.json([METAR]));
  const answer = await source.ask("metar", ["KORD", "KZZZ"], signal);
  assert.ok(answer.kind === "reports", JSON.stringify(answer));
  assert.equal(asked[0]!.pathname, "/api/data/metar");
  assert.equal(asked[0]!.searchParams.get("ids"), "KORD,KZZZ");
  assert.deepEqual(answer.reports, [{
    product: "metar",
    text: METAR.rawOb,
    stationId: "KORD",
    provider: "awc",
    receivedAt: NOW,
    simulated: false,
    feed: "awcQuery.metar",
    statedAt: METAR.obsTime * 1000,
    providerReceivedAt: Date.parse(METAR.receiptTime),
    position: { latitude: 41.9602, longitude: -87.9316 },
    attributes: { special: true, elevationM: 202 },
  }]);
});

Deno.test("an endpoint is asked once a minute at most, each for itself", async () => {
  const { source, asked, signal, clock } = query(() => new Response(null, { status: 204 }));
  assert.equal((await source.ask("metar", ["KORD"], signal)).kind, "reports", "204: none found");
  assert.equal((await source.ask("metar", ["KORD"], signal)).kind, "waiting");
  assert.equal((await source.ask("taf", ["KORD"], signal)).kind, "reports");
  clock.advance(MINUTE_MS);
  assert.equal((await source.ask("metar", ["KORD"], signal)).kind, "reports");
  assert.equal(asked.length, 3);
});

Deno.test("history names its span", async () => {
  const { source, asked, signal, clock } = query(() => Response.json([METAR]));
  const answer = await source.history(["KORD"], 24, NOW, signal);
  assert.ok(answer.kind === "reports");
  assert.equal(asked[0]!.searchParams.get("hours"), "24");
  assert.equal(asked[0]!.searchParams.get("date"), "2026-09-24T04:00:00Z");
  clock.advance(MINUTE_MS);
  await source.history(["KORD"], 5000, NOW, signal);
  assert.equal(asked[1]!.searchParams.get("hours"), "360");
});

const ROWS: { name: string; answer: () => Response; expected: RegExp }[] = [
  {
    name: "another station than asked for",
    answer: () => Response.json([{ ...METAR, icaoId: "KZZZ" }]),
    expected: /1 of 1 records cannot be read/,
  },
  {
    name: "an error with status 200",
    answer: () => Response.json({ status: "error", error: "Database unavailable" }),
    expected: /no JSON array/,
  },
  {
    name: "a page",
    answer: () => new Response("<html>", { headers: { "content-type": "text/html" } }),
    expected: /HTML page/,
  },
  {
    name: "the form that was dropped in September 2025",
    answer: () =>
      Response.json({ status: "error", error: "Invalid value for format" }, { status: 400 }),
    expected: /finds the request wrong \(400\)/,
  },
  {
    name: "renamed keys",
    answer: () => Response.json([{ stationId: "KORD", raw_text: METAR.rawOb }]),
    expected: /1 of 1 records/,
  },
  { name: "cut off", answer: () => new Response('[{"icaoId":"KO'), expected: /cut off/ },
];

Deno.test("what is not the answer agreed is a fault", async (t) => {
  for (const { name, answer, expected } of ROWS) {
    await t.step(name, async () => {
      const { source, signal } = query(answer);
      const got = await source.ask("metar", ["KORD"], signal);
      assert.ok(got.kind === "fault", JSON.stringify(got));
      assert.match(got.reason, expected);
    });
  }
});
