import assert from "node:assert/strict";
import { chooseEncoding } from "./accept_encoding.ts";

Deno.test("the stored encoding with the highest weight is sent", () => {
  const rows: [string | null, string][] = [
    [null, "identity"],
    ["", "identity"],
    ["gzip", "gzip"],
    ["gzip, deflate, br", "br"],
    ["br;q=0.1, gzip;q=0.9", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0", "identity"],
    ["*", "br"],
    ["*;q=0, gzip", "gzip"],
    ["identity, gzip;q=0.5", "identity"],
    ["BR", "br"],
    ["br;q=nonsense", "identity"],
  ];
  for (const [header, expected] of rows) {
    assert.equal(chooseEncoding(header, ["br", "gzip"]), expected, String(header));
  }
  assert.equal(chooseEncoding("br", []), "identity");
});
