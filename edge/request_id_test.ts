import assert from "node:assert/strict";
import { requestIdOf } from "./request_id.ts";

const withId = (id: string) => new Request("http://api/", { headers: { "x-request-id": id } });

for (const id of ["a", "0f3c-11", "trace:1.2_3", "x".repeat(64)]) {
  Deno.test(`the sane request id ${id.slice(0, 12)} is kept`, () => {
    assert.equal(requestIdOf(withId(id)), id);
  });
}
for (const id of ["x".repeat(65), "a b", "<script>", 'a"b', "a/b", "é"]) {
  Deno.test(`the request id ${id.slice(0, 12)} is replaced`, () => {
    assert.match(requestIdOf(withId(id)), /^[A-Za-z0-9_-]{12}-[0-9a-z]+$/);
  });
}
Deno.test("two requests without an id get different ids", () => {
  const request = new Request("http://api/");
  assert.notEqual(requestIdOf(request), requestIdOf(request));
});
