import assert from "node:assert/strict";
import fc from "fast-check";
import { recognise } from "../mod.ts";
import {
  agreeWithProvider,
  decodeSigmet,
  describe,
  flattenSigmet,
  recognisesSigmet,
  type Sigmet,
} from "./mod.ts";

const at = (iso: string) => ({ receivedAt: Date.parse(iso) });
const icao = (body: string) =>
  decodeSigmet(
    `EHAA SIGMET 1 VALID 111130/111530 EHDB-\nEHAA AMSTERDAM FIR ${body}=`,
    at("2024-03-11T11:35:00Z"),
  );
const first = (report: Sigmet) => report.hazards[0]!;
/** Like a value, its sources left out. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => key === "source" ? undefined : inner));

Deno.test("an ICAO SIGMET gives phenomenon, time, outline, levels, movement and change", () => {
  const report = icao(
    "EMBD TS OBS AT 1200Z WI N5200 E00500 - N5300 E00600 - N5400 E00500 - N5200 E00500 FL010/035 MOV S 5KT NC",
  );
  assert.equal(report.type, "sigmet");
  assert.equal(report.identifier?.text, "1");
  assert.deepEqual(report.atsUnits.map(({ id }) => id), ["EHAA"]);
  assert.equal(report.office?.id, "EHDB");
  assert.deepEqual(report.regions.map(({ name }) => name), ["AMSTERDAM FIR"]);
  assert.equal(report.validity?.from, "2024-03-11T11:30:00Z");
  assert.equal(report.validity?.to, "2024-03-11T15:30:00Z");
  const hazard = first(report);
  assert.equal(hazard.phenomenon, "thunderstorm");
  assert.deepEqual(hazard.qualifiers, ["embedded"]);
  assert.equal(hazard.source?.text, "EMBD TS");
  assert.equal(hazard.assessment?.at, "2024-03-11T12:00:00Z");
  assert.equal(hazard.area.kind === "polygon" && hazard.area.points.length, 4);
  assert.equal(hazard.intensityChange?.kind, "noChange");
  assert.deepEqual(report.unparsed, []);
  assert.equal(report.valid, true);
});

Deno.test("areas in every form of Annex 3", () => {
  const rows: { body: string; expected: unknown }[] = [
    { body: "ENTIRE FIR", expected: { kind: "entire" } },
    { body: "ENTIRE FIR/UIR", expected: { kind: "entire" } },
    {
      body: "N5345 E00515",
      expected: { kind: "point", position: { latitude: 53.75, longitude: 5.25 } },
    },
    {
      body: "WI N0911 W00930 - N1000 W01000 - N0900 W01030 - N0911 W00930",
      expected: {
        kind: "polygon",
        points: [[9 + 11 / 60, -9.5], [10, -10], [9, -10.5], [9 + 11 / 60, -9.5]]
          .map(([latitude, longitude]) => ({ latitude, longitude })),
      },
    },
    {
      body: "WI 25KM OF N5200 E00520",
      expected: {
        kind: "circle",
        centre: { latitude: 52, longitude: 5 + 20 / 60 },
        radius: { value: 25, unit: "km" },
      },
    },
    {
      body: "N OF N54 AND E OF W012",
      expected: {
        kind: "bounded",
        limits: [{ side: "N", latitude: 54 }, { side: "E", longitude: -12 }],
      },
    },
    {
      body: "NE OF LINE N50 W010 - N55 W005",
      expected: {
        kind: "bounded",
        limits: [{
          side: "NE",
          line: [{ latitude: 50, longitude: -10 }, { latitude: 55, longitude: -5 }],
        }],
      },
    },
    {
      body: "WI 60NM EITHER SIDE OF LINE N0700 W13800 - N0700 W13400",
      expected: {
        kind: "line",
        points: [{ latitude: 7, longitude: -138 }, { latitude: 7, longitude: -134 }],
        width: { value: 120, unit: "NM" },
      },
    },
    {
      body: "APRX 50KM WID LINE BTN N64 W017 - N60 W010",
      expected: {
        kind: "line",
        points: [{ latitude: 64, longitude: -17 }, { latitude: 60, longitude: -10 }],
        width: { value: 50, unit: "km" },
      },
    },
    {
      body: "WI N9911 W00930 - N1000 W01000 - N0900 W01030",
      expected: { kind: "positionUnknown" },
    },
    {
      body: "WI N5061 W00930 - N1000 W01000 - N0900 W01030",
      expected: { kind: "positionUnknown" },
    },
  ];
  for (const { body, expected } of rows) {
    const report = icao(`SEV TURB FCST ${body} FL270/340 STNR NC`);
    assert.deepEqual(plain(first(report).area), expected, body);
    assert.deepEqual(report.unparsed, [], body);
    assert.equal(report.valid, (expected as { kind: string }).kind !== "positionUnknown", body);
  }
});

Deno.test("levels as text writes them", () => {
  const fl = (value: number, bound?: string) => ({
    kind: "altitude",
    height: { value, unit: "ft", ...(bound && { bound }) },
    flightLevel: true,
  });
  const rows: { body: string; base: unknown; top: unknown }[] = [
    { body: "SFC/FL080", base: { kind: "surface" }, top: fl(8000) },
    { body: "FL270/340", base: fl(27000), top: fl(34000) },
    { body: "TOP FL520", base: null, top: fl(52000) },
    { body: "TOP ABV FL450", base: null, top: fl(45000, "atLeast") },
    { body: "TOPS TO FL450", base: null, top: fl(45000) },
    { body: "BTN FL240 AND FL420", base: fl(24000), top: fl(42000) },
    { body: "BLW FL180", base: { kind: "surface" }, top: fl(18000) },
    { body: "ABV FL250", base: fl(25000), top: null },
    {
      body: "2000/9000FT",
      base: { kind: "altitude", height: { value: 2000, unit: "ft" }, flightLevel: false },
      top: { kind: "altitude", height: { value: 9000, unit: "ft" }, flightLevel: false },
    },
    {
      body: "BTN FRZLVL AND FL180. FRZLVL 040-060.",
      base: {
        kind: "freezingLevel",
        range: { low: { value: 4000, unit: "ft" }, high: { value: 6000, unit: "ft" } },
      },
      top: fl(18000),
    },
  ];
  for (const { body, base, top } of rows) {
    const { levels } = first(icao(`SEV TURB OBS ENTIRE FIR ${body}`));
    assert.deepEqual(plain(levels), { kind: "levels", base, top }, body);
  }
});

Deno.test("a volcanic ash SIGMET keeps the volcano and the forecast position", () => {
  const report = icao(
    "VA ERUPTION MT SABANCAYA PSN S1547 W07150 VA CLD OBS AT 1520Z WI S1534 W07117 - S1554 W07101 - " +
      "S1618 W07151 - S1534 W07117 SFC/FL230 NC FCST AT 2130Z WI S1533 W07059 - S1605 W07101 - S1601 W07144 - S1533 W07059",
  );
  const hazard = first(report);
  assert.equal(hazard.phenomenon, "volcanicAsh");
  assert.equal(hazard.origin?.name, "SABANCAYA");
  assert.equal(hazard.forecasts[0]?.area.kind, "polygon");
  assert.equal(hazard.forecasts[0]?.at, "2024-03-11T21:30:00Z");
  assert.deepEqual(report.unparsed, []);
  const gone = icao("VA CLD OBS AT 1520Z ENTIRE FIR SFC/FL230 NC FCST AT 2130Z NO VA EXP");
  assert.equal(first(gone).forecasts[0]?.area.kind, "noneExpected");
});

Deno.test("a tropical cyclone SIGMET gives name, centre and the circle around it", () => {
  const report = icao(
    "TC GLORIA PSN N2706 W07306 CB OBS AT 1600Z WI 250NM OF TC CENTRE TOP FL500 NC FCST AT 2200Z TC CENTRE PSN N2740 W07345",
  );
  const hazard = first(report);
  assert.equal(hazard.phenomenon, "tropicalCyclone");
  assert.equal(hazard.origin?.name, "GLORIA");
  assert.deepEqual(plain(hazard.area), {
    kind: "circle",
    centre: { latitude: 27.1, longitude: -73.1 },
    radius: { value: 250, unit: "NM" },
  });
  assert.deepEqual(plain(hazard.forecasts[0]?.area), {
    kind: "point",
    position: { latitude: 27 + 40 / 60, longitude: -73.75 },
  });
  assert.deepEqual(report.unparsed, []);
});

Deno.test("a cancellation names what it takes back and warns of nothing", () => {
  const rows = [
    {
      raw:
        "EHAA SIGMET M03 VALID 271330/271530 EHDB-\nEHAA AMSTERDAM FIR CNL SIGMET M01 271130/271530=",
      id: "M01",
    },
    {
      raw:
        "747 \nWSPA03 PHFO 170000\nSIGPAP\n\nKZAK SIGMET PAPA 3 VALID 162358/162359 PHFO-OAKLAND OCEANIC FIR \n" +
        "CANCEL SIGMET PAPA 2 VALID 161955/162355. TS HAVE DIMINISHED.\n",
      id: "PAPA 2",
    },
  ];
  for (const { raw, id } of rows) {
    const report = decodeSigmet(raw, at("2022-10-17T00:00:00Z"));
    assert.equal(report.cancels?.identifier, id);
    assert.ok(report.cancels?.validity?.to);
    assert.deepEqual(report.hazards, []);
    assert.deepEqual(report.unparsed, []);
    assert.equal(report.valid, true);
  }
});

Deno.test("tests and exercises are marked", () => {
  assert.equal(icao("TEST").status, "test");
  assert.equal(icao("EXER SEV ICE (FZRA) OBS ENTIRE FIR STNR NC").status, "exercise");
  assert.deepEqual(first(icao("SEV ICE (FZRA) OBS ENTIRE FIR STNR NC")).qualifiers, [
    "severe",
    "freezingRain",
  ]);
});

const CONVECTIVE =
  "924 \nWSUS32 KKCI 031825\nSIGC  \nMKCC WST 031825\nCONVECTIVE SIGMET 83C\nVALID UNTIL 2055Z\nTX\n40S FST\n" +
  "AREA SEV TS MOV FROM 27025KT. TOPS ABV FL450.\nHAIL TO 1 IN...WIND GUSTS TO 50KT POSS.\n\n" +
  "CONVECTIVE SIGMET 81C\nVALID UNTIL 1955Z\nMS LA AR\nFROM SQS-30E ELD\nLINE TS 25 NM WIDE MOV FROM 21020KT. TOPS TO FL290\n\n" +
  "OUTLOOK VALID 031955-032355\nAREA 1...FROM HLC-OSW-SGF-MEI-LCH-BRO-70WNW BRO-MRF-CME-HLC\nWST ISSUANCES POSS. " +
  "REFER TO MOST RECENT ACUS01 KWNS FROM STORM\nPREDICTION CENTER FOR SYNOPSIS AND METEOROLOGICAL DETAILS.\n\n" +
  "AREA 2...FROM FAR-RWF-OBH-ANW-FAR\nWST ISSUANCES POSS.";

Deno.test("an outlook is not the warning", () => {
  const report = decodeSigmet(CONVECTIVE, at("2022-10-03T18:30:00Z"));
  assert.equal(report.type, "convectiveSigmet");
  assert.deepEqual(report.hazards.map(({ identifier }) => identifier?.text), ["83C", "81C"]);
  assert.deepEqual(report.outlooks.map(({ identifier }) => identifier?.text), ["AREA 1", "AREA 2"]);
  assert.deepEqual(report.hazards.map(({ validity }) => validity?.to), [
    "2022-10-03T20:55:00Z",
    "2022-10-03T19:55:00Z",
  ]);
  assert.equal(report.outlooks[1]?.validity?.from, "2022-10-03T19:55:00Z");
  const [storm, line] = report.hazards;
  assert.deepEqual(
    storm?.threats.map(({ kind, size, speed }) => [kind, size?.value ?? speed?.value]),
    [
      ["hail", 1],
      ["windGust", 50],
    ],
  );
  assert.equal(line?.area.kind === "line" && line.area.width?.value, 25);
  assert.deepEqual(line?.regions?.names, ["MS", "LA", "AR"]);
  assert.deepEqual(report.unparsed, []);
  const alone = decodeSigmet(
    CONVECTIVE.slice(0, 30) + CONVECTIVE.slice(CONVECTIVE.indexOf("OUTLOOK")),
    at("2022-10-03T18:30:00Z"),
  );
  assert.equal(alone.type, "outlook");
  assert.deepEqual(alone.hazards, []);
});

Deno.test("a US AIRMET bulletin keeps its sections apart", () => {
  const report = decodeSigmet(
    "WAUS46 KKCI 220245 \x07SFOS WA 220245 \x07AIRMET SIERRA FOR IFR AND MTN OBSCN VALID UNTIL 220900 \x07AIRMET IFR...CA AND CSTL WTRS " +
      "\x07FROM 30E PYE TO 60NW RZS TO 50E LAX TO 30E PYE \x07CIG BLW 010/VIS BLW 3SM BR/FG. CONDS CONTG BYD 09Z THRU 15Z. " +
      "\x07OTLK VALID 0900-1500Z \x07AREA 2...MTN OBSCN CA \x07BOUNDED BY 40SE EHF-40SW HEC-60S TRM-40SE EHF \x07MTNS OBSC BY CLDS/BR.",
    at("2022-10-22T03:00:00Z"),
  );
  assert.equal(report.series, "sierra");
  assert.equal(report.hazards.length, 1);
  const hazard = first(report);
  assert.equal(hazard.phenomenon, "instrumentConditions");
  assert.deepEqual(hazard.ceilingBelow, { value: 1000, unit: "ft" });
  assert.deepEqual(hazard.visibilityBelow, { value: 3, unit: "SM" });
  assert.equal(report.outlooks[0]?.phenomenon, "mountainObscuration");
  assert.equal(report.outlooks[0]?.validity?.to, "2022-10-22T15:00:00Z");
  assert.deepEqual(report.unparsed, []);
  const [latitude, longitude] = flattenSigmet(report).area_lat_lon![0]!;
  // As the Aviation Weather Center places 30E PYE.
  assert.ok(Math.abs(latitude - 38.0783) < 0.01 && Math.abs(longitude + 122.2309) < 0.01);
});

Deno.test("an outline with an anchor nobody knows is told, not drawn", () => {
  const report = decodeSigmet(
    "WSUS31 KKCI 290155\nSIGE\nCONVECTIVE SIGMET 3E\nVALID UNTIL 0355Z\nFL\nFROM 30NNE QQQ-70ENE PBI-20W TRV-30NNE QQQ\n" +
      "AREA TS MOV LTL. TOPS TO FL320.",
  );
  assert.equal(first(report).area.kind, "positionUnknown");
  assert.equal(first(report).movement.kind, "little");
  assert.ok(report.issues.some(({ code }) => code === "area.positionUnknown"));
});

Deno.test("blanks inside words are put together", () => {
  const report = decodeSigmet(
    "WSID21 WAAA 291721 WAAF SIGMET 36 VALID 291723/292110 WAAA- WAAF UJUNG PANDANG FIR EMBD TS OBS WI S0849 E14100 - " +
      "S 0950 E13940 - S0847 E13757 - S0849 E14100 TOP FL520 MO V WSW 5KT INTSF=",
  );
  const { movement, area } = first(report);
  assert.equal(movement.kind === "moving" && movement.direction.value, 247.5);
  assert.equal(area.kind === "polygon" && area.points.length, 4);
  assert.deepEqual(report.unparsed, []);
});

const ADVISORY =
  "SWX ADVISORY\nDTG: 20201108/0100Z\nSWXC: DONLON\nSWX EFFECT: HF COM\nADVISORY NR: 2020/1\n" +
  "OBS SWX: 08/0100Z SEV MNH EQN DAYSIDE MOD NIGHTSIDE\nFCST SWX +6 HR: 08/0700Z MOD HNH E180 - W180 ABV FL340\n" +
  "FCST SWX +12 HR: 08/1300Z NO SWX EXP\nFCST SWX +18 HR: 08/1900Z NOT AVBL\nFCST SWX +24 HR: 09/0100Z NO SWX EXP\n" +
  "RMK: SEE WWW.SPACEWEATHERPROVIDER.WEB\nNXT ADVISORY: WILL BE ISSUED BY 20201108/0700Z=";

Deno.test("a space weather advisory gives its five times", () => {
  const report = decodeSigmet(ADVISORY);
  assert.equal(report.valid, true, JSON.stringify(report.issues));
  assert.deepEqual(report.unparsed, []);
  const phases = report.spaceWeather!.phases;
  assert.deepEqual(phases.map(({ state }) => state), [
    "expected",
    "expected",
    "noneExpected",
    "notAvailable",
    "noneExpected",
  ]);
  assert.equal(phases[0]?.at, "2020-11-08T01:00:00Z");
  assert.deepEqual(phases[0]?.extents.map(({ severity }) => severity), ["severe", "moderate"]);
  assert.deepEqual(phases[1]?.extents[0]?.base, { value: 34000, unit: "ft" });
});

Deno.test("a malformed space weather advisory is invalid and still shown", () => {
  const rows: [from: string, to: string][] = [
    ["SWXC: DONLON\n", ""],
    ["20201108/0100Z", "20201308/0100Z"],
    ["ADVISORY NR: 2020/1", "ADVISORY NR: 2020/"],
    ["SEV MNH EQN DAYSIDE", "SEV MNH DAYSIDE EQN"],
    ["0700Z=", "0700Z"],
    ["NO SWX EXP\nFCST SWX +18", "NO SWX EXP=\nFCST SWX +18"],
    ["RMK:", "RMaK:"],
  ];
  for (const [from, to] of rows) {
    const report = decodeSigmet(ADVISORY.replace(from, to));
    assert.equal(report.valid, false, to);
    assert.ok(report.issues.some(({ severity }) => severity === "error"), to);
  }
});

Deno.test("the registry knows warnings from other reports", () => {
  assert.equal(recognise(CONVECTIVE), "sigmet");
  assert.equal(recognise(ADVISORY), "sigmet");
  assert.equal(recognisesSigmet("METAR KJFK 061751Z 28008KT 10SM FEW250 22/18 A2992"), false);
});

Deno.test("texts of many offices are understood to the last word", () => {
  const rows: [raw: string, phenomenon: string, area: string][] = [
    [
      "CZYZ SIGMET A3 VALID 251200/251600 CWAO- WI 30NM OF LINE /N4500 W08000/20 SE CYQT - /N4600 W07900/10 N CYYZ " +
      "SEV ICE OBS 040/090 MOV E 20KT NC RMK GFACN33=",
      "icing",
      "line",
    ],
    [
      "WAGL31 BGSF 251200 BGGL AIRMET 1 VALID 251200/251600 BGSF- BGGL SONDRESTROM FIR SFC WIND 050/40KT FCST WI N6000 W04500 - " +
      "N6200 W04900 - N6100 W04300 - N6000 W04500 STNR NC=",
      "surfaceWind",
      "polygon",
    ],
    [
      "EGPX AIRMET 1 VALID 251200/251600 EGRR- EGPX SCOTTISH FIR SFC VIS 0800M (FG) OBS N OF N56 STNR WKN=",
      "surfaceVisibility",
      "bounded",
    ],
    [
      "EGPX AIRMET 2 VALID 251200/251600 EGRR- EGPX SCOTTISH FIR BKN CLD 400/3000FT OBS ENTIRE FIR STNR WKN=",
      "cloud",
      "entire",
    ],
    [
      "OPKR SIGMET 01 VALID 251230/251630 OPKC- OPKR KARACHI FIR ISOL EMBD CB/TS FCST OVR AREA N OF 30N AND E OF 65E TOP FL400 MOV NE NC=",
      "thunderstorm",
      "bounded",
    ],
    [
      "BIRD SIGMET A01 VALID 251200/251600 BIRK- BIRD REYKJAVIK CTA SEV MTW OBS AT 1155Z AND FCST WI N6400 W02200 - N6500 W02000 - " +
      "N6300 W01900 - N6400 W02200 FL100/250 MOV NE 10KT NC=",
      "mountainWave",
      "polygon",
    ],
    [
      "YUDD SIGMET 2 VALID 211100/211700 YUSO- YUDD SHANLON FIR/UIR VA ERUPTION MT ASHVAL PSN S1500 E07348 VA CLD OBS AT 1100Z " +
      "APRX 220KM BY 35KM S1500 E07348 - S1530 E07642 FL310/450 MOV ESE 65KMH NC=",
      "volcanicAsh",
      "line",
    ],
    [
      "BOSN UWS 111840 SIGMET NOVEMBER 2 VALID UNTIL 112240 SIGMET NY PA FROM SYR TO 30N ETX TO JHW TO SYR OCNL SEV TURB BLW 120. " +
      "REPORTED BY SEVERAL ACFT. CONDS CONTG BYD 2240Z.",
      "turbulence",
      "polygon",
    ],
  ];
  for (const [raw, phenomenon, area] of rows) {
    const report = decodeSigmet(raw, at("2024-05-25T12:00:00Z"));
    assert.equal(first(report).phenomenon, phenomenon, raw);
    assert.equal(first(report).area.kind, area, raw);
    assert.deepEqual(report.unparsed, [], raw);
    assert.equal(report.valid, true, raw);
  }
});

Deno.test("an area that is announced in unknown words is not left out", () => {
  const report = icao("SEV TURB OBS WI THE USUAL PLACES FL250/370 NC");
  assert.equal(first(report).area.kind, "positionUnknown");
  assert.deepEqual(report.unparsed.map(({ text }) => text), ["THE", "USUAL", "PLACES"]);
  assert.equal(report.valid, false);
});

Deno.test("a provider that reads the text otherwise is told", () => {
  const report = icao(
    "SEV TURB OBS WI N52 E005 - N53 E006 - N54 E005 - N52 E005 FL250/370 MOV E 20KT NC",
  );
  const right = {
    validFrom: Date.parse("2024-03-11T11:30:00Z"),
    validTo: Date.parse("2024-03-11T15:29:59Z"),
    minFt: 25000,
    maxFt: 37000,
    movementDir: 90,
    movementKt: 20,
    area: [[53, 6], [52, 5], [54, 5]],
  };
  assert.deepEqual(agreeWithProvider(report, right), []);
  const rows: [wrong: Record<string, unknown>, code: string][] = [
    [{ validTo: Date.parse("2024-03-11T16:30:00Z") }, "provider.validTo"],
    [{ movementDir: 270 }, "provider.movementDir"],
    [{ area: [[53, 6], [52, 5], [54, -5]] }, "provider.area"],
  ];
  for (const [wrong, code] of rows) {
    assert.deepEqual(agreeWithProvider(report, { ...right, ...wrong }).map((issue) => issue.code), [
      code,
    ]);
  }
});

Deno.test("any text: never throws, spans lie inside and hold what they say", () => {
  const pieces = (CONVECTIVE + " " + ADVISORY +
    " WI N5200 E00500 - OF LINE APRX 50KM WID ENTIRE FIR TC VA ERUPTION PSN CNL SIGMET 111130/111530 AND S 0950 FRZLVL 040-060 BTN MO V")
    .split(/(\s+|-)/).filter((piece) => piece !== "");
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 120 })
      .map((parts) => parts.join(" ")),
    fc.nat(CONVECTIVE.length).map((length) => CONVECTIVE.slice(0, length)),
    fc.nat(ADVISORY.length).map((length) => ADVISORY.slice(0, length)),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const report = decodeSigmet(raw, { receivedAt: 1_700_000_000_000 });
      flattenSigmet(report);
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

Deno.test("areas, winds and storms as Canada and the AIRMETs of Europe write them", () => {
  const canada = decodeSigmet(
    "CZEG SIGMET A1 VALID 231300/231700 CWUL- CZEG EDMONTON FIR SEV TURB OBS AT 1255Z WTN 30NM OF LINE " +
      "/N5500W11000/20 SE CYMM - /N5300W11300/10 S CYEG SFC/FL080 QS LTL CHG=",
  );
  const [hazard] = canada.hazards;
  assert.deepEqual(canada.unparsed, []);
  assert.equal(hazard?.area.kind === "line" && hazard.area.width?.value, 60);
  assert.equal(hazard?.movement.kind, "stationary");
  assert.equal(hazard?.intensityChange?.kind, "noChange");
  const wind = decodeSigmet(
    "LECM AIRMET 2 VALID 231300/231700 LEVA- LECM MADRID FIR/UIR SFC WIND 23040KT FCST N OF N4200 STNR NC=",
  );
  assert.equal(wind.hazards[0]?.windFrom?.value, 230);
  assert.equal(wind.hazards[0]?.windAbove?.value, 40);
  const storm = decodeSigmet(
    "LHCC AIRMET 3 VALID 231300/231700 LHBP- LHCC BUDAPEST FIR ISOL TSRA OBS WI N4700 E01700 - N4700 E01900 - N4600 E01800 - N4700 E01700 TOP FL300 STNR WKN=",
  );
  assert.equal(storm.hazards[0]?.phenomenon, "thunderstorm");
  assert.deepEqual([...wind.unparsed, ...storm.unparsed], []);
});

Deno.test("an outline is told by where it lies, each corner as its text names it", () => {
  const texts = (raw: string, form: "plain" | "spoken" = "plain") =>
    describe(decodeSigmet(raw), { form }).map(({ text }) => text);
  const us =
    "CONVECTIVE SIGMET 3E VALID UNTIL 0355Z FL FROM 30NNE TRV-70ENE PBI-20W PBI-30NNE TRV AREA TS.";
  assert.ok(
    texts(us).some((text) =>
      text.endsWith("30 NM NNE of TRV to 70 NM ENE of PBI to 20 NM W of PBI.") &&
      text.includes(" N and ")
    ),
    texts(us).join("\n"),
  );
  const pacific =
    "NFFF SIGMET 1 VALID 231300/231700 NFFN- NFFF NADI FIR EMBD TS OBS WI S1000 E17800 - S1000 W17800 - S1500 W17900 - S1000 E17800 TOP FL500 NC=";
  // The area crosses 180°: its west is in the eastern half of the world.
  assert.ok(
    texts(pacific).some((text) => text.includes("178°00′ E and 178°00′ W")),
    texts(pacific).join("\n"),
  );
  assert.ok(
    texts(pacific, "spoken").some((text) => text.endsWith("degrees zero zero minutes west.")),
  );
});
