import assert from "node:assert/strict";
import fc from "fast-check";
import { CHOICES, DEFAULT_SETTINGS, MINIMA_NUMBERS, type Settings } from "./settings.ts";
import { readSettings, settingsCookie, settingsValue, writeSettings } from "./cookie.ts";
import { readSettingsForm } from "./form.ts";

const anySettings = fc.record({
  ...Object.fromEntries(
    Object.entries(CHOICES).map(([name, values]) => [name, fc.constantFrom(...values)]),
  ),
  minima: fc.record({
    ...Object.fromEntries(
      Object.entries(MINIMA_NUMBERS).map(([name, { max, step }]) => [
        name,
        fc.option(fc.integer({ min: 0, max: max / step }).map((n) => n * step)),
      ]),
    ),
    freezing: fc.boolean(),
    thunder: fc.boolean(),
  }, { noNullPrototype: true }),
}, { noNullPrototype: true }) as unknown as fc.Arbitrary<Settings>;

Deno.test("any settings survive the way through the cookie", () => {
  fc.assert(fc.property(anySettings, (settings) => {
    const value = writeSettings(settings);
    assert.match(value, /^[A-Za-z0-9._/-]*$/);
    assert.ok(value.length <= 400);
    if (value !== "") assert.deepEqual(readSettings(value), settings);
  }));
});

Deno.test("no value of a cookie throws, and what is read is written the same again", () => {
  fc.assert(fc.property(fc.string(), (value) => {
    const settings = readSettings(`1.${value}`);
    if (settings !== null) assert.notEqual(writeSettings(settings), null);
  }));
});

const DAMAGED = [
  "",
  "1",
  "2.language-de",
  "1.language-xx",
  "1.language-de.language-en",
  "1.ceilingFt-99999",
  "1.ceilingFt--5",
  "1.visibilitySm-1_234",
  "1.freezing-no",
  "1.constructor-x",
  "1.minima-1",
  "1.wind-m/s.",
  `1.${"language-de.".repeat(60)}`,
];
for (const value of DAMAGED) {
  Deno.test(`the cookie "${value.slice(0, 40)}" is damaged as a whole`, () => {
    assert.equal(readSettings(value), null);
  });
}

Deno.test("our cookie is found among others, and is not for scripts or other sites", () => {
  assert.equal(settingsValue("a=1; settings=1.wind-kt; xsettings=2"), "1.wind-kt");
  assert.equal(settingsValue("xsettings=2"), null);
  const line = settingsCookie({ ...DEFAULT_SETTINGS, wind: "kt" }, true);
  assert.equal(
    line,
    "settings=1.wind-kt; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure",
  );
  assert.match(settingsCookie(DEFAULT_SETTINGS, false), /^settings=; Path=\/; Max-Age=0;/);
});

Deno.test("the form takes decimal commas and empty limits, and names what it does not understand", () => {
  const form = new FormData();
  for (
    const [name, value] of [
      ["language", "de"],
      ["wind", "furlongs"],
      ["visibilitySm", "1,5"],
      [
        "ceilingFt",
        "",
      ],
      ["windKt", "-3"],
      ["thunder", "yes"],
    ]
  ) form.append(name!, value!);
  const { settings, invalid } = readSettingsForm(form);
  assert.equal(settings.language, "de");
  assert.equal(settings.minima.visibilitySm, 1.5);
  assert.equal(settings.minima.ceilingFt, null);
  assert.equal(settings.minima.thunder, true);
  assert.deepEqual(invalid, ["wind", "windKt"]);
});
