import assert from "node:assert/strict";
import { decodeTaf } from "./decode.ts";
import { type FlatTaf, flattenTaf } from "./flatten.ts";

interface Row {
  readonly name: string;
  readonly raw: string;
  /** Fields of the flat form that must be there; of `periods` each with its fields. */
  readonly expected: Partial<FlatTaf>;
  readonly remarks?: readonly string[];
  readonly unparsed?: readonly string[];
  readonly issues?: readonly string[];
}

// The rows of the checklist of formats (180 to 214), each with what a complete decoder reads.
const ROWS: readonly Row[] = [
  {
    name: "NIL after a forecast does not take it back",
    raw: "TAF PANC 231120Z 2312/2418 VRB03KT P6SM SKC LLWS NIL",
    expected: {
      nil: undefined as never,
      periods: [{ type: "INITIAL", wind_variable: true, wind_speed_kt: 3 }],
    },
    unparsed: ["LLWS", "NIL"],
  },
  {
    name: "a group may hang on the period of a change",
    raw: "TAF ZGGG 230300Z 2306/2412 02004MPS 6000 BKN023 TEMPO2306/2310SHRA",
    expected: {
      periods: [{ type: "INITIAL" }, {
        type: "TEMPO",
        from_ddhh: "2306",
        to_ddhh: "2310",
        weather: ["SHRA"],
      }],
    },
    unparsed: [],
  },
  {
    name: "elements that are not forecast are absent, and their slashes are no leftovers",
    raw: "TAF EGLL 151101Z 1512/1618 ///// //// //////",
    expected: { periods: [{ type: "INITIAL", from_ddhh: "1512", to_ddhh: "1618" }] },
    unparsed: [],
  },
  {
    name: "the end of Australian turbulence and the three-hourly service belong to the remarks",
    raw:
      "TAF YSSY 151105Z 1512/1618 18015KT CAVOK RMK FM151500 MOD TURB BLW 5000FT TL151800 T 16 14 Q 1020 1021 TAF3",
    expected: { periods: [{ type: "INITIAL", wind_dir_deg: 180, wind_speed_kt: 15 }] },
    unparsed: [],
  },
  {
    name: "FM groups replace each other and carry minutes",
    raw:
      "TAF KMEI 251723Z 2518/2618 VRB04KT P6SM BKN250 FM261600 19004KT P6SM BKN040 FM261730 20005KT P6SM SCT040",
    expected: {
      station: "KMEI",
      periods: [
        {
          type: "INITIAL",
          from_ddhh: "2518",
          to_ddhh: "2618",
          wind_variable: true,
          wind_speed_kt: 4,
          visibility_sm: 6,
          clouds: [{ cover: "BKN", base_ft: 25000 }],
        },
        { type: "FM", from_ddhh: "261600", wind_dir_deg: 190, wind_speed_kt: 4 },
        { type: "FM", from_ddhh: "261730", clouds: [{ cover: "SCT", base_ft: 4000 }] },
      ],
    },
  },
  {
    name: "an amended forecast that is cancelled",
    raw: "TAF AMD EFAB 191100Z 1909/1915 CNL",
    expected: { amended: true, cancelled: true, station: "EFAB" },
  },
  {
    name: "a corrected forecast without time of issue",
    raw: "TAF COR KNGU 2315/2415 18011KT 9999 VCTS",
    expected: {
      corrected: true,
      periods: [{ type: "INITIAL", from_ddhh: "2315", to_ddhh: "2415", weather: ["VCTS"] }],
    },
  },
  {
    name: "NIL says that no forecast was issued",
    raw: "TAF EGKB 182000Z NIL",
    expected: { nil: true, station: "EGKB" },
  },
  {
    name: "hour 24 and metres per second",
    raw: "TAF ZSWZ 052100Z 0600/0624 07004MPS 6000 SCT020 TX26/0606Z TN22/0621Z",
    expected: {
      max_temperatures: [{ value_c: 26, at_ddhh: "0606" }],
      min_temperatures: [{ value_c: 22, at_ddhh: "0621" }],
      periods: [{ type: "INITIAL", from_ddhh: "0600", to_ddhh: "0624", wind_speed_kt: 7.8 }],
    },
  },
  {
    name: "BECMG names only what changes",
    raw: "TAF LIEA 220500Z 2206/2306 29008KT 9999 SCT030 BECMG 2218/2220 VRB05KT",
    expected: {
      periods: [
        { type: "INITIAL", wind_dir_deg: 290, visibility_sm: 6.214 },
        {
          type: "BECMG",
          from_ddhh: "2218",
          to_ddhh: "2220",
          wind_variable: true,
          wind_speed_kt: 5,
        },
      ],
    },
  },
  {
    name: "PROB30 TEMPO is a TEMPO with a probability",
    raw: "TAF DRZA 220500Z 2206/2306 28008KT CAVOK PROB30 TEMPO 2214/2220 TS FEW045CB",
    expected: {
      periods: [
        { type: "INITIAL", visibility_sm: 6.21 },
        {
          type: "TEMPO",
          probability: 30,
          from_ddhh: "2214",
          to_ddhh: "2220",
          weather: ["TS"],
          clouds: [{ cover: "FEW", base_ft: 4500, type: "CB" }],
        },
      ],
    },
  },
  {
    name: "PROB30 alone",
    raw: "TAF EFRO 062331Z 0700/0724 20009KT CAVOK PROB30 0702/0706 1000 BCFG BKN001",
    expected: {
      periods: [
        { type: "INITIAL" },
        { type: "PROB", probability: 30, weather: ["BCFG"], visibility_sm: 0.621 },
      ],
    },
  },
  {
    name: "PROB40 TEMPO without time of issue",
    raw:
      "TAF ENSB 0918/1018 24012KT 9999 FEW008 BKN025 BECMG 1007/1009 VRB05KT PROB40 TEMPO 0918/0924 BKN012",
    expected: {
      periods: [
        { type: "INITIAL" },
        { type: "BECMG" },
        { type: "TEMPO", probability: 40, from_ddhh: "0918", to_ddhh: "0924" },
      ],
    },
  },
  {
    name: "INTER of Australia",
    raw:
      "TAF YBBN 240505Z 2406/2512 16008KT 9999 -SHRA SCT015 BKN035 FM241200 19008KT 9999 -SHRA SCT010 BKN025 INTER 2406/2415 3000 SHRA BKN012",
    expected: {
      periods: [
        { type: "INITIAL" },
        { type: "FM", from_ddhh: "241200" },
        { type: "INTER", from_ddhh: "2406", to_ddhh: "2415", weather: ["SHRA"] },
      ],
    },
  },
  {
    name: "several maxima and negative minima",
    raw: "TAF EETN 301130Z 3012/3112 14016G26KT 8000 OVC015 TX02/3015Z TXM02/3109Z TNM10/3103Z",
    expected: {
      max_temperatures: [{ value_c: 2, at_ddhh: "3015" }, { value_c: -2, at_ddhh: "3109" }],
      min_temperatures: [{ value_c: -10, at_ddhh: "3103" }],
      periods: [{ type: "INITIAL", wind_gust_kt: 26 }],
    },
  },
  {
    name: "military turbulence, icing and QNH",
    raw: "TAF KLSV 222300Z 2223/2405 21020G35KT 8000 BLDU BKN160 530009 5X0304 620304 QNH2941INS",
    expected: {
      periods: [{
        type: "INITIAL",
        visibility_sm: 4.971,
        turbulence: ["530009", "5X0304"],
        icing: ["620304"],
        altimeter_inhg: 29.41,
      }],
    },
  },
  {
    name: "visibility 5000 and 6000 are not turbulence or icing",
    raw: "TAF OPGD 212200Z 2200/2224 23008KT 5000 HZ SCT020 BECMG 2206/2208 6000",
    expected: {
      periods: [{ type: "INITIAL", visibility_sm: 3.107 }, { type: "BECMG", visibility_sm: 3.728 }],
    },
  },
  {
    name: "low-level wind shear",
    raw: "KTCC 140005Z 1400/1424 33012KT P6SM SKC WS012/33030KT FM140400 VRB06KT P6SM SKC",
    expected: {
      periods: [
        { type: "INITIAL", wind_shear: { height_ft: 1200, dir_deg: 330, speed_kt: 30 } },
        { type: "FM" },
      ],
    },
  },
  {
    name: "the Navy's T groups: the higher one is the maximum",
    raw: "TAF KNYG 2021/2121 15007KT 9999 SKC QNH3038INS T08/2111Z T21/2119Z",
    expected: {
      max_temperatures: [{ value_c: 21, at_ddhh: "2119" }],
      min_temperatures: [{ value_c: 8, at_ddhh: "2111" }],
    },
  },
  {
    name: "WND sector and WND AFT do not overwrite the period's wind",
    raw:
      "TAF ORBD 131100Z 1311/1417 35010G15KT 9999 FEW200 QNH2979INS WND 290V040 WND 33009KT AFT 1315 TX47/1412Z TN29/1402Z",
    expected: { periods: [{ type: "INITIAL", wind_dir_deg: 350, wind_speed_kt: 10 }] },
    remarks: ["windSector"],
  },
  {
    name: "vertical visibility in a change",
    raw: "TAF TAF EHAM 311720Z 3118/0124 12012KT CAVOK BECMG 3121/3124 17017KT VV001",
    expected: {
      station: "EHAM",
      periods: [{ type: "INITIAL" }, { type: "BECMG", vertical_visibility_ft: 100 }],
    },
  },
  {
    name: "the next forecast in a Canadian remark",
    raw:
      "TAF CYCB 101838Z 1019/1107 03005KT P6SM IC FEW030 BECMG 1022/1024 06010KT RMK NXT FCST BY 110100Z",
    expected: { periods: [{ type: "INITIAL", weather: ["IC"] }, { type: "BECMG" }] },
    remarks: ["nextForecast"],
  },
  {
    name: "remarks after sentences with full stops",
    raw:
      "CYTL 121940Z 1220/1308 TEMPO 1303/1308 2SM -SN RMK FCST BASED ON AUTO OBS. FCST BASED ON OBS BY OTHER SRCS. WIND SENSOR INOP. NXT FCST BY 130200Z",
    expected: { periods: [{ type: "INITIAL" }, { type: "TEMPO", visibility_sm: 2 }] },
    remarks: [
      "basedOnAutomaticObservations",
      "basedOnOtherObservations",
      "sensorInoperative",
      "nextForecast",
    ],
  },
  {
    name: "amendments limited",
    raw: "KOAJ 140335Z 1404/1424 02035G50KT 3SM +SHRA BR OVC014 AMD LTD TO CLD VIS AND WIND",
    expected: { periods: [{ type: "INITIAL", weather: ["+SHRA", "BR"] }] },
    remarks: ["amendmentsLimited"],
  },
  {
    name: "AMD NOT SKED at the end does not amend the forecast",
    raw: "KISO 140336Z 1404/1424 03025G40KT 3SM RA OVC007 AMD NOT SKED",
    expected: {},
    remarks: ["amendmentsNotScheduled"],
  },
  {
    name: "automated sensor metwatch before the temperatures",
    raw:
      "TAF KNYL 2603/2703 20006KT 9999 SKC QNH2974INS AUTOMATED SENSOR METWATCH 2606 TIL 2614 TX42/2623Z TN24/2614Z",
    expected: { max_temperatures: [{ value_c: 42, at_ddhh: "2623" }] },
    remarks: ["automatedSensorMetwatch"],
  },
  {
    name: "keywords stuck to the group before them",
    raw:
      "TAF KJFK 061730Z 0618/0724 28008KTFM062000 15010KT 9999 FEW030PROB30TEMPO0620/0622 -RA BECMG0503/0504 BKN023TX15/0606Z",
    expected: {
      max_temperatures: [{ value_c: 15, at_ddhh: "0606" }],
      periods: [
        { type: "INITIAL", wind_dir_deg: 280 },
        {
          type: "FM",
          from_ddhh: "062000",
          wind_dir_deg: 150,
          clouds: [{ cover: "FEW", base_ft: 3000 }],
        },
        { type: "TEMPO", probability: 30, from_ddhh: "0620", weather: ["-RA"] },
        { type: "BECMG", from_ddhh: "0503", clouds: [{ cover: "BKN", base_ft: 2300 }] },
      ],
    },
    issues: ["repair.missingSpace"],
  },
  {
    name: "visibilities in miles without and with a blank",
    raw:
      "TAF AMD CZBF 300939Z 3010/3022 VRB03KT 6SM -SN OVC015 TEMPO 3010/3012 11/2SM -SN OVC009 TEMPO 3012/3022 1 1/2SM -SN VV007",
    expected: {
      periods: [
        { type: "INITIAL", visibility_sm: 6 },
        { type: "TEMPO", visibility_sm: 1.5 },
        { type: "TEMPO", visibility_sm: 1.5, vertical_visibility_ft: 700 },
      ],
    },
  },
  {
    name: "FM apart from its time",
    raw: "TAF OPGD 212200Z 2200/2224 23008G18KT 5000 HZ SCT020 FM 221800 VRB03KT 3000 FU SCT020",
    expected: {
      periods: [{ type: "INITIAL" }, { type: "FM", from_ddhh: "221800", weather: ["FU"] }],
    },
    issues: ["repair.extraSpace"],
  },
  {
    name: "the old validity of day and two hours",
    raw:
      "TAF EFKU 190840Z 191618 18020KT 9999 SCT030 FM17 19010KT 9999 RMK HELLO WORLD WIND 700FT 13010KT",
    expected: {
      periods: [
        { type: "INITIAL", from_ddhh: "1916", to_ddhh: "1918", wind_dir_deg: 180 },
        { type: "FM", from_ddhh: "191700" },
      ],
    },
    remarks: ["text", "windAtHeight"],
  },
  {
    name: "old hours after a keyword pass midnight",
    raw: "TAF KSTL 251720Z 251812 18010KT 9999 SCT030 FM2200 19010KT 9999 TEMPO 2204 3000 RA",
    expected: {
      periods: [
        { type: "INITIAL", from_ddhh: "2518", to_ddhh: "2612" },
        { type: "FM", from_ddhh: "252200" },
        { type: "TEMPO", from_ddhh: "2522", to_ddhh: "2604", visibility_sm: 1.864 },
      ],
    },
  },
  {
    name: "NSW is kept",
    raw: "TAF ETHC 251113Z 2512/2521 15005KT 9999 NSW FEW015 BKN250",
    expected: { periods: [{ type: "INITIAL", weather: ["NSW"] }] },
  },
  {
    name: "slashed weather, a misspelt keyword and PROB30 TEMPO",
    raw:
      "TAF DNCA 220330Z 2206/2312 VRB02KT 7000 BKN008 PROB30 TEMPO 2206/2208 5000 -RA/BR BECMG 2209/2211 26010KT TENMPO 2213/2218 5000 -TSRA BKN007 FEW018CB",
    expected: {
      periods: [
        { type: "INITIAL" },
        { type: "TEMPO", probability: 30, weather: ["-RA", "BR"] },
        { type: "BECMG" },
        { type: "TEMPO", from_ddhh: "2213", weather: ["-TSRA"] },
      ],
    },
    issues: ["repair.keyword", "repair.slashedWeather"],
  },
  {
    name: "a further period without a keyword has the kind of the one before it",
    raw:
      "TAF EGLL 251730Z 2518/2706 18010KT 9999 SCT030 PROB40 2612/2618 5000 SHRA 2618/2706 3000 RA",
    expected: {
      periods: [
        { type: "INITIAL" },
        { type: "PROB", probability: 40, weather: ["SHRA"] },
        { type: "PROB", probability: 40, from_ddhh: "2618", to_ddhh: "2706", weather: ["RA"] },
      ],
    },
    issues: ["repair.furtherPeriod"],
  },
  {
    name: "the vicinity is not lost with a blank",
    raw: "MMMX 242331Z 2500/2606 24005KT P6SM VC RA SCT020CB",
    expected: { periods: [{ type: "INITIAL", weather: ["VCRA"] }] },
  },
  {
    name: "Australian rows and turbulence are no change groups",
    raw:
      "TAF YSSY 251700Z 2518/2624 18010KT CAVOK FM252200 20015G25KT 9999 RMK FM260000 MOD/SEV TURB BLW 5000FT T 25 28 30 22 Q 1012 1011 1010 1011",
    expected: { periods: [{ type: "INITIAL" }, { type: "FM", from_ddhh: "252200" }] },
    remarks: ["text", "turbulence"],
  },
  {
    name: "a header on lines of their own after a WMO heading",
    raw: "FTUS43 KLSX 251720\nTAFSTL\nTAF\nKSTL 251720Z 2518/2624 18010KT P6SM SCT030=",
    expected: { station: "KSTL", periods: [{ type: "INITIAL", wind_dir_deg: 180 }] },
  },
  {
    name: "an issue time without its Z",
    raw: "TAF KMKE 011530 0116/0218 WS020/24045KT FM010200 17005KT P6SM SKC WS020/23055KT",
    expected: {
      periods: [
        { type: "INITIAL", wind_shear: { height_ft: 2000, dir_deg: 240, speed_kt: 45 } },
        { type: "FM", wind_shear: { height_ft: 2000, dir_deg: 230, speed_kt: 55 } },
      ],
    },
  },
  {
    name: "a keyword at the end of a text cut short is not a change group",
    raw: "TAF EFKE 020532Z 0206/0215 05005KT 9999 -SHRA BKN004 BECMG",
    expected: { periods: [{ type: "INITIAL" }] },
    unparsed: ["BECMG"],
    issues: ["period.missing"],
  },
  {
    name: "a time that cannot be keeps its group and says so",
    raw: "TAF KLBL 250547Z 2506/2606 15014KT P6SM BKN018 FM256300 18011KT 5SM -RA",
    expected: {
      periods: [{ type: "INITIAL" }, { type: "FM", from_ddhh: "256300", wind_dir_deg: 180 }],
    },
    unparsed: ["FM256300"],
    issues: ["period.notUnderstood"],
  },
  {
    name: "what follows the end sign is not read into the forecast",
    raw: "TAF EGLL 251730Z 2518/2624 18010KT 9999 SCT030= EGKK 251730Z 2518/2624 20020KT",
    expected: { periods: [{ type: "INITIAL", wind_dir_deg: 180 }] },
    unparsed: ["EGKK 251730Z 2518/2624 20020KT"],
    issues: ["order.textAfterEnd"],
  },
];

