import assert from "node:assert/strict";
import { en, type MessageKey } from "./en.ts";
import { de } from "./de.ts";
import { fill, LANGUAGES, namesIn, Voice } from "./mod.ts";
import { weatherCodeInWords, weatherInWords } from "./mod.ts";
import { PILOT_REPORTS } from "./pilot_reports.ts";
import { WARNINGS } from "./warnings.ts";
import { WINDS_ALOFT } from "./winds_aloft.ts";

Deno.test("every language has the same keys and asks for the same values", () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
  for (const [language, messages] of Object.entries(LANGUAGES)) {
    for (const key of Object.keys(en) as MessageKey[]) {
      assert.notEqual(messages[key], "", `${language} ${key}`);
      assert.deepEqual(
        [...new Set(namesIn(messages[key]))].sort(),
        [...new Set(namesIn(en[key]))].sort(),
        `${language} ${key}`,
      );
      const open = messages[key].split("[").length;
      assert.equal(open, messages[key].split("]").length, `${language} ${key}`);
    }
    assert.equal(messages.digits.split(" ").length, 10, language);
  }
});

type Tables = Readonly<Record<"en" | "de", Readonly<Record<string, string>>>>;
const TABLES: readonly (readonly [name: string, tables: Tables])[] = [
  ["METAR and TAF", { en, de }],
  ["warnings", WARNINGS],
  ["pilot reports", PILOT_REPORTS],
  ["winds aloft", WINDS_ALOFT],
];
for (const [name, { en, de }] of TABLES) {
  Deno.test(`the messages of ${name} are the same in English and German, and German is not English`, () => {
    assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
    const wanted = (message = "") => [...new Set(namesIn(message))].sort();
    for (const [key, message] of Object.entries(en)) {
      const other = de[key] ?? "";
      assert.notEqual(other, "", key);
      assert.deepEqual(wanted(other), wanted(message), key);
      assert.equal(other.split("[").length, other.split("]").length, key);
      const isSentence = /[a-z]{3,} [a-z]{2,}/i.test(message.replace(/\{\w+\}/g, ""));
      if (isSentence) assert.notEqual(other, message, key);
    }
  });
}

Deno.test("a missing value drops its part, or shows as a hole", () => {
  const rows: [string, Record<string, string | undefined>, string][] = [
    [
      "Wind {speed}[, gusting {gust}].",
      { speed: "5 kt", gust: "15 kt" },
      "Wind 5 kt, gusting 15 kt.",
    ],
    ["Wind {speed}[, gusting {gust}].", { speed: "5 kt" }, "Wind 5 kt."],
    ["Wind {speed}.", {}, "Wind ?."],
    ["[{a}][{b}]", { b: "x" }, "x"],
    ["no values", {}, "no values"],
  ];
  for (const [template, params, expected] of rows) {
    assert.equal(fill(template, params), expected, template);
  }
});

Deno.test("numbers are read the way they are said on the radio", () => {
  const plain = new Voice();
  const spoken = new Voice({ form: "spoken" });
  const german = new Voice({ language: "de", form: "spoken" });
  const rows = [
    { value: 270, unit: "deg", plain: "270°", spoken: "two seven zero degrees" },
    { value: 5, unit: "deg", plain: "005°", spoken: "zero zero five degrees" },
    { value: 15, unit: "kt", plain: "15 kt", spoken: "one five knots" },
    { value: 2500, unit: "ft", plain: "2,500 ft", spoken: "two thousand five hundred feet" },
    { value: 12_000, unit: "ft", plain: "12,000 ft", spoken: "one two thousand feet" },
    { value: 0.25, unit: "SM", plain: "1/4 SM", spoken: "one quarter statute mile" },
    { value: 1.5, unit: "SM", plain: "1 1/2 SM", spoken: "one and one half statute miles" },
    { value: 1, unit: "SM", plain: "1 SM", spoken: "one statute mile" },
    { value: -1, unit: "degC", plain: "−1 °C", spoken: "minus one degree Celsius" },
    { value: 29.92, unit: "inHg", plain: "29.92 inHg", spoken: "two nine nine two inches" },
    { value: 1013, unit: "hPa", plain: "1013 hPa", spoken: "one zero one three hectopascals" },
    { value: -5, unit: "degC", plain: "−5 °C", spoken: "minus five degrees Celsius" },
    { value: 800, unit: "m", plain: "800 m", spoken: "eight hundred metres" },
  ] as const;
  for (const { plain: expected, spoken: said, ...quantity } of rows) {
    assert.equal(plain.quantity(quantity), expected);
    assert.equal(spoken.quantity(quantity), said);
  }
  assert.equal(german.quantity({ value: 270, unit: "deg" }), "zwo sieben null Grad");
  assert.equal(plain.quantity({ value: 10_000, unit: "m", bound: "atLeast" }), "10 km or more");
  assert.equal(plain.quantity({ value: 0.25, unit: "SM", bound: "atMost" }), "less than 1/4 SM");
  assert.equal(plain.direction(0), "360");
  assert.equal(spoken.runway("28L"), "two eight left");
  assert.equal(spoken.clock(17, 5), "one seven zero five Zulu");
});

Deno.test("weather groups are whole phrases that keep their strength", () => {
  const voice = new Voice();
  const source = { text: "", start: 0, end: 0 };
  const rows = [
    {
      phenomenon: { intensity: "heavy", descriptors: ["TS"], types: ["RA", "GR"] },
      expected: "thunderstorm with heavy rain and hail",
    },
    {
      phenomenon: { intensity: "moderate", descriptors: ["TS"], types: [] },
      expected: "thunderstorm",
    },
    {
      phenomenon: { intensity: "light", descriptors: ["SH"], types: ["RA", "SN"] },
      expected: "light showers of rain and snow",
    },
    {
      phenomenon: { intensity: "light", descriptors: ["FZ"], types: ["RA"] },
      expected: "light freezing rain",
    },
    {
      phenomenon: { intensity: "moderate", descriptors: ["FZ"], types: ["FG"] },
      expected: "freezing fog",
    },
    {
      phenomenon: { intensity: "moderate", descriptors: ["BC"], types: ["FG"] },
      expected: "patches of fog",
    },
    {
      phenomenon: { intensity: "heavy", descriptors: [], types: ["FC"] },
      expected: "tornado or waterspout",
    },
    {
      phenomenon: { intensity: "moderate", descriptors: [], types: ["FC"] },
      expected: "funnel cloud",
    },
    {
      phenomenon: { intensity: "heavy", descriptors: [], types: ["SS"] },
      expected: "heavy sandstorm",
    },
    {
      phenomenon: { intensity: "moderate", descriptors: ["BL"], types: ["SN"] },
      expected: "blowing snow",
    },
    {
      phenomenon: { intensity: "moderate", descriptors: [], types: ["RA"] },
      expected: "moderate rain",
    },
    {
      phenomenon: { intensity: "moderate", inVicinity: true, descriptors: ["TS"], types: [] },
      expected: "thunderstorm in the vicinity, not at the aerodrome",
    },
  ] as const;
  for (const { phenomenon, expected } of rows) {
    assert.equal(weatherInWords({ code: "", source, ...phenomenon }, voice), expected);
  }
  assert.equal(weatherCodeInWords("FZRA", voice), "freezing rain");
  assert.equal(weatherCodeInWords("TS", voice), "thunderstorm");
  assert.equal(weatherCodeInWords("RWY34", voice), undefined);
});
