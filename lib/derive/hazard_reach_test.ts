import assert from "node:assert/strict";
import fc from "fast-check";
import { distanceToShapeNm, type Shape } from "./hazard_area.ts";
import { createReachGrid, nearestShapeNm } from "./hazard_reach.ts";

const point = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

Deno.test("what is said to be far away is far away: the quick answer is the slow one", () => {
  fc.assert(
    fc.property(
      point,
      fc.double({ min: 0.2, max: 12, noNaN: true }),
      point,
      (corner, size, place) => {
        const { latitude, longitude } = corner;
        const ring = [[0, 0], [size, 0], [size, size], [0, size]].map(([dy, dx]) => ({
          latitude: Math.min(89, latitude + dy!),
          longitude: ((longitude + dx! + 540) % 360) - 180,
        }));
        const shape: Shape = { kind: "area", rings: [ring] };
        const slow = distanceToShapeNm(shape, place);
        const quick = nearestShapeNm([shape], place, 100);
        assert.equal(quick, slow <= 100 ? slow : Infinity);
      },
    ),
    { numRuns: 300 },
  );
});

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

Deno.test("the grid gives everything that is within the distance, poles and antimeridian included", () => {
  const shape = fc.record({
    kind: fc.constant("line" as const),
    points: fc.tuple(anywhere, fc.double({ min: -8, max: 8, noNaN: true })).map(([start, by]) => [
      start,
      {
        latitude: Math.max(-90, Math.min(90, start.latitude + by)),
        longitude: ((start.longitude + by + 540) % 360) - 180,
      },
    ]),
  });
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 12 }), anywhere, (shapes, place) => {
      const lines = shapes as unknown as Shape[];
      const found = createReachGrid(lines, (one) => [one], () => false, 100)(place);
      for (const line of lines) {
        if (distanceToShapeNm(line, place) <= 100) assert.ok(found.includes(line));
      }
      assert.equal(new Set(found).size, found.length);
    }),
    { numRuns: 1_000 },
  );
});

Deno.test("what is drawn in part, or not at all, may be anywhere; what is far away is left out", () => {
  const line = (latitude: number): Shape =>
    ({ kind: "line", points: [{ latitude, longitude: 0 }, { latitude, longitude: 1 }] }) as Shape;
  const things = [
    { name: "far", shapes: [line(-40)], isPartial: false },
    { name: "near", shapes: [line(40)], isPartial: false },
    { name: "partial", shapes: [line(-40)], isPartial: true },
    { name: "nowhere", shapes: [], isPartial: false },
  ];
  const grid = createReachGrid(things, (one) => one.shapes, (one) => one.isPartial, 0);
  const names = (latitude: number) => grid({ latitude, longitude: 0 }).map(({ name }) => name);
  assert.deepEqual(names(40), ["near", "partial", "nowhere"]);
  assert.deepEqual(names(0), ["partial", "nowhere"]);
});

Deno.test("no shape is within no distance", () => {
  assert.equal(nearestShapeNm([], { latitude: 0, longitude: 0 }, 100), Infinity);
});
