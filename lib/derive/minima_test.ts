/** The truth table of personal minima: every verdict follows from the report alone, and doubt is never `within`. */
import assert from "node:assert/strict";
import { metar } from "../products/metar/mod.ts";
import { taf } from "../products/taf/mod.ts";
import type { Runway } from "../stations/station.ts";
import { toDistance } from "../units/mod.ts";
import { type Minima, minimaOfForecast, minimaOfMetar, type Verdict } from "./minima.ts";

const NONE: Minima = {
  ceilingFt: null,
  visibilitySm: null,
  crosswindKt: null,
  windKt: null,
  freezing: false,
  thunder: false,
};
/** One runway, 09/27 true. */
const RUNWAYS: Runway[] = [{
  ends: [
    { designator: "09", trueHeading: 90, headingSource: "published" },
    { designator: "27", trueHeading: 270, headingSource: "published" },
  ],
  length: { value: 5000, unit: "ft" },
  width: null,
  surface: "asphalt",
  lighted: true,
}];
const RECEIVED = Date.UTC(2026, 10, 24, 15);

function factOf(groups: string, minima: Partial<Minima>, runways = RUNWAYS) {
  const decoded = metar.decode(`METAR KXYZ 241451Z ${groups}`, { receivedAt: RECEIVED });
  const facts = minimaOfMetar(decoded, runways, { ...NONE, ...minima });
  assert.equal(facts.length, 1, groups);
  return facts[0]!;
}

let cases = 0;
function expect(groups: string, minima: Partial<Minima>, verdict: Verdict, runways?: Runway[]) {
  cases++;
  assert.equal(
    factOf(groups, minima, runways).verdict,
    verdict,
    `${groups} ${JSON.stringify(minima)}`,
  );
}

const LIMITS_FT = [200, 500, 800, 1000, 1500, 2000, 3000];

Deno.test("a ceiling is within when it is at the limit or above, for every height and limit", () => {
  for (const hundreds of [0, 1, 2, 4, 5, 8, 9, 10, 15, 19, 20, 30, 31]) {
    for (const ceilingFt of LIMITS_FT) {
      const verdict = hundreds * 100 >= ceilingFt ? "within" : "beyond";
      const height = String(hundreds).padStart(3, "0");
      expect(`00000KT 10SM OVC${height} 10/05 A2992`, { ceilingFt }, verdict);
    }
  }
});

Deno.test("few and scattered are no ceiling, clear is none, obscured is one", () => {
  for (const ceilingFt of LIMITS_FT) {
    expect("00000KT 10SM SCT002 10/05 A2992", { ceilingFt }, "within");
    expect("00000KT 10SM CLR 10/05 A2992", { ceilingFt }, "within");
    expect("00000KT CAVOK 10/05 Q1013", { ceilingFt }, "within");
    expect("00000KT 1/4SM FG VV001 10/10 A2992", { ceilingFt }, "beyond");
  }
});

Deno.test("a ceiling that is missing is not known, unless what is known lies below the limit", () => {
  for (const ceilingFt of LIMITS_FT) {
    expect("00000KT 10SM 10/05 A2992", { ceilingFt }, "unknown");
    expect("00000KT 10SM BKN/// 10/05 A2992", { ceilingFt }, "unknown");
    expect("00000KT 1/4SM FG VV/// 10/10 A2992", { ceilingFt }, "unknown");
  }
});

const VISIBILITIES = [
  "1/4SM",
  "1/2SM",
  "1SM",
  "1 1/2SM",
  "3SM",
  "5SM",
  "0800",
  "1500",
  "4800",
  "8000",
];
Deno.test("a visibility is within when it is at the limit or above, in any unit", () => {
  for (const group of VISIBILITIES) {
    for (const visibilitySm of [0.25, 0.5, 1, 1.5, 3, 5]) {
      const decoded = metar.decode(`METAR KXYZ 241451Z 00000KT ${group} CLR 10/05`, {
        receivedAt: RECEIVED,
      });
      const { prevailingVisibility: seen } = decoded;
      assert.equal(seen.kind, "visibility");
      const miles = seen.kind === "visibility" ? toDistance(seen.distance, "SM") : NaN;
      const verdict = miles >= visibilitySm ? "within" : "beyond";
      expect(`00000KT ${group} CLR 10/05 A2992`, { visibilitySm }, verdict);
    }
  }
});

Deno.test("a bound tells only one side", () => {
  expect("00000KT M1/4SM FG VV001 10/10 A2992", { visibilitySm: 0.25 }, "beyond");
  expect("00000KT M1/4SM FG VV001 10/10 A2992", { visibilitySm: 1 }, "beyond");
  expect("00000KT 10SM CLR 10/05 A2992", { visibilitySm: 10 }, "within");
  expect("00000KT 9999 NSC 10/05 Q1013", { visibilitySm: 6 }, "within");
  expect("00000KT 9999 NSC 10/05 Q1013", { visibilitySm: 8 }, "unknown");
  expect("00000KT CAVOK 10/05 Q1013", { visibilitySm: 8 }, "unknown");
  for (const group of ["////", ""]) {
    expect(`00000KT ${group} OVC010 10/05 A2992`, { visibilitySm: 1 }, "unknown");
  }
});

