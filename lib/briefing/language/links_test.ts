/** Numbers of a model's sentence lead to the token that they were found right by, however they are told. */
import assert from "node:assert/strict";
import { type Fact, FactList, type FactValue } from "../facts.ts";
import { linkedParts } from "../text/links.ts";
import { Words } from "../text/mod.ts";
import { checkDraft } from "./mod.ts";

const NOW = Date.parse("2026-11-24T15:00:00Z");
const RAW = "METAR KBOS 241454Z 27018G28KT 2 1/2SM -RA FEW008 OVC012 M01/M03 A2985";

function value(name: string, number: number, unit: FactValue["unit"], token: string): FactValue {
  const start = RAW.indexOf(token);
  assert.ok(start > 0, token);
  const source = { report: "metar:KBOS", text: token, start, end: start + token.length };
  return { name, value: number, unit, source };
}

const FACT: Fact = new FactList().add({
  key: "observation:KBOS",
  section: "currentConditions",
  kind: "observation",
  station: "KBOS",
  values: [
    value("windDirection", 270, "deg", "27018G28KT"),
    value("windSpeed", 18, "kt", "27018G28KT"),
    value("windGust", 28, "kt", "27018G28KT"),
    value("visibility", 2.5, "SM", "2 1/2SM"),
    value("cloud:FEW", 800, "ft", "FEW008"),
    value("cloud:OVC", 1200, "ft", "OVC012"),
    value("ceiling", 1200, "ft", "OVC012"),
    value("temperature", -1, "degC", "M01/M03"),
    value("dewPoint", -3, "degC", "M01/M03"),
    value("altimeter", 29.85, "inHg", "A2985"),
  ],
  times: [{ name: "observed", at: "2026-11-24T14:54:00Z" }],
  words: ["IFR"],
  hazards: ["gust"],
  details: {
    category: "IFR",
    wind: "wind",
    visibility: "visibility",
    weatherCodes: "-RA",
    cloud: "layers",
    ceiling: "value",
  },
  reports: ["metar:KBOS"],
  freshness: "current",
});

interface Row {
  readonly name: string;
  readonly language?: "de";
  readonly text: string;
  /** Each number with the token that it leads to. */
  readonly links: readonly (readonly [string, string])[];
}

const ROWS: readonly Row[] = [
  {
    name: "in the units and the order of the report",
    text:
      "KBOS is IFR with light rain; wind from 270° true at 18 kt, gusting 28 kt; visibility 2 1/2 SM.",
    links: [["270°", "27018G28KT"], ["18 kt", "27018G28KT"], ["28 kt", "27018G28KT"], [
      "2 1/2 SM",
      "2 1/2SM",
    ]],
  },
  {
    name: "in another order",
    text:
      "KBOS: ceiling 1,200 ft above ground, IFR, light rain; visibility 2 1/2 SM; few at 800 ft; wind gusting 28 kt.",
    links: [["1,200 ft", "OVC012"], ["2 1/2 SM", "2 1/2SM"], ["800 ft", "FEW008"], [
      "28 kt",
      "27018G28KT",
    ]],
  },
  {
    name: "converted",
    text:
      "KBOS is IFR with light rain; visibility 4 km; ceiling 366 m above ground; wind gusting 14.4 m/s; altimeter 1011 hPa.",
    links: [["4 km", "2 1/2SM"], ["366 m", "OVC012"], ["14.4 m/s", "27018G28KT"], [
      "1011 hPa",
      "A2985",
    ]],
  },
  {
    name: "converted and in another order",
    text:
      "Gusts to 28 knots and light rain at KBOS, IFR; dew point 27 °F, temperature 30 °F; ceiling 366 metres.",
    links: [["28 knots", "27018G28KT"], ["27 °F", "M01/M03"], ["30 °F", "M01/M03"], [
      "366 metres",
      "OVC012",
    ]],
  },
  {
    name: "the same number of two things leads to the token of each",
    text: "KBOS is IFR with light rain, gusting 28 kt: overcast at 1,200 ft; few at 800 ft.",
    links: [["28 kt", "27018G28KT"], ["1,200 ft", "OVC012"], ["800 ft", "FEW008"]],
  },
  {
    name: "blanks of other widths are brought to one",
    text: "KBOS  is IFR with light rain; visibility 2\u00a01/2\u202fSM;\n gusting 28\u00a0kt.",
    links: [["2 1/2 SM", "2 1/2SM"], ["28 kt", "27018G28KT"]],
  },
  {
    name: "in German, with its own marks",
    language: "de",
    text:
      "KBOS: IFR, {weather}, Böen 28 kt; Sicht 4 km; Hauptwolkenuntergrenze 1.200 ft über Grund; QNH 29,85 inHg.",
    links: [["28 kt", "27018G28KT"], ["4 km", "2 1/2SM"], ["1.200 ft", "OVC012"], [
      "29,85 inHg",
      "A2985",
    ]],
  },
  {
    name: "instants and codes are no numbers",
    text: "At 14:54Z KBOS is IFR with light rain, gusting 28 kt.",
    links: [["28 kt", "27018G28KT"]],
  },
];

Deno.test("a number leads to the token that it was checked against", async (t) => {
  for (const { name, language = "en", text, links } of ROWS) {
    await t.step(name, () => {
      const words = new Words(language, NOW);
      const weather = words.weather("-RA").join();
      const draft = { text: text.replace("{weather}", weather), factIds: [FACT.id] };
      const { sentence, refusal } = checkDraft(draft, new Map([[FACT.id, FACT]]), words);
      assert.equal(refusal, null);
      const found = sentence!.links.map(({ start, end, source }) => {
        assert.equal(RAW.slice(source.start, source.end), source.text);
        return [sentence!.text.slice(start, end), source.text];
      });
      assert.deepEqual(found, links);
      const parts = linkedParts(sentence!.text, sentence!.links);
      assert.equal(parts.map(({ text }) => text).join(""), sentence!.text);
      assert.equal(parts.filter(({ source }) => source !== undefined).length, links.length);
    });
  }
});

Deno.test("what was computed and not read leads nowhere", () => {
  const values = FACT.values.map((one) => {
    const { source: _, ...computed } = one;
    return one.name === "ceiling" ? computed : one;
  });
  const fact = { ...FACT, values };
  const draft = {
    text: "KBOS is IFR with light rain, gusting 28 kt; ceiling 1,200 ft above ground.",
    factIds: [fact.id],
  };
  const { sentence } = checkDraft(draft, new Map([[fact.id, fact]]), new Words("en", NOW));
  assert.deepEqual(sentence!.links.map(({ source }) => source.text), ["27018G28KT"]);
});
