import assert from "node:assert/strict";
import { decodeGairmet, describe, explain } from "./mod.ts";

const RECORD = {
  tag: "1W",
  forecastHour: 3,
  validTime: "2026-08-16T12:00:00.000Z",
  hazard: "TURB-HI",
  geometryType: "AREA",
  severity: "MOD",
  due_to: "JETSTREAM",
  status: "AMD",
  top: "400",
  base: "180",
  product: "TANGO",
  coords: [{ lat: 46.55, lon: -95.03 }, { lat: 45.14, lon: -94.4 }, { lat: 43.3, lon: -95.27 }],
};

Deno.test("a snapshot in sentences", () => {
  const texts = describe(decodeGairmet(RECORD)).map(({ text }) => text);
  const rows = [
    "Graphical AIRMET (G-AIRMET), series TANGO, area 1W.",
    "It amends an earlier one.",
    "Turbulence at high levels, moderate.",
    "Because of: “JETSTREAM” (as written).",
    "A snapshot for day 16, 12:00Z, 3 hours after the issue.",
    "It speaks for the hours from day 16, 10:30Z until day 16, 13:30Z.",
    "From 18,000 ft MSL to 40,000 ft MSL.",
    "It lies between 43°18′ N and 46°33′ N, 095°16′ W and 094°24′ W: inside the outline 46°33′ N, 095°02′ W to 45°08′ N, 094°24′ W to 43°18′ N, 095°16′ W.",
  ];
  for (const row of rows) assert.ok(texts.includes(row), texts.join("\n"));
});

Deno.test("a record that says too little says so", () => {
  const texts = describe(decodeGairmet({ hazard: "NEW" })).map(({ text }) => text);
  const rows = [
    "Hazard not named.",
    "Its period of validity is not known: treat it as in force.",
    "The area is not given: assume that it may be anywhere in the region.",
    "Parts of this text could not be read: read the original.",
  ];
  for (const row of rows) assert.ok(texts.includes(row), texts.join("\n"));
});

Deno.test("each member of the record has its meaning", () => {
  const report = decodeGairmet(RECORD);
  const found = explain(report);
  const one = found.find(({ source }) => source.text === '"severity":"MOD"');
  assert.equal(one?.meaning, "Turbulence at high levels, moderate.");
  assert.equal(one?.rule, "NWS Instruction 10-811");
  for (const { source } of found) {
    assert.equal(report.raw.slice(source.start, source.end), source.text);
  }
});
