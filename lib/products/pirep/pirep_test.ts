import assert from "node:assert/strict";
import fc from "fast-check";
import { decodePirep, flattenPirep, pirep, recognisesPirep } from "./mod.ts";

const at = (iso: string) => Date.parse(iso);

Deno.test("a routine PIREP gives place, time, level, type and turbulence", () => {
  const report = decodePirep("FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP", {
    receivedAt: at("2022-10-22T02:30:00Z"),
  });
  assert.deepEqual(report.station, { id: "FSD", source: { text: "FSD", start: 0, end: 3 } });
  assert.equal(report.observedAt, "2022-10-22T02:19:00Z");
  assert.deepEqual(report.place, {
    kind: "fixRadialDistance",
    fix: "FSD",
    radial: { value: 360, unit: "deg" },
    distance: { value: 50, unit: "NM" },
    source: { text: "FSD360050", start: 11, end: 20 },
  });
  assert.deepEqual(report.turbulence, [{
    intensity: "light",
    type: "chop",
    frequency: "occasional",
    base: null,
    top: null,
    source: { text: "OCNL LGT CHOP", start: 46, end: 59 },
  }]);
  assert.equal(report.urgent, false);
  assert.deepEqual(report.unparsed, []);
});

Deno.test("a time just before midnight received just after belongs to the day before", () => {
  const report = decodePirep("ABC UA /OV ABC/TM 2350/FL100/TP C172", {
    receivedAt: at("2024-03-01T00:20:00Z"),
  });
  assert.equal(report.observedAt, "2024-02-29T23:50:00Z");
});

Deno.test("the next positions of an AIREP and their times, over midnight too", () => {
  const report = decodePirep(
    "ARP UAL901 5937N 05209W 2340 F370 58N050W 0005 5700N 04500W 0040 MS52 235/033 KT 012345",
    { receivedAt: at("2024-03-01T00:20:00Z") },
  );
  assert.deepEqual(
    report.nextPositions.map(({ place, at, source }) => [
      place?.kind === "position" && [place.latitude, place.longitude],
      at,
      source.text,
    ]),
    [
      [[58, -50], "2024-03-01T00:05:00Z", "58N050W 0005"],
      [[57, -45], "2024-03-01T00:40:00Z", "5700N 04500W 0040"],
    ],
  );
  assert.deepEqual(report.unparsed, []);
});

Deno.test("the heading of a bulletin is not the station, and small letters are no hindrance", () => {
  const raw = "255 UACN01 CYQX 211022 QX UUA /OV 47N051W /TM 1019 /FL350 /TP B763 /TB MDT-SEV";
  const report = decodePirep(raw);
  assert.equal(report.heading?.text, "255 UACN01 CYQX 211022");
  assert.equal(report.station?.id, "QX");
  assert.deepEqual(report.unparsed, []);
  const small = decodePirep(raw.toLowerCase());
  assert.equal(small.turbulence[0]?.source.text, "mdt-sev");
  assert.deepEqual(flattenPirep(small), flattenPirep(report));
  for (const source of sourcesOf(small)) {
    assert.equal(small.raw.slice(source.start, source.end), source.text);
  }
});

