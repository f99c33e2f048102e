import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeMetar } from "../products/metar/mod.ts";
import type { WeatherElements } from "../products/metar/mod.ts";
import { ceilingOf, FLIGHT_CATEGORIES, flightCategory, worseCategory } from "./mod.ts";

const elementsOf = (groups: string): WeatherElements =>
  decodeMetar(`METAR KXYZ 061751Z 28008KT ${groups} 22/18 A2992`);

const categoryOf = (groups: string) => {
  const { category, partial } = flightCategory(elementsOf(groups));
  return { category, partial };
};

Deno.test("the boundaries of the table", () => {
  const rows: [string, string][] = [
    ["10SM OVC005", "IFR"],
    ["10SM OVC004", "LIFR"],
    ["10SM BKN010", "MVFR"],
    ["10SM BKN009", "IFR"],
    ["10SM OVC030", "MVFR"],
    ["10SM OVC031", "VFR"],
    ["10SM SCT004", "VFR"],
    ["P6SM SKC", "VFR"],
    ["3SM CLR", "MVFR"],
    ["2 3/4SM CLR", "IFR"],
    ["1SM CLR", "IFR"],
    ["3/4SM CLR", "LIFR"],
    ["M1/4SM CLR", "LIFR"],
    ["5SM CLR", "MVFR"],
    ["6SM CLR", "VFR"],
    ["1/2SM VV002", "LIFR"],
    ["10SM BKN015CB", "MVFR"],
    ["10SM FEW002 SCT004 BKN050", "VFR"],
    ["CAVOK", "VFR"],
  ];
  for (const [groups, category] of rows) {
    assert.deepEqual(categoryOf(groups), { category, partial: false }, groups);
  }
});

Deno.test("metres are converted without rounding", () => {
  const rows: [string, string][] = [
    ["0800", "LIFR"],
    ["1500", "LIFR"],
    ["1600", "LIFR"],
    ["3000", "IFR"],
    ["4800", "IFR"],
    ["5000", "MVFR"],
    ["7000", "MVFR"],
    ["8000", "MVFR"],
    ["9000", "VFR"],
    ["9999", "VFR"],
  ];
  for (const [metres, category] of rows) {
    assert.deepEqual(categoryOf(`${metres} NSC`), { category, partial: false }, metres);
  }
});

Deno.test("what is missing never makes the category better", () => {
  const rows: [string, string | null, boolean][] = [
    ["OVC004", "LIFR", true],
    ["OVC008", "IFR", true],
    ["OVC020", "MVFR", true],
    ["OVC050", null, false],
    ["//// OVC050", null, false],
    ["//// OVC008", "IFR", true],
    ["1/2SM", "LIFR", true],
    ["2SM", "IFR", true],
    ["4SM", "MVFR", true],
    ["10SM", null, false],
    ["10SM //////", null, false],
    ["10SM BKN///", null, false],
    ["10SM VV///", null, false],
    ["1/4SM VV///", "LIFR", true],
    ["10SM OVC008 BKN///", "IFR", true],
    ["10SM ///015", null, false],
    ["9999 FEW034/// //////CB", "VFR", false],
    ["9999 BKN048 //////TCU", "VFR", false],
    ["9999 //////CB", null, false],
    ["CAVOK //////", "VFR", false],
    ["CAVOK BKN005", "IFR", false],
    ["10SM BKN010 ///015", "MVFR", false],
    ["", null, false],
    ["//// //////", null, false],
    ["M3SM CLR", "IFR", true],
  ];
  for (const [groups, category, partial] of rows) {
    assert.deepEqual(categoryOf(groups), { category, partial }, groups || "nothing at all");
  }
});

