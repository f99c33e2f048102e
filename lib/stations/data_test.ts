import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { angleBetween, formatRunway, formatStation } from "./mod.ts";
import { parseStations, RUNWAYS_URL, STATIONS_URL } from "./mod.ts";

const stationsText = readFileSync(STATIONS_URL, "utf8");
const runwaysText = readFileSync(RUNWAYS_URL, "utf8");
const stations = parseStations(stationsText, runwaysText);

Deno.test("every station of the tables is possible", () => {
  for (const station of stations) {
    const { id, latitude, longitude, elevation, magneticVariation, timeZone, country } = station;
    assert.match(id, /^[A-Z][A-Z0-9]{3}$/);
    assert.ok(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, id);
    assert.ok(elevation === null || (elevation.value > -1500 && elevation.value < 18_000), id);
    assert.ok(magneticVariation !== null && Math.abs(magneticVariation) <= 180, id);
    assert.ok(timeZone !== null && country.length === 2 && station.name !== "", id);
  }
});

Deno.test("every heading is 1 to 360 and both ends of a runway are opposite", () => {
  let checked = 0;
  for (const { id, runways } of stations) {
    for (const { ends } of runways) {
      for (const { trueHeading, headingSource } of ends) {
        assert.equal(trueHeading === null, headingSource === null, id);
        assert.ok(trueHeading === null || (trueHeading > 0 && trueHeading <= 360), id);
      }
      const [low, high] = ends;
      if (low?.headingSource === "designator" || low === undefined) continue;
      if (high === undefined || low.trueHeading === null || high.trueHeading === null) continue;
      assert.ok(angleBetween(low.trueHeading, high.trueHeading + 180) <= 2.1, id);
      checked++;
    }
  }
  assert.ok(checked > 9000, String(checked));
});

Deno.test("the tables read and written again are the same bytes", () => {
  const lines = (text: string) => text.split("\n").filter((l) => l !== "" && !l.startsWith("#"));
  assert.deepEqual(stations.map(formatStation), lines(stationsText));
  assert.deepEqual(
    stations.flatMap((s) => s.runways.map((runway) => formatRunway(s.id, runway))),
    lines(runwaysText),
  );
});

Deno.test("damaged lines are passed over", () => {
  assert.deepEqual(parseStations("garbage\n# comment\n\n\t\t\n", "x\n\ty"), []);
});

Deno.test("a copy of a station and its JSON have the runways, which are read when they are asked for", () => {
  const station = stations.find(({ id }) => id === "KJFK")!;
  assert.equal(station.runways.length, 4);
  assert.deepEqual({ ...station }.runways, station.runways);
  assert.deepEqual(JSON.parse(JSON.stringify(station)), { ...station });
});

Deno.test("runways out of order are those of their station all the same", () => {
  const line = (id: string) => `${id}\t\tS\t1\t2\t\t\t\tUS\t\tName\t`;
  const [one, other] = parseStations(
    `${line("KAAA")}\n${line("KBBB")}`,
    "KAAA\t09:90p 27:270p\t5000\t\tgrass\t1\nKBBB\t\t1\t\tdirt\t\nx\nKAAA\t18:\t\t\tunknown\t",
  );
  assert.deepEqual(one!.runways.map(({ surface }) => surface), ["grass", "unknown"]);
  assert.deepEqual(one!.runways[0]!.ends.map(({ trueHeading }) => trueHeading), [90, 270]);
  assert.equal(other!.runways[0]!.length!.value, 1);
});
