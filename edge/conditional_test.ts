import assert from "node:assert/strict";
import { entityTagOf, isNotModified, matchesEntityTag } from "./conditional.ts";

const rows: readonly [header: string, expected: boolean][] = [
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b",W/"a"', true],
  ['"b" ,\t"a"', true],
  ["*", true],
  ['"x,y", "a"', true],
  ['"b"', false],
  ['"a,b"', false],
  ["a", false],
  ['"a', false],
  ["", false],
  ['w/"a"', false],
  ['"A"', false],
];
for (const [header, expected] of rows) {
  Deno.test(`If-None-Match: ${header} ${expected ? "names" : "does not name"} "a"`, () => {
    assert.equal(matchesEntityTag(header, '"a"'), expected);
  });
}

Deno.test("equal bytes have an equal strong tag and other bytes another", () => {
  const bytes = new TextEncoder().encode("KJFK");
  assert.match(entityTagOf(bytes), /^"[A-Za-z0-9_-]{27}"$/);
  assert.equal(entityTagOf(bytes), entityTagOf(bytes.slice()));
  assert.notEqual(entityTagOf(bytes), entityTagOf(new Uint8Array()));
});

const at = Date.parse("2026-11-24T16:51:00.700Z");
const since: readonly [value: string, expected: boolean][] = [
  ["Tue, 24 Nov 2026 16:51:00 GMT", true],
  ["Tue, 24 Nov 2026 16:51:01 GMT", true],
  ["Tue, 24 Nov 2026 16:50:59 GMT", false],
  ["yesterday", false],
];
for (const [value, expected] of since) {
  Deno.test(`If-Modified-Since: ${value} is ${expected ? "" : "not "}up to date`, () => {
    assert.equal(isNotModified(new Headers({ "if-modified-since": value }), '"a"', at), expected);
  });
}
Deno.test("If-None-Match wins over If-Modified-Since", () => {
  const headers = new Headers({ "if-none-match": '"b"', "if-modified-since": since[1]![0] });
  assert.equal(isNotModified(headers, '"a"', at), false);
});
