import assert from "node:assert/strict";
import { decodeTaf } from "./mod.ts";
import { describe, explain } from "./describe.ts";
import { unclaimedWords } from "../text/mod.ts";

const CONTEXT = { receivedAt: Date.UTC(2026, 10, 24, 18) };
const REPORT = decodeTaf(
  "TAF AMD KXYZ 241730Z 2418/2524 28008KT P6SM SKC WS020/24045KT TX12/2420Z TNM03/2506Z " +
    "TEMPO 2420/2422 2SM BR BKN008 FM250000 30010KT 5SM BR OVC020 620304 " +
    "PROB30 2506/2508 1/2SM +TSRA OVC003CB BECMG 2510/2512 CAVOK AMD NOT SKED",
  CONTEXT,
);
const texts = (...args: Parameters<typeof describe>) => describe(...args).map(({ text }) => text);

Deno.test("a TAF in plain words keeps its times, its probability and its 'at times'", () => {
  const sentences = texts(REPORT);
  for (
    const expected of [
      "Aerodrome forecast (TAF) for KXYZ, issued day 24, 17:30Z.",
      "It amends an earlier forecast.",
      "Valid from day 24, 18:00Z to day 26, 00:00Z.",
      "Visibility 6 SM or more.",
      "Low-level wind shear: at 2,000 ft above ground, wind from 240° true at 45 kt.",
      "At times between day 24, 20:00Z and day 24, 22:00Z, each time for less than an hour:",
      "From day 25, 00:00Z, replacing all before:",
      "Probability 30 % between day 25, 06:00Z and day 25, 08:00Z:",
      "Weather: thunderstorm with heavy rain.",
      "Becoming between day 25, 10:00Z and day 25, 12:00Z, then lasting:",
      "Forecast icing: light in cloud, from 3,000 ft above ground, 4,000 ft thick.",
      "Maximum temperature 12 °C at day 24, 20:00Z.",
      "Amendments are not scheduled: “AMD NOT SKED”.",
    ]
  ) assert.ok(sentences.includes(expected), `${expected}\n${sentences.join("\n")}`);
});

Deno.test("the groups keep their order: what is said belongs to the heading before it", () => {
  const sentences = texts(REPORT);
  const at = (text: string) => sentences.findIndex((sentence) => sentence.startsWith(text));
  assert.ok(at("At times") < at("Visibility 2 SM"));
  assert.ok(at("Visibility 2 SM") < at("From day 25"));
  assert.ok(at("Probability") < at("Visibility 1/2 SM"));
});

Deno.test("without an issue month the times are told from the text", () => {
  const sentences = texts(decodeTaf(REPORT.raw));
  assert.ok(sentences.some((text) => text.startsWith("Valid from day 24, 18:00Z to day 25")));
  assert.ok(sentences.some((text) => text.startsWith("From day 25, 00:00Z")), sentences.join("\n"));
});

Deno.test("cancelled and missing forecasts say so and nothing else", () => {
  const cancelled = texts(decodeTaf("TAF AMD LFPO 241200Z 2412/2518 CNL", CONTEXT));
  assert.ok(cancelled.some((text) => text.includes("there is no forecast in force")));
  const nil = texts(decodeTaf("TAF LFPO 241200Z NIL", CONTEXT));
  assert.ok(nil.includes("No forecast was issued (NIL)."));
  for (const sentences of [cancelled, nil]) {
    assert.ok(!sentences.some((text) => /wind|visibility/i.test(text)), sentences.join("\n"));
  }
});

Deno.test("every token of a TAF has its meaning, in German as well", () => {
  for (const language of ["en", "de"] as const) {
    const meanings = explain(REPORT, language);
    const missing = unclaimedWords(REPORT, meanings.map(({ source }) => source));
    assert.deepEqual(missing.map(({ text }) => text), []);
    for (const { source, meaning } of meanings) {
      assert.equal(REPORT.raw.slice(source.start, source.end), source.text);
      assert.ok(!meaning.includes("?"), meaning);
    }
  }
});
