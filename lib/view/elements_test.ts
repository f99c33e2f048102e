import assert from "node:assert/strict";
import { decodeMetar } from "../products/metar/mod.ts";
import { flightCategory } from "../derive/mod.ts";
import { categoryModel } from "./category_model.ts";
import { cloudPhrase, visibilityPhrase, windPhrase } from "./elements.ts";
import { metarItems } from "./items.ts";
import { weatherPhrase } from "./weather_phrase.ts";

const decode = (body: string) => decodeMetar(`METAR KJFK 241451Z ${body}`);

const WINDS = [
  { body: "27015G25KT", says: "270° true at 15 kt, gusts 25 kt" },
  { body: "00000KT", says: "Calm" },
  { body: "VRB03KT", says: "Variable direction at 3 kt" },
  { body: "09004MPS", says: "090° true at 4 m/s (8 kt)" },
  { body: "/////KT", says: "Not observable (the station sent ////)" },
  { body: "///05KT", says: "Direction not observable, 5 kt" },
  { body: "36005P99KT", says: /36|not understood/i },
  { body: "9999", says: "Not reported" },
];
for (const { body, says } of WINDS) {
  Deno.test(`the wind of "${body}" reads ${says}`, () => {
    const { value } = windPhrase(decode(body).surfaceWind);
    if (typeof says === "string") assert.equal(value, says);
    else assert.notEqual(value, "Calm");
  });
}

const VISIBILITIES = [
  { body: "27015KT 10SM", says: "10 SM or more" },
  { body: "27015KT 1 1/2SM", says: "1 1/2 SM" },
  { body: "27015KT M1/4SM", says: "less than 1/4 SM" },
  { body: "27015KT 9999", says: "10 km or more" },
  { body: "27015KT 0800", says: "800 m" },
  { body: "27015KT CAVOK", says: "10 km or more" },
  { body: "27015KT ////", says: "Not observable (the station sent ////)" },
  { body: "27015KT BKN010", says: "Not reported" },
];
for (const { body, says } of VISIBILITIES) {
  Deno.test(`the visibility of "${body}" reads ${says}`, () => {
    assert.equal(visibilityPhrase(decode(body).prevailingVisibility).value, says);
  });
}

const SKIES = [
  { body: "9999 BKN008 OVC015CB", says: "Broken 800 ft; overcast 1,500 ft, cumulonimbus" },
  { body: "9999 BKN///", says: "Broken, height not observable" },
  { body: "1/4SM FG VV002", says: "Sky obscured, vertical visibility 200 ft" },
  { body: "1/4SM FG VV///", says: "Sky obscured, vertical visibility not observable" },
  { body: "10SM CLR", says: "No cloud below 12,000 ft detected (automatic)" },
  { body: "9999", says: "Not reported" },
];
for (const { body, says } of SKIES) {
  Deno.test(`the sky of "${body}" reads ${says}`, () => {
    const metar = decode(`27015KT ${body}`);
    assert.equal(cloudPhrase(metar.cloud, metar.verticalVisibility).value, says);
  });
}

const CATEGORIES = [
  { body: "10SM BKN008", category: "IFR", reason: "ceiling 800 ft" },
  { body: "1/2SM VV002", category: "LIFR", reason: "indefinite ceiling 200 ft, visibility 1/2 SM" },
  { body: "2SM BR BKN///", category: "IFR", reason: "visibility 2 SM; or worse, ceiling missing" },
  { body: "10SM BKN///", category: null, reason: "Not known: ceiling missing" },
  { body: "10SM", category: null, reason: "Not known: ceiling missing" },
  { body: "OVC050", category: null, reason: "Not known: visibility missing" },
];
for (const { body, category, reason } of CATEGORIES) {
  Deno.test(`"${body}" is ${category ?? "not known"} because: ${reason}`, () => {
    const model = categoryModel(flightCategory(decode(`27015KT ${body}`)));
    assert.equal(model.category, category);
    assert.equal(model.reason, reason);
  });
}

Deno.test("no weather group and a sensor that is out do not read alike", () => {
  assert.equal(weatherPhrase(decode("27015KT 9999 OVC010").presentWeather).value, "None reported");
  assert.match(
    weatherPhrase(decode("27015KT 9999 // OVC010").presentWeather).value,
    /^Not observable/,
  );
});

Deno.test("the items that every METAR must have are listed also when all are missing", () => {
  const items = metarItems(decode("AUTO"), { runway: null, densityAltitude: null });
  const labels = items.map(({ label }) => label);
  assert.deepEqual(labels, [
    "Wind",
    "Visibility",
    "Ceiling",
    "Cloud",
    "Weather",
    "QNH",
    "Temperature",
  ]);
  for (const { label, value, absent } of items) {
    if (label !== "Weather") assert.ok(absent, `${label}: ${value}`);
  }
});

Deno.test("each item names the groups it was read from", () => {
  const items = metarItems(
    decode("30015G25KT 260V330 1 1/2SM -SHRA BKN008 10/M00 A2992 RMK T01061003"),
    { runway: null, densityAltitude: null },
  );
  const groups = Object.fromEntries(
    items.map(({ label, sources }) => [label, sources.map(({ text }) => text).join(" ")]),
  );
  assert.equal(groups.Wind, "30015G25KT 260V330");
  assert.equal(groups.Visibility, "1 1/2SM");
  assert.equal(groups.Ceiling, "BKN008");
  assert.equal(groups.QNH, "A2992");
  assert.equal(groups.Temperature, "10/M00 T01061003");
});
