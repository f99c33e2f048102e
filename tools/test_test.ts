import assert from "node:assert/strict";
import { readSummary } from "./test.ts";

Deno.test("the totals are read from the last summary line", () => {
  const rows = [
    { line: "ok | 5 passed | 0 failed (3ms)", expected: { passed: 5, failed: 0 } },
    {
      line: "FAILED | 1204 passed (88 steps) | 2 failed | 3 ignored (1m2s)",
      expected: { passed: 1204, failed: 2 },
    },
    { line: "running 5 tests", expected: null },
  ];
  for (const { line, expected } of rows) assert.deepEqual(readSummary(`x\n${line}\n`), expected);
});