for (const row of ROWS) {
  Deno.test(`TAF: ${row.name}`, () => {
    const taf = decodeTaf(row.raw);
    const flat = flattenTaf(taf);
    assertHolds(flat, row.expected, row.name);
    if (row.expected.periods) {
      assert.equal(flat.periods?.length, row.expected.periods.length, "number of periods");
    }
    assert.deepEqual(taf.unparsed.map(({ text }) => text), row.unparsed ?? []);
    if (row.remarks) assert.deepEqual(taf.remarks.map(({ kind }) => kind), row.remarks);
    for (const code of row.issues ?? []) {
      assert.ok(taf.issues.some((issue) => issue.code === code), `issue ${code}`);
    }
  });
}

/** Every field of `expected` is in `actual`, lists element by element. */
function assertHolds(actual: unknown, expected: unknown, path: string): void {
  if (expected === null || typeof expected !== "object") {
    assert.deepEqual(actual, expected, path);
    return;
  }
  for (const [key, value] of Object.entries(expected)) {
    assertHolds((actual as Record<string, unknown> | undefined)?.[key], value, `${path}.${key}`);
  }
}

Deno.test("a TAF across the end of a month has its instants in both months", () => {
  const taf = decodeTaf("TAF EHAM 311720Z 3118/0124 12012KT CAVOK BECMG 3122/0102 17017KT VV001", {
    receivedAt: Date.UTC(2022, 0, 31, 17, 25),
  });
  assert.equal(taf.issuedAt, "2022-01-31T17:20:00Z");
  assert.equal(taf.validity?.from, "2022-01-31T18:00:00Z");
  assert.equal(taf.validity?.to, "2022-02-02T00:00:00Z");
  assert.equal(taf.changeGroups[0]?.period.from, "2022-01-31T22:00:00Z");
  assert.equal(taf.changeGroups[0]?.period.to, "2022-02-01T02:00:00Z");
});

