import assert from "node:assert/strict";
import { BodyError, createHttpClient } from "../../resilience/mod.ts";
import { FakeClock } from "../../time/mod.ts";
import { createNoaa } from "./mod.ts";
import { readStationFile } from "./station_file.ts";

const NOW = Date.parse("2026-09-24T04:00:00Z");
const FILES: Readonly<Record<string, string>> = {
  KJFK: "2026/09/24 03:51\nKJFK 240351Z 18008KT 10SM FEW250 21/17 A3001 RMK AO2 SLP162 T02110172\n",
  KBOS: "2026/09/24 03:54\r\nKBOS 240354Z 20006KT 10SM CLR 19/15 A3002\r\n",
};

function noaa(files: Readonly<Record<string, string | number>>) {
  const clock = new FakeClock(NOW);
  const asked: string[] = [];
  const source = createNoaa({
    client: createHttpClient({
      fetch: (input) => {
        const { pathname } = new URL(String(input));
        asked.push(pathname);
        const file = files[pathname.split("/").at(-1)!.slice(0, 4)] ?? 404;
        return Promise.resolve(
          typeof file === "number"
            ? new Response("no", { status: file })
            : new Response(file, { headers: { "content-type": "text/plain" } }),
        );
      },
      clock,
      userAgent: "t",
      sleep: () => Promise.resolve(),
    }),
    clock,
    baseUrl: "http://noaa.test/data",
    simulated: false,
    degraded: true,
  });
  const ask = (...ids: string[]) => source.ask("metar", ids, new AbortController().signal);
  return { ask, asked, source };
}

Deno.test("a file for each station; one that does not exist is no fault", async () => {
  const { ask, asked } = noaa(FILES);
  const answer = await ask("KJFK", "KBOS", "KZZZ");
  assert.ok(answer.kind === "reports", JSON.stringify(answer));
  assert.deepEqual(asked[0], "/data/observations/metar/stations/KJFK.TXT");
  assert.deepEqual(answer.reports.map(({ stationId, statedAt }) => [stationId, statedAt]), [
    ["KJFK", Date.parse("2026-09-24T03:51:00Z")],
    ["KBOS", Date.parse("2026-09-24T03:54:00Z")],
  ]);
  assert.equal(answer.reports[0]!.text, FILES["KJFK"]!.split("\n")[1]);
  assert.equal(answer.reports[0]!.degraded, true);
  assert.deepEqual(answer.skipped, {});
});

Deno.test("it has failed only when no file could be had", async () => {
  const some = await noaa({ ...FILES, KLGA: 503 }).ask("KJFK", "KLGA");
  assert.ok(some.kind === "reports");
  assert.deepEqual(some.skipped, { failed: 1 });
  const none = await noaa({ KJFK: 503, KLGA: 500 }).ask("KJFK", "KLGA");
  assert.equal(none.kind, "fault");
  const empty = await noaa({}).ask("KJFK");
  assert.ok(empty.kind === "reports");
  assert.deepEqual(empty.reports, []);
});

Deno.test("a forecast broken over lines is one report", () => {
  const { text, statedAt } = readStationFile(
    "2026/09/24 03:20\nTAF KJFK 240320Z 2404/2506 18008KT P6SM FEW250\n      FM241500 20012KT P6SM SCT040\n",
    "taf",
  );
  assert.equal(
    text,
    "TAF KJFK 240320Z 2404/2506 18008KT P6SM FEW250 FM241500 20012KT P6SM SCT040",
  );
  assert.equal(statedAt, Date.parse("2026-09-24T03:20:00Z"));
});

const WRONG: { name: string; file: string }[] = [
  { name: "empty", file: "" },
  { name: "an HTML page", file: "<!DOCTYPE html><html></html>" },
  { name: "a time alone", file: "2026/09/24 03:51\n" },
  { name: "no time", file: "KJFK 240351Z 18008KT\n" },
  { name: "a day that does not exist", file: "2026/02/31 03:51\nKJFK 310351Z 18008KT\n" },
  { name: "an hour that does not exist", file: "2026/02/01 27:51\nKJFK 010351Z 18008KT\n" },
  { name: "a report without end", file: `2026/09/24 03:51\n${"KJFK ".repeat(2000)}\n` },
];

Deno.test("a file of another shape is refused", async (t) => {
  for (const { name, file } of WRONG) {
    await t.step(name, () => assert.throws(() => readStationFile(file, "metar"), BodyError));
  }
});
