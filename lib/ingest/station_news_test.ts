import assert from "node:assert/strict";
import { silentLog } from "../observe/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import { createStationDirectory, createStationIndex, type Station } from "../stations/mod.ts";
import { MemoryWorld, openKvSnapshots, type StationStore } from "../store/mod.ts";
import { createStationNews } from "./station_news.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

const MOUNTAIN: Station = {
  id: "KMWN",
  iata: null,
  name: "Mount Washington",
  city: null,
  country: "US",
  region: "NH",
  latitude: 44.27,
  longitude: -71.3,
  elevation: { value: 6270, unit: "ft" },
  timeZone: null,
  magneticVariation: null,
  size: "station",
  runways: [],
};

function newsOf(store: StationStore | null) {
  const world = new MemoryWorld(false);
  const directory = createStationDirectory(createStationIndex([]));
  return { world, directory, news: createStationNews({ world, directory, log: silentLog, store }) };
}

function report(changes: Partial<RawReport>): RawReport {
  return {
    product: "metar",
    text: "KSXT 241151Z AUTO 00000KT 10SM CLR 12/08 A2992",
    stationId: "KSXT",
    provider: "awc",
    receivedAt: NOON,
    simulated: false,
    ...changes,
  };
}

Deno.test("a restart knows the stations of the last table", async () => {
  const folder = await Deno.makeTempDir();
  const store = await openKvSnapshots(folder, "live");
  const before = newsOf(store);
  before.news.setTable([MOUNTAIN]);
  await before.news.settled();
  store.close();

  const again = await openKvSnapshots(folder, "live");
  const after = newsOf(again);
  await after.news.restore();
  assert.deepEqual(after.directory.index.get("KMWN"), MOUNTAIN);
  again.close();

  const other = await openKvSnapshots(folder, "simulator");
  assert.deepEqual(await other.readStations(), [], "each source keeps its own");
  other.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a disk that fails costs the memory of the table and nothing else", async () => {
  const failing: StationStore = {
    readStations: () => Promise.reject(new Error("disk")),
    writeStations: () => Promise.reject(new Error("disk")),
  };
  const { news, directory } = newsOf(failing);
  await news.restore();
  news.setTable([MOUNTAIN]);
  await news.settled();
  assert.equal(directory.index.get("KMWN"), MOUNTAIN);
});

Deno.test("a station in no table gets its place from its report, and answers made before are void", () => {
  const { news, directory, world } = newsOf(null);
  const { version } = world;
  news.noteReports([
    report({ position: { latitude: 42.6, longitude: -123.37 }, attributes: { elevationM: 1151 } }),
    report({ stationId: "KQFX" }),
  ]);
  assert.ok(world.version > version);
  assert.deepEqual(directory.index.get("KSXT")?.elevation, { value: 3776, unit: "ft" });
  assert.equal(directory.index.get("KSXT")?.latitude, 42.6);
  assert.equal(directory.index.get("KQFX"), undefined, "a report without a place gives none");
  const { version: later } = world;
  news.noteReports([report({ position: { latitude: 42.6, longitude: -123.37 } })]);
  assert.equal(world.version, later, "nothing new, nothing void");
});