Deno.test("a TAF across New Year and the end of a leap February", () => {
  const winter = decodeTaf("TAF LOWW 312315Z 0100/0206 12012KT CAVOK TN02/0106Z", {
    receivedAt: Date.UTC(2023, 11, 31, 23, 20),
  });
  assert.equal(winter.validity?.from, "2024-01-01T00:00:00Z");
  assert.equal(winter.minimumTemperatures[0]?.at, "2024-01-01T06:00:00Z");
  const leap = decodeTaf("TAF LOWW 282315Z 2900/0106 12012KT CAVOK", {
    receivedAt: Date.UTC(2024, 1, 28, 23, 20),
  });
  assert.equal(leap.validity?.from, "2024-02-29T00:00:00Z");
  assert.equal(leap.validity?.to, "2024-03-01T06:00:00Z");
});

Deno.test("hour 24 is midnight at the end of the day", () => {
  const taf = decodeTaf("TAF ZSWZ 302100Z 3100/3124 07004MPS 6000 TEMPO 3122/3124 TSRA", {
    receivedAt: Date.UTC(2022, 9, 30, 21, 5),
  });
  assert.equal(taf.validity?.to, "2022-11-01T00:00:00Z");
  assert.equal(taf.changeGroups[0]?.period.to, "2022-11-01T00:00:00Z");
});

