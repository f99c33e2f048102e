import assert from "node:assert/strict";
import { decodeTaf } from "./decode.ts";
import { TAF_FORMATS } from "./formats.ts";

const RECEIVED = Date.UTC(2022, 9, 22, 5, 10);
const HEADER = "TAF EDDN 220500Z ";

for (const { name, example } of TAF_FORMATS) {
  Deno.test(`the example of "${name}" is read to its last token`, () => {
    const isValidity = name.startsWith("validity") || name === "cancelled";
    const raw = isValidity
      ? `${HEADER}${example}`
      : `${HEADER}2206/2312 24010KT 9999 SCT030 ${example}`;
    const taf = decodeTaf(raw, { receivedAt: RECEIVED });
    assert.deepEqual(taf.unparsed, []);
    assert.ok(taf.issues.every(({ severity }) => severity === "info"), JSON.stringify(taf.issues));
    assert.notEqual(taf.validity?.from, null);
  });
}

Deno.test("each format has its own name", () => {
  assert.equal(new Set(TAF_FORMATS.map(({ name }) => name)).size, TAF_FORMATS.length);
});
