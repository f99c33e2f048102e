/**
 * The two times that the Aviation Weather Center changed what it sends, as fixtures, and the time to come.
 *
 * October 2023: the old server went away, the cache files lost their status lines, visibility became text
 * (`10+`). September 2025: reports begin with their word, the old addresses are gone for good, CSV is refused by
 * the queries, JSON lost `metar_id` and `mostRecent` and leaves out what has no value.
 */
import assert from "node:assert/strict";
import { decodeMetar } from "../../products/metar/mod.ts";
import { comparableText } from "../../products/raw_report.ts";
import { createHttpClient } from "../../resilience/mod.ts";
import { FakeClock, MINUTE_MS } from "../../time/mod.ts";
import { METAR_COLUMNS } from "./columns.ts";
import { createAwcProvider } from "./mod.ts";
import { createAwcQuery } from "./query.ts";

const NOW = Date.parse("2026-09-24T04:00:00Z");
const TEXT = "KORD 240351Z 23006KT 10SM FEW250 18/14 A3002 RMK AO2 SLP162 T01830139";
const OBSERVED = "2026-09-24T03:51:00Z";

function csv(text: string, visibility: string, category: string): string {
  const cells = METAR_COLUMNS.map(() => "");
  [cells[0], cells[1], cells[2], cells[10]] = [text, "KORD", OBSERVED, visibility];
  [cells[30], cells[42]] = [category, "METAR"];
  return `${METAR_COLUMNS.join(",")}\n${cells.join(",")}\n`;
}

const XML_OF_ADDS = `<?xml version="1.0" encoding="UTF-8"?>
<response xmlns:xsd="http://www.w3.org/2001/XMLSchema" version="1.2"
 xsi:noNamespaceSchemaLocation="http://aviationweather.gov/adds/schema/metar1_2.xsd"
 xmlns:xsi="http://www.w3.org/2001/XML-Schema-instance">
  <request_index>30141982</request_index><data_source name="metars" /><request type="retrieve" />
  <errors /><warnings /><time_taken_ms>4</time_taken_ms>
  <data num_results="1"><METAR><raw_text>${TEXT}</raw_text><station_id>KORD</station_id>
  <observation_time>${OBSERVED}</observation_time><visibility_statute_mi>10.0</visibility_statute_mi>
  </METAR></data></response>`;

/** One report in every form in which it has been served as a file. */
const FILES: { name: string; body: string }[] = [
  {
    name: "until October 2023, CSV with status lines",
    body: `No errors\nNo warnings\n12 ms\ndata source=metars\n1 results\n${
      csv(TEXT, "10.0", "VFR")
    }`,
  },
  { name: "until October 2023, XML of the old server", body: XML_OF_ADDS },
  { name: "from October 2023, visibility as text", body: csv(TEXT, "10+", "VFR") },
  { name: "from October 2023, a category that is the word null", body: csv(TEXT, "10+", "null") },
  { name: "from September 2025, the word in front", body: csv(`METAR ${TEXT}`, "10+", "VFR") },
];

async function fetchFile(body: string, status = 200) {
  const clock = new FakeClock(NOW);
  const kept: string[] = [];
  const interval = MINUTE_MS;
  const provider = createAwcProvider({
    client: createHttpClient({
      fetch: () => Promise.resolve(new Response(body, { status })),
      clock,
      userAgent: "t",
    }),
    clock,
    baseUrl: "http://awc.test",
    simulated: false,
    intervalMs: {
      metar: interval,
      taf: interval,
      pirep: interval,
      sigmet: interval,
      isigmet: interval,
      gairmet: interval,
      cwa: interval,
      stations: interval,
    },
    quarantine: {
      keep: (name) => {
        kept.push(name);
        return Promise.resolve();
      },
    },
  });
  const feed = provider.feeds.find((one) => one.product === "metar")!;
  return { answer: await feed.fetch(new AbortController().signal), kept };
}

Deno.test("every form in which the file has come is read, and says the same", async (t) => {
  const decoded = JSON.stringify(decodeMetar(TEXT, { receivedAt: NOW }).surfaceWind);
  for (const { name, body } of FILES) {
    await t.step(name, async () => {
      const { answer, kept } = await fetchFile(body);
      assert.ok(answer.kind === "reports", JSON.stringify(answer));
      const [report] = answer.reports;
      assert.equal(comparableText(report!.text), TEXT, "the same report, whatever stands in front");
      assert.equal(report!.statedAt, Date.parse(OBSERVED));
      const { surfaceWind, prevailingVisibility } = decodeMetar(report!.text, { receivedAt: NOW });
      assert.equal(surfaceWind.kind, JSON.parse(decoded).kind);
      assert.ok(
        JSON.stringify(prevailingVisibility).includes('"value":10'),
        "from the text itself",
      );
      assert.deepEqual(kept, []);
    });
  }
});

