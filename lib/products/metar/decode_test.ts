import assert from "node:assert/strict";
import { decodeMetar, flattenMetar, type Metar, metar } from "./mod.ts";

const HEAD = "METAR KJFK 061751Z ";
const body = (groups: string): Metar => decodeMetar(HEAD + groups);
const flat = (groups: string) => flattenMetar(body(groups));
const codes = (report: Metar) => report.issues.map((issue) => issue.code);
const leftovers = (report: Metar) => report.unparsed.map((source) => source.text);

/** Rows of flat fields: `undefined` means that the report must not state the field. */
const ROWS: { name: string; groups: string; expected: Record<string, unknown> }[] = [
  {
    name: "a lone visibility may have a direction",
    groups: "27010KT 4000E BKN010 10/08 Q1013",
    expected: { visibility_sm: 2.4855, altimeter_inhg: 29.914 },
  },
  {
    name: "a quarter mile or less keeps its bound",
    groups: "00000KT M1/4SM FG VV001 10/10 A2992",
    expected: {
      visibility: { value: 0.25, unit: "SM", bound: "less" },
      vertical_visibility_ft: 100,
    },
  },
  {
    name: "NDV does not lose the visibility",
    groups: "AUTO 27010KT 9999NDV NCD 10/08 Q1013",
    expected: { visibility_sm: 6.2137, sky: "no_cloud_detected" },
  },
  {
    name: "a layer without height is a layer",
    groups: "27010KT 9999 FEW020 BKN/// 10/08 Q1013",
    expected: { clouds: [{ cover: "FEW", base_ft: 2000 }, { cover: "BKN" }] },
  },
  {
    name: "the height of a cloud may stand apart",
    groups: "27010KT 9999 SCT 015 BKN 020CB 10/08 Q1013",
    expected: {
      clouds: [{ cover: "SCT", base_ft: 1500 }, { cover: "BKN", base_ft: 2000, type: "CB" }],
    },
  },
  {
    name: "gust, sector and dew point may stand apart",
    groups: "24010G 20KT 240V 300 9999 SCT015 12 /M10 Q1013",
    expected: {
      wind_speed_kt: 10,
      wind_gust_kt: 20,
      wind_sector_deg: [240, 300],
      visibility: { value: 10000, unit: "M", bound: "more" },
      temperature_c: 12,
      dewpoint_c: -10,
    },
  },
  {
    name: "a slash between direction and speed does not lose the wind",
    groups: "240/10G20KT 9999 SCT015 12/10 Q1013",
    expected: { wind_dir_deg: 240, wind_speed_kt: 10, wind_gust_kt: 20 },
  },
  {
    name: "the minimum visibility may stand first with its direction",
    groups: "24010KT 2000SW 9000 SCT015 12/10 Q1013",
    expected: {
      visibility: { value: 9000, unit: "M" },
      directional_visibility: [{ direction: "SW", value: 2000, unit: "M" }],
    },
  },
  {
    name: "an altimeter setting with its unit or its decimal point is one",
    groups: "24010KT 9999 SCT015 12/10 Q1013HPA NOSIG",
    expected: { altimeter: { value: 1013, unit: "hPa" }, no_signal: true },
  },
  {
    name: "a decimal point in inches",
    groups: "24010KT 9999 SCT015 12/10 A29.92",
    expected: { altimeter: { value: 29.92, unit: "inHg" } },
  },
  {
    name: "the dew point may be there without the temperature",
    groups: "24010KT 9999 SCT015 //M10 Q1013",
    expected: { temperature_c: undefined, dewpoint_c: -10 },
  },
  {
    name: "the type of a cloud may stand apart",
    groups: "27010KT 9999 FEW011 CB 10/08 Q1013",
    expected: { clouds: [{ cover: "FEW", base_ft: 1100, type: "CB" }] },
  },
  {
    name: "miles may stand apart",
    groups: "27010KT 10 SM CLR 10/08 A2992",
    expected: { visibility_sm: 10, sky_clear: "CLR" },
  },
  {
    name: "an old runway state is not a wind",
    groups: "24006MPS 9999 OVC010 01/00 Q1007 32550193 82290095 NOSIG",
    expected: { wind_dir_deg: 240, wind_speed_kt: 12, wind_gust_kt: undefined, no_signal: true },
  },
  {
    name: "a visual range in metres needs no tendency",
    groups: "00000KT 0300 R35/0300 FG VV002 10/10 Q1013",
    expected: { rvr: [{ runway: "35", visual_range: { value: 300, unit: "M" } }] },
  },
  {
    name: "a temperature needs no dew point",
    groups: "27010KT 10SM CLR 04/ A3011",
    expected: { temperature_c: 4, dewpoint_c: undefined },
  },
  {
    name: "of two altimeter settings the first counts",
    groups: "27010KT CAVOK 11/08 Q1013 A2992",
    expected: { altimeter: { value: 1013, unit: "hPa" } },
  },
  {
    name: "the wind survives a correction",
    groups: "CCA 25007KT 10SM BKN013 00/M01 A2989",
    expected: { wind_dir_deg: 250, wind_speed_kt: 7, corrected: true },
  },
  {
    name: "a vertical visibility that is unknown is not clear",
    groups: "27010KT 0300 FG VV/// 10/10 Q1013",
    expected: { vertical_visibility_ft: undefined, sky_clear: undefined, clouds: undefined },
  },
  {
    name: "a trend's wind is not a temperature, and touches nothing of the observation",
    groups: "27010KT 9999 FEW030 20/10 Q1013 TEMPO 21020G30KT 2000 TSRA BKN010CB",
    expected: {
      temperature_c: 20,
      wind_dir_deg: 270,
      wind_gust_kt: undefined,
      weather: undefined,
      clouds: [{ cover: "FEW", base_ft: 3000 }],
      visibility_sm: 6.2137,
    },
  },
  {
    name: "FCST in the remarks is no funnel cloud",
    groups: "27010KT 10SM CLR 20/10 A2992 RMK AO2 FCST BY 12Z",
    expected: { weather: undefined },
  },
  {
    name: "a forecast opened by FM does not overwrite the observation",
    groups: "20007KT 9999 FEW030 20/10 Q1013 FM0900 35010KT 9999 SCT050",
    expected: { wind_dir_deg: 200, clouds: [{ cover: "FEW", base_ft: 3000 }] },
  },
  {
    name: "a military forecast without keyword does not overwrite the observation",
    groups: "25006KT 9999 BKN370 20/15 Q1020 BLU 29018KT 4000 SCT050",
    expected: { wind_dir_deg: 250, visibility_sm: 6.2137 },
  },
  {
    name: "100 knots and more",
    groups: "270100G120KT 10SM CLR 20/10 A2992",
    expected: { wind_speed_kt: 100, wind_gust_kt: 120 },
  },
  {
    name: "kilometres an hour",
    groups: "24030KMH 9999 FEW030 20/10 Q1013",
    expected: { wind_dir_deg: 240, wind_speed_kt: 16 },
  },
  {
    name: "a height of zero is a height",
    groups: "27010KT 0100 FG OVC000 10/10 Q1013",
    expected: { clouds: [{ cover: "OVC", base_ft: 0 }] },
  },
  {
    name: "two directional minima",
    groups: "27010KT 9000 4000N 3000SE -RA OVC010 10/08 Q1013",
    expected: {
      directional_visibility: [
        { direction: "N", value: 4000, unit: "M" },
        { direction: "SE", value: 3000, unit: "M" },
      ],
    },
  },
  {
    name: "two groups of recent weather",
    groups: "22005MPS 8000 -TSRA SCT033CB 13/10 Q1003 RESHRA RESHGR R88/290045 TEMPO 1000 TSRA",
    expected: { recent_weather: ["SHRA", "SHGR"], weather: ["-TSRA"] },
  },
  {
    name: "typographic minus",
    groups: "27010KT 10SM \u2212RA OVC010 10/08 A2992",
    expected: { weather: ["-RA"] },
  },
  {
    name: "low sea-level pressure by the altimeter",
    groups: "27010KT 15SM CLR 01/00 A2920 RMK SLP893",
    expected: { sea_level_pressure_hpa: 989.3 },
  },
  {
    name: "very high sea-level pressure by the altimeter",
    groups: "27010KT 15SM CLR M40/M45 A3110 RMK SLP532",
    expected: { sea_level_pressure_hpa: 1053.2 },
  },
  {
    name: "a fall of pressure is negative",
    groups: "27010KT 15SM CLR 01/00 A2992 RMK 56008",
    expected: { pressure_tendency_3h_hpa: -0.8 },
  },
  {
    name: "a trace is no amount, and no rain is not a trace",
    groups: "27010KT 10SM CLR 01/00 A2992 RMK AO2 P0000",
    expected: { precip_1h_trace: true, precip_1h_in: undefined },
  },
  {
    name: "tenths below zero",
    groups: "27010KT 10SM CLR M00/M02 A2992 RMK AO2 T10041017",
    expected: { temperature_c: -0.4, dewpoint_c: -1.7 },
  },
  {
    name: "a runway state before the temperature does not cost it, nor its sign",
    groups: "22003MPS 2100 OVC002 R24/450230 M01/M02 Q0998",
    expected: { temperature_c: -1, dewpoint_c: -2 },
  },
  {
    name: "recent weather before the temperature does not cost it",
    groups: "22003MPS 2100 OVC002 RERA 12/10 Q0998",
    expected: { temperature_c: 12, recent_weather: ["RA"] },
  },
  {
    name: "a blank inside the altimeter setting",
    groups: "27010KT 9999 FEW030 20/10 Q10 13",
    expected: { altimeter: { value: 1013, unit: "hPa" } },
  },
  {
    name: "groups without a blank between them",
    groups: "27010KT 9999FEW023 32/25Q1009",
    expected: { clouds: [{ cover: "FEW", base_ft: 2300 }], temperature_c: 32, dewpoint_c: 25 },
  },
];

