import assert from "node:assert/strict";
import { reportCacheControl } from "./cache_control.ts";

const rows: readonly [name: string, minutesLeft: number | null, expected: string][] = [
  [
    "nothing runs out",
    null,
    "public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=10800",
  ],
  [
    "six hours left",
    360,
    "public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=10800",
  ],
  [
    "an hour left",
    60,
    "public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=3480",
  ],
  [
    "three minutes left",
    3,
    "public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=60",
  ],
  ["two minutes left", 2, "public, max-age=30, s-maxage=60"],
  ["one minute left", 1, "public, max-age=0, s-maxage=0"],
  ["already past", -5, "public, max-age=0, s-maxage=0"],
];
for (const [name, minutesLeft, expected] of rows) {
  Deno.test(`with ${name} no span reaches past the limit`, () => {
    const now = 1_000_000_000_000;
    const limitAt = minutesLeft === null ? null : now + minutesLeft * 60_000;
    assert.equal(reportCacheControl(limitAt, now), expected);
  });
}
