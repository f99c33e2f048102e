import assert from "node:assert/strict";
import fc from "fast-check";
import type { Area, LevelLimit } from "../../products/hazard/model.ts";
import { destination, distanceNm, distanceToLegNm, type Point } from "../../stations/geometry.ts";
import { arcOf, arcsCross, arcToArcNm, pointToArcNm } from "../route/arc.ts";
import { pointAt, type Track, trackOf } from "../route/track.ts";
import { toPoint, toVector } from "../route/vector.ts";
import { bandsMeet, flightBand, layerBand } from "./levels.ts";
import { arcToShapeNm, comesWithin, moved, shapesOf } from "./shape.ts";
import { abeam, stretchesTouching } from "./touch.ts";

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude });
const JFK = at(40.6399, -73.7787);
const BOS = at(42.3629, -71.0064);

function track(...points: Point[]): Track {
  const waypoints = points.map((point, i) => ({ name: `P${i}`, point, station: null }));
  const result = trackOf(waypoints);
  assert.ok(typeof result !== "string", String(result));
  return result;
}

const source = { text: "", start: 0, end: 0 };
const polygon = (...points: Point[]): Area => ({ kind: "polygon", points, source });
const line = (width: number | null, ...points: Point[]): Area => ({
  kind: "line",
  points,
  width: width === null ? null : { value: width, unit: "NM" },
  source,
});
const circle = (centre: Point, radius: number): Area => ({
  kind: "circle",
  centre,
  radius: { value: radius, unit: "NM" },
  source,
});

const touches = (route: Track, area: Area, width: number) =>
  stretchesTouching(route, shapesOf(area)!, width);

Deno.test("cross-track and along-track distances are those of the aviation rules", () => {
  const route = track(JFK, BOS);
  const rows: [Point, number, number][] = [[at(41.067, -73.7076), 17.4, 19.1], [
    at(41.724, -71.4282),
    18.0,
    123.3,
  ]];
  for (const [point, across, along] of rows) {
    const { distanceNm: nm, alongNm } = abeam(route, point, Infinity)!;
    assert.equal(nm.toFixed(1), across.toFixed(1));
    assert.equal(alongNm.toFixed(1), along.toFixed(1));
  }
});

Deno.test("beyond either end the distance is that to the end", () => {
  const route = track(JFK, BOS);
  const before = destination(JFK, 229, 30);
  assert.ok(Math.abs(abeam(route, before, 30.5)!.distanceNm - 30) < 1e-6);
  assert.equal(abeam(route, before, 30.5)!.alongNm, 0);
  assert.equal(abeam(route, before, 29.5), null, "outside of the corridor");
});

// On the equator a degree of longitude is 60.04 NM; on a meridian a degree of latitude is.
const DEGREE = 3440.065 * Math.PI / 180;

Deno.test("an arc is measured to its nearest point and not to its ends", () => {
  const arc = arcOf(toVector(at(0, 0)), toVector(at(0, 20)));
  assert.ok(Math.abs(pointToArcNm(toVector(at(1, 10)), arc) - DEGREE) < 1e-6);
  assert.ok(Math.abs(pointToArcNm(toVector(at(0, 21)), arc) - DEGREE) < 1e-6);
  const other = arcOf(toVector(at(2, 5)), toVector(at(1, 10)));
  assert.ok(Math.abs(arcToArcNm(arc, other) - DEGREE) < 1e-6);
  const crossing = arcOf(toVector(at(-5, 10)), toVector(at(5, 10)));
  assert.ok(arcsCross(arc, crossing));
  assert.equal(arcToArcNm(arc, crossing), 0);
});

