import assert from "node:assert/strict";
import fc from "fast-check";
import { distanceToShapeNm, type Shape } from "./hazard_area.ts";
import { nearestShapeNm } from "./hazard_reach.ts";

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

Deno.test("no shape is within no distance", () => {
  assert.equal(nearestShapeNm([], { latitude: 0, longitude: 0 }, 100), Infinity);
});
