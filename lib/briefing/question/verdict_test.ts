import assert from "node:assert/strict";
import type { NumberComparison } from "./intent.ts";
import { compare, type Holds, type Result, resultOf } from "./verdict.ts";

const COMPARED: readonly {
  value: number;
  bound?: "atLeast" | "atMost";
  relation: NumberComparison["relation"];
  limit: number;
  holds: Holds;
}[] = [
  { value: 5, relation: "above", limit: 5, holds: false },
  { value: 5, relation: "atLeast", limit: 5, holds: true },
  { value: 5, relation: "below", limit: 5, holds: false },
  { value: 5, relation: "atMost", limit: 5, holds: true },
  { value: 6, bound: "atLeast", relation: "above", limit: 5, holds: true },
  { value: 6, bound: "atLeast", relation: "above", limit: 6, holds: null },
  { value: 6, bound: "atLeast", relation: "above", limit: 8, holds: null },
  { value: 6, bound: "atLeast", relation: "below", limit: 5, holds: false },
  { value: 6, bound: "atLeast", relation: "below", limit: 8, holds: null },
  { value: 0.25, bound: "atMost", relation: "below", limit: 1, holds: true },
  { value: 0.25, bound: "atMost", relation: "below", limit: 0.1, holds: null },
  { value: 0.25, bound: "atMost", relation: "above", limit: 1, holds: false },
  { value: 0.25, bound: "atMost", relation: "above", limit: 0.1, holds: null },
];

Deno.test("a bound answers only what all values on its side answer alike", () => {
  for (const { value, bound, relation, limit, holds } of COMPARED) {
    const known = bound === undefined ? { value } : { value, bound };
    assert.equal(compare(known, relation, limit), holds, `${bound} ${value} ${relation} ${limit}`);
  }
});

const RESULTS: readonly (readonly [states: readonly Holds[], isComplete: boolean, Result])[] = [
  [[true], true, "all"],
  [[true, true], true, "all"],
  [[true, true], false, "unknown"],
  [[true, null], true, "unknown"],
  [[true, false], true, "some"],
  [[true, null, false], false, "some"],
  [[false, true], true, "other"],
  [[false, null], true, "unknown"],
  [[false, false], true, "none"],
  [[false], false, "unknown"],
  [[null, true], true, "unknown"],
  [[], true, "unknown"],
];

Deno.test("all and none are said only where every state tells and nothing is missing", () => {
  for (const [states, isComplete, result] of RESULTS) {
    assert.equal(resultOf(states, isComplete), result, JSON.stringify(states));
  }
});
