import assert from "node:assert/strict";
import { createSlicer } from "../../resilience/mod.ts";
import { readJsonRecords } from "./json_records.ts";
import { readStationTable, stationEntry } from "./station_table.ts";

const JFK = {
  id: "KJFK",
  icaoId: "KJFK",
  iataId: "JFK",
  faaId: "JFK",
  wmoId: "74486",
  site: "New York/JF Kennedy Intl",
  lat: 40.63916,
  lon: -73.76394,
  elev: 3,
  state: "NY",
  country: "US",
  priority: 0,
  siteType: ["METAR", "TAF"],
};

Deno.test("an entry becomes a weather station with its place and height in feet", () => {
  assert.deepEqual(stationEntry(JFK), {
    id: "KJFK",
    iata: "JFK",
    name: "New York/JF Kennedy Intl",
    city: null,
    country: "US",
    region: "NY",
    latitude: 40.63916,
    longitude: -73.76394,
    elevation: { value: 10, unit: "ft" },
    timeZone: null,
    magneticVariation: null,
    size: "station",
    runways: [],
  });
});

const REFUSED: { name: string; entry: Record<string, unknown>; expected: string }[] = [
  { name: "a buoy", entry: { id: "32012", icaoId: null, siteType: [] }, expected: "noIndicator" },
  { name: "an empty indicator", entry: { id: "", icaoId: "" }, expected: "noIndicator" },
  {
    name: "a name of JavaScript",
    entry: { icaoId: "__proto__" },
    expected: "noIndicator",
  },
  { name: "a number for an indicator", entry: { icaoId: 7 }, expected: "badEntry" },
  { name: "a withheld position", entry: { lat: -99.99, lon: -99.99 }, expected: "noPosition" },
  { name: "no position", entry: { lat: null, lon: null }, expected: "noPosition" },
  { name: "an empty position", entry: { lat: "", lon: "" }, expected: "noPosition" },
  { name: "a position off the earth", entry: { lon: 999 }, expected: "noPosition" },
];

Deno.test("an entry that cannot be placed is passed over, with its reason", async (t) => {
  for (const { name, entry, expected } of REFUSED) {
    await t.step(name, () => assert.equal(stationEntry({ ...JFK, ...entry }), expected));
  }
});

const READ: {
  name: string;
  entry: Record<string, unknown>;
  member: "id" | "iata" | "name" | "country" | "region" | "elevation";
  expected: unknown;
}[] = [
  {
    name: "a station with weather and no ICAO code goes by its id",
    entry: { id: "KW29", icaoId: null, siteType: ["METAR"] },
    member: "id",
    expected: "KW29",
  },
  { name: "9999 m is unknown", entry: { elev: 9999 }, member: "elevation", expected: null },
  { name: "no height is unknown", entry: { elev: null }, member: "elevation", expected: null },
  {
    name: "the level of the sea is a height",
    entry: { elev: 0 },
    member: "elevation",
    expected: { value: 0, unit: "ft" },
  },
  { name: "an empty state is none", entry: { state: "" }, member: "region", expected: null },
  { name: "no country is empty", entry: { country: null }, member: "country", expected: "" },
  { name: "a bad IATA code is none", entry: { iataId: "JFKX" }, member: "iata", expected: null },
  {
    name: "no name says what it is",
    entry: { site: null },
    member: "name",
    expected: "Weather station",
  },
  {
    name: "a name of two lines is one line",
    entry: { site: "Mount\r\n\tWashington" },
    member: "name",
    expected: "Mount Washington",
  },
];

Deno.test("what an entry leaves open stays open", async (t) => {
  for (const { name, entry, member, expected } of READ) {
    await t.step(name, () => {
      const station = stationEntry({ ...JFK, ...entry });
      assert.ok(typeof station === "object");
      assert.deepEqual(station[member], expected);
    });
  }
});

const slicer = () => createSlicer({ turn: () => Promise.resolve() });

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return await new Response(stream).bytes();
}

Deno.test("a table is read entry by entry; one bad entry costs no other", async () => {
  const buoy = { ...JFK, id: "32012", icaoId: null, siteType: [] };
  const egll = { ...JFK, icaoId: "EGLL" };
  const file = await gzip(JSON.stringify([JFK, buoy, egll, egll]));
  const table = await readStationTable(file, new Headers(), slicer());
  assert.deepEqual(table.stations.map((station) => station.id), ["KJFK", "EGLL"]);
  assert.deepEqual(table.skipped, { noIndicator: 1 });
});

Deno.test("a table of other names is refused whole", async () => {
  const file = await gzip(JSON.stringify([{ code: "KJFK" }, { code: "EGLL" }]));
  await assert.rejects(
    readStationTable(file, new Headers(), slicer()),
    /0 of 2 stations can be read/,
  );
});

async function recordsOf(text: string, step = text.length): Promise<unknown[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += step) {
      yield await Promise.resolve(text.slice(at, at + step));
    }
  }
  const records: unknown[] = [];
  await readJsonRecords(pieces(), slicer(), (record) => records.push(record));
  return records;
}

Deno.test("records are the same wherever the text is cut", async () => {
  const expected = [
    { a: '}]{[\\" ü', b: [1, { c: "\\" }], d: {} },
    {},
    { e: null, f: "\u{1F600}" },
  ];
  const text = `\uFEFF [ ${expected.map((one) => JSON.stringify(one, null, 1)).join(" ,\n")} ]\n`;
  for (const step of [1, 2, 3, 7, 50, text.length]) {
    assert.deepEqual(await recordsOf(text, step), expected, `step ${step}`);
  }
  assert.deepEqual(await recordsOf("[]"), []);
});

const BROKEN: [text: string, reason: RegExp][] = [
  ["", /cut off/],
  ["[", /cut off/],
  ['[{"a":1}', /cut off/],
  ['[{"a":1},', /cut off/],
  ['[{"a":"', /cut off/],
  ['{"status":"error"}', /no JSON array/],
  ["<html></html>", /no JSON array/],
  ['[{"a":1} {"b":2}]', /no JSON array/],
  ['[{"a":1},]', /no JSON array/],
  ["[1,2]", /no JSON array/],
  ['[{"a":1}] [', /no JSON array/],
  ["[{a:1}]", /record 1 of the JSON is damaged/],
  ['[{"a":[}]', /damaged|cut off/],
  [`[{"a":${"[".repeat(10_000)}`, /nested too deeply/],
  [`[{"a":"${"x".repeat(300_000)}"}]`, /too long/],
];

Deno.test("JSON that is damaged, cut, deep, long or of another shape is refused", async (t) => {
  for (const [text, reason] of BROKEN) {
    await t.step(text.slice(0, 40), () => assert.rejects(recordsOf(text), reason));
  }
});

Deno.test("a key named __proto__ changes no object", async () => {
  await recordsOf('[{"__proto__":{"polluted":true}}]');
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});