Deno.test("flat values of the fields as pilots write them", () => {
  const rows: { raw: string; expected: Record<string, unknown> }[] = [
    {
      raw: "PIE UA /OV PIE090020/TM 0129/FLDURGD/TP A21N/TB LGT 180-200/RM ZMAFD",
      expected: {
        no_flight_level: true,
        turbulence: [{ intensity: "LGT", base_ft_msl: 18000, top_ft_msl: 20000 }],
      },
    },
    {
      raw: "RNO UA /OV SWR132050/TM 0448/FL380/TP B738/TB MOD BLO 380/RM FL380-370",
      expected: { altitude_ft: 38000, turbulence: [{ intensity: "MOD", top_ft_msl: 38000 }] },
    },
    {
      raw: "UA /OV IRW090064/TM 1522/FLDURC/TP C172/SK 050SCT-TOP085/SKC ABV",
      expected: {
        sky: [{ cover: "SCT", base_ft_msl: 5000, top_ft_msl: 8500 }, { cover: "SKC" }],
      },
    },
    {
      raw: "ARP BAW123 N4530 W03000 1405 FL350 N46W020 1450 MS55 26045KT",
      expected: { location: { latitude: 45.5, longitude: -30 }, altitude_ft: 35000 },
    },
    {
      raw: "SMX UA /OV SMX/TM 0132/FL016/TP EPIC/SK OVC013-TOP016",
      expected: { sky: [{ cover: "OVC", base_ft_msl: 1300, top_ft_msl: 1600 }] },
    },
    {
      raw: "LAM UA /OV ABQ360057/TM 0130/FL270/TP TEX2/SK OVC-TOP180/SKC/RM LTL BUILDUP E",
      expected: { sky: [{ cover: "OVC", top_ft_msl: 18000 }, { cover: "SKC" }] },
    },
    {
      raw: "IND UA /OV IND/TM 0509/FL032/TP B752/SK 032OVCUNK/RM DURD",
      expected: { sky: [{ cover: "OVC", base_ft_msl: 3200 }] },
    },
    {
      raw: "PAE UA /OV KPAE/TM 0126/FL024/TP E75L/SK OVC024/WX FV04SM -RA",
      expected: { visibility_sm: 4, weather: ["-RA"] },
    },
    {
      raw: "JHM UA /OV JHM315010/TM 0213/FL065/TP C208/SK SKC/WV 05012G17/TB NEG",
      expected: { wind_dir_deg: 50, wind_speed_kt: 12, turbulence: [{ intensity: "NEG" }] },
    },
    {
      raw: "SRQ UA /OV SRQ280075/TM 0242/FL390/TP B737/TB CONS LGT CHOP OCNL MOD/RM ZMAFD",
      expected: {
        turbulence: [
          { intensity: "LGT", type: "CHOP", freq: "CONT" },
          { intensity: "MOD", freq: "OCNL" },
        ],
      },
    },
    {
      raw: "BVI UA /OV EWC/TM 0134/FL130/TP BE40/TA 03/IC LGT-MOD RIME",
      expected: { temperature_c: 3, icing: [{ intensity: "LGT-MOD", type: "RIME" }] },
    },
    {
      raw: "BIL UA /OV BIL /TM 0017 /FL080 /TP BE9L /TA UNKN /IC LGT MX\n\n    070-080=",
      expected: {
        temperature_c: undefined,
        icing: [{ intensity: "LGT", type: "MIXED", base_ft_msl: 7000, top_ft_msl: 8000 }],
      },
    },
    {
      raw: "ORF UA /OV 3900N 4500W/TM 1705/FL340/TP A330/TB MOD =",
      expected: { location: { latitude: 39, longitude: -45 } },
    },
    {
      raw: "QX UA /OV 4716N03402W /TM 0511 /FL330 /TP B77W /RM DEV 20NM STH DUE WX",
      expected: { location: { latitude: 47 + 16 / 60, longitude: -(34 + 2 / 60) } },
    },
    {
      raw: "PIB UA /OV MBO-LBY360014 /TM 0019 /FL025 /TP PA22 /SK SKC",
      expected: {
        location: [{ fix: "MBO" }, { fix: "LBY", bearing_deg: 360, distance_nm: 14 }],
      },
    },
    {
      raw: "YZ UA /OV CZBA 140010 /TM 1356 /FL040 /TP DH8A /IC LGT-MDT RIME",
      expected: {
        location: { fix: "CZBA", bearing_deg: 140, distance_nm: 10 },
        icing: [{ intensity: "LGT-MOD", type: "RIME" }],
      },
    },
    {
      raw: "ARP UAL901 5937N 05209W 0137 F370 235/033 TB OCNL LGT CHOP IC",
      expected: {
        aircraft: "UAL901",
        altitude_ft: 37000,
        wind_dir_deg: 235,
        wind_speed_kt: 33,
        turbulence: [{ intensity: "LGT", type: "CHOP", freq: "OCNL" }],
      },
    },
    {
      raw:
        "ARP BAW6W 5420N03233W 0216 F390 5430N03000W 0226 5330N02000W MS60 321/80 KT GVIIN DDL XXH 220216 F48A",
      expected: { temperature_c: -60, wind_dir_deg: 321, time_hhmm: "0216" },
    },
    {
      raw: "ARP DAL22 4430N06015W 0312 F370 M56 31075KT",
      expected: { temperature_c: -56, wind_dir_deg: 310, wind_speed_kt: 75 },
    },
    {
      raw: "SEY261 0348N06129E 0248 F360 MS47 098/32KT",
      expected: { aircraft: "SEY261", temperature_c: -47, wind_speed_kt: 32 },
    },
  ];
  for (const { raw, expected } of rows) {
    const report = decodePirep(raw);
    const flat = flattenPirep(report);
    for (const [name, value] of Object.entries(expected)) {
      assert.deepEqual(flat[name], value, `${name} of ${raw}`);
    }
    assert.deepEqual(report.unparsed, [], raw);
  }
});

