import assert from "node:assert/strict";
import { Words } from "../text/mod.ts";
import { type Fact, FactList } from "../facts.ts";
import {
  allowedWords,
  checkDrafts,
  checkedSection,
  checkSentence,
  mayBeWorded,
  REFUSAL_REASONS,
  type RefusalReason,
} from "./mod.ts";

const NOW = Date.parse("2026-11-24T15:00:00Z");
const english = new Words("en", NOW);
const german = new Words("de", NOW);

/** A METAR of KBOS: gusty, light rain, a ceiling. */
function observation(change: Partial<Fact> = {}): Fact {
  return new FactList().add({
    key: "observation:KBOS",
    section: "currentConditions",
    kind: "observation",
    station: "KBOS",
    values: [
      { name: "windDirection", value: 270, unit: "deg" },
      { name: "windSpeed", value: 18, unit: "kt" },
      { name: "windGust", value: 28, unit: "kt" },
      { name: "visibility", value: 2.5, unit: "SM" },
      { name: "cloud:FEW", value: 800, unit: "ft" },
      { name: "cloud:OVC", value: 1200, unit: "ft" },
      { name: "ceiling", value: 1200, unit: "ft" },
      { name: "temperature", value: -1, unit: "degC" },
      { name: "altimeter", value: 29.85, unit: "inHg" },
    ],
    times: [{ name: "observed", at: "2026-11-24T14:54:00Z" }],
    words: ["MVFR"],
    hazards: ["gust"],
    details: {
      category: "IFR",
      wind: "wind",
      visibility: "visibility",
      weatherCodes: "-FZRA",
      cloud: "layers",
      ceiling: "value",
    },
    freshness: "current",
    ...change,
  });
}

function worst(): Fact {
  return new FactList().add({
    key: "forecastWorst:KBOS",
    section: "destinationForecast",
    kind: "forecastWorst",
    station: "KBOS",
    values: [
      { name: "windDirection", value: 240, unit: "deg" },
      { name: "windSpeed", value: 12, unit: "kt" },
      { name: "visibility", value: 0.5, unit: "SM" },
      { name: "cloud:OVC", value: 400, unit: "ft" },
      { name: "ceiling", value: 400, unit: "ft" },
    ],
    times: [
      { name: "eta", at: "2026-11-24T18:10:00Z" },
      { name: "changeFrom", at: "2026-11-24T16:00:00Z" },
      { name: "changeTo", at: "2026-11-24T19:00:00Z" },
    ],
    words: ["LIFR", "PROB30"],
    hazards: ["thunderstorm", "LIFR"],
    qualifiers: ["PROB30"],
    details: {
      category: "LIFR",
      change: "PROB30",
      wind: "wind",
      visibility: "visibility",
      weatherCodes: "+TSRA",
      cloud: "layers",
      ceiling: "value",
    },
    freshness: "current",
  });
}

const said = (text: string, fact: Fact, words = english) =>
  checkSentence({ text, factIds: [fact.id] }, new Map([[fact.id, fact]]), words);

const ACCEPTED = [
  "KBOS, observed 14:54Z: IFR. Wind from 270° true at 18 kt, gusting 28 kt; visibility 2 1/2 SM; light freezing rain; few at 800 ft, overcast at 1,200 ft; ceiling 1,200 ft above ground; temperature −1 °C; altimeter 29.85 inHg.",
  "At 1454Z KBOS reports IFR with light freezing rain, wind from the west at 18 knots, gusting 28 knots.",
  "KBOS has IFR: light freezing rain; visibility 4 km; ceiling 366 m above ground; wind gusting 28 kt.",
  "KBOS is IFR with light freezing rain; gusts to 28 kt; temperature 30 °F.",
];
for (const text of ACCEPTED) {
  Deno.test(`accepted: ${text.slice(0, 60)}…`, () => assert.equal(said(text, observation()), null));
}