const JSON_UNTIL_2025 = {
  metar_id: 653427896,
  icaoId: "KORD",
  receiptTime: "2026-09-24 03:55:18",
  obsTime: Date.parse(OBSERVED) / 1000,
  reportTime: "2026-09-24 04:00:00",
  temp: 18.3,
  dewp: 13.9,
  wdir: 230,
  wspd: 6,
  wgst: null,
  visib: "10+",
  altim: 1016.3,
  qcField: 4,
  wxString: null,
  presTend: null,
  maxT: null,
  pcp3hr: null,
  snow: null,
  vertVis: null,
  metarType: "METAR",
  rawOb: TEXT,
  mostRecent: 1,
  lat: 41.9602,
  lon: -87.9316,
  elev: 202,
  prior: 0,
  name: "Chicago/O'Hare Intl, IL, US",
  clouds: [{ cover: "FEW", base: 25000 }],
};
const JSON_FROM_2025 = {
  icaoId: "KORD",
  receiptTime: "2026-09-24T03:55:18.697Z",
  obsTime: Date.parse(OBSERVED) / 1000,
  reportTime: "2026-09-24T04:00:00.000Z",
  temp: 18.3,
  dewp: 13.9,
  wdir: 230,
  wspd: 6,
  visib: "10+",
  altim: 1016.3,
  qcField: 4,
  metarType: "METAR",
  rawOb: `METAR ${TEXT}`,
  lat: 41.9602,
  lon: -87.9316,
  elev: 202,
  name: "Chicago/O'Hare Intl, IL, US",
  clouds: [{ cover: "FEW", base: 25000 }],
};

Deno.test("records with and without what September 2025 took away are the same report", async () => {
  for (const record of [JSON_UNTIL_2025, JSON_FROM_2025]) {
    const clock = new FakeClock(NOW);
    const query = createAwcQuery({
      client: createHttpClient({
        fetch: () => Promise.resolve(Response.json([record])),
        clock,
        userAgent: "t",
      }),
      clock,
      baseUrl: "http://awc.test",
      simulated: false,
    });
    const answer = await query.ask("metar", ["KORD"], new AbortController().signal);
    assert.ok(answer.kind === "reports", JSON.stringify(answer));
    assert.equal(comparableText(answer.reports[0]!.text), TEXT);
    assert.equal(answer.reports[0]!.statedAt, Date.parse(OBSERVED));
    assert.deepEqual(answer.reports[0]!.position, { latitude: 41.9602, longitude: -87.9316 });
  }
});

/** What each change would have looked like to a reader of the form before it. */
const CHANGES: { name: string; body: string; status?: number; expected: RegExp; drift: boolean }[] =
  [
    {
      name: "the address is gone (October 2023, September 2025)",
      body: "<html><title>404</title></html>",
      status: 404,
      expected: /finds the request wrong \(404\)/,
      drift: false,
    },
    {
      name: "the address moved (October 2023)",
      body: "",
      status: 301,
      expected: /redirects are not followed \(301\)/,
      drift: false,
    },
    {
      name: "CSV is refused (September 2025)",
      body: '{"status":"error","error":"Invalid value for format"}',
      status: 400,
      expected: /finds the request wrong \(400\)/,
      drift: false,
    },
    {
      name: "a page with status 200, as in the days of both changes",
      body: "<!DOCTYPE html><html></html>",
      expected: /HTML page/,
      drift: false,
    },
    {
      name: "a column renamed",
      body: csv(TEXT, "10+", "VFR").replace("visibility_statute_mi", "visibility_sm"),
      expected: /visibility_sm/,
      drift: true,
    },
    {
      name: "a column more, in front",
      body: csv(TEXT, "10+", "VFR").replace(/^/gm, "metar_id,"),
      expected: /the header has 45 columns/,
      drift: true,
    },
    {
      name: "other names of elements in XML",
      body: XML_OF_ADDS.replaceAll("raw_text", "rawOb").replaceAll("station_id", "icaoId"),
      expected: /1 of 1 rows cannot be read/,
      drift: true,
    },
  ];

Deno.test("a form that is not known is refused in one poll; what is a new form is set aside", async (t) => {
  for (const { name, body, status, expected, drift } of CHANGES) {
    await t.step(name, async () => {
      const { answer, kept } = await fetchFile(body, status);
      assert.ok(answer.kind === "fault", JSON.stringify(answer));
      assert.match(answer.reason, expected);
      assert.equal(answer.drift, drift);
      assert.deepEqual(kept, drift ? ["metar"] : []);
    });
  }
});