/** The route along the equator from 0 to 20 east, 1,201 NM; a corridor of one degree to each side. */
const EQUATOR = track(at(0, 0), at(0, 20));
const SHAPES: { name: string; area: Area; width: number; expected: boolean }[] = [
  {
    name: "an outline whose edge crosses the route with every corner far away",
    area: polygon(at(-10, 9), at(10, 9), at(10, 11), at(-10, 11)),
    width: 10,
    expected: true,
  },
  {
    name: "an outline around the whole route",
    area: polygon(at(-10, -10), at(10, -10), at(10, 30), at(-10, 30)),
    width: 10,
    expected: true,
  },
  {
    name: "an outline whose corner reaches into the corridor",
    area: polygon(at(0.9, 10), at(3, 9), at(3, 11)),
    width: DEGREE,
    expected: true,
  },
  {
    name: "an outline whose corner stays outside",
    area: polygon(at(1.01, 10), at(3, 9), at(3, 11)),
    width: DEGREE,
    expected: false,
  },
  {
    name: "an outline whose long edge alone comes near: its corners are 300 NM away",
    area: polygon(at(0.5, 5), at(0.5, 15), at(8, 15), at(8, 5)),
    width: DEGREE,
    expected: true,
  },
  {
    name: "a line across",
    area: line(null, at(-2, 10), at(2, 10)),
    width: 10,
    expected: true,
  },
  {
    name: "a line beside, with half of its width inside",
    area: line(2 * DEGREE, at(1.9, 5), at(1.9, 15)),
    width: DEGREE,
    expected: true,
  },
  {
    name: "a line beside, without its width",
    area: line(null, at(1.9, 5), at(1.9, 15)),
    width: DEGREE,
    expected: false,
  },
  {
    name: "a circle that touches",
    area: circle(at(3, 10), 2.1 * DEGREE),
    width: DEGREE,
    expected: true,
  },
  {
    name: "a circle that does not",
    area: circle(at(3, 10), 1.9 * DEGREE),
    width: DEGREE,
    expected: false,
  },
  { name: "a point beyond the end", area: circle(at(0, 20.9), 0), width: DEGREE, expected: true },
  { name: "a point too far beyond", area: circle(at(0, 21.1), 0), width: DEGREE, expected: false },
  {
    name: "everything north of a parallel just outside",
    area: { kind: "bounded", limits: [{ side: "N", latitude: 1.2 }], source },
    width: DEGREE,
    expected: false,
  },
  {
    name: "everything north of a parallel just inside",
    area: { kind: "bounded", limits: [{ side: "N", latitude: 0.9 }], source },
    width: DEGREE,
    expected: true,
  },
  {
    name: "everything east of a meridian and south of a parallel",
    area: {
      kind: "bounded",
      limits: [{ side: "E", longitude: 19 }, { side: "S", latitude: 0.5 }],
      source,
    },
    width: 10,
    expected: true,
  },
  {
    name: "everything west of a meridian behind the start",
    area: { kind: "bounded", limits: [{ side: "W", longitude: -3 }], source },
    width: 10,
    expected: false,
  },
  {
    name: "everything south of a line that runs north of the route",
    area: {
      kind: "bounded",
      limits: [{ side: "S", line: [at(2, -5), at(2, 25)] }],
      source,
    },
    width: 10,
    expected: true,
  },
  {
    name: "everything north of the same line",
    area: {
      kind: "bounded",
      limits: [{ side: "N", line: [at(2, -5), at(2, 25)] }],
      source,
    },
    width: DEGREE,
    expected: false,
  },
];

Deno.test("the corridor touches areas, not corners", async (t) => {
  for (const { name, area, width, expected } of SHAPES) {
    await t.step(name, () => assert.equal(touches(EQUATOR, area, width).length > 0, expected));
  }
});

Deno.test("a stretch begins and ends at the step where the corridor meets the area", () => {
  const [stretch, ...others] = touches(
    EQUATOR,
    polygon(at(-1, 9), at(1, 9), at(1, 11), at(-1, 11)),
    25,
  );
  assert.equal(others.length, 0);
  // 9° is 540.4 NM: less 25 NM of corridor 515.4; a step is 10 NM at most.
  assert.ok(stretch!.fromNm <= 9 * DEGREE - 25 && stretch!.fromNm > 9 * DEGREE - 36);
  assert.ok(stretch!.toNm >= 11 * DEGREE + 25 && stretch!.toNm < 11 * DEGREE + 36);
});

