import assert from "node:assert/strict";
import { createReportHistory, type GapFiller } from "../lib/reports/mod.ts";
import { createMemoryStore, type History, StoreError } from "../lib/store/mod.ts";
import { HOUR_MS, MINUTE_MS, toIso } from "../lib/time/mod.ts";
import { ask, fakeApi } from "./testing/ask.ts";
import { FakeReports, NOW } from "./testing/fakes.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function raw(text: string, receivedAt: number, product: "metar" | "taf" = "metar") {
  return {
    product,
    text,
    stationId: "KJFK",
    provider: "awc",
    receivedAt,
    simulated: false,
  } as const;
}

/** An API over a history of three METARs, one of them corrected, and a TAF. */
async function setup() {
  const reports = new FakeReports();
  const { history } = createMemoryStore({ source: "live", clock: reports.clock });
  await history.append([
    [raw("METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992", NOON), NOON - 9 * MINUTE_MS],
    [
      raw("METAR KJFK 241051Z 28007KT 10SM CLR 11/08 A2991", NOON - 60 * MINUTE_MS),
      NOON - 69 * MINUTE_MS,
    ],
    [
      raw("METAR COR KJFK 241151Z 28009KT 10SM CLR 12/08 A2992", NOON + MINUTE_MS),
      NOON - 9 * MINUTE_MS,
    ],
    [raw("TAF KJFK 241130Z 2412/2518 28008KT P6SM FEW250", NOON, "taf"), NOON - 30 * MINUTE_MS],
  ].map(([raw, observedAt]) => ({ raw, observedAt } as never)));
  return fakeApi({ history: pastOf(reports, history) }, reports).api;
}

function pastOf(reports: FakeReports, history: History | null, gaps: GapFiller | null = null) {
  return createReportHistory({ history, world: reports.world, clock: reports.clock, gaps });
}

const texts = (text: string): string[] =>
  JSON.parse(text).reports.map((one: { raw: string }) => one.raw.slice(0, 22));

const READS: { name: string; query: string; expected: string[] }[] = [
  {
    name: "a day up to now, the newest first, of one time the last received first",
    query: "",
    expected: ["METAR COR KJFK 241151Z", "METAR KJFK 241151Z 280", "METAR KJFK 241051Z 280"],
  },
  {
    name: "what was known before the correction came",
    query: "?at=2026-11-24T12:00:30Z",
    expected: ["METAR KJFK 241151Z 280", "METAR KJFK 241051Z 280"],
  },
  { name: "before anything was received", query: "?at=2026-11-24T10:00:00Z", expected: [] },
  {
    name: "a range, both ends included",
    query: "?from=2026-11-24T10:00:00Z&to=2026-11-24T10:51:00Z",
    expected: ["METAR KJFK 241051Z 280"],
  },
  { name: "the other product", query: "?product=taf", expected: ["TAF KJFK 241130Z 2412/"] },
  { name: "a range without reports", query: "?to=2026-11-20T00:00:00Z", expected: [] },
];

Deno.test("the history answers what was received, and what was known when", async (t) => {
  const api = await setup();
  for (const { name, query, expected } of READS) {
    await t.step(name, async () => {
      const { response, text } = await ask(api, { path: `/api/v1/history/jfk${query}` });
      assert.equal(response.status, 200, text);
      assert.deepEqual(texts(text), expected);
    });
  }
});

Deno.test("pages lead from one to the next until none is left", async () => {
  const api = await setup();
  const seen: string[] = [];
  let path = "/api/v1/history/KJFK?limit=1";
  for (let i = 0; i < 3; i++) {
    const { text } = await ask(api, { path });
    seen.push(...texts(text));
    const { next } = JSON.parse(text);
    if (next === null) break;
    path = `/api/v1/history/KJFK?limit=1&cursor=${next}`;
  }
  assert.equal(new Set(seen).size, 3);
});

Deno.test("the same question has the same answer and tag, and a copy that is good is not sent again", async () => {
  const api = await setup();
  const path = `/api/v1/history/KJFK?to=${NOW}`;
  const first = await ask(api, { path });
  const tag = first.response.headers.get("etag")!;
  const again = await ask(api, { path, headers: { "if-none-match": tag } });
  assert.equal(again.response.status, 304);
  const head = await ask(api, { path, method: "HEAD" });
  assert.equal(head.response.headers.get("etag"), tag);
});

