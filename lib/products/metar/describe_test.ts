import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeMetar } from "./mod.ts";
import { describe, explain } from "./describe.ts";
import { unclaimedWords } from "../text/mod.ts";

const CONTEXT = { receivedAt: Date.UTC(2026, 10, 24, 18) };
const decode = (raw: string) => decodeMetar(raw, CONTEXT);
const REPORT = decode(
  "SPECI KJFK 241751Z AUTO 27015G25KT 240V300 1 1/2SM R04R/2600V4000FT/U +TSRAGR BKN008CB OVC020 " +
    "M00/M01 A2992 RMK AO2 PK WND 28045/1715 TSB12E30 SLP132 P0003 T10001011 FZRANO XYZZY $",
);
const texts = (...args: Parameters<typeof describe>) => describe(...args).map(({ text }) => text);

Deno.test("plain sentences a student pilot understands", () => {
  const sentences = texts(REPORT);
  for (
    const expected of [
      "Special report (SPECI) for KJFK, observed day 24, 17:51Z: conditions changed significantly.",
      "Wind from 270° true at 15 kt, gusting 25 kt.",
      "The direction varies between 240° and 300° true.",
      "Visibility 1 1/2 SM.",
      "Runway 04R: visual range 2,600 ft, varying up to 4,000 ft, increasing.",
      "Weather: thunderstorm with heavy rain and hail.",
      "Broken clouds (5 to 7 eighths) at 800 ft, cumulonimbus.",
      "Temperature −0 °C, dew point −1 °C.",
      "Altimeter 29.92 inHg.",
      "Sea-level pressure 1013.2 hPa.",
      "Temperature to tenths 0.0 °C, dew point −1.1 °C.",
      "The freezing-rain sensor is out: that no freezing rain is reported means nothing.",
      "The station needs maintenance ($): treat its values with care.",
      "Not understood: “XYZZY”. Read it in the raw report.",
    ]
  ) assert.ok(sentences.includes(expected), `${expected}\n${sentences.join("\n")}`);
});

Deno.test("the spoken form reads figures one by one", () => {
  const sentences = texts(REPORT, { form: "spoken" });
  assert.ok(
    sentences.includes("Wind two seven zero degrees at one five knots, gusting two five."),
    sentences.join("\n"),
  );
  assert.ok(sentences.includes("Altimeter two nine nine two."));
  assert.ok(sentences.includes("Broken clouds at eight hundred feet, cumulonimbus."));
});

Deno.test("German says the same", () => {
  const sentences = texts(REPORT, { language: "de" });
  assert.ok(sentences.includes("Wind aus 270° rechtweisend mit 15 kt, Böen 25 kt."));
  assert.ok(sentences.includes("Wetter: Gewitter mit Regen und Hagel (stark)."));
  assert.equal(sentences.length, texts(REPORT).length);
});

Deno.test("what is absent is said to be absent, never calm or clear", () => {
  const missing = texts(decode("METAR KXYZ 241751Z /////KT //// // ////// ///// Q////"));
  assert.ok(missing.some((t) => t.includes("not calm")), missing.join("\n"));
  assert.ok(missing.some((t) => t.includes("The visibility was not measured")));
  assert.ok(missing.some((t) => t.includes("that none is reported means nothing")));
  assert.ok(
    missing.some((t) => t.includes("not clear")) ||
      missing.some((t) => t.includes("Cloud of unknown amount")),
  );
  const bare = texts(decode("METAR KXYZ 241751Z 28008KT 9999 22/18 Q1012"));
  assert.ok(bare.some((t) => t.includes("No cloud group in the report")), bare.join("\n"));
  const nil = texts(decode("METAR KXYZ 241751Z NIL"));
  assert.ok(nil.includes("The station sent no observation (NIL)."));
});

Deno.test("a trend stays a trend", () => {
  const sentences = describe(
    decode("METAR EGLL 241750Z 28008KT 9999 SCT030 10/05 Q1012 TEMPO 3000 SHRA BKN008"),
  );
  const heading = sentences.findIndex(({ text }) => text === "At times:");
  const poor = sentences.findIndex(({ text }) => text === "Visibility 3,000 m.");
  assert.ok(heading > 0 && poor > heading);
});

Deno.test("every token has its meaning, in order, with the words of the report", () => {
  const reports = [
    REPORT,
    decode(
      "METAR COR EDDF 241750Z VRB03KT 9999NDV 0400SW // FEW010/// 05/M01 Q1013 A2992 RETS WS R25L R25/290250 BLU TEMPO FM1800 TL1900 3000 SHSN=",
    ),
    decode("METAR YSSY 241730Z 17012KT CAVOK 22/12 Q1018 NOSIG RMK RF00.0/000.0"),
    decode("METAR EHAM 241755Z 24010KT 9999 BKN030 12/08 Q1002 BECMG AT1900 27020G35KT W15/S4"),
  ];
  for (const report of reports) {
    const meanings = explain(report);
    const missing = unclaimedWords(report, meanings.map(({ source }) => source));
    assert.deepEqual(missing.map(({ text }) => text), [], report.raw);
    for (const [index, { source, element, meaning }] of meanings.entries()) {
      assert.equal(report.raw.slice(source.start, source.end), source.text);
      assert.ok(element !== "" && meaning.length > 5 && !meaning.includes("?"), meaning);
      assert.ok(index === 0 || meanings[index - 1]!.source.start <= source.start);
    }
  }
});

Deno.test("the rule behind a token is named", () => {
  const wind = explain(REPORT).find(({ source }) => source.text === "27015G25KT");
  assert.equal(wind?.element, "surface wind");
  assert.equal(wind?.rule, "WMO-No. 306 FM 15, 15.5");
});

Deno.test("damaged reports are described without an exception, and spans stay true", () => {
  const words = REPORT.raw.split(" ");
  const damaged = fc.array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(
        "RMK",
        "TEMPO",
        "BECMG",
        "//////",
        "BKN///",
        "VV///",
        "NSW",
        "R99/",
        "=",
        "NIL",
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 20 },
  ).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(damaged, fc.constantFrom("en", "de"), (raw, language) => {
      const report = decode(raw);
      for (const { text, sources } of describe(report, { language, form: "spoken" })) {
        assert.ok(text.length > 0);
        for (const source of sources) {
          assert.ok(source.start >= 0 && source.end <= raw.length && source.start <= source.end);
        }
      }
      for (const { source } of explain(report, language)) {
        assert.ok(source.end <= raw.length);
      }
    }),
    { numRuns: 500 },
  );
});