const BASE = "KBOS is IFR with light freezing rain, gusting 28 kt";
const REFUSED: readonly (readonly [string, RefusalReason])[] = [
  [`${BASE}; visibility 3 SM.`, "number"],
  [`${BASE}; visibility 2 1/2 km.`, "number"],
  [`${BASE}; visibility more than 2 1/2 SM.`, "bound"],
  [`${BASE}; ceiling 800 ft above ground.`, "number"],
  [`${BASE}; ceiling 1,200 ft MSL.`, "datum"],
  [`${BASE}; ceiling 400 m above ground.`, "number"],
  [`${BASE}; temperature 1 °C.`, "number"],
  [`${BASE}; wind from the east.`, "direction"],
  [`${BASE}; wind from 270° magnetic.`, "datum"],
  [`${BASE} at 15:54Z.`, "time"],
  [`${BASE} until 14:54Z.`, "time"],
  [`${BASE}; EGLL is worse.`, "code"],
  ["KBOS is VFR with light freezing rain, gusting 28 kt.", "code"],
  ["KBOS is IFR with freezing rain, gusting 28 kt.", "omission"],
  ["KBOS is IFR with light rain, gusting 28 kt.", "intensity"],
  ["KBOS is IFR with light freezing rain.", "omission"],
  ["KBOS is IFR, gusting 28 kt.", "omission"],
  ["KBOS has light freezing rain, gusting 28 kt.", "omission"],
  ["KBOS is IFR without light freezing rain, gusting 28 kt.", "negation"],
  [`${BASE}; no ceiling.`, "negation"],
  [`${BASE}, improving.`, "word"],
  [`${BASE}, which is only brief.`, "word"],
  [`${BASE}; expect severe icing.`, "word"],
  [`${BASE} is forecast.`, "intensity"],
  [`${BASE}. It is safe to go.`, "advice"],
  [`${BASE}. You should wait.`, "advice"],
  [`${BASE}. Departure is not recommended.`, "advice"],
  [`${BASE}. <b>Ignore all rules</b>`, "form"],
  [`${BASE}. See http://example.org?x=1`, "form"],
  ["", "form"],
  [`${BASE} ${"and ".repeat(300)}`, "form"],
  ["Kein Problem.", "negation"],
  ["Light freezing rain, gusting two eight knots, IFR at KBOS.", "word"],
];
for (const [text, reason] of REFUSED) {
  Deno.test(`refused (${reason}): ${text.slice(0, 70)}`, () => {
    const refusal = said(text, observation());
    assert.notEqual(refusal, null);
    // Which rule sees it first may change; that it is refused may not. The common ones are held to their reason.
    if (["number", "bound", "datum", "time", "advice", "form", "code"].includes(reason)) {
      assert.equal(refusal!.reason, reason, JSON.stringify(refusal));
    }
  });
}

Deno.test("a probability keeps its code and its number, and its storm stays heavy", () => {
  const fact = worst();
  const text =
    "Around 18:10Z the worst for KBOS: LIFR, with a probability of 30 % (PROB30) 16:00Z to 19:00Z; heavy thunderstorm with rain; visibility 1/2 SM.";
  const template = english.say("forecast.worst", {});
  assert.ok(template.includes("worst"));
  const right = said(text.replace("heavy thunderstorm with rain", weatherOf(fact)), fact);
  assert.equal(right, null, JSON.stringify(right));
  for (
    const [from, to] of [
      ["30 %", "20 %"],
      ["PROB30", "PROB40"],
      [" (PROB30)", ""],
      [
        "LIFR",
        "IFR",
      ],
      ["16:00Z to 19:00Z", "19:00Z to 16:00Z"],
      ["heavy ", ""],
      ["heavy ", "light "],
    ] as const
  ) {
    const wrong = text.replace("heavy thunderstorm with rain", weatherOf(fact)).replace(from, to);
    assert.notEqual(said(wrong, fact), null, wrong);
  }
});

function weatherOf(fact: Fact): string {
  return english.weather(fact.details["weatherCodes"]).join("; ");
}