const REFUSALS: { name: string; path: string; status: number; contains: string }[] = [
  { name: "an unknown station", path: "/ZZZZ", status: 404, contains: "ZZZZ" },
  { name: "a wrong id", path: "/K", status: 400, contains: "four letters" },
  {
    name: "a wrong instant",
    path: "/KJFK?from=yesterday",
    status: 400,
    contains: "instant in UTC",
  },
  {
    name: "an instant without a zone",
    path: "/KJFK?at=2026-11-24T12:00:00",
    status: 400,
    contains: "UTC",
  },
  {
    name: "from after to",
    path: "/KJFK?from=2026-11-24T12:00:00Z&to=2026-11-23T12:00:00Z",
    status: 400,
    contains: "not be later",
  },
  { name: "too many", path: "/KJFK?limit=501", status: 400, contains: "1 to 500" },
  { name: "a cursor of somebody's own", path: "/KJFK?cursor=abc", status: 400, contains: "cursor" },
  { name: "an unknown product", path: "/KJFK?product=pirep", status: 400, contains: "metar, taf" },
  { name: "an unknown name", path: "/KJFK?station=KLGA", status: 400, contains: "unknown" },
];

Deno.test("what cannot be answered is refused, and says why", async (t) => {
  const api = await setup();
  for (const { name, path, status, contains } of REFUSALS) {
    await t.step(name, async () => {
      const { response, text } = await ask(api, { path: `/api/v1/history${path}` });
      assert.equal(response.status, status);
      assert.match(text, new RegExp(contains));
    });
  }
});

Deno.test("a store that is away is 503 and never an empty list; without a history it is said", async () => {
  const reports = new FakeReports();
  const away: History = {
    ...createMemoryStore({ source: "live", clock: reports.clock }).history,
    query: () => Promise.reject(new StoreError("timeout", "no answer")),
  };
  const failing = fakeApi({ history: pastOf(reports, away) }, reports).api;
  const failed = await ask(failing, { path: "/api/v1/history/KJFK" });
  assert.equal(failed.response.status, 503);
  assert.equal(failed.response.headers.get("retry-after"), "10");
  const none = fakeApi({ history: pastOf(reports, null) }, reports).api;
  const { response, text } = await ask(none, { path: "/api/v1/history/KJFK" });
  assert.equal(response.status, 503);
  assert.match(text, /keeps no history/);
});

Deno.test("what is missing is told, with what is done about it, and what was fetched later is marked", async () => {
  const reports = new FakeReports();
  const { history } = createMemoryStore({ source: "live", clock: reports.clock });
  const now = reports.clock.now();
  const hourly = Array.from({ length: 25 }, (_, i) => {
    const observedAt = Math.floor(now / HOUR_MS) * HOUR_MS - i * HOUR_MS;
    const time = toIso(observedAt);
    const text = `METAR KJFK ${time.slice(8, 10)}${time.slice(11, 13)}00Z 28008KT 10SM CLR 12/08`;
    const later = i > 12 && { backfilled: true as const, providerReceivedAt: observedAt };
    return { raw: { ...raw(text, now), ...later }, observedAt };
  });
  const wanted: unknown[] = [];
  const answerOf = async (said: Awaited<ReturnType<GapFiller["want"]>>, query = "") => {
    const gaps: GapFiller = {
      want: (id, span) => (wanted.push([id, span]), Promise.resolve(said)),
    };
    const { api } = fakeApi({ history: pastOf(reports, history, gaps) }, reports);
    const { text } = await ask(api, { path: `/api/v1/history/KJFK${query}` });
    const { complete, fetching, reports: list } = JSON.parse(text);
    return { state: [complete, fetching], list };
  };
  const [newest, ...others] = hourly;
  await history.append([newest!, ...others.slice(5)]);
  assert.deepEqual((await answerOf("fetching")).state, [false, true]);
  const gap = { from: others[5]!.observedAt, to: newest!.observedAt };
  assert.deepEqual(wanted, [["KJFK", gap]]);
  assert.deepEqual((await answerOf("asked")).state, [true, false]);
  assert.deepEqual((await answerOf("no")).state, [false, false]);
  // Of a page only its own time is looked at.
  assert.deepEqual((await answerOf("no", "?limit=1")).state, [true, false]);
  assert.deepEqual((await answerOf("fetching", "?product=taf")).state, [false, false]);
  await history.append(others);
  const { state, list } = await answerOf("no");
  assert.deepEqual(state, [true, false]);
  assert.deepEqual([list[0].backfilled, list.at(-1).backfilled], [false, true]);
});