for (const { name, groups, expected } of ROWS) {
  Deno.test(`METAR: ${name}`, () => {
    const actual = flat(groups);
    for (const [field, value] of Object.entries(expected)) {
      assert.deepEqual(actual[field], value, `${field} of ${groups}`);
    }
    assert.deepEqual(leftovers(body(groups)), []);
  });
}

Deno.test("absent, not observable and not understood are three answers", () => {
  assert.equal(body("9999 FEW010 10/08 Q1013").surfaceWind.kind, "notReported");
  assert.equal(body("/////KT 9999 FEW010 10/08 Q1013").surfaceWind.kind, "notObservable");
  const damaged = body("0000KT 9999 FEW010 10/08 Q1013");
  assert.equal(damaged.surfaceWind.kind, "notUnderstood");
  assert.deepEqual(leftovers(damaged), ["0000KT"]);
  assert.ok(codes(damaged).includes("damaged.wind"));
});

Deno.test("a pressure that the atmosphere does not have is refused", () => {
  for (const group of ["Q0500", "A1500", "A3999", "Q1200"]) {
    const report = body(`27010KT 9999 FEW010 10/08 ${group}`);
    assert.equal(report.qnh.kind, "notUnderstood", group);
    assert.deepEqual(leftovers(report), [group]);
  }
});

