import assert from "node:assert/strict";
import { checkEnds, headingOfDesignator } from "./headings.ts";
import type { StatedEnd } from "./headings.ts";
import { destination } from "./geometry.ts";

/** A 2,000 m runway that really lies on `bearing`, with headings as some source states them. */
function runway(
  bearing: number,
  names: [string, string],
  headings: [number | null, number | null],
  latitude = 40,
): StatedEnd[] {
  const threshold = { latitude, longitude: 10 };
  return [
    { designator: names[0], heading: headings[0], threshold },
    {
      designator: names[1],
      heading: headings[1],
      threshold: destination(threshold, bearing, 1.08),
    },
  ];
}

Deno.test("a heading is believed only when thresholds and number agree with it", () => {
  const rows = [
    {
      name: "all agree",
      ends: runway(91, ["09", "27"], [90, 270]),
      expected: [[90, "published"], [270, "published"]],
    },
    {
      name: "the pair is not opposite",
      ends: runway(91, ["09", "27"], [94, 268]),
      expected: [[91, "thresholds"], [271, "thresholds"]],
    },
    {
      name: "published more than 5° from the thresholds",
      ends: runway(91, ["09", "27"], [97, 277]),
      expected: [[91, "thresholds"], [271, "thresholds"]],
    },
    {
      name: "nothing published",
      ends: runway(91, ["09", "27"], [null, null]),
      expected: [[91, "thresholds"], [271, "thresholds"]],
    },
    {
      name: "thresholds swapped: the number decides",
      ends: runway(271, ["09", "27"], [271, 91]),
      expected: [[92, "designator"], [272, "designator"]],
    },
    {
      name: "no number and thresholds cannot be checked",
      ends: runway(91, ["E", "W"], [90, 270]),
      expected: [[null, null], [null, null]],
    },
    {
      name: "numbered in true in the far north",
      ends: runway(91, ["09", "27"], [91, 271], 75),
      variation: -40,
      expected: [[91, "published"], [271, "published"]],
    },
  ];
  for (const { name, ends, expected, variation = 2 } of rows) {
    const checked = checkEnds(ends, variation, 2000);
    assert.deepEqual(checked.map((e) => [e.trueHeading, e.headingSource]), expected, name);
  }
});

Deno.test("north is 360, never 0, and a designator without number has no heading", () => {
  assert.equal(headingOfDesignator("36", 0), 360);
  assert.equal(headingOfDesignator("01L", -10), 360);
  assert.equal(headingOfDesignator("N", 0), null);
  assert.equal(headingOfDesignator("37", 0), null);
  assert.equal(headingOfDesignator("18", null), null);
});
