import assert from "node:assert/strict";
import { recognise } from "../mod.ts";
import { decodeVaAdvisory, describe, explain, VA_FIELDS } from "./mod.ts";

/** The example of ICAO Annex 3, table A2-1. */
const KARYMSKY = `FVFE01 RJTD 230130
VA ADVISORY
DTG: 20080923/0130Z
VAAC: TOKYO
VOLCANO: KARYMSKY 300130
PSN: N5403 E15927
AREA: RUSSIA
SUMMIT ELEV: 1536M
ADVISORY NR: 2008/4
INFO SOURCE: MTSAT-1R KVERT KEMSD
AVIATION COLOUR CODE: RED
ERUPTION DETAILS: ERUPTION AT 20080923/0000Z FL300 REPORTED
OBS VA DTG: 23/0100Z
OBS VA CLD: FL250/300 N5400 E15930 – N5400 E16100 – N5300 E15945 MOV SE 20KT SFC/FL200 N5130 E16130 –
N5130 E16230 – N5230 E16230 – N5230 E16130 MOV SE 15KT
FCST VA CLD +6 HR: 23/0700Z FL250/350 N5130 E16030 – N5130 E16230 – N5330 E16230 – N5330 E16030
FCST VA CLD +12 HR: 23/1300Z SFC/FL270 N4830 E16130 – N4830 E16600 – N5300 E16600 – N5300 E16130
FCST VA CLD +18 HR: NO VA EXP
RMK: LATEST REP FM KVERT (0120Z) INDICATES ERUPTION HAS CEASED.
NXT ADVISORY: 20080923/0730Z=`;

Deno.test("a volcanic ash advisory gives volcano, clouds with levels and outlines, forecasts and the next one", () => {
  const report = decodeVaAdvisory(KARYMSKY);
  assert.deepEqual(report.issues, []);
  assert.deepEqual(report.unparsed, []);
  assert.equal(report.valid, true);
  assert.equal(recognise(KARYMSKY), "vaAdvisory");
  assert.equal(report.issuedAt, "2008-09-23T01:30:00Z");
  assert.equal(report.centre?.text, "TOKYO");
  assert.equal(report.volcano?.name, "KARYMSKY");
  assert.equal(report.volcano?.number, "300130");
  assert.deepEqual(report.position?.position, { latitude: 54.05, longitude: 159.45 });
  assert.equal(report.elevation?.value, 1536);
  assert.equal(report.elevation?.unit, "m");
  assert.equal(report.colourCode?.code, "red");
  assert.deepEqual(
    report.phases.map(({ kind, hours, at, state, clouds }) => [
      kind,
      hours,
      at,
      state,
      clouds.length,
    ]),
    [
      ["observed", 0, "2008-09-23T01:00:00Z", "clouds", 2],
      ["forecast", 6, "2008-09-23T07:00:00Z", "clouds", 1],
      ["forecast", 12, "2008-09-23T13:00:00Z", "clouds", 1],
      ["forecast", 18, null, "noneExpected", 0],
    ],
  );
  const [first, second] = report.phases[0]!.clouds;
  assert.equal(first!.area.kind === "polygon" && first!.area.points.length, 3);
  assert.deepEqual(first!.area.kind === "polygon" && first!.area.points[2], {
    latitude: 53,
    longitude: 159.75,
  });
  assert.equal(second!.movement.kind === "moving" && second!.movement.speed?.value, 15);
  assert.equal(
    second!.levels.kind === "levels" && second!.levels.base?.kind,
    "surface",
  );
  assert.equal(
    report.nextAdvisory?.kind === "at" && report.nextAdvisory.at,
    "2008-09-23T07:30:00Z",
  );
});

Deno.test("a cloud that cannot be seen is not the absence of ash", () => {
  const report = decodeVaAdvisory(
    "VA ADVISORY DTG: 20240524/1930Z VAAC: WASHINGTON VOLCANO: SANTA MARIA 342030 PSN: N1445 W09133 " +
      "AREA: GUATEMALA SOURCE ELEV: 12375 FT AMSL ADVISORY NR: 2024/123 OBS VA DTG: 24/1900Z " +
      "OBS VA CLD: VA NOT IDENTIFIABLE FM SATELLITE DATA WINDS SFC/FL160 240/15KT " +
      "FCST VA CLD +6HR: 25/0100Z NOT AVBL RMK: AREA: CLOUDY NXT ADVISORY: WILL BE ISSUED BY 20240525/0130Z\nNNNN",
  );
  const [now, later] = report.phases;
  assert.equal(now?.state, "notIdentifiable");
  assert.equal(now?.winds[0]?.direction?.value, 240);
  assert.equal(later?.state, "notAvailable");
  assert.equal(report.remarks?.text, "AREA: CLOUDY");
  assert.equal(report.region?.text, "GUATEMALA");
  assert.equal(report.nextAdvisory?.kind, "notLaterThan");
  assert.deepEqual(report.unparsed, []);
  assert.equal(report.valid, true);
});