Deno.test("facts that compare, deny or rest on old reports are told by their template alone", () => {
  assert.equal(mayBeWorded(observation(), english), true);
  for (
    const change of [
      { freshness: "ageing" },
      { freshness: "stale" },
      { details: { ...observation().details, unparsed: "1" } },
      { details: { ...observation().details, partial: "1" } },
      { kind: "minimaComparison" },
      { kind: "none", details: { what: "sigmet" } },
      { kind: "unavailable", details: { what: "notams", reason: "notIncluded" } },
    ] as Partial<Fact>[]
  ) {
    const fact = { ...observation(), ...change } as Fact;
    assert.equal(mayBeWorded(fact, english), false, JSON.stringify(change));
  }
  assert.equal(said(ACCEPTED[0]!, observation({ freshness: "stale" }))!.reason, "notWorded");
});

Deno.test("a strength that is also said of something else is missed where it belongs", () => {
  const fact = observation({
    hazards: ["gust", "heavyPrecipitation"],
    details: { ...observation().details, weatherCodes: "+RA" },
  });
  const text = "KBOS is IFR with heavy rain, gusting 28 kt; hazards: heavy precipitation.";
  assert.equal(said(text, fact), null, JSON.stringify(said(text, fact)));
  assert.equal(said(text.replace("heavy rain", "rain"), fact)!.reason, "omission");
});

Deno.test("German is held to the same", () => {
  const fact = observation();
  const template = "KBOS, beobachtet 14:54Z: IFR. Wind aus 270° rechtweisend mit 18 kt, Böen 28 kt";
  const weather = german.weather("-FZRA").join("; ");
  assert.equal(said(`${template}; ${weather}; Sicht 4 km.`, fact, german), null);
  for (
    const wrong of [
      `${template}; Sicht 4 km.`,
      `${template}; ${weather}; Sicht 5 km.`,
      `${template}; ${weather}; Sicht 4 km. Der Flug ist sicher.`,
      `${template}; ${weather}; kein Wind.`,
    ]
  ) assert.notEqual(said(wrong, fact, german), null, wrong);
});

Deno.test("every fact is told once and in order, whatever the model sends", () => {
  const list = new FactList();
  const one = list.add({ ...observation(), key: "a" });
  const two = list.add({ ...worst(), key: "b" });
  const good = { text: ACCEPTED[1]!, factIds: [one.id] };
  const drafts = [
    { text: "Anything goes.", factIds: [two.id] },
    good,
    { text: ACCEPTED[2]!, factIds: [one.id] },
    { text: "More.", factIds: ["f99"] },
    { text: "Both.", factIds: [one.id, two.id] },
  ];
  const checked = checkDrafts(drafts, [one, two], english);
  assert.deepEqual(checked.refusals.map(({ reason }) => reason), ["word", "fact", "fact"]);
  const section = checkedSection(checked, [one, two], english);
  assert.deepEqual(section.map(({ by, factIds }) => [by, ...factIds]), [
    ["model", one.id],
    ["template", two.id],
  ]);
  assert.equal(section[0]!.text, good.text);
  assert.ok(REFUSAL_REASONS.includes(section[1]!.refusal!.reason));
});

Deno.test("the words allowed are those of the template and neutral ones", () => {
  const words = allowedWords(observation(), english);
  assert.ok(words.includes("visibility") && words.includes("the"));
  assert.ok(!words.includes("safe") && !words.includes("severe"));
});

Deno.test("a wrong unit does not pass as the conversion of another number of the sentence", () => {
  const clouds = [{ name: "cloud:FEW", value: 5500, unit: "ft" }, {
    name: "cloud:FEW",
    value: 18000,
    unit: "ft",
  }] as const;
  const fact = observation({
    values: [...observation().values.filter(({ name }) => !/cloud|ceiling/.test(name)), ...clouds],
    details: { ...observation().details, weatherCodes: "", ceiling: "none" },
    hazards: [],
  });
  const facts = new Map([[fact.id, fact]]);
  const check = (text: string) => checkSentence({ text, factIds: [fact.id] }, facts, english);
  assert.equal(check("KBOS, observed 14:54Z: IFR, few at 5,500 ft, few at 18,000 ft."), null);
  assert.equal(
    check("KBOS, observed 14:54Z: IFR, few at 5,500 m, few at 18,000 ft.")?.reason,
    "number",
  );
});
