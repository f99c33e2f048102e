import assert from "node:assert/strict";
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import type { Metar } from "../../products/metar/model.ts";
import { cadenceOf, withTime } from "./cadence.ts";
import { MemoryWorld } from "./world.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

function held(text: string, simulated = false, observedAt = NOON): HeldReport<Metar> {
  return {
    raw: {
      product: "metar",
      text,
      stationId: text.slice(0, 4),
      provider: "awc",
      receivedAt: observedAt + MINUTE_MS,
      simulated,
    },
    decoded: { product: "metar", raw: text } as Metar,
    observedAt,
  };
}

Deno.test("what is put is held, and every change moves the version", () => {
  const world = new MemoryWorld(false);
  const before = world.version;
  world.put("metar", "KJFK", held("KJFK 241200Z"));
  assert.notEqual(world.version, before);
  assert.equal(world.metar("KJFK")?.raw.text, "KJFK 241200Z");
  assert.equal(world.taf("KJFK"), undefined);
  assert.deepEqual([...world.stationIds()], ["KJFK"]);
});

Deno.test("a simulated report never enters a real world, nor a real one a simulated world", () => {
  assert.throws(() => new MemoryWorld(false).put("metar", "KJFK", held("KJFK", true)), /simulated/);
  assert.throws(() => new MemoryWorld(true).put("metar", "KJFK", held("KJFK", false)), /real/);
  assert.throws(() => new MemoryWorld(false).putHazards("pirep", [held("UA", true)]), /simulated/);
});

Deno.test("a report put lazily is decoded once, when it is first asked for", () => {
  const world = new MemoryWorld(false);
  let decodings = 0;
  world.putLazily("metar", "KJFK", "KJFK 241200Z", () => {
    decodings++;
    return held("KJFK 241200Z");
  });
  assert.equal(world.heldText("metar", "KJFK"), "KJFK 241200Z");
  assert.deepEqual([...world.stationIds()], ["KJFK"]);
  assert.equal(decodings, 0);
  assert.equal(world.metar("KJFK")?.observedAt, NOON);
  assert.equal(world.metar("KJFK")?.observedAt, NOON);
  assert.equal(decodings, 1);
});

Deno.test("waiting reports are decoded a few at a time, and a newer report displaces a waiting one", () => {
  const world = new MemoryWorld(false);
  for (const id of ["KAAA", "KBBB", "KCCC"]) {
    world.putLazily("metar", id, id, () => held(id));
  }
  world.put("metar", "KAAA", held("KAAA new"));
  assert.equal(world.decodeSome(1), 1);
  assert.equal(world.decodeSome(5), 0);
  assert.equal(world.metar("KAAA")?.raw.text, "KAAA new");
  assert.equal(world.count("metar"), 3);
});

const CADENCES: { name: string; minutes: number[]; expected: number | null }[] = [
  { name: "nothing known", minutes: [], expected: null },
  { name: "two intervals are too few", minutes: [0, 60, 120], expected: null },
  { name: "hourly", minutes: [0, 60, 120, 180], expected: 60 },
  { name: "half-hourly with a gap", minutes: [0, 30, 60, 150, 180, 210], expected: 30 },
  { name: "twenty minutes, a minute early or late", minutes: [0, 21, 40, 59, 80], expected: 20 },
  { name: "every three hours", minutes: [0, 180, 360, 540], expected: 180 },
];

Deno.test("the cadence is the median interval", async (t) => {
  for (const row of CADENCES) {
    await t.step(row.name, () => {
      const cadence = cadenceOf(row.minutes.map((minute) => NOON + minute * MINUTE_MS));
      assert.equal(cadence, row.expected === null ? null : row.expected * MINUTE_MS);
    });
  }
});

Deno.test("times are kept in order, once, and for a day", () => {
  let times: readonly number[] = [];
  for (const hour of [3, 1, 2, 2, 30]) times = withTime(times, hour * HOUR_MS);
  assert.deepEqual(times, [30 * HOUR_MS]);
  times = withTime(times, 29 * HOUR_MS);
  assert.deepEqual(times, [29 * HOUR_MS, 30 * HOUR_MS]);
});

Deno.test("a world learns a station's cadence from routine reports, also out of order", () => {
  const world = new MemoryWorld(false);
  assert.equal(world.cadenceMs("EGLL"), null);
  for (const minute of [90, 0, 30, 60]) world.noteRoutine("EGLL", NOON + minute * MINUTE_MS);
  assert.equal(world.cadenceMs("EGLL"), 30 * MINUTE_MS);
});

Deno.test("hazards put lazily are counted at once and decoded once, in steps or when they are asked for", () => {
  const world = new MemoryWorld(false);
  let decodings = 0;
  const lazy = (text: string) => ({
    raw: held(text).raw,
    decode: () => {
      decodings++;
      return held(text);
    },
  });
  const before = world.version;
  world.putHazardsLazily("sigmet", [lazy("SIGMET A"), lazy("SIGMET B"), lazy("SIGMET C")]);
  world.putHazardsLazily("pirep", [lazy("UA A"), lazy("UA B")]);
  assert.notEqual(world.version, before);
  assert.deepEqual([world.countHazards("sigmet"), world.countHazards("pirep"), decodings], [
    3,
    2,
    0,
  ]);
  assert.equal(world.decodeSomeHazards(1), 3);
  assert.equal(decodings, 2);
  const sigmets = world.hazards("sigmet");
  assert.deepEqual(sigmets.map(({ raw }) => raw.text), ["SIGMET A", "SIGMET B", "SIGMET C"]);
  assert.equal(world.hazards("sigmet"), sigmets, "the same list until something changes");
  assert.equal(world.decodeSomeHazards(5), 0);
  assert.deepEqual(world.hazards("pirep").map(({ raw }) => raw.text), ["UA A", "UA B"]);
  assert.equal(decodings, 5);
});

Deno.test("new hazards displace those that wait, and simulated ones never wait in a real world", () => {
  const world = new MemoryWorld(false);
  const never = () => assert.fail("decoded");
  world.putHazardsLazily("sigmet", [{ raw: held("SIGMET A").raw, decode: never }]);
  world.putHazards("sigmet", []);
  assert.deepEqual(world.hazards("sigmet"), []);
  assert.equal(world.decodeSomeHazards(1), 0);
  const raw = held("SIGMET A", true).raw;
  assert.throws(() => world.putHazardsLazily("sigmet", [{ raw, decode: never }]), /simulated/);
});