const WINDS: { group: string; strongest: number | null }[] = [
  { group: "00000KT", strongest: 0 },
  { group: "27010KT", strongest: 10 },
  { group: "27010G25KT", strongest: 25 },
  { group: "VRB04KT", strongest: 4 },
  { group: "09010MPS", strongest: 19.4 },
  { group: "///15KT", strongest: 15 },
  { group: "/////KT", strongest: null },
];
Deno.test("wind counts its gusts, and a wind that is missing is not calm", () => {
  for (const { group, strongest } of WINDS) {
    for (const windKt of [3, 5, 15, 20, 25, 30]) {
      const verdict = strongest === null ? "unknown" : strongest > windKt ? "beyond" : "within";
      expect(`${group} 10SM CLR 10/05 A2992`, { windKt }, verdict);
    }
  }
  expect("270P99KT 10SM CLR 10/05 A2992", { windKt: 100 }, "unknown");
});

const CROSSWINDS: { group: string; crosswindKt: number; verdict: Verdict }[] = [
  { group: "27020KT", crosswindKt: 0, verdict: "within" },
  { group: "30020KT", crosswindKt: 10, verdict: "within" },
  { group: "30020KT", crosswindKt: 9, verdict: "beyond" },
  { group: "30020G30KT", crosswindKt: 14, verdict: "beyond" },
  { group: "30020G30KT", crosswindKt: 15, verdict: "within" },
  { group: "27020KT 240V330", crosswindKt: 17, verdict: "beyond" },
  { group: "27020KT 240V330", crosswindKt: 18, verdict: "within" },
  { group: "VRB05KT", crosswindKt: 5, verdict: "within" },
  { group: "VRB05KT", crosswindKt: 4, verdict: "beyond" },
  { group: "00000KT", crosswindKt: 0, verdict: "within" },
  { group: "/////KT", crosswindKt: 20, verdict: "unknown" },
];
Deno.test("crosswind counts gusts and shifts, on the runway with the best headwind", () => {
  for (const { group, crosswindKt, verdict } of CROSSWINDS) {
    expect(`${group} 10SM CLR 10/05 A2992`, { crosswindKt }, verdict);
    expect(`${group} 10SM CLR 10/05 A2992`, { crosswindKt }, "unknown", []);
  }
  assert.equal(factOf("30020KT 10SM CLR 10/05 A2992", { crosswindKt: 9 }).runway, "27");
});

const PHENOMENA: { groups: string; freezing: Verdict; thunder: Verdict }[] = [
  { groups: "3SM FZRA OVC010 M01/M02 A2992 RMK AO2", freezing: "beyond", thunder: "within" },
  { groups: "1/2SM FZFG VV002 M01/M01 A2992 RMK AO2", freezing: "beyond", thunder: "within" },
  { groups: "3SM +TSRA OVC010CB 20/18 A2992 RMK AO2", freezing: "within", thunder: "beyond" },
  { groups: "10SM VCTS BKN040CB 20/18 A2992 RMK AO2", freezing: "within", thunder: "beyond" },
  { groups: "10SM CLR 20/18 A2992 RMK AO2", freezing: "within", thunder: "within" },
  { groups: "10SM CLR 20/18 A2992 RMK AO2 TSNO", freezing: "within", thunder: "unknown" },
  { groups: "10SM CLR M02/M05 A2992 RMK AO2 FZRANO", freezing: "unknown", thunder: "within" },
  { groups: "10SM CLR M02/M05 A2992 RMK AO1", freezing: "unknown", thunder: "within" },
  { groups: "10SM CLR M02/M05 A2992 RMK AO2 PWINO", freezing: "unknown", thunder: "unknown" },
  { groups: "9999 // NCD 08/03 Q1013", freezing: "unknown", thunder: "unknown" },
];
Deno.test("a phenomenon that a sensor cannot see is not known, and not absent", () => {
  for (const { groups, freezing, thunder } of PHENOMENA) {
    expect(`00000KT ${groups}`, { freezing: true }, freezing);
    expect(`00000KT ${groups}`, { thunder: true }, thunder);
  }
});

Deno.test("more than two hundred cases were tried, each fact names its groups", () => {
  assert.ok(cases >= 200, `${cases} cases`);
  const fact = factOf("00000KT 3SM FZRA OVC008 M01/M02 A2992", { ceilingFt: 1000 });
  assert.deepEqual(fact.sources.map(({ text }) => text), ["OVC008"]);
  assert.deepEqual(fact.limit, { value: 1000, unit: "ft" });
});

Deno.test("a state of a forecast is compared alike", () => {
  const decoded = taf.decode(
    "TAF KXYZ 241130Z 2412/2512 27012G22KT 2SM TSRA OVC009CB",
    { receivedAt: RECEIVED },
  );
  const minima = {
    ...NONE,
    ceilingFt: 1000,
    visibilitySm: 3,
    windKt: 25,
    thunder: true,
    freezing: true,
  };
  const facts = minimaOfForecast(decoded.forecast, RUNWAYS, minima);
  assert.deepEqual(facts.map(({ element, verdict }) => [element, verdict]), [
    ["ceiling", "beyond"],
    ["visibility", "beyond"],
    ["wind", "within"],
    ["freezing", "within"],
    ["thunder", "beyond"],
  ]);
});
