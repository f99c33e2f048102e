import assert from "node:assert/strict";
import { recognise } from "../mod.ts";
import { decodeTcAdvisory, describe, explain, TC_FIELDS } from "./mod.ts";

/** The example of ICAO Annex 3, table A2-2. */
const GLORIA = `TC ADVISORY
DTG: 20040925/1900Z
TCAC: YUFO
TC: GLORIA
ADVISORY NR: 2004/13
OBS PSN: 25/1800Z N2706 W07306
CB: WI 250NM OF TC CENTRE TOP FL500
MOV: NW 20KMH
INTST CHANGE: INTSF
C: 965HPA
MAX WIND: 22MPS
FCST PSN +6 HR: 25/2200Z N2748 W07350
FCST MAX WIND +6 HR: 22MPS
FCST PSN +12 HR: 26/0400Z N2830 W07430
FCST MAX WIND +12 HR: 22MPS
FCST PSN +18 HR: NIL
FCST MAX WIND +18 HR: NIL
RMK: NIL
NXT MSG: BFR 20040925/2000Z=`;

Deno.test("a tropical cyclone advisory gives centre, cumulonimbus, movement, pressure, wind and forecasts", () => {
  const report = decodeTcAdvisory(GLORIA);
  assert.deepEqual(report.issues, []);
  assert.deepEqual(report.unparsed, []);
  assert.equal(recognise(GLORIA), "tcAdvisory");
  assert.equal(report.cyclone?.text, "GLORIA");
  assert.equal(report.observed?.at, "2004-09-25T18:00:00Z");
  assert.deepEqual(report.observed?.position, { latitude: 27.1, longitude: -73.1 });
  const cb = report.cumulonimbus;
  assert.equal(
    cb.kind === "cumulonimbus" && cb.area.kind === "circle" && cb.area.radius.value,
    250,
  );
  assert.equal(report.movement.kind === "moving" && report.movement.direction.value, 315);
  assert.equal(report.movement.kind === "moving" && report.movement.speed?.unit, "km/h");
  assert.equal(report.intensityChange?.kind, "intensifying");
  assert.equal(report.centralPressure?.value, 965);
  assert.equal(report.maximumWind?.value, 22);
  assert.deepEqual(
    report.forecasts.map(({ hours, centre, maximumWind }) => [
      hours,
      centre?.at ?? null,
      maximumWind?.value ?? null,
    ]),
    [[6, "2004-09-25T22:00:00Z", 22], [12, "2004-09-26T04:00:00Z", 22], [18, null, null]],
  );
  assert.equal(report.nextAdvisory?.kind, "notLaterThan");
});

Deno.test("lines that an office writes above and below the advisory are kept, and nothing of it is lost", () => {
  const raw = "FKNT24 KNHC 242055\nTCANT4\n\nHURRICANE HELENE ICAO ADVISORY NUMBER   6\n" +
    "NWS NATIONAL HURRICANE CENTER MIAMI FL       AL092024\n\n" +
    GLORIA.replace("YUFO", "KNHC").replace(" TOP FL500", "").replace("=", () => "\n\n$$\n");
  const report = decodeTcAdvisory(raw);
  assert.equal(recognise(raw), "tcAdvisory");
  assert.equal(report.heading?.office, "KNHC");
  assert.ok(report.preamble?.text.startsWith("TCANT4"));
  assert.equal(
    report.cumulonimbus.kind === "cumulonimbus" && report.cumulonimbus.levels.kind,
    "notReported",
  );
  assert.deepEqual(report.unparsed, []);
});

Deno.test("older texts, slow movement, no cumulonimbus, no name", () => {
  const report = decodeTcAdvisory(
    GLORIA.replace("ADVISORY NR: 2004/13", "NR: 01").replace("OBS PSN: 25/1800Z ", "PSN: ")
      .replace("NW 20KMH", "N SLW").replace("WI 250NM OF TC CENTRE TOP FL500", "NIL")
      .replace("GLORIA", "NN").replace("BFR 20040925/2000Z", "NO MSG EXP"),
  );
  assert.deepEqual(report.issues, []);
  assert.equal(report.number?.text, "01");
  assert.equal(report.observed?.at, "2004-09-25T19:00:00Z");
  assert.equal(report.movement.kind === "moving" && report.movement.speed?.bound, "atMost");
  assert.equal(report.cumulonimbus.kind, "none");
  assert.equal(report.cyclone, null);
  assert.equal(report.nextAdvisory?.kind, "none");
});

Deno.test("what is missing or damaged is told, and the rest is read", () => {
  const rows: readonly (readonly [from: string, to: string, code: string])[] = [
    ["OBS PSN: 25/1800Z N2706 W07306\n", "", "field.missing"],
    ["N2706 W07306", "N2766 W07306", "field.unreadable"],
    ["C: 965HPA", "C: 96HPA", "field.unreadable"],
    ["C: 965HPA", "C: 1965HPA", "field.unreadable"],
    ["MAX WIND: 22MPS", "MAX WIND: STRONG", "field.unreadable"],
    ["WI 250NM OF TC CENTRE", "SOMEWHERE", "area.positionUnknown"],
  ];
  for (const [from, to, code] of rows) {
    const report = decodeTcAdvisory(GLORIA.replace(from, to));
    assert.ok(report.issues.some((issue) => issue.code === code), `${to} ${code}`);
    assert.equal(report.valid, false);
    assert.equal(report.cyclone?.text, "GLORIA");
  }
});

Deno.test("each field of the table is read by its example", () => {
  for (const { example } of TC_FIELDS) {
    const label = example.slice(0, example.indexOf(":") + 1);
    const lines = GLORIA.split("\n");
    const at = lines.findIndex((line) => line.startsWith(label));
    const raw = at < 0
      ? [...lines.slice(0, -2), example, ...lines.slice(-2)]
      : lines.with(at, example);
    const report = decodeTcAdvisory(raw.join("\n"));
    assert.deepEqual(report.issues, [], example);
    assert.deepEqual(report.unparsed, [], example);
  }
});

Deno.test("an advisory in words, in English and in German, and every word explained once", () => {
  const report = decodeTcAdvisory(GLORIA);
  const texts = describe(report).map(({ text }) => text);
  assert.equal(texts[0], "Tropical cyclone advisory 2004/13 of YUFO for GLORIA.");
  assert.ok(texts.includes("The pressure at its centre is 965 hPa."));
  assert.ok(texts.some((text) => text.includes("within 250 NM of 27°06′ N, 073°06′ W")));
  assert.equal(describe(report, { language: "de" }).length, texts.length);
  const covered = new Uint8Array(GLORIA.length);
  for (const { source } of explain(report)) {
    assert.equal(GLORIA.slice(source.start, source.end), source.text);
    assert.equal(covered.subarray(source.start, source.end).some((bit) => bit === 1), false);
    covered.fill(1, source.start, source.end);
  }
  for (const { index, 0: word } of GLORIA.matchAll(/\S+/g)) assert.equal(covered[index], 1, word);
});
