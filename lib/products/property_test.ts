import assert from "node:assert/strict";
import fc from "fast-check";
import { FORMAT_ROWS } from "./metar/fixtures/formats.ts";
import { decode, PRODUCTS, recognise } from "./mod.ts";
import type { ProductName } from "./product.ts";
import { describeReport, explainReport } from "./words.ts";

const RUNS = Number(Deno.env.get("FUZZ_RUNS") ?? 2000);
const RECEIVED = Date.UTC(2022, 9, 25, 11, 10);

/** Real reports and examples of the standards, some of each product. */
const REPORTS: readonly string[] = [
  ...FORMAT_ROWS.filter((_, i) => i % 4 === 0).map(({ raw }) => raw),
  "TAF AMD YBBN 240505Z 2406/2512 16008KT 9999 -SHRA SCT015 FM241200 19008KT 9999 INTER 2406/2415 3000 SHRA BKN012 T 25 21 18 20 Q 1012 1013 1014 1015",
  "TAF KLSV 222300Z 2223/2405 21020G35KT 8000 BLDU BKN160 620304 530009 QNH2941INS TEMPO 2300/2304 1/2SM TSRA BKN005CB TX42/2323Z TNM04/2314Z",
  "TAF DRZA 220500Z 2206/2306 28008KT CAVOK PROB30 TEMPO 2214/2220 TS FEW045CB BECMG 2218/2220 VRB05KT NSW=",
  "FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP",
  "ABC UUA /OV 12NE KABC/TM 2350/FL080/TP C172/SK BKN-OVC040-TOP065/SKC/WX FV02SM +TSRA/TA M05/WV 24045KT/TB SEV 060-080/IC LGT-MOD RIME BLO 070/RM HAIL ON WINGS",
  "ARP UAL901 5937N 05209W 0137 F370 58N050W 0155 MS52 235/033 TB OCNL LGT CHOP IC NEG KT 012345",
  "WSUS32 KKCI 150255 SIGC MKCC WST 150255 CONVECTIVE SIGMET 3C VALID UNTIL 0455Z MN IA FROM 40WSW MSP-10NE MCW DVLPG LINE TS 30 NM WIDE MOV FROM 25010KT. TOPS TO FL450. OUTLOOK VALID 150455-150855 FROM MSP-MCW-DSM-MSP WST ISSUANCES POSS.",
  "EHAA SIGMET 4 VALID 171610/172210 EHDB- EHAA AMSTERDAM FIR VA ERUPTION MT SABANCAYA PSN S1547 W07150 VA CLD OBS AT 1520Z WI S1534 W07117 - S1554 W07101 - S1618 W07151 - S1534 W07117 SFC/FL250 MOV SE 15KT NC FCST AT 2210Z WI S1534 W07117 - S1554 W07101 - S1618 W07151 - S1534 W07117=",
  "WSNT04 KKCI 152341 SIGA0D KZNY KZMA SIGMET DELTA 6 VALID 152341/160105 KKCI- NEW YORK OCEANIC FIR MIAMI OCEANIC FIR CNL SIGMET DELTA 5 152105/160105.",
  "WAUS43 KKCI 220245 CHIZ WA 220245 AIRMET ZULU FOR ICE AND FRZLVL VALID UNTIL 220900 AIRMET ICE...ND SD MN FROM 40NNW INL TO 70NNE SAW TO 60W SAW TO 40NNW INL MOD ICE BTN FRZLVL AND FL180. FRZLVL 040-060. CONDS CONTG BYD 09Z THRU 15Z. FRZLVL...RANGING FROM 020-105 ACRS AREA.",
  "SWX ADVISORY DTG: 20201001/2213Z SWXC: ACFJ SWX EFFECT: HF COM ADVISORY NR: 2020/38 NR RPLC: 2020/37 OBS SWX: 01/2202Z NO SWX EXP FCST SWX +6 HR: 02/0500Z MOD HNH HSH E180 - W180 FCST SWX +12 HR: 02/1100Z NO SWX EXP FCST SWX +18 HR: 02/1700Z NO SWX EXP FCST SWX +24 HR: 02/2300Z NOT AVBL RMK: NIL NXT ADVISORY: NO FURTHER ADVISORIES=",
  "FAUS22 KZMA 051728 ZMA2 CWA 051727 ZMA CWA 201 VALID UNTIL 051830 FROM 30E TRV-20S PBI-30W PBI-30E TRV AREA TS MOV FROM 22010KT. TOPS TO FL330.",
  "VA ADVISORY DTG: 20080923/0130Z VAAC: TOKYO VOLCANO: KARYMSKY 300130 PSN: N5403 E15927 AREA: RUSSIA SUMMIT ELEV: 1536M ADVISORY NR: 2008/4 OBS VA DTG: 23/0100Z OBS VA CLD: FL250/300 N5400 E15930 - N5400 E16100 - N5300 E15945 MOV SE 20KT FCST VA CLD +6 HR: 23/0700Z NO VA EXP RMK: NIL NXT ADVISORY: 20080923/0730Z=",
  "TC ADVISORY DTG: 20040925/1900Z TCAC: YUFO TC: GLORIA ADVISORY NR: 2004/13 OBS PSN: 25/1800Z N2706 W07306 CB: WI 250NM OF TC CENTRE TOP FL500 MOV: NW 20KMH C: 965HPA MAX WIND: 22MPS FCST PSN +6 HR: 25/2200Z N2748 W07350 FCST MAX WIND +6 HR: 22MPS RMK: NIL NXT MSG: BFR 20040925/2000Z=",
  "FBUS31 KWNO 251357\nDATA BASED ON 251200Z\nVALID 251800Z   FOR USE 1400-2100Z. TEMPS NEG ABV 24000\n\nFT  3000    6000    9000   12000   18000   24000  30000  34000  39000\nABQ              2710+10 2815+03 2825-13 2740-24 274540 265550 268060\nBOS 2420 2625+01 2635-08 2645-13 2670-24 7701-35 770351 781146 859950",
];

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every span in a value, however deep. */
function* spansIn(value: unknown): Generator<Span> {
  if (value === null || typeof value !== "object") return;
  const { text, start, end } = value as Partial<Span>;
  if (typeof text === "string" && typeof start === "number" && typeof end === "number") {
    yield value as Span;
  }
  for (const part of Object.values(value)) yield* spansIn(part);
}