const FIJI = track(at(-17.75, 177.45), at(-13.83, -172.01));
const OVER_POLE = track(at(85, 0), at(85, 180));
const ELSEWHERE: { name: string; route: Track; area: Area; expected: boolean }[] = [
  {
    name: "an area across the antimeridian is on a route across it",
    route: FIJI,
    area: polygon(at(-18, 179), at(-14, 179), at(-14, -179), at(-18, -179)),
    expected: true,
  },
  {
    name: "an area on the other side of the world is not",
    route: FIJI,
    area: polygon(at(-18, -1), at(-14, -1), at(-14, 1), at(-18, 1)),
    expected: false,
  },
  {
    name: "the antipode of an area is outside of it",
    route: track(at(0.1, 0), at(0, 1)),
    area: polygon(at(-5, 175), at(5, 175), at(5, -175), at(-5, -175)),
    expected: false,
  },
  {
    name: "an outline around the pole holds a route over it",
    route: OVER_POLE,
    area: polygon(at(80, 0), at(80, 90), at(80, 180), at(80, -90)),
    expected: true,
  },
  {
    name: "an outline beside the pole does not",
    route: OVER_POLE,
    area: polygon(at(80, 80), at(80, 100), at(84, 100), at(84, 80)),
    expected: false,
  },
  {
    name: "an outline around the south pole is far away",
    route: OVER_POLE,
    area: polygon(at(-80, 0), at(-80, 90), at(-80, 180), at(-80, -90)),
    expected: false,
  },
];

Deno.test("antimeridian and poles are nothing special", async (t) => {
  for (const { name, route, area, expected } of ELSEWHERE) {
    await t.step(name, () => assert.equal(touches(route, area, 25).length > 0, expected));
  }
  assert.equal(OVER_POLE.totalNm.toFixed(1), (10 * DEGREE).toFixed(1));
  assert.ok(pointAt(OVER_POLE, 5 * DEGREE).latitude > 89.99);
});

Deno.test("an area whose place cannot be read has no shape: it is not nowhere", () => {
  assert.equal(shapesOf({ kind: "positionUnknown", source }), null);
  assert.equal(shapesOf({ kind: "entire", source }), null);
  assert.equal(
    shapesOf({
      kind: "several",
      areas: [circle(at(0, 0), 1), { kind: "positionUnknown", source }],
      source,
    }),
    null,
  );
});

Deno.test("what moves is moved along a great circle", () => {
  const [shape] = shapesOf(circle(at(0, 0), 10))!;
  const later = moved(shape!, 90, 2 * DEGREE);
  assert.ok(later.kind === "circle");
  const { latitude, longitude } = toPoint(later.centre);
  assert.ok(Math.abs(latitude) < 1e-9 && Math.abs(longitude - 2) < 1e-9);
  const [north] = shapesOf(circle(at(89, 0), 0))!;
  const over = moved(north!, 0, 2 * DEGREE);
  assert.ok(over.kind === "circle" && Math.abs(toPoint(over.centre).latitude - 89) < 1e-9);
});

