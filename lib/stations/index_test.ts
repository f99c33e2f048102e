import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  createStationIndex,
  distanceNm,
  mergeStations,
  parseStations,
  RUNWAYS_URL,
  STATIONS_URL,
} from "./mod.ts";
import type { Station } from "./mod.ts";

const started = performance.now();
const stations = parseStations(
  readFileSync(STATIONS_URL, "utf8"),
  readFileSync(RUNWAYS_URL, "utf8"),
);
const parseMs = performance.now() - started;
const index = createStationIndex(stations);

Deno.test("the committed data hold every open location indicator", () => {
  assert.ok(index.size > 17_000, String(index.size));
  assert.equal(index.size, stations.length, "no indicator twice");
  assert.ok(parseMs < 1000, `parsed in ${parseMs} ms`);
});

Deno.test("ten aerodromes are where and what they are", () => {
  const rows = [
    {
      id: "EGLL",
      iata: "LHR",
      ft: 83,
      zone: "Europe/London",
      variation: 1.1,
      end: "27R",
      heading: 269.6,
    },
    {
      id: "KJFK",
      iata: "JFK",
      ft: 13,
      zone: "America/New_York",
      variation: -12.6,
      end: "04L",
      heading: 31,
    },
    {
      id: "LFPG",
      iata: "CDG",
      ft: 392,
      zone: "Europe/Paris",
      variation: 2.1,
      end: "08L",
      heading: 85,
    },
    {
      id: "RJTT",
      iata: "HND",
      ft: 35,
      zone: "Asia/Tokyo",
      variation: -7.9,
      end: "34R",
      heading: 330,
    },
    {
      id: "YSSY",
      iata: "SYD",
      ft: 21,
      zone: "Australia/Sydney",
      variation: 12.8,
      end: "16R",
      heading: 168,
    },
    {
      id: "SBGR",
      iata: "GRU",
      ft: 2461,
      zone: "America/Sao_Paulo",
      variation: -22,
      end: "10L",
      heading: 74,
    },
    {
      id: "FACT",
      iata: "CPT",
      ft: 151,
      zone: "Africa/Johannesburg",
      variation: -26.9,
      end: "01",
      heading: 346,
    },
    {
      id: "OMDB",
      iata: "DXB",
      ft: 62,
      zone: "Asia/Dubai",
      variation: 2.2,
      end: "12L",
      heading: 121,
    },
    {
      id: "KPAO",
      iata: "PAO",
      ft: 4,
      zone: "America/Los_Angeles",
      variation: 12.7,
      end: "31",
      heading: 322,
    },
    {
      id: "EGKB",
      iata: "BQH",
      ft: 598,
      zone: "Europe/London",
      variation: 1.2,
      end: "21",
      heading: 206,
    },
  ];
  for (const row of rows) {
    const station = index.get(row.id.toLowerCase());
    assert.ok(station, row.id);
    assert.equal(index.byIata(row.iata)?.id, row.id);
    assert.deepEqual(station.elevation, { value: row.ft, unit: "ft" }, row.id);
    assert.equal(station.timeZone, row.zone);
    assert.equal(station.magneticVariation, row.variation, row.id);
    const end = station.runways.flatMap((r) => r.ends).find((e) => e.designator === row.end);
    assert.ok(end, `${row.id} ${row.end}`);
    assert.equal(end.trueHeading, row.heading, row.id);
    assert.equal(end.headingSource, "published");
  }
});

Deno.test("RJTT 05/23, published as 57° and 223°, is computed from its thresholds", () => {
  const ends = index.get("RJTT")!.runways.flatMap((r) => r.ends);
  assert.deepEqual(ends.filter((e) => e.designator === "05" || e.designator === "23"), [
    { designator: "05", trueHeading: 43, headingSource: "thresholds" },
    { designator: "23", trueHeading: 223, headingSource: "thresholds" },
  ]);
});

Deno.test("search forgives case, accents and misspellings and puts the large ones first", () => {
  const rows = [
    { query: "kjfk", first: "KJFK" },
    { query: "JFK", first: "KJFK" },
    { query: "heathrow", first: "EGLL" },
    { query: "hethrow", first: "EGLL" },
    { query: "Haethrow", first: "EGLL" },
    { query: "sao paulo", first: "SBGR" },
    { query: "são páulo guarulhos", first: "SBGR" },
    { query: "new york", first: "KJFK" },
    { query: "new york airport", first: "KJFK" },
    { query: "london", first: "EGLL" },
    { query: "biggin hill", first: "EGKB" },
    { query: "tokio haneda", first: "RJTT" },
    { query: "palo alto", first: "KPAO" },
    { query: "zurich", first: "LSZH" },
    { query: "Zürich", first: "LSZH" },
    { query: "frankfrut", first: "EDDF" },
    { query: "san fransisco", first: "KSFO" },
    { query: "cape town", first: "FACT" },
    { query: "munchen", first: "EDDM" },
    { query: "münchen", first: "EDDM" },
    { query: "Muenchen", first: "EDDM" },
    { query: "Wien", first: "LOWW" },
    { query: "Sankt Petersburg", first: "ULLI" },
    { query: "saint louis", first: "KSTL" },
  ];
  for (const { query, first } of rows) {
    const found = index.search(query, 5).map((s) => s.id);
    assert.equal(found[0], first, `${query}: ${found.join(" ")}`);
  }
});

