import assert from "node:assert/strict";
import { createStationDirectory } from "./directory.ts";
import { createStationIndex } from "./index.ts";
import { layStations } from "./layers.ts";
import type { Station } from "./station.ts";

function station(id: string, changes: Partial<Station> = {}): Station {
  return {
    id,
    iata: null,
    name: `Name of ${id}`,
    city: null,
    country: "US",
    region: null,
    latitude: 40,
    longitude: -74,
    elevation: { value: 13, unit: "ft" },
    timeZone: null,
    magneticVariation: null,
    size: "large",
    runways: [],
    ...changes,
  };
}

const JFK = station("KJFK", { iata: "JFK", name: "John F Kennedy Airport" });
const EWR = station("KEWR", { iata: "EWR", longitude: -74.2, elevation: null });
const MWN = station("KMWN", {
  name: "Mount Washington",
  latitude: 44.27,
  longitude: -71.3,
  size: "station",
});
const BASE = createStationIndex([JFK, EWR]);
const ids = (stations: Iterable<Station>) => [...stations].map((one) => one.id).sort();

Deno.test("a layer adds stations and leaves what is known better as it is", () => {
  const index = layStations(BASE, [
    MWN,
    station("KJFK", { name: "New York/JF Kennedy Intl", latitude: 0 }),
    station("KEWR", { elevation: { value: 18, unit: "ft" }, name: "Newark" }),
  ]);
  assert.equal(index.size, 3);
  assert.equal(index.get("kjfk"), JFK);
  assert.equal(index.get("KMWN"), MWN);
  assert.deepEqual(index.get("KEWR"), { ...EWR, elevation: { value: 18, unit: "ft" } });
  assert.equal(index.byIata("EWR")?.elevation?.value, 18);
  assert.deepEqual(ids(index.all()), ["KEWR", "KJFK", "KMWN"]);
  assert.equal(BASE.size, 2, "readers of the index before see what they saw");
  assert.equal(BASE.get("KEWR"), EWR);
});

Deno.test("both layers are searched by place, each station once", () => {
  const near = station("KNEA", { longitude: -74.01, size: "station" });
  const index = layStations(BASE, [
    MWN,
    near,
    { ...EWR, elevation: { value: 18, unit: "ft" } },
  ]);
  const found = index.near(40, -74, 500, 10);
  assert.deepEqual(found.map((one) => one.station.id), ["KJFK", "KNEA", "KEWR", "KMWN"]);
  assert.equal(found[2]?.station.elevation?.value, 18);
  assert.deepEqual(index.near(40, -74, 500, 2).map((one) => one.station.id), ["KJFK", "KNEA"]);
  assert.deepEqual(
    index.near(40, -74, 500, 5, (one) => one.size === "station").map((one) => one.station.id),
    ["KNEA", "KMWN"],
  );
  const circle = index.inCircle(40, -74, 500);
  assert.deepEqual(ids(circle), ["KEWR", "KJFK", "KMWN", "KNEA"]);
  assert.equal(circle.find(({ id }) => id === "KEWR")?.elevation?.value, 18);
  assert.deepEqual(ids(index.within(39, -75, 41, -73, 10)), ["KEWR", "KJFK", "KNEA"]);
  assert.equal(index.within(39, -75, 41, -73, 2).length, 2);
});

Deno.test("both layers are searched by words; a code typed in full stands first", () => {
  const many = Array.from({ length: 20 }, (_, i) => station(`KA${10 + i}`, { name: "Mount Airy" }));
  const index = layStations(createStationIndex(many), [MWN]);
  assert.equal(index.search("kmwn", 5)[0]?.id, "KMWN");
  const found = ids(index.search("mount", 8));
  assert.equal(found.length, 8);
  assert.ok(found.includes("KMWN"), "a full list of aerodromes leaves room");
  assert.deepEqual(ids(index.search("washington", 5)), ["KMWN"]);
});

Deno.test("a directory replaces its index as a whole, and only when something is news", () => {
  const directory = createStationDirectory(BASE);
  const first = directory.index;
  const place = { id: "KQFX", latitude: 43.3, longitude: -93.4, elevationFt: 900 };
  assert.equal(directory.publish(), false);
  assert.equal(directory.noteReported({ ...place, id: "KJFK" }), false, "the table knows it");
  assert.equal(directory.noteReported(place), true);
  assert.equal(directory.noteReported(place), false);
  assert.equal(directory.index, first, "not before it is published");
  assert.equal(directory.publish(), true);
  assert.equal(directory.publish(), false);
  assert.equal(directory.index.get("KQFX")?.name, "Weather station");
  assert.deepEqual(directory.index.get("KQFX")?.runways, []);
  assert.equal(directory.index.get("KQFX")?.country, "", "the country is not guessed");
  assert.deepEqual(ids(directory.index.within(43, -94, 44, -93, 5)), ["KQFX"]);
});

Deno.test("a station that moves is shown where it is now", () => {
  const directory = createStationDirectory(BASE);
  const place = { id: "KVAF", latitude: 29, longitude: -91, elevationFt: null };
  directory.noteReported(place);
  directory.publish();
  directory.noteReported({ ...place, latitude: 29.001 });
  assert.equal(directory.publish(), false, "rounding is no move");
  directory.noteReported({ ...place, latitude: 28 });
  assert.equal(directory.publish(), true);
  assert.equal(directory.index.get("KVAF")?.latitude, 28);
});

Deno.test("a table wins over what a report said, and a later table replaces an earlier one", () => {
  const directory = createStationDirectory(BASE);
  directory.noteReported({ id: "KMWN", latitude: 1, longitude: 1, elevationFt: null });
  directory.publish();
  directory.setTable([MWN, JFK]);
  assert.equal(directory.index.get("KMWN"), MWN);
  assert.deepEqual(directory.table, [MWN], "only what is news is kept");
  directory.setTable([station("KZZZ")]);
  assert.equal(directory.index.get("KMWN"), undefined);
  assert.equal(directory.index.get("KZZZ")?.id, "KZZZ");
});

Deno.test("a table taken in steps is shown at their end, with what reports said meanwhile", async () => {
  const directory = createStationDirectory(BASE);
  const many = Array.from({ length: 1000 }, (_, i) => station(`K${1000 + i}`.slice(0, 5)));
  let pauses = 0;
  const done = directory.takeTable([MWN, JFK, ...many], () => {
    pauses++;
    assert.equal(directory.index.get("KMWN"), undefined);
    return Promise.resolve();
  });
  directory.noteReported({ id: "KVAF", latitude: 29, longitude: -91, elevationFt: null });
  directory.noteReported({ id: "KMWN", latitude: 1, longitude: 1, elevationFt: null });
  await done;
  assert.ok(pauses >= 5, String(pauses));
  assert.equal(directory.index.get("KMWN"), MWN);
  assert.equal(directory.index.get("KVAF")?.latitude, 29);
  assert.equal(directory.table.length, 1001);
});
