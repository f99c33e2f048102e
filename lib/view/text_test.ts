import assert from "node:assert/strict";
import { HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import { ageText, ageWarning, localClock, zulu, zuluNear } from "./age.ts";
import { AGE_WORDS } from "./text/age_words.ts";
import { fractionText, grouped, pressureTexts, temperatureText } from "./quantities.ts";
import { minifyCss, stylesheet } from "./styles.ts";
import { segments } from "./tokens.ts";

const AGES = [
  { ms: 0, says: "under a minute" },
  { ms: 12 * MINUTE_MS + 59_000, says: "12 min" },
  { ms: 6 * HOUR_MS + 20 * MINUTE_MS, says: "6 h 20 min" },
  { ms: 71 * HOUR_MS, says: "2 days 23 h" },
  { ms: -12 * MINUTE_MS, says: "ahead of our clock by 12 min" },
];
for (const { ms, says } of AGES) {
  Deno.test(`an age of ${ms} ms reads "${says}"`, () => assert.equal(ageText(ms, AGE_WORDS), says));
}

Deno.test("every state but current has something to say", () => {
  assert.equal(ageWarning("current", "5 min", AGE_WORDS), "");
  for (const state of ["ageing", "stale", "notCurrent", "expired", "future"] as const) {
    assert.notEqual(ageWarning(state, "5 min", AGE_WORDS), "");
  }
});

Deno.test("times are UTC, with the day where it is another one, and local beside it", () => {
  const now = Date.UTC(2026, 10, 24, 15, 3);
  assert.equal(zulu(now), "1503Z");
  assert.equal(zuluNear(now - 10 * MINUTE_MS, now), "14:53Z");
  assert.equal(zuluNear(now - 24 * HOUR_MS, now), "23 Nov 15:03Z");
  assert.equal(localClock(now, "America/New_York"), "10:03 EST");
  assert.equal(localClock(now, "America/New_York", "12"), "10:03 AM EST");
  // The minute in which clocks are put back, and half-hour zones.
  const back = Date.UTC(2026, 9, 25, 1, 0);
  assert.equal(localClock(back - 60_000, "Europe/Berlin"), "02:59 GMT+2");
  assert.equal(localClock(back, "Europe/Berlin"), "02:00 GMT+1");
  assert.equal(
    localClock(Date.UTC(2026, 10, 24, 18, 31), "Asia/Kolkata", "12"),
    "12:01 AM GMT+5:30",
  );
  assert.equal(localClock(now, "Not/AZone"), null);
});

const PRESSURES = [
  { value: 29.92, unit: "inHg", says: ["29.92 inHg", "1013.2 hPa"] },
  { value: 1013, unit: "hPa", says: ["1013 hPa", "29.91 inHg"] },
  { value: 980, unit: "hPa", says: ["980 hPa", "28.94 inHg"] },
] as const;
for (const { value, unit, says } of PRESSURES) {
  Deno.test(`${value} ${unit} is shown as reported first`, () => {
    assert.deepEqual(pressureTexts({ value, unit }), says);
  });
}

Deno.test("numbers: fractions, thousands, minus and the zero below zero", () => {
  assert.equal(fractionText(1.5), "1 1/2");
  assert.equal(fractionText(0.0625), "1/16");
  assert.equal(fractionText(2.3), "2.3");
  assert.equal(grouped(12300), "12,300");
  assert.equal(grouped(-1200), "−1,200");
  const source = { text: "M00", start: 0, end: 3 };
  const below = { kind: "value", value: 0, unit: "degC", belowZero: true, source } as const;
  assert.equal(temperatureText(below), "−0 °C");
});

Deno.test("segments lose nothing of the raw text, whatever the spans", () => {
  const raw = "METAR KJFK 1 1/2SM FOO";
  const span = (text: string) => {
    const start = raw.indexOf(text);
    return { text, start, end: start + text.length };
  };
  const all = segments(
    raw,
    [span("1 1/2SM"), span("1/2SM"), span("KJFK"), { text: "?", start: 90, end: 99 }],
    [span("FOO")],
  );
  assert.equal(all.map(({ text }) => text).join(""), raw);
  assert.deepEqual(
    all.filter(({ kind }) => kind !== "plain").map(({ text, kind }) => [text, kind]),
    [["KJFK", "token"], ["1 1/2SM", "token"], ["FOO", "unparsed"]],
  );
});

Deno.test("the stylesheet is one line, and minifying keeps descendant selectors apart", () => {
  assert.equal(minifyCss("a b { c: d }\n/* x */ e > f :g { h: i; }"), "a b{c:d}e>f :g{h:i}");
  assert.doesNotMatch(stylesheet, /\n|<\//);
});
