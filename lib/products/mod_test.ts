import assert from "node:assert/strict";
import { decode, productNamed, PRODUCTS, recognise } from "./mod.ts";

const ROWS: readonly (readonly [raw: string, product: string | null])[] = [
  ["METAR KJFK 061751Z 28008KT 10SM FEW250 22/18 A2992", "metar"],
  ["SPECI CYBB 171940Z 22016KT 5/8SM SN OVC007 00/M01 A2977", "metar"],
  ["KJFK 061751Z 28008KT 10SM FEW250 22/18 A2992", "metar"],
  ["TAF EDDN 220500Z 2206/2306 11004KT CAVOK", "taf"],
  ["KTCC 140005Z 1400/1424 33012KT P6SM SKC", "taf"],
  ["TAF AMD EFAB 191100Z 1909/1915 CNL", "taf"],
  ["FTUS43 KLSX 251720\nTAFSTL\nTAF\nKSTL 251720Z 2518/2624 18010KT P6SM SCT030=", "taf"],
  ["FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP", "pirep"],
  [
    "EHAA SIGMET 1 VALID 111130/111530 EHDB-\nEHAA AMSTERDAM FIR OBSC TSGR FCST AT 1200Z ENTIRE FIR STNR INTSF=",
    "sigmet",
  ],
  ["", null],
  ["hello world", null],
];

for (const [raw, product] of ROWS) {
  Deno.test(`"${raw.slice(0, 40).replaceAll("\n", " ")}" is recognised as ${product}`, () => {
    assert.equal(recognise(raw), product);
    assert.equal(decode(raw)?.product ?? null, product);
  });
}

Deno.test("the product that is named is used whatever the text looks like", () => {
  assert.equal(decode("KJFK 061751Z 28008KT 10SM", { product: "taf" })?.product, "taf");
});

Deno.test("every product is found by its name, and no name is there twice", () => {
  for (const product of PRODUCTS) assert.equal(productNamed(product.name), product);
  assert.equal(productNamed("notam"), undefined);
});

Deno.test("every product decodes any text without an exception and keeps it verbatim", () => {
  for (const product of PRODUCTS) {
    for (const raw of ["", " ", "=", "\u0000\n", "RMK RMK", "9".repeat(20_000)]) {
      assert.equal(product.decode(raw).raw, raw, product.name);
    }
  }
});
