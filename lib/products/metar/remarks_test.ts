import assert from "node:assert/strict";
import { decodeMetar } from "./mod.ts";
import { REMARK_ROWS } from "./remarks/table.ts";

const HEAD = "METAR CWXX 061751Z AUTO 28008KT 10SM CLR 22/18 A2992 RMK ";
const remarksOf = (text: string) => decodeMetar(HEAD + text).remarks;
/** The remark without its source. */
const bare = (text: string) => remarksOf(text).map(({ source: _, ...rest }) => rest);

for (const row of REMARK_ROWS) {
  Deno.test(`the example of the remark "${row.name}" is understood whole: ${row.example}`, () => {
    const report = decodeMetar(HEAD + row.example);
    assert.deepEqual(report.unparsed, []);
    assert.ok(report.remarks.length > 0);
    assert.equal(report.remarks[0]!.source.text, row.example);
  });
}

const other = (name: string, data: Record<string, unknown>) => ({ kind: "other", name, data });
const ft = (value: number) => ({ value, unit: "ft" });

const ROWS: { text: string; expected: unknown[] }[] = [
  { text: "A01", expected: [{ kind: "automatedStation", type: "AO1" }] },
  {
    text: "SLP132",
    expected: [{ kind: "seaLevelPressure", pressure: { value: 1013.2, unit: "hPa" } }],
  },
  {
    text: "TORNADO B1250 8 SW MOV NE FUNNEL CLOUD B05E15 W WATERSPOUT E12",
    expected: [
      other("tornadicActivity", {
        what: "tornado",
        began: { hour: 12, minute: 50 },
        distance: { value: 8, unit: "SM" },
        place: "SW MOV NE",
        directions: ["SW"],
        movingTo: "NE",
      }),
      other("tornadicActivity", {
        what: "funnel cloud",
        began: { hour: null, minute: 5 },
        ended: { hour: null, minute: 15 },
        place: "W",
        directions: ["W"],
      }),
      other("tornadicActivity", { what: "waterspout", ended: { hour: null, minute: 12 } }),
    ],
  },
  {
    text: "VIS M0400 RWY08 TWR VIS 2000",
    expected: [
      {
        kind: "visibility",
        at: "secondSite",
        distance: { value: 400, unit: "m", bound: "atMost" },
        place: "RWY08",
      },
      { kind: "visibility", at: "tower", distance: { value: 2000, unit: "m" } },
    ],
  },
  {
    text: "MOD TURB 5NM SE FL120 B738",
    expected: [
      other("plainLanguage", { meaning: "moderate turbulence 5NM south-east FL120 B738" }),
    ],
  },
  { text: "P-128", expected: [other("pressureAltitude", { altitude: ft(-128) })] },
  {
    text: "VV001",
    expected: [other("skyElsewhere", { amount: "VV", height: ft(100) })],
  },
  { text: "SLP///", expected: [{ kind: "seaLevelPressure", pressure: null }] },
  {
    text: "T01060067",
    expected: [{
      kind: "hourlyTemperature",
      airTemperature: { value: 10.6, unit: "degC" },
      dewPointTemperature: { value: 6.7, unit: "degC" },
    }],
  },
  {
    text: "T0180////",
    expected: [{
      kind: "hourlyTemperature",
      airTemperature: { value: 18, unit: "degC" },
      dewPointTemperature: null,
    }],
  },
  {
    text: "401311019",
    expected: ["maximum", "minimum"].map((extreme, n) => ({
      kind: "extremeTemperature",
      extreme,
      hours: 24,
      temperature: { value: [13.1, -1.9][n], unit: "degC" },
    })),
  },
  {
    text: "58033",
    expected: [{
      kind: "pressureTendency",
      characteristic: 8,
      change: { value: -3.3, unit: "hPa" },
    }],
  },
  {
    text: "PK WND 28045/1955",
    expected: [{
      kind: "peakWind",
      direction: { value: 280, unit: "deg" },
      speed: { value: 45, unit: "kt" },
      hour: 19,
      minute: 55,
    }],
  },
  {
    text: "WSHFT 30 FROPA",
    expected: [{ kind: "windShift", hour: null, minute: 30, frontalPassage: true }],
  },
  { text: "CIG 005V010", expected: [{ kind: "variableCeiling", from: ft(500), to: ft(1000) }] },
  {
    text: "VIS 3/4V1 1/2",
    expected: [{
      kind: "visibility",
      at: "variable",
      distance: { value: 0.75, unit: "SM" },
      to: { value: 1.5, unit: "SM" },
    }],
  },
  {
    text: "VIS 2 1/2 RWY11",
    expected: [{
      kind: "visibility",
      at: "secondSite",
      distance: { value: 2.5, unit: "SM" },
      place: "RWY11",
    }],
  },
  {
    text: "VISNO RWY06",
    expected: [{ kind: "sensorStatus", sensor: "visibility", place: "RWY06" }],
  },
  {
    text: "UPB11E12FZRAB29E44",
    expected: [other("weatherBeganEnded", {
      events: [
        { weather: "UP", event: "began", hour: null, minute: 11 },
        { weather: "UP", event: "ended", hour: null, minute: 12 },
        { weather: "FZRA", event: "began", hour: null, minute: 29 },
        { weather: "FZRA", event: "ended", hour: null, minute: 44 },
      ],
    })],
  },
  {
    text: "FRQ LTGICCG NE-SE AND OHD",
    expected: [other("lightning", {
      frequency: "FRQ",
      types: ["IC", "CG"],
      place: "NE-SE AND OHD",
      overhead: true,
      directions: ["NE-SE"],
    })],
  },
  {
    text: "TS OHD MOV NE",
    expected: [
      other("seen", { what: ["TS"], place: "OHD MOV NE", overhead: true, movingTo: "NE" }),
    ],
  },
  {
    text: "QFE765/1021",
    expected: [
      { kind: "qfe", pressure: { value: 765, unit: "mmHg" } },
      { kind: "qfe", pressure: { value: 1021, unit: "hPa" } },
    ],
  },
  { text: "DENSITY ALT -200FT", expected: [other("densityAltitude", { altitude: ft(-200) })] },
  {
    text: "CU1AC4",
    expected: [
      other("cloudOktas", { layers: [{ kind: "CU", oktas: 1 }, { kind: "AC", oktas: 4 }] }),
    ],
  },
  {
    text: "RF00.2/004.0",
    expected: [other("rainfall", {
      tenMinutes: { value: 0.2, unit: "mm" },
      sinceNine: { value: 4, unit: "mm" },
    })],
  },
  {
    text: "PCPN VRY LGT",
    expected: [other("plainLanguage", { meaning: "precipitation very light" })],
  },
];

for (const { text, expected } of ROWS) {
  Deno.test(`remark: ${text}`, () => assert.deepEqual(bare(text), expected));
}

Deno.test("a word that no table knows is listed, not dropped", () => {
  const report = decodeMetar(HEAD + "AO2 XYZZY SLP132");
  assert.deepEqual(report.unparsed.map((source) => source.text), ["XYZZY"]);
  assert.equal(report.remarks.length, 2);
});

Deno.test("the tendency of a remark never reaches the body", () => {
  const report = decodeMetar(HEAD + "AO2 BKN005 VIS 1/2V1 RWY10 27050KT A3050 -SN OHD BLU");
  assert.equal(report.cloud.kind, "clear");
  assert.equal(report.surfaceWind.kind === "wind" && report.surfaceWind.speed.value, 8);
  assert.equal(report.presentWeather.kind, "notReported");
  assert.equal(report.qnh.kind === "value" && report.qnh.value, 29.92);
  assert.deepEqual(report.colourStates, []);
  assert.deepEqual(report.unparsed, []);
});
