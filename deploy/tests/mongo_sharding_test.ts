/**
 * The script for sharding, run with a recorder in the place of mongosh: there is no sharded MongoDB to run it on here.
 */
import assert from "node:assert/strict";
import { joinId } from "../../lib/store/mongo/ids.ts";

const SCRIPT = new URL("../scripts/mongo_sharding.js", import.meta.url);

interface Range {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

async function record(): Promise<{ ranges: Range[]; keys: Map<string, unknown> }> {
  const ranges: Range[] = [];
  const keys = new Map<string, unknown>();
  const sh = {
    enableSharding: () => {},
    shardCollection: (name: string, key: unknown) => keys.set(name, key),
    addShardToZone: () => {},
    updateZoneKeyRange: (name: string, from: { _id: string }, to: { _id: string }, zone: string) =>
      ranges.push({ name, from: from._id, to: to._id, zone }),
  };
  new Function("sh", "print", await Deno.readTextFile(SCRIPT))(sh, () => {});
  return { ranges, keys };
}

Deno.test("every station has one zone, that of its region, and no range overlaps another", async () => {
  const { ranges, keys } = await record();
  assert.deepEqual(keys.get("aviation_weather.weather_history"), { _id: 1 });
  const zoneOf = (station: string) => {
    const id = joinId("live", "metar", station, "x");
    const fitting = ranges.filter(({ name, from, to }) =>
      name === "aviation_weather.weather_data" && from <= id && id < to
    );
    assert.equal(fitting.length, 1, station);
    return fitting[0]!.zone;
  };
  for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") zoneOf(`${letter}XYZ`);
  assert.equal(zoneOf("KJFK"), "US-EAST");
  assert.equal(zoneOf("CYYZ"), "US-EAST");
  assert.equal(zoneOf("PHNL"), "US-WEST");
  assert.equal(zoneOf("RJTT"), "US-WEST");
  assert.equal(zoneOf("EDDF"), "EUROPE");
  const sorted = ranges.filter(({ name }) => name.endsWith("weather_data"))
    .sort((a, b) => a.from < b.from ? -1 : 1);
  for (const [i, range] of sorted.entries()) {
    assert.ok(range.from < range.to);
    if (i > 0) assert.ok(sorted[i - 1]!.to <= range.from, `${sorted[i - 1]!.to} > ${range.from}`);
  }
});