Deno.test("the reason names the groups that decided", () => {
  const rows = [
    { groups: "2SM OVC040", decidedBy: ["visibility"], sources: ["2SM"] },
    { groups: "10SM FEW003 BKN008 OVC020", decidedBy: ["ceiling"], sources: ["BKN008"] },
    { groups: "2SM BR OVC008", decidedBy: ["ceiling", "visibility"], sources: ["OVC008", "2SM"] },
    { groups: "10SM BKN///", decidedBy: [], sources: ["BKN///"] },
  ];
  for (const { groups, decidedBy, sources } of rows) {
    const { reason } = flightCategory(elementsOf(groups));
    assert.deepEqual(reason.decidedBy, decidedBy, groups);
    assert.deepEqual(reason.sources.map((s) => s.text), sources, groups);
  }
});

Deno.test("a NIL report has no category", () => {
  assert.equal(flightCategory(decodeMetar("METAR KXYZ 061751Z NIL")).category, null);
});

Deno.test("the ceiling is the lowest layer that covers most of the sky", () => {
  const rows = [
    { groups: "10SM FEW005 SCT010 BKN020 OVC010", feet: 1000 },
    { groups: "1/4SM VV003", feet: 300, indefinite: true },
    { groups: "9999 BKN015CB", feet: 1500 },
    { groups: "9999 BKN000", feet: 0 },
  ];
  for (const { groups, feet, indefinite = false } of rows) {
    const ceiling = ceilingOf(elementsOf(groups));
    assert.ok(ceiling.kind === "value", groups);
    assert.equal(ceiling.height.value, feet);
    assert.equal(ceiling.indefinite, indefinite);
  }
  for (
    const groups of [
      "10SM CLR",
      "9999 NCD",
      "9999 NSC",
      "CAVOK",
      "10SM SKC",
      "9999 SCT///",
      "9999 FEW034 //////CB",
    ]
  ) {
    assert.equal(ceilingOf(elementsOf(groups)).kind, "none", groups);
  }
  for (const groups of ["9999", "9999 OVC///", "9999 VV///", "9999 //////", "9999 //////CB"]) {
    assert.equal(ceilingOf(elementsOf(groups)).kind, "unknown", groups);
  }
});

const VISIBILITIES = ["M1/4SM", "1/2SM", "1SM", "2SM", "3SM", "5SM", "6SM", "9999", "0300", "P6SM"];
const CLOUDS = [
  "OVC002",
  "BKN006",
  "OVC015",
  "BKN050",
  "SCT002",
  "CLR",
  "VV001",
  "OVC///",
  "///004",
];

Deno.test("removing a part gives no category, or one marked partial, and never VFR", () => {
  fc.assert(fc.property(
    fc.constantFrom(...VISIBILITIES),
    fc.constantFrom(...CLOUDS),
    (visibility, cloud) => {
      const whole = flightCategory(elementsOf(`${visibility} ${cloud}`));
      for (const part of [visibility, cloud]) {
        const half = flightCategory(elementsOf(part));
        assert.notEqual(half.category, "VFR", part);
        assert.ok(half.category === null || half.partial, part);
        // The other part can only make it worse: the whole is at least as bad as the half.
        if (half.category !== null) {
          assert.equal(worseCategory(half.category, whole.category), whole.category);
        }
      }
    },
  ));
});

Deno.test("a lower ceiling or a shorter visibility never gives a better category", () => {
  const rank = (groups: string) =>
    FLIGHT_CATEGORIES.indexOf(flightCategory(elementsOf(groups)).category ?? "LIFR");
  const hundreds = fc.integer({ min: 0, max: 60 });
  const metres = fc.integer({ min: 0, max: 99 });
  const write = (h: number, m: number) =>
    `${String(m * 100).padStart(4, "0")} OVC${String(h).padStart(3, "0")}`;
  fc.assert(fc.property(hundreds, hundreds, metres, metres, (h1, h2, m1, m2) => {
    const worse = write(Math.min(h1, h2), Math.min(m1, m2));
    const better = write(Math.max(h1, h2), Math.max(m1, m2));
    assert.ok(rank(worse) >= rank(better), `${worse} ${better}`);
  }));
});