Deno.test("what is missing or damaged is told, and the rest is read", () => {
  const rows: readonly (readonly [from: string, to: string, code: string])[] = [
    ["DTG: 20080923/0130Z", "DTG: 20081323/0130Z", "field.unreadable"],
    ["VAAC: TOKYO\n", "", "field.missing"],
    ["PSN: N5403 E15927", "PSN: N5463 E15927", "field.unreadable"],
    ["FL250/300 N5400 E15930", "FL250/300 N5461 E15930", "area.positionUnknown"],
    ["SUMMIT ELEV: 1536M", "SUMMIT ELEV: HIGH", "field.unreadable"],
    ["AREA: RUSSIA", "AREA: RUSSIA\nDTG: 20080923/0130Z", "field.repeated"],
    ["NO VA EXP", "XYZZY", "ash.notUnderstood"],
  ];
  for (const [from, to, code] of rows) {
    const report = decodeVaAdvisory(KARYMSKY.replace(from, to));
    assert.ok(report.issues.some((issue) => issue.code === code), code);
    assert.equal(report.valid, false);
    assert.equal(report.volcano?.name, "KARYMSKY");
    assert.equal(describe(report).at(-1)?.text.includes("could not be read"), true);
  }
});

Deno.test("letters may be small, lines one, the end sign absent", () => {
  const plain = decodeVaAdvisory(KARYMSKY);
  for (
    const raw of [
      KARYMSKY.toLowerCase(),
      KARYMSKY.replaceAll("\n", " "),
      KARYMSKY.replaceAll("\n", "\r\n"),
      KARYMSKY.slice(0, -1),
      KARYMSKY.replaceAll(": ", ":"),
      KARYMSKY.replaceAll("+6 HR", "+06HR").replaceAll("+12 HR", "+ 12 HR"),
    ]
  ) {
    const report = decodeVaAdvisory(raw);
    assert.deepEqual(report.unparsed, [], raw);
    assert.equal(report.valid, true, raw);
    assert.equal(report.volcano?.name, "KARYMSKY");
    assert.deepEqual(report.phases.map(({ at }) => at), plain.phases.map(({ at }) => at));
  }
});

Deno.test("each field of the table is read by its example", () => {
  const lines = KARYMSKY.replace("–\nN5130", "– N5130").replace("SUMMIT", "SOURCE").split("\n");
  for (const { example } of VA_FIELDS) {
    const label = example.slice(0, example.indexOf(":") + 1);
    const at = lines.findIndex((line) => line.startsWith(label));
    const raw = at < 0
      ? [...lines.slice(0, -2), example, ...lines.slice(-2)]
      : lines.with(at, example);
    const report = decodeVaAdvisory(raw.join("\n"));
    assert.deepEqual(report.issues.filter(({ code }) => code !== "field.missing"), [], example);
    assert.deepEqual(report.unparsed, [], example);
  }
});

Deno.test("an advisory in words, in English and in German, and every word explained once", () => {
  const report = decodeVaAdvisory(KARYMSKY);
  const texts = describe(report).map(({ text }) => text);
  assert.equal(texts[0], "Volcanic ash advisory 2008/4 of TOKYO for KARYMSKY.");
  assert.ok(texts.includes("It stands at 54°03′ N, 159°27′ E."));
  assert.ok(texts.some((text) => text.includes("between 53°00′ N and 54°00′ N")));
  assert.ok(texts.some((text) => text.startsWith("Ash forecast 18 hours later: no ash")));
  assert.equal(describe(report, { language: "de" }).length, texts.length);
  const meanings = explain(report);
  for (const { source } of meanings) {
    assert.equal(KARYMSKY.slice(source.start, source.end), source.text);
  }
  const covered = new Uint8Array(KARYMSKY.length);
  for (const { source } of meanings) {
    assert.equal(covered.subarray(source.start, source.end).some((bit) => bit === 1), false);
    covered.fill(1, source.start, source.end);
  }
  for (const { index, 0: word } of KARYMSKY.matchAll(/\S+/g)) {
    assert.equal(covered[index], 1, word);
  }
});
