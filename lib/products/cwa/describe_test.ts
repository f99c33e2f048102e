import assert from "node:assert/strict";
import { decodeCwa, describe, explain } from "./mod.ts";

const REPORT = decodeCwa(
  "FAUS22 KZMA 051728\nZMA2 UCWA 051727 \nZMA UCWA 201 VALID UNTIL 051830\n" +
    "FROM 30E TRV-20S PBI-30W PBI-30E TRV\nAREA TS MOV FROM 22010KT. TOPS TO FL330.\n",
  { receivedAt: Date.parse("2026-07-05T17:28:15Z") },
);

Deno.test("an advisory in sentences", () => {
  const texts = describe(REPORT).map(({ text }) => text);
  const rows = [
    "Centre weather advisory 201 for ZMA.",
    "URGENT: conditions that cannot wait (UCWA).",
    "Valid from day 5, 17:27Z until day 5, 18:30Z.",
    "Thunderstorms: over an area.",
    "It moves from 220° at 10 kt.",
    "Up to FL330.",
  ];
  for (const row of rows) assert.ok(texts.includes(row), texts.join("\n"));
});

Deno.test("each token has its meaning and the rule behind it", () => {
  const found = explain(REPORT);
  const one = found.find(({ source }) => source.text.includes("TOPS TO FL330"));
  assert.equal(one?.meaning, "Up to FL330.");
  assert.equal(one?.rule, "NWS Instruction 10-803");
});

Deno.test("a cancellation says so and warns of nothing", () => {
  const report = decodeCwa("FAUS22 KZMA 051728\nZMA CWA 201 VALID UNTIL 051830\nCANCEL CWA 201.\n");
  const texts = describe(report).map(({ text }) => text);
  assert.ok(texts.includes("It is cancelled."), texts.join("\n"));
  assert.ok(!texts.some((text) => text.startsWith("Hazard not named")));
});
