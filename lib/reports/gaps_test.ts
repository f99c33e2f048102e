import assert from "node:assert/strict";
import { HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { gapOf, longestPause } from "./gaps.ts";

const every = (minutes: number, without: number) =>
  Array.from({ length: 24 * 60 / minutes + 1 }, (_, i) => i * minutes * MINUTE_MS)
    .filter((_, i) => i !== without);

for (const minutes of [20, 30, 60, 180]) {
  Deno.test(`one of the reports of every ${minutes} minutes that is missing makes a gap`, () => {
    const pause = longestPause("metar", minutes * MINUTE_MS);
    const span = { from: 0, to: 24 * HOUR_MS };
    assert.equal(gapOf(every(minutes, -1), span, pause), null);
    const at = minutes * MINUTE_MS;
    assert.deepEqual(gapOf(every(minutes, 3), span, pause), { from: 2 * at, to: 4 * at });
  });
}

Deno.test("where the interval is not known, METARs are hourly; a report every five minutes may miss some", () => {
  assert.equal(longestPause("metar", null), 90 * MINUTE_MS);
  assert.equal(longestPause("metar", 5 * MINUTE_MS), 30 * MINUTE_MS);
  assert.equal(longestPause("taf", null), 8 * HOUR_MS);
});