Deno.test("a report is urgent by its type and by its content", () => {
  const rows: { raw: string; reasons: string[] }[] = [
    { raw: "ABC UA /OV ABC/TM 0100/FL100/TP C172/TB LGT", reasons: [] },
    { raw: "PUB UUA /OV PUB 243022/TM 0010/FL160/TP COL4", reasons: ["reportType"] },
    { raw: "PUB UA /OV PUB/TM 0010/FL160/TP COL4/TB MOD-SEV", reasons: ["turbulence"] },
    { raw: "PUB UA /OV PUB/TM 0010/FL160/TP COL4/IC SEV CLR", reasons: ["icing"] },
    { raw: "PUB UA /OV PUB/TM 0010/FL160/TP COL4/WX FV01SM TSGR", reasons: ["hail"] },
    {
      raw: "ADS UA /OV ADS340001/TM 0132/FL010/TP C172/RM LLWS +15KT SHORT FINAL RWY 16",
      reasons: ["lowLevelWindShear"],
    },
    { raw: "ADS UA /OV ADS/TM 0132/FL010/TP C172/RM LLWS +/-5KT", reasons: [] },
    { raw: "ADS UA /OV ADS/TM 0132/FL010/TP C172/RM FCST WAS CAVOK", reasons: [] },
    { raw: "ADS UA /OV ADS/TM 0132/FL010/TP C172/RM FUNNEL CLOUD W", reasons: ["tornado"] },
  ];
  for (const { raw, reasons } of rows) {
    const report = decodePirep(raw);
    assert.deepEqual(report.urgentBecause.map((b) => b.reason), reasons, raw);
    assert.equal(report.urgent, reasons.length > 0, raw);
  }
});

Deno.test("smooth air reported is not the same as nothing reported", () => {
  assert.equal(
    decodePirep("A UA /OV ABC/TM 0100/FL100/TP C172/TB NEG").turbulence[0]?.intensity,
    "none",
  );
  assert.deepEqual(decodePirep("A UA /OV ABC/TM 0100/FL100/TP C172").turbulence, []);
});

Deno.test("what is not understood is listed and the rest still read", () => {
  const report = decodePirep("SEA UA /OV SEA190010/TM 9150/FL030/TP B738/WX IMC/TA 5X5/TB NEG");
  assert.deepEqual(report.unparsed.map((s) => s.text), ["9150", "IMC", "5X5"]);
  assert.equal(report.airTemperature.kind, "notUnderstood");
  assert.equal(report.observedTime, null);
  assert.equal(report.turbulence[0]?.intensity, "none");
});

Deno.test("METARs and TAFs are not taken for pilot reports", () => {
  for (
    const raw of [
      "METAR KJFK 061751Z 28008KT 10SM FEW250 22/18 A2992",
      "TAF EDDN 220500Z 2206/2306 11004KT CAVOK",
      "",
    ]
  ) assert.equal(recognisesPirep(raw), false, raw);
});

Deno.test("any text: never throws, spans lie inside and hold what they say", () => {
  const pieces = fc.constantFrom(
    "UA",
    "UUA",
    "/OV",
    "/TM",
    "/FL",
    "/TP",
    "/SK",
    "/WX",
    "/TA",
    "/WV",
    "/TB",
    "/IC",
    "/RM",
    "ARP",
    "BKN-OVC040-TOP065",
    "5937N",
    "05209W",
    "F370",
    "LGT-MOD",
    "RIME",
    "180-200",
    "BLO",
    "380",
    "0219",
    "=",
    "\n",
    " ",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 60 }).map((p) =>
      p.join(" ")
    ),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const report = pirep.decode(raw, { receivedAt: 1_700_000_000_000 });
      for (const source of sourcesOf(report)) {
        assert.equal(raw.slice(source.start, source.end), source.text);
      }
    }),
    { numRuns: Number(Deno.env.get("FUZZ_RUNS") ?? 2000) },
  );
});

/** Every source in a value, however deep. */
function sourcesOf(value: unknown): { text: string; start: number; end: number }[] {
  if (value === null || typeof value !== "object") return [];
  const own = "start" in value && "end" in value && "text" in value
    ? [value as { text: string; start: number; end: number }]
    : [];
  return [...own, ...Object.values(value).flatMap(sourcesOf)];
}
