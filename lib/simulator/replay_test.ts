import assert from "node:assert/strict";
import { createReplayServer } from "./replay.ts";

const CSV = `No errors
No warnings
12 ms
data source=metars
2 results
raw_text,station_id,observation_time,latitude
KJFK 221851Z 11006KT 10SM CLR 16/03 A2962,KJFK,2022-10-22T18:51:00Z,40.6
"EGLL 221920Z 11006KT CAVOK 16/03 Q1002 NOSIG",EGLL,2022-10-22T19:20:00Z,51.5
`;
const XML = `<?xml version="1.0"?><response><data num_results="1"><METAR>
<raw_text>KSGJ 051626Z 05008KT 10SM SCT021 24/20 A3013</raw_text><station_id>KSGJ</station_id>
<observation_time>2023-03-05T16:26:00Z</observation_time><temp_c>24.0</temp_c>
<sky_condition sky_cover="SCT" cloud_base_ft_agl="2100" /><metar_type>SPECI</metar_type></METAR></data></response>`;
const CYCLE = `2011/11/23 01:55\nKEOE 230155Z AUTO 17006KT 10SM CLR 21/15 A3000\n\n` +
  `2011/11/23 02:15\nMETAR KFDW 230215Z AUTO 16009KT 10SM CLR 22/15 A3000\n`;

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

async function csvOf(text: string): Promise<{ rows: string[]; clockStart: number }> {
  const server = await createReplayServer([file("recorded", text)]);
  const response = await server.handler(
    new Request("http://127.0.0.1/data/cache/metars.cache.csv.gz"),
  );
  assert.equal(response.headers.get("x-simulated"), "true");
  const plain = response.body!.pipeThrough(new DecompressionStream("gzip"));
  return {
    rows: (await new Response(plain).text()).trimEnd().split("\n"),
    clockStart: server.clockStart,
  };
}

Deno.test("recorded files of each kind come out as today's CSV with the clock set to their time", async () => {
  const rows = [
    { text: CSV, at: "2022-10-22T19:21:00Z", count: 2, first: "KJFK 221851Z" },
    { text: XML, at: "2023-03-05T16:27:00Z", count: 1, first: "KSGJ 051626Z" },
    { text: CYCLE, at: "2011-11-23T02:16:00Z", count: 2, first: "KEOE 230155Z" },
  ];
  for (const { text, at, count, first } of rows) {
    const { rows: lines, clockStart } = await csvOf(text);
    assert.equal(lines[0]!.split(",").length, 44);
    assert.equal(lines.length - 1, count);
    assert.ok(lines[1]!.replace('"', "").startsWith(first), lines[1]);
    if (count > 1 && text !== CSV) assert.equal(lines[1]!.split(",").length, 44);
    // The newest of few reports is an exact maximum or the one before it.
    assert.ok(
      Math.abs(clockStart - Date.parse(at)) <= 30 * 60_000,
      new Date(clockStart).toISOString(),
    );
  }
});

Deno.test("a product that was not recorded is 404 and not an empty file", async () => {
  const server = await createReplayServer([file("recorded", CSV)]);
  const response = await server.handler(
    new Request("http://127.0.0.1/data/cache/tafs.cache.xml.gz"),
  );
  assert.equal(response.status, 404);
});

Deno.test("a file of no known kind is refused by name", async () => {
  await assert.rejects(createReplayServer([file("notes.txt", "hello")]), /notes\.txt/);
});
