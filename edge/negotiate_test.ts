import assert from "node:assert/strict";
import { type Format, negotiate } from "./negotiate.ts";

const ALL: readonly Format[] = ["json", "geojson", "text", "csv"];

const rows: readonly [accept: string | null, expected: Format | null][] = [
  [null, "json"],
  ["*/*", "json"],
  ["", "json"],
  ["application/json", "json"],
  ["application/json; charset=utf-8", "json"],
  ["APPLICATION/JSON", "json"],
  ["application/*", "json"],
  ["text/*", "text"],
  ["text/csv", "csv"],
  ["text/plain", "text"],
  ["application/geo+json", "geojson"],
  ["text/csv, application/json", "json"],
  ["text/csv, application/json;q=0.9", "csv"],
  ["text/csv;q=0.1, */*;q=0.01", "csv"],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"],
  ["application/json;q=0, */*", "geojson"],
  ["*/*;q=0.5, application/json;q=0.1", "geojson"],
  ["text/csv;q=0", null],
  ["text/html", null],
  ["image/png, text/html;q=0.5", null],
  ["application/xml", null],
  ["*/*;q=0", null],
  ["*/json", "json"],
  ["text/csv;q=2, application/geo+json", "geojson"],
  ["nonsense", "json"],
  ["text/csv ; q=0.5 , text/plain ; q=0.6", "text"],
];
for (const [accept, expected] of rows) {
  Deno.test(`Accept: ${accept} chooses ${expected}`, () => {
    assert.equal(negotiate(accept, ALL), expected);
  });
}

Deno.test("an Accept header of 100 kB is answered in time that does not grow with it", () => {
  assert.equal(negotiate("text/csv,".repeat(11_000), ALL), "csv");
});
