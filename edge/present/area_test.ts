import assert from "node:assert/strict";
import { toArea } from "./area.ts";

const at = (latitude: unknown, longitude: unknown) => [latitude, longitude];

Deno.test("an area is closed, longitude first, and runs anticlockwise whichever way it was given", () => {
  const expected = { type: "Polygon", coordinates: [[[0, 40], [10, 40], [10, 50], [0, 40]]] };
  assert.deepEqual(toArea([at(40, 0), at(40, 10), at(50, 10)]), expected);
  const reversed = toArea([at(50, 10), at(40, 10), at(40, 0), at(50, 10)]);
  assert.deepEqual(reversed?.coordinates[0]?.length, 4);
  assert.deepEqual(reversed, {
    type: "Polygon",
    coordinates: [[[10, 50], [0, 40], [10, 40], [10, 50]]],
  });
});

for (
  const [name, points] of Object.entries({
    "no list": "40 0",
    "an empty list": [],
    "two points": [at(40, 0), at(40, 10)],
    "a point beyond the pole": [at(40, 0), at(91, 10), at(50, 10)],
    "a latitude that is text": [at("40", 0), at(40, 10), at(50, 10)],
    "a missing point": [at(40, 0), null, at(40, 10), at(50, 10)],
    "nothing": undefined,
  })
) {
  Deno.test(`${name} is not an area`, () => assert.equal(toArea(points), null));
}
