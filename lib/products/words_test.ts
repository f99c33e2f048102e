import assert from "node:assert/strict";
import fc from "fast-check";
import { decode, PRODUCTS } from "./mod.ts";
import { describeReport, explainReport } from "./words.ts";

const REPORTS: readonly string[] = [
  "METAR KJFK 241651Z 30015G25KT 10SM FEW050 SCT250 08/M03 A2992 RMK AO2 SLP132",
  "TAF EDDF 241100Z 2412/2518 24008KT CAVOK TEMPO 2414/2416 -SHRA BKN014CB",
  "ABC UUA /OV 12NE KABC/TM 2350/FL080/TP C172/SK BKN040-TOP065/TA M05/WV 24045KT/TB SEV 060-080/IC LGT RIME/RM LLWS",
  "ARP UAL1 2500N 07030W 0102 F370 2500N 08000W 0200 MS48 310/75 TB MOD KT",
  "EHAA SIGMET 1 VALID 271200/271800 EHDB- EHAA AMSTERDAM FIR EMBD TS OBS AT 1200Z WI N5200 E00500 - N5300 E00600 - " +
  "N5400 E00500 - N5200 E00500 TOP ABV FL350 MOV S 5KT NC FCST AT 1800Z ENTIRE FIR=",
  "SWX ADVISORY DTG: 20161108/0100Z SWXC: DONLON ADVISORY NR: 2016/2 SWX EFFECT: HF COM MOD OBS SWX: 08/0100Z HNH HSH " +
  "E18000 - W18000 FCST SWX +6 HR: 08/0700Z NO SWX EXP RMK: NIL NXT ADVISORY: NO FURTHER ADVISORIES=",
  "FAUS22 KZMA 051728 ZMA2 UCWA 051727 ZMA CWA 201 VALID UNTIL 051830 FROM 30E TRV-20S PBI-30W PBI AREA TS.",
  '{"hazard":"ICE","forecastHour":3,"validTime":"2026-08-16T12:00:00Z","base":"FZL","top":"180","severity":"MOD"}',
  "FBUS31 KWNO 212000\nVALID 220000Z   FOR USE 2000-0300Z\nFT  3000    6000\nABQ      9900+16\nBGR 0215 3512+02\n",
];

/** A report with a piece cut out and another put in. */
const damaged = fc.tuple(
  fc.constantFrom(...REPORTS),
  fc.nat(400),
  fc.nat(12),
  fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("/", " ", "=", "[{x}]", "NIL", "\n")),
).map(([raw, at, cut, put]) => raw.slice(0, at) + put + raw.slice(at + cut));

Deno.test("a damaged report of any product: words never throw, and speak of what stands there", () => {
  fc.assert(
    fc.property(damaged, fc.constantFrom(...PRODUCTS), (raw, { name }) => {
      for (const report of [decode(raw), decode(raw, { product: name })]) {
        if (report === null) continue;
        const sentences = [
          ...describeReport(report),
          ...describeReport(report, { language: "de", form: "spoken" }),
        ];
        assert.ok(sentences.length > 0, raw);
        for (const { text, sources } of sentences) {
          assert.notEqual(text.trim(), "");
          for (const one of sources) assert.equal(raw.slice(one.start, one.end), one.text);
        }
        for (const { source, element, meaning } of explainReport(report)) {
          assert.equal(raw.slice(source.start, source.end), source.text);
          assert.ok(element !== "" && meaning !== "", source.text);
        }
      }
    }),
    { numRuns: 2000, seed: 7 },
  );
});

Deno.test("what no decoder understood is explained as such in every product that lists it", () => {
  for (const raw of REPORTS) {
    const report = decode(raw)!;
    const meanings = explainReport(report);
    for (const { start, end } of report.unparsed) {
      assert.ok(meanings.some(({ source }) => source.start <= start && source.end >= end), raw);
    }
  }
});

Deno.test("German explains the same tokens as English", () => {
  for (const raw of REPORTS) {
    const report = decode(raw)!;
    const places = (language: "en" | "de") =>
      explainReport(report, language).map(({ source }) => source);
    assert.deepEqual(places("de"), places("en"), raw);
  }
});
