import assert from "node:assert/strict";
import { CONTROL, DIGIT, LETTER, MARK, METAR_LIMITS, scan, SIGN, SLASH } from "./mod.ts";

const words = (raw: string) => {
  const tokens = scan(raw);
  return Array.from({ length: tokens.count }, (_, i) => tokens.word(i));
};

Deno.test("blanks of every kind separate, marks stand alone", () => {
  const rows: { raw: string; expected: string[] }[] = [
    { raw: "", expected: [] },
    { raw: " \t\r\n", expected: [] },
    { raw: "KJFK  061751Z\n28008KT=", expected: ["KJFK", "061751Z", "28008KT", "="] },
    { raw: "NOSIG==", expected: ["NOSIG", "=", "="] },
    { raw: "SLPNO$", expected: ["SLPNO", "$"] },
    { raw: "A\u00a0B\u3000C\ufeffD", expected: ["A", "B", "C", "D"] },
    { raw: "\u0001SAUK31\u001e", expected: ["SAUK31", "\u001e"] },
    { raw: "99\u202e99", expected: ["99", "\u202e", "99"] },
  ];
  for (const { raw, expected } of rows) assert.deepEqual(words(raw), expected, raw);
});

Deno.test("a shape says which classes of characters occur", () => {
  const rows: { raw: string; shape: number }[] = [
    { raw: "9999", shape: DIGIT },
    { raw: "CAVOK", shape: LETTER },
    { raw: "////", shape: SLASH },
    { raw: "M05/12", shape: LETTER | DIGIT | SLASH },
    { raw: "-RA", shape: SIGN | LETTER },
    { raw: "=", shape: MARK },
    { raw: "\u200b", shape: CONTROL },
  ];
  for (const { raw, shape } of rows) assert.equal(scan(raw).shapes[0], shape, raw);
});

Deno.test("small letters and typographic dashes are normalised, the source stays verbatim", () => {
  const tokens = scan("metar kjfk \u2212ra");
  assert.equal(tokens.word(2), "-RA");
  assert.deepEqual(tokens.source(2), { text: "\u2212ra", start: 11, end: 14 });
  assert.deepEqual(tokens.issues.map((issue) => issue.code).sort(), [
    "repair.letterCase",
    "repair.unicodeMinus",
  ]);
});

Deno.test("what lies beyond a limit is named, and no token is cut", () => {
  const many = scan("FEW010 ".repeat(METAR_LIMITS.tokens + 5));
  assert.equal(many.count, METAR_LIMITS.tokens);
  assert.equal(many.rest?.start, METAR_LIMITS.tokens * 7);
  const long = scan("A".repeat(METAR_LIMITS.characters + 1));
  assert.equal(long.count, 0);
  assert.equal(long.rest?.start, 0);
  const blank = scan("KJFK" + " ".repeat(METAR_LIMITS.characters));
  assert.equal(blank.rest, null);
});

Deno.test("splitting and respelling keep positions", () => {
  const tokens = scan("X 9999FEW023 Q1O13");
  tokens.split(1, 4);
  assert.deepEqual([tokens.word(1), tokens.word(2)], ["9999", "FEW023"]);
  assert.equal(tokens.shapes[1], DIGIT);
  tokens.respell(3, "Q1013");
  assert.equal(tokens.word(3), "Q1013");
  assert.equal(tokens.source(3).text, "Q1O13");
  tokens.split(1, 9);
  assert.equal(tokens.count, 4);
});
