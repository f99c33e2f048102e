import assert from "node:assert/strict";
import { near, nearVisibility, same, sameSet } from "./compare.ts";
import type { CorpusLine } from "./corpus.ts";
import { Ledger } from "./ledger.ts";
import { requiredOf } from "./requirements.ts";
import { scoreMetar } from "./metar.ts";
import { scoreTaf } from "./taf.ts";

const line = (raw: string, expect: Record<string, unknown>): CorpusLine => ({
  id: "made-0",
  source: "this test",
  made_by: "avwx-engine and metar-taf-parser agreeing",
  raw,
  expect,
});
const TAF = "TAF EDDN 220500Z 2206/2306 11004KT CAVOK BECMG 2208/2210 9999 SCT030";

Deno.test("numbers are compared with their tolerance, everything else exactly", () => {
  assert.ok(near(10, 11, 1) && !near(10, 11.1, 1));
  assert.ok(!near(10, undefined, 1), "a missing value is not near anything");
  assert.ok(nearVisibility(6.21, 6.214) && !nearVisibility(3, 3.2));
  assert.ok(!nearVisibility(undefined, undefined));
});

Deno.test("lists are compared in any order, objects with keys in any order", () => {
  assert.ok(same({ a: 1, b: 2 }, { b: 2, a: 1 }));
  assert.ok(sameSet(["BR", "-RA"], ["-RA", "BR"]));
  assert.ok(!sameSet(["RA", "RA"], ["RA"]));
});

Deno.test("a right expectation agrees in every field", () => {
  const periods = [
    { type: "INITIAL", from_ddhh: "2206", to_ddhh: "2306", wind_dir_deg: 110, visibility_sm: 6.21 },
    {
      type: "BECMG",
      from_ddhh: "2208",
      to_ddhh: "2210",
      clouds: [{ cover: "SCT", base_ft: 3000 }],
    },
  ];
  const findings = [...scoreTaf(line(TAF, { periods }))];
  assert.ok(findings.length > 8);
  assert.ok(findings.every(({ agrees }) => agrees));
});

Deno.test("a wrong value, a missing period and a missing field are differences", () => {
  const wrong = [{ type: "INITIAL", from_ddhh: "2207", wind_gust_kt: 20 }];
  const differing = [...scoreTaf(line(TAF, { periods: wrong, amended: true }))]
    .filter(({ agrees }) => !agrees).map(({ field }) => field);
  assert.deepEqual(differing.sort(), ["amended", "from", "periods", "wind_gust_kt"]);
});

Deno.test("METAR values are scored with the corpus's tolerances", () => {
  const raw = "METAR EGLL 061750Z 28008MPS 9999 FEW030 22/18 Q1013";
  const findings = [...scoreMetar(line(raw, {
    wind_speed_kt: 16,
    altimeter_inhg: 29.914,
    temperature_c: 21,
  }))];
  assert.deepEqual(findings.map(({ agrees }) => agrees), [true, true, false]);
});

Deno.test("the ledger counts what a rule decides apart from agreement and difference", () => {
  const ledger = new Ledger();
  const finding = { field: "visibility_sm", expected: 1, actual: 2, agrees: false };
  ledger.enter("taf", "a", "", [{ ...finding, agrees: true }, finding, {
    ...finding,
    rule: "FM 51",
  }]);
  const [row] = ledger.rows();
  assert.deepEqual(row, {
    product: "taf",
    field: "visibility_sm",
    count: 3,
    reviewed: 1,
    differed: 1,
    agreement: 50,
  });
  assert.equal(ledger.differences.length, 1);
  assert.equal(ledger.reviewed[0]?.rule, "FM 51");
});

Deno.test("a rule never turns an agreement into a mistake of the maker", () => {
  const ledger = new Ledger();
  ledger.enter("taf", "a", "", [
    { field: "weather", expected: 1, actual: 1, agrees: true, rule: "FM 51" },
  ]);
  assert.equal(ledger.rows()[0]?.reviewed, 0);
});

Deno.test("every product has its requirement", () => {
  assert.equal(requiredOf("taf", "from"), 99.9);
  assert.equal(requiredOf("taf", "clouds"), 99.5);
  assert.equal(requiredOf("metar", "rvr"), 100);
  assert.equal(requiredOf("notam", "clouds"), null);
});
