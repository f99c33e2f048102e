import assert from "node:assert/strict";
import fc from "fast-check";
import type { SurfaceWind } from "../products/metar/model.ts";
import type { Runway } from "../stations/station.ts";
import { preferredRunway, toMagnetic, toTrue, windComponents, windOnRunway } from "./wind.ts";

const source = { text: "", start: 0, end: 0 };
const kt = (value: number) => ({ value, unit: "kt" as const });
const deg = (value: number) => ({ value, unit: "deg" as const });

function blowing(direction: number, speed: number, gust?: number, sector?: [number, number]) {
  const wind: SurfaceWind = {
    kind: "wind",
    direction: deg(direction),
    speed: kt(speed),
    ...(gust !== undefined && { gust: kt(gust) }),
    ...(sector && { sector: { from: deg(sector[0]), to: deg(sector[1]), source } }),
    source,
  };
  return wind;
}

function runway(designator: string, heading: number | null, length = 5000, surface = "asphalt") {
  const end = { designator, trueHeading: heading, headingSource: "published" as const };
  const result: Runway = {
    ends: [end],
    length: { value: length, unit: "ft" },
    width: null,
    surface,
    lighted: false,
  };
  return result;
}

Deno.test("head and cross components are those of the reference table", () => {
  const rows: [number, number, number, number, number][] = [
    [300, 15, 270, 13.0, 7.5],
    [300, 25, 270, 21.7, 12.5],
    [90, 10, 270, -10, 0],
    [40, 20, 360, 15.3, 12.9],
    [360, 18, 10, 17.7, -3.1],
  ];
  for (const [direction, speed, heading, head, cross] of rows) {
    const components = windComponents(direction, kt(speed), heading);
    assert.deepEqual([components.head.value, components.cross.value], [head, cross]);
  }
  const fast = windComponents(270, { value: 10, unit: "m/s" }, 270);
  assert.equal(fast.head.value, 19.4);
  const bounded = windComponents(270, { value: 99, unit: "kt", bound: "atLeast" }, 270);
  assert.equal(bounded.head.bound, "atLeast");
});

Deno.test("the gust decides the crosswind that counts", () => {
  const wind = windOnRunway(blowing(300, 15, 25), 270);
  assert.ok(wind.kind === "components");
  assert.deepEqual(wind.limits, { crosswind: kt(12.5), tailwind: kt(0) });
  assert.equal(wind.mean.cross.value, 7.5);
});

Deno.test("the worst over a sector is found at its ends and inside it", () => {
  const rows = [
    { wind: blowing(270, 10, undefined, [240, 300]), heading: 270, cross: 5, tail: 0 },
    { wind: blowing(350, 10, 20, [330, 30]), heading: 270, cross: 20, tail: 10 },
    { wind: blowing(180, 10, undefined, [150, 210]), heading: 360, cross: 5, tail: 10 },
  ];
  for (const { wind, heading, cross, tail } of rows) {
    const result = windOnRunway(wind, heading);
    assert.ok(result.kind === "components" && result.sectorWorst);
    assert.deepEqual([result.sectorWorst.crosswind.value, result.sectorWorst.tailwind.value], [
      cross,
      tail,
    ]);
    assert.ok(result.limits.crosswind.value >= cross);
  }
});

Deno.test("a variable wind may cross or push with all its strength and prefers no runway", () => {
  const wind: SurfaceWind = { kind: "variable", speed: kt(4), gust: kt(12), source };
  const result = windOnRunway(wind, 270);
  assert.ok(result.kind === "variable");
  assert.deepEqual(result.limits, { crosswind: kt(12), tailwind: kt(12) });
  assert.equal(preferredRunway(wind, [runway("27", 270)]), null);
});

Deno.test("a missing wind or heading gives no answer, which is not 0", () => {
  const winds: SurfaceWind[] = [
    { kind: "notReported" },
    { kind: "notObservable", source },
    { kind: "notUnderstood", source },
    { kind: "directionNotObservable", speed: kt(5), source },
    { kind: "speedNotObservable", direction: deg(230), source },
  ];
  for (const wind of winds) {
    assert.equal(windOnRunway(wind, 270).kind, "unknown", wind.kind);
    assert.equal(preferredRunway(wind, [runway("27", 270)]), null);
  }
  assert.equal(windOnRunway(blowing(270, 10), null).kind, "unknown");
  assert.equal(preferredRunway(blowing(270, 10), []), null);
  assert.equal(windOnRunway({ kind: "calm", unit: "kt", source }, 270).kind, "calm");
});

Deno.test("the preferred runway has the greatest headwind; within 1 kt the longer, then the harder", () => {
  const rows: { name: string; runways: Runway[]; expected: string }[] = [
    { name: "headwind", runways: [runway("09", 90), runway("27", 270)], expected: "27" },
    {
      name: "longer of two alike",
      runways: [runway("27L", 270, 3000), runway("27R", 271, 6000)],
      expected: "27R",
    },
    {
      name: "harder of two alike",
      runways: [runway("27L", 270, 3000, "grass"), runway("27R", 270, 3000)],
      expected: "27R",
    },
    {
      name: "length does not outweigh headwind",
      runways: [runway("18", 180, 12_000), runway("27", 270, 2000)],
      expected: "27",
    },
    {
      name: "without heading it cannot be compared",
      runways: [runway("26", null, 12_000), runway("29", 290, 2000)],
      expected: "29",
    },
  ];
  for (const { name, runways, expected } of rows) {
    assert.equal(preferredRunway(blowing(270, 15), runways)?.designator, expected, name);
  }
});

Deno.test("magnetic is true less east variation, and back", () => {
  assert.equal(toMagnetic(310, -13), 323);
  assert.equal(toMagnetic(5, 12), 353);
  assert.equal(toMagnetic(10, 10), 360);
  assert.equal(toTrue(toMagnetic(270, 7.5), 7.5), 270);
});

Deno.test("the components are the wind, whatever the runway, and no limit is below them", () => {
  const degrees = fc.integer({ min: 1, max: 360 });
  const speed = fc.integer({ min: 1, max: 80 });
  fc.assert(
    fc.property(degrees, speed, speed, degrees, degrees, (direction, v, more, heading, width) => {
      const { head, cross } = windComponents(direction, kt(v), heading);
      assert.ok(Math.abs(Math.hypot(head.value, cross.value) - v) < 0.15);
      const from = direction - (width % 90);
      const wind = windOnRunway(blowing(direction, v, v + more, [from, direction + 40]), heading);
      assert.ok(wind.kind === "components" && wind.sectorWorst);
      assert.ok(wind.limits.crosswind.value >= Math.abs(wind.mean.cross.value));
      assert.ok(wind.limits.tailwind.value >= -wind.mean.head.value);
      assert.ok(wind.limits.crosswind.value <= v + more + 0.05);
      for (let angle = from; angle <= direction + 40; angle += 7) {
        const there = windComponents(angle, kt(v + more), heading);
        assert.ok(wind.sectorWorst.crosswind.value >= Math.abs(there.cross.value) - 0.11);
        assert.ok(wind.sectorWorst.tailwind.value >= -there.head.value - 0.11);
      }
    }),
  );
});
