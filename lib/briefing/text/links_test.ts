import assert from "node:assert/strict";
import { type Fact, FactList, type FactValue } from "../facts.ts";
import { valueLinks } from "./links.ts";
import { Words } from "./mod.ts";

const RAW = "METAR KBOS 241454Z 27010KT 10SM FEW002 OVC012 12/02 A2990";

function value(name: string, number: number, token: string): FactValue {
  const start = RAW.indexOf(token);
  const source = { report: "metar:KBOS", text: token, start, end: start + token.length };
  return { name, value: number, unit: "ft", source };
}

const FACT: Fact = new FactList().add({
  key: "observation:KBOS",
  section: "currentConditions",
  kind: "observation",
  values: [
    value("cloud:FEW", 200, "FEW002"),
    value("cloud:OVC", 1200, "OVC012"),
    value("ceiling", 1200, "OVC012"),
  ],
});

const ROWS = [
  ["en", "Ceiling 1,200 ft above ground.", [["1,200 ft", "OVC012"]]],
  ["de", "Hauptwolkenuntergrenze 1.200 ft über Grund.", [["1.200 ft", "OVC012"]]],
  ["en", "Few at 200 ft; overcast at 1,200 ft.", [["200 ft", "FEW002"], ["1,200 ft", "OVC012"]]],
] as const;

Deno.test("a value that is not told leads from no part of a larger number", () => {
  for (const [language, text, expected] of ROWS) {
    const links = valueLinks(text, FACT, new Words(language, 0));
    assert.deepEqual(
      links.map(({ start, end, source }) => [text.slice(start, end), source.text]),
      expected,
      text,
    );
  }
});
