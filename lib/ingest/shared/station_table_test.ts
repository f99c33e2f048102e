import assert from "node:assert/strict";
import { silentLog } from "../../observe/mod.ts";
import { createSlicer } from "../../resilience/mod.ts";
import { createStationDirectory, createStationIndex, type Station } from "../../stations/mod.ts";
import { createMemoryStore, type FeedState, type Json, MemoryWorld } from "../../store/mod.ts";
import { FakeClock, MINUTE_MS } from "../../time/mod.ts";
import { Follower } from "../cluster/follower.ts";
import { createStationNews } from "../station_news.ts";
import { readStations } from "./station_table.ts";
import { StoreWriter } from "./store_writer.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const slicer = createSlicer({ turn: () => Promise.resolve() });

/** Some thousand stations, as the provider's table has them beyond our own. */
const TABLE: readonly Station[] = Array.from({ length: 3_000 }, (_, i) => ({
  id: `X${String(i).padStart(3, "0")}`,
  iata: null,
  name: `Wetterstation Höhe ${i}`,
  city: null,
  country: "DE",
  region: i % 2 ? "BY" : null,
  latitude: 48 + i / 1_000,
  longitude: 11.5,
  elevation: i % 3 ? { value: i, unit: "ft" } : null,
  timeZone: null,
  magneticVariation: null,
  size: "station",
  runways: [],
}));
const stateOf = (succeededAt: number): FeedState => ({
  product: "stations",
  provider: "awc",
  attemptedAt: succeededAt,
  succeededAt,
  error: null,
  count: TABLE.length,
});

function setup() {
  const clock = new FakeClock(NOON);
  const store = createMemoryStore({ source: "live", clock });
  const writer = new StoreWriter({ store, setTimer: () => null, clearTimer: () => {} });
  const world = new MemoryWorld(false);
  const directory = createStationDirectory(createStationIndex([]));
  const stations = createStationNews({ directory, world, log: silentLog });
  const follower = new Follower({
    take: { store, world, slicer, stations },
    clock,
    log: silentLog,
  });
  return { clock, store, writer, world, directory, follower };
}

Deno.test("a node that does not poll knows the stations of the table, before it says so", async () => {
  const { store, writer, world, directory, follower } = setup();
  writer.putStations(TABLE);
  writer.putFeed(stateOf(NOON));
  assert.equal(writer.waiting.stations, 1);
  assert.equal(await writer.flush(), true);
  assert.deepEqual(await readStations(store.collections), TABLE);
  await follower.catchUp();
  for (const station of TABLE) assert.deepEqual(directory.index.get(station.id), station);
  assert.equal(world.feed("stations")?.succeededAt, NOON);

  // A smaller one comes in its place.
  writer.putStations(TABLE.slice(0, 2));
  writer.putFeed(stateOf(NOON + MINUTE_MS));
  await writer.flush();
  await follower.catchUp();
  assert.deepEqual([...directory.table], TABLE.slice(0, 2));
});

Deno.test("a table that is just being written is not taken, and not spoken of", async () => {
  const { store, writer, world, directory, follower } = setup();
  writer.putStations(TABLE);
  await writer.flush();
  await store.collections.put("feeds", "stations", stateOf(NOON) as unknown as Json);
  const part = await store.collections.get("stations", "1");
  const other = { ...part!.value as object, table: "another" };
  await store.collections.put("stations", "1", other);
  await follower.catchUp();
  assert.equal(directory.table.length, 0);
  assert.equal(world.feed("stations"), undefined);
  await store.collections.put("stations", "1", part!.value);
  await follower.catchUp();
  assert.equal(directory.table.length, TABLE.length);
  assert.equal(world.feed("stations")?.succeededAt, NOON);
});

Deno.test("a table waits for the lease, and goes with one that is lost", async () => {
  const { store, writer } = setup();
  writer.setLease(null);
  writer.putStations(TABLE);
  await writer.flush();
  assert.deepEqual(await readStations(store.collections), []);
  writer.giveUpShown();
  writer.setLease({ name: "poller", fence: 1 });
  await writer.flush();
  assert.deepEqual(await readStations(store.collections), []);
});