Deno.test("values that look better than the text, or that nobody measured, are said to be so", () => {
  const rows = [
    ["27010KT CAVOK 2000 FG 10/10 Q1013", "contradiction.visibility"],
    ["27010KT 9999 NCD ///49 Q1013", "range.dewPoint"],
    ["27010KT 34SM -SN VV007 M06/M09 A2966", "range.visibility"],
  ] as const;
  for (const [groups, code] of rows) {
    const issue = body(groups).issues.find((one) => one.code === code);
    assert.equal(issue?.severity, "warning", groups);
  }
});

Deno.test("miles that lost a figure before their slash are not whole miles", () => {
  const report = body("27010KT //4SM -SN VV014 M06/M09 A2966");
  assert.notEqual(report.prevailingVisibility.kind, "visibility");
  assert.deepEqual(leftovers(report), ["//4SM"]);
});

Deno.test("a cloud with a damaged height has no height", () => {
  const report = body("27010KT 9999 FEW02 BKN0200 10/08 Q1013");
  assert.equal(report.cloud.kind, "layers");
  if (report.cloud.kind === "layers") {
    assert.deepEqual(report.cloud.layers.map((layer) => layer.heightAgl), [null, null]);
  }
  assert.ok(codes(report).includes("damaged.cloudHeight"));
});

Deno.test("the month is settled by the time of receipt, also at the turn of months and years", () => {
  const rows: { time: string; receivedAt: string; expected: string | null }[] = [
    { time: "010005Z", receivedAt: "2026-12-31T23:58:00Z", expected: "2027-01-01T00:05:00Z" },
    { time: "312355Z", receivedAt: "2027-01-01T00:02:00Z", expected: "2026-12-31T23:55:00Z" },
    { time: "290600Z", receivedAt: "2028-03-01T01:00:00Z", expected: "2028-02-29T06:00:00Z" },
    { time: "300600Z", receivedAt: "2026-03-01T01:00:00Z", expected: "2026-01-30T06:00:00Z" },
    { time: "320600Z", receivedAt: "2026-03-01T01:00:00Z", expected: null },
  ];
  for (const { time, receivedAt, expected } of rows) {
    const report = decodeMetar(`METAR EGLL ${time} 27010KT`, {
      receivedAt: Date.parse(receivedAt),
    });
    assert.equal(report.observedAt, expected, time);
  }
  assert.equal(decodeMetar("METAR EGLL 010005Z 27010KT").observedAt, null);
});

