import assert from "node:assert/strict";
import { decodeSigmet, describe } from "./mod.ts";

const REPORT = decodeSigmet(
  "EHAA SIGMET 1 VALID 271200/271800 EHDB-\nEHAA AMSTERDAM FIR EMBD TS OBS AT 1200Z WI N5200 E00500 - N5300 E00600 - " +
    "N5400 E00500 - N5200 E00500 TOP ABV FL350 MOV S 5KT NC=",
  { receivedAt: Date.parse("2024-03-27T12:00:00Z") },
);

Deno.test("a SIGMET in English and in German, each sentence with its groups", () => {
  const english = describe(REPORT).map(({ text }) => text);
  assert.equal(english[0], "SIGMET 1 for AMSTERDAM FIR.");
  assert.equal(english[2], "Thunderstorms: embedded in cloud, observed at 12:00Z.");
  assert.ok(
    english.includes("Tops above FL350.") && english.includes("It moves toward 180° at 5 kt."),
  );
  const german = describe(REPORT, { language: "de" });
  assert.ok(german.some(({ text }) => text === "Es zieht nach 180° mit 5 kt."));
  for (const { sources } of german) {
    for (const { text, start, end } of sources) assert.equal(REPORT.raw.slice(start, end), text);
  }
});

Deno.test("what could not be read is said", () => {
  const report = decodeSigmet(
    "EHAA SIGMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR SEV TURB OBS WI THE USUAL PLACES NC=",
  );
  const texts = describe(report).map(({ text }) => text);
  assert.ok(
    texts.includes("The area could not be read: assume that it may be anywhere in the region."),
  );
  assert.equal(texts.at(-1), "Parts of this text could not be read: read the original.");
});