/** What holds for any text read as any product: true spans, and no word that is left without a meaning. */
function check(raw: string, product: ProductName): void {
  const report = decode(raw, { product, receivedAt: RECEIVED });
  assert.ok(report !== null && report.raw === raw);
  for (const { text, start, end } of spansIn(report)) {
    assert.equal(raw.slice(start, end), text, `a span of ${JSON.stringify(raw)}`);
  }
  const covered = new Uint8Array(raw.length);
  for (const { source } of explainReport(report)) {
    assert.equal(raw.slice(source.start, source.end), source.text);
    covered.fill(1, source.start, source.end);
  }
  assert.ok(describeReport(report).every(({ text }) => text.length > 0));
  // A record of G-AIRMET and the tags of XML are no words.
  if (product === "gairmet" || product === "windsAloft" || /<\w/.test(raw)) return;
  for (const { index, 0: word } of raw.matchAll(/[^\s=\p{Cc}]+/gu)) {
    assert.ok(
      covered.subarray(index, index + word.length).includes(1),
      `${JSON.stringify(word)} of ${JSON.stringify(raw)} as ${product} has no meaning`,
    );
  }
}

const productOf = (raw: string): ProductName => recognise(raw) ?? "metar";
const report = fc.constantFrom(...REPORTS);
const noise = fc.string({ unit: "binary", maxLength: 4 });
/** A report with some pieces cut out, written over, doubled or taken from another report. */
const mutated = fc.tuple(
  report,
  report,
  fc.array(
    fc.tuple(fc.nat(1000), fc.nat(8), fc.constantFrom("cut", "put", "double", "graft"), noise),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
).map(([first, second, edits]) => {
  let text = first;
  for (const [where, length, kind, put] of edits) {
    const at = where % (text.length + 1);
    const piece = kind === "double"
      ? text.slice(at, at + length)
      : kind === "graft"
      ? second.slice(at, at + 5 * length)
      : kind === "put"
      ? put
      : "";
    text = text.slice(0, at) + piece + text.slice(kind === "double" ? at : at + length);
  }
  return { text, product: productOf(first) };
});

Deno.test("the reports of this test are read to the last word as the product that they are", () => {
  for (const raw of REPORTS) {
    const name = productOf(raw);
    check(raw, name);
    assert.equal(decode(raw)?.product, name);
  }
});

Deno.test("mutated reports of every product: no exception, true spans, every word has a meaning", () => {
  fc.assert(fc.property(mutated, ({ text, product }) => check(text, product)), { numRuns: RUNS });
});

Deno.test("any text read as any product: no exception, true spans, every word has a meaning", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.string({ maxLength: 80 }),
    report,
  );
  const product = fc.constantFrom(...PRODUCTS.map(({ name }) => name));
  fc.assert(fc.property(text, product, check), { numRuns: RUNS });
});

Deno.test("every prefix of every report: no exception, true spans, every word has a meaning", () => {
  for (const raw of REPORTS) {
    for (let end = 0; end <= raw.length; end++) check(raw.slice(0, end), productOf(raw));
  }
});

Deno.test("a time of receipt that no calendar has is none", () => {
  for (const receivedAt of [NaN, Infinity, -Infinity, -1, 1e300, 8.64e15]) {
    for (const raw of REPORTS) {
      const product = productOf(raw);
      assert.deepEqual(decode(raw, { product, receivedAt }), decode(raw, { product }));
    }
  }
});

Deno.test("time is bounded whatever the text repeats, for every product", () => {
  const units = [
    ...REPORTS.map((raw) => `${raw}\n`),
    "WI N5200 E00520 - ",
    "FCST VA CLD +6 HR: ",
    "DTG:",
    "/OV /TB ",
    "FROM 40NNW ILM-",
    "-",
    "...",
    "\u202e",
    "1 1/2SM ",
    "CNL SIGMET ",
    "AREA 1...",
  ];
  for (const { name } of PRODUCTS) {
    for (const unit of units) {
      const raw = unit.repeat(Math.ceil(300_000 / unit.length));
      const started = performance.now();
      decode(raw, { product: name, receivedAt: RECEIVED });
      const took = performance.now() - started;
      assert.ok(took < 1_000, `${name} took ${took} ms for ${JSON.stringify(unit.slice(0, 40))}`);
    }
  }
});