Deno.test("an FM lasts until the next FM, the last one until the end of the validity", () => {
  const taf = decodeTaf(
    "TAF KMEI 251723Z 2518/2618 VRB04KT P6SM SKC FM252030 19004KT P6SM SKC TEMPO 2521/2523 TSRA FM260600 18005KT P6SM SKC",
    { receivedAt: Date.UTC(2022, 9, 25, 17, 30) },
  );
  const [first, , last] = taf.changeGroups;
  assert.equal(first?.period.to, "2022-10-26T06:00:00Z");
  assert.equal(last?.period.to, "2022-10-26T18:00:00Z");
});

Deno.test("without a time of receipt instants stay null and the written times remain", () => {
  const taf = decodeTaf("TAF EDDN 220500Z 2206/2306 11004KT CAVOK");
  assert.equal(taf.issuedAt, null);
  assert.equal(taf.validity?.from, null);
  assert.deepEqual(taf.validity?.written?.to, { day: 23, hour: 6, minute: 0 });
  assert.deepEqual(taf.issues, []);
});

Deno.test("a validity that ends before it begins is an issue and has no instants", () => {
  const taf = decodeTaf("TAF KJFK 061730Z 0618/0618 28008KT 9999 FEW250", {
    receivedAt: Date.UTC(2022, 9, 6, 17, 35),
  });
  assert.equal(taf.validity?.from, null);
  assert.ok(taf.issues.some(({ code }) => code === "header.validity"));
  assert.equal(taf.forecast.surfaceWind.kind, "wind");
});