Deno.test("times of trends are instants after the observation", () => {
  const report = decodeMetar(
    "METAR EGLL 312350Z 27010KT CAVOK 10/08 Q1013 BECMG FM0030 TL0130 3000 TEMPO AT0045 0800 FG",
    { receivedAt: Date.parse("2026-12-31T23:55:00Z") },
  );
  assert.deepEqual(
    report.trends.map(({ kind, from, until, at }) => ({ kind, from, until, at })),
    [
      { kind: "BECMG", from: "2027-01-01T00:30:00Z", until: "2027-01-01T01:30:00Z", at: null },
      { kind: "TEMPO", from: null, until: null, at: "2027-01-01T00:45:00Z" },
    ],
  );
});

Deno.test("PROB in a trend belongs to the TEMPO that follows", () => {
  const [trend] = body("27010KT CAVOK 10/08 Q1013 PROB30 TEMPO 2000 TSRA").trends;
  assert.equal(trend?.kind, "TEMPO");
  assert.equal(trend?.probability, 30);
});

Deno.test("a second report stuck to the first is set aside", () => {
  for (const glue of ["= ", " ", " METAR "]) {
    const report = decodeMetar(
      `METAR SKPE 230200Z 07005KT 9999 FEW015 20/17 A3013${glue}SKAR 230200Z 09003KT 5000 OVC003 19/17 A3010`,
    );
    assert.equal(flattenMetar(report).wind_dir_deg, 70);
    assert.ok(codes(report).includes("stuck.secondReport"));
    assert.match(leftovers(report).join(""), /SKAR.*A3010$/);
  }
});

Deno.test("a heading of the bulletin is no station", () => {
  for (const heading of ["SAUK31 EGRR 061750\n", "123 SAUK31 EGRR 061750 COR\n", ""]) {
    const report = decodeMetar(`${heading}METAR EGLL 061750Z 27010KT CAVOK 10/08 Q1013`);
    assert.equal(report.locationIndicator, "EGLL");
    assert.deepEqual(leftovers(report), []);
  }
});

Deno.test("AUTO in front of the indicator is not taken for it", () => {
  const report = decodeMetar("METAR AUTO EGLL 061750Z 27010KT CAVOK 10/08 Q1013");
  assert.equal(report.locationIndicator, "EGLL");
  assert.equal(report.automatic, true);
});

Deno.test("METAR is recognised with and without its word, a TAF is not", () => {
  const rows: { raw: string; expected: boolean }[] = [
    { raw: "METAR KJFK 061751Z 28008KT", expected: true },
    { raw: "SPECI KJFK 061751Z", expected: true },
    { raw: "KJFK 061751Z 28008KT 10SM", expected: true },
    { raw: "SAUK31 EGRR 061750 METAR EGLL 061750Z", expected: true },
    { raw: "TAF KJFK 061730Z 0618/0724 28008KT", expected: false },
    { raw: "KJFK 061730Z 0618/0724 28008KT", expected: false },
    { raw: "FSD UA /OV FSD360050/TM 0219", expected: false },
    { raw: "SYKM 221800 10008KT 9999 BKN020", expected: true },
    { raw: "AUTO 061950Z 10002KT 9999NDV NCD 01/M00 Q1015", expected: true },
    { raw: "KJFK 121151Z 000////KT //// /////// Q////", expected: true },
    { raw: "CWND M02/M02 RMK SOG 29 5001 T10151015", expected: true },
    { raw: "UTO8 M M M 889/01/-01/0106/M/ 2024 78MM", expected: true },
    { raw: "KJFK 061730 0618/0724 28008KT", expected: false },
    { raw: "", expected: false },
  ];
  for (const { raw, expected } of rows) assert.equal(metar.recognises(raw), expected, raw);
});

Deno.test("a second wind that cannot be read opens no forecast", () => {
  const report = body("18004MPS CAVOK 27/22 Q1013 XYZ 810005MPS");
  assert.deepEqual(report.trends, []);
  assert.deepEqual(leftovers(report), ["XYZ", "810005MPS"]);
});