Deno.test("a rare word is found as itself first, and as a misspelt common one", () => {
  const found = index.search("Kenedy", 5).map((s) => s.id);
  assert.equal(found[0], "K2R9", "Kenedy in Texas");
  assert.ok(found.includes("KJFK"), found.join(" "));
});

Deno.test("search gives nothing for nothing and survives anything", () => {
  for (const query of ["", "   ", "!!!", "qqqqzzzzxxxx", "\u0000", "𝔘𝔫", "a".repeat(10_000)]) {
    assert.ok(Array.isArray(index.search(query, 5)), query.slice(0, 10));
  }
  assert.deepEqual(index.search("", 5), []);
  assert.deepEqual(index.search("qqqqzzzzxxxx", 5), []);
  assert.deepEqual(index.search("london", 0), []);
});

function bruteForce(latitude: number, longitude: number, radius: number, limit: number) {
  return stations
    .map((s) => ({ id: s.id, nm: distanceNm({ latitude, longitude }, s) }))
    .filter((s) => s.nm <= radius)
    .sort((a, b) => a.nm - b.nm || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

Deno.test("the nearest are those of a full search, at poles and antimeridian as well", () => {
  const rows: [number, number, number, number][] = [
    [51.47, -0.46, 25, 10],
    [90, 0, 1500, 5],
    [-90, 77, 1200, 20],
    [-17.5, 179.95, 200, 20],
    [-17.5, -179.95, 200, 20],
    [0, -30, 10_800, 7],
    [71, -156, 400, 8],
    [12, 45, 0, 3],
  ];
  for (const [latitude, longitude, radius, limit] of rows) {
    const found = index.near(latitude, longitude, radius, limit);
    const expected = bruteForce(latitude, longitude, radius, limit);
    assert.deepEqual(found.map((f) => f.station.id), expected.map((e) => e.id));
    found.forEach((f, i) => assert.ok(Math.abs(f.distance.value - expected[i]!.nm) < 1e-6));
  }
  for (const [latitude, longitude, radius] of rows) {
    const found = index.inCircle(latitude, longitude, radius).map(({ id }) => id).sort();
    const expected = bruteForce(latitude, longitude, radius, Infinity).map(({ id }) => id).sort();
    assert.deepEqual(found, expected);
  }
  assert.deepEqual(index.inCircle(NaN, 0, 10), []);
  const large = index.near(51.47, -0.46, 100, 3, (s) => s.size === "large");
  assert.ok(large.length === 3 && large.every((f) => f.station.size === "large"));
  assert.deepEqual(index.near(NaN, 0, 10, 5), []);
});

Deno.test("a box crosses the antimeridian when its west is greater than its east", () => {
  const inBox = (s: Station) =>
    s.latitude >= -20 && s.latitude <= -15 && (s.longitude >= 177 || s.longitude <= -178);
  const found = index.within(-20, 177, -15, -178, 1000).map((s) => s.id).sort();
  assert.deepEqual(found, stations.filter(inBox).map((s) => s.id).sort());
  assert.ok(found.includes("NFFN"));
  assert.equal(index.within(-90, -180, 90, 180, 100_000).length, index.size);
  assert.equal(index.within(-90, -180, 90, 180, 3).length, 3);
});

Deno.test("a weather station that is no aerodrome is added; what is known is not overwritten", () => {
  const jfk = index.get("KJFK")!;
  const buoy: Station = {
    ...jfk,
    id: "KW29",
    iata: null,
    name: "Bay Bridge Field",
    size: "station",
    runways: [],
  };
  const merged = createStationIndex(mergeStations(stations, [buoy, { ...jfk, name: "Wrong" }]));
  assert.equal(merged.size, index.size + 1);
  assert.equal(merged.get("kw29")?.name, "Bay Bridge Field");
  assert.equal(merged.get("KJFK")?.name, jfk.name);
});

Deno.test("words and places indexed in steps or when asked find the same as indexed at once", async () => {
  const stations = parseStations(
    "EGLL\tLHR\tL\t51.47\t-0.46\t83\t1.1\tEurope/London\tGB\tENG\tLondon Heathrow Airport\tLondon\n" +
      "KJFK\tJFK\tL\t40.64\t-73.78\t13\t-13\tAmerica/New_York\tUS\tNY\tJohn F. Kennedy International Airport\tNew York",
  );
  const atOnce = createStationIndex(stations);
  const whenAsked = { wordsWhenAsked: true, placesWhenAsked: true };
  const inSteps = createStationIndex(stations, whenAsked);
  let pauses = 0;
  await inSteps.prepare(() => {
    pauses++;
    return undefined;
  });
  assert.ok(pauses > 0);
  for (const index of [inSteps, createStationIndex(stations, whenAsked)]) {
    for (const query of ["hethrow", "new york", "kjfk", "lhr", "nothing"]) {
      assert.deepEqual(
        index.search(query, 5).map(({ id }) => id),
        atOnce.search(query, 5).map(({ id }) => id),
        query,
      );
    }
    assert.deepEqual(index.near(51, 0, 100, 5), atOnce.near(51, 0, 100, 5));
    assert.deepEqual(index.near(51, 0, 100, 5).map(({ station }) => station.id), ["EGLL"]);
    assert.deepEqual(index.within(40, -75, 41, -73, 5), atOnce.within(40, -75, 41, -73, 5));
    assert.equal(index.inCircle(40.6, -73.8, 10).length, 1);
  }
});
