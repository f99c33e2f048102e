import assert from "node:assert/strict";
import { canonicalPath, pathOf, queryOf, withoutBase } from "./path.ts";

Deno.test("paths and queries are read from absolute URLs", () => {
  const rows: [string, string, string][] = [
    ["http://a", "/", ""],
    ["http://a/", "/", ""],
    ["http://a:80/b/c?d=/e", "/b/c", "?d=/e"],
    ["https://a/b#c?d", "/b", ""],
    ["http://a//evil.example/?x", "//evil.example/", "?x"],
  ];
  for (const [url, path, query] of rows) {
    assert.equal(pathOf(url), path, url);
    assert.equal(queryOf(url), query, url);
  }
});

Deno.test("a canonical path never reads as another host", () => {
  const rows: [string, string | null][] = [
    ["/", null],
    ["/a", null],
    ["/a/", "/a"],
    ["//", "/"],
    ["//evil.example", "/evil.example"],
    ["/\\evil.example/", "/evil.example"],
    ["\\\\evil.example", "/evil.example"],
    ["/a//b///", "/a/b"],
  ];
  for (const [path, expected] of rows) assert.equal(canonicalPath(path), expected, path);
});

Deno.test("a base path is cut off only at a segment's end", () => {
  assert.equal(withoutBase("/x/a", "/x"), "/a");
  assert.equal(withoutBase("/x", "/x"), "/");
  assert.equal(withoutBase("/xy", "/x"), null);
});