const place = fc.record({
  latitude: fc.double({ min: -88, max: 88, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

Deno.test("the distance to an arc agrees with cross-track geometry everywhere", () => {
  fc.assert(
    fc.property(place, place, place, (a, b, c) => {
      const leg = distanceNm(a, b);
      fc.pre(leg > 1 && leg < 5000 && distanceNm(a, c) < 5000);
      const exact = pointToArcNm(toVector(c), arcOf(toVector(a), toVector(b)));
      assert.ok(Math.abs(exact - distanceToLegNm(a, b, c)) < 1e-3);
    }),
    { numRuns: 300 },
  );
});

Deno.test("no area is missed that a walk along the route finds", () => {
  fc.assert(
    fc.property(place, place, place, fc.double({ min: 5, max: 300, noNaN: true }), (a, b, c, r) => {
      const leg = distanceNm(a, b);
      fc.pre(leg > 5 && leg < 1500);
      const route = track(a, b);
      const points = [0, 72, 144, 216, 288].map((course) => destination(c, course, r));
      const shapes = shapesOf(polygon(...points))!;
      const found = stretchesTouching(route, shapes, 25).length > 0;
      let nearest = Infinity;
      for (const { arc } of route.steps) nearest = Math.min(nearest, arcToShapeNm(arc, shapes[0]!));
      assert.equal(found, nearest <= 25);
      // A circle inside of the pentagon: if the walk comes into it, the area is touched.
      const inner = r * Math.cos(Math.PI / 5) * 0.95;
      for (let nm = 0; nm <= route.totalNm; nm += 5) {
        if (distanceNm(pointAt(route, nm), c) < inner) assert.ok(found);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("coming within a distance is the same question as being no farther", () => {
  fc.assert(
    fc.property(
      place,
      place,
      place,
      fc.double({ min: 1, max: 500, noNaN: true }),
      (a, b, c, nm) => {
        fc.pre(distanceNm(a, b) > 1 && distanceNm(a, b) < 3000);
        const arc = arcOf(toVector(a), toVector(b));
        const points = [0, 120, 240].map((course) => destination(c, course, 80));
        for (const area of [polygon(...points), line(20, ...points), circle(c, 30)]) {
          const [shape] = shapesOf(area)!;
          assert.equal(comesWithin(arc, shape!, nm), arcToShapeNm(arc, shape!) <= nm);
        }
      },
    ),
    { numRuns: 300 },
  );
});

const height = (value: number): LevelLimit => ({
  kind: "altitude",
  height: { value, unit: "ft" },
  flightLevel: false,
});
/** At 6,500 ft on 400 NM: surface to 8,500 ft at both ends, 4,500 to 8,500 ft between. */
const MIDDLE = { fromNm: 100, toNm: 200 };
const START = { fromNm: 0, toNm: 20 };
const BANDS: {
  name: string;
  base: LevelLimit | null;
  top: LevelLimit | null;
  stretch: typeof MIDDLE;
  expected: boolean;
}[] = [
  { name: "above", base: height(10_000), top: height(20_000), stretch: MIDDLE, expected: false },
  { name: "just above", base: height(8500), top: height(20_000), stretch: MIDDLE, expected: true },
  { name: "around", base: height(2000), top: height(20_000), stretch: MIDDLE, expected: true },
  { name: "below, on the way", base: null, top: height(3000), stretch: MIDDLE, expected: false },
  { name: "below, in climb", base: null, top: height(3000), stretch: START, expected: true },
  { name: "nothing written", base: null, top: null, stretch: MIDDLE, expected: true },
  {
    name: "from a freezing level that is not written",
    base: { kind: "freezingLevel", range: null },
    top: height(18_000),
    stretch: MIDDLE,
    expected: true,
  },
  {
    name: "from a freezing level that lies higher",
    base: {
      kind: "freezingLevel",
      range: { low: { value: 10_000, unit: "ft" }, high: { value: 12_000, unit: "ft" } },
    },
    top: height(18_000),
    stretch: MIDDLE,
    expected: false,
  },
  {
    name: "in metres",
    base: { kind: "altitude", height: { value: 2000, unit: "m" }, flightLevel: false },
    top: null,
    stretch: MIDDLE,
    expected: true,
  },
];

Deno.test("layers are compared with the heights that the flight uses", async (t) => {
  for (const { name, base, top, stretch, expected } of BANDS) {
    await t.step(name, () => {
      const band = flightBand(6500, 400, stretch);
      assert.equal(bandsMeet(layerBand(base, top), band), expected);
    });
  }
});
