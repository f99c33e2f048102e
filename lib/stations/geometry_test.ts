import assert from "node:assert/strict";
import fc from "fast-check";
import {
  angleBetween,
  destination,
  distanceNm,
  distanceToLegNm,
  initialCourse,
  normalizeDegrees,
  trackPosition,
} from "./geometry.ts";

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const JFK = at(40.6399, -73.7787);
const BOS = at(42.3629, -71.0064);

Deno.test("distances and first courses are those of the reference table", () => {
  const rows = [
    { name: "JFK–BOS", from: JFK, to: BOS, nm: 161.98, course: 49.4 },
    { name: "JFK–LHR", from: JFK, to: at(51.4706, -0.4619), nm: 2991.16, course: 51.4 },
    {
      name: "AKL–HNL across 180°",
      from: at(-37.0081, 174.7917),
      to: at(21.3187, -157.9225),
      nm: 3827.54,
      course: 28.4,
    },
  ];
  for (const { name, from, to, nm, course } of rows) {
    assert.ok(Math.abs(distanceNm(from, to) - nm) < 0.01, `${name}: ${distanceNm(from, to)}`);
    assert.ok(Math.abs(initialCourse(from, to) - course) < 0.05, name);
  }
});

Deno.test("cross-track and along-track from JFK to BOS are those of the reference", () => {
  const rows = [
    { point: at(41.0670, -73.7076), cross: -17.4, along: 19.1 },
    { point: at(41.7240, -71.4282), cross: 18.0, along: 123.3 },
  ];
  for (const { point, cross, along } of rows) {
    const { crossTrackNm, alongTrackNm } = trackPosition(JFK, BOS, point);
    assert.equal(crossTrackNm.toFixed(1), cross.toFixed(1));
    assert.equal(alongTrackNm.toFixed(1), along.toFixed(1));
  }
});

Deno.test("a point beyond an end of the leg is as far as that end", () => {
  const behind = destination(JFK, initialCourse(JFK, BOS) + 180, 30);
  assert.ok(Math.abs(distanceToLegNm(JFK, BOS, behind) - 30) < 1e-6);
  const ahead = destination(BOS, 50, 40);
  assert.ok(Math.abs(distanceToLegNm(JFK, BOS, ahead) - 40) < 1e-6);
});

Deno.test("going a distance and measuring it back agree, over poles and antimeridian too", () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(
      point,
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 10_000, noNaN: true }),
      (from, course, nm) => {
        const to = destination(from, course, nm);
        assert.ok(to.longitude >= -180 && to.longitude <= 180);
        assert.ok(Math.abs(distanceNm(from, to) - nm) < 1e-3);
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("angles are kept within the circle", () => {
  assert.equal(normalizeDegrees(-10), 350);
  assert.equal(normalizeDegrees(720), 0);
  assert.ok(Object.is(normalizeDegrees(-360), 0), "never −0");
  assert.equal(angleBetween(350, 10), 20);
  assert.equal(angleBetween(10, 190), 180);
});
