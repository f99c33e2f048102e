import assert from "node:assert/strict";
import { ask, fakeApi } from "../../edge/testing/ask.ts";
import { answerLine } from "./answer.ts";
import { type DecodeOptions, readArguments } from "./arguments.ts";
import { LONGEST_LINE, readLines } from "./lines.ts";

const REPORT: DecodeOptions = { product: null, output: "report", language: "en", help: false };
const FLAT: DecodeOptions = { ...REPORT, output: "flat" };
const METAR = "METAR KJFK 061751Z 28008KT 10SM FEW250 22/18 A2992";
const TAF = "TAF EDDN 220500Z 2206/2306 11004KT CAVOK";

const DESCRIBED: readonly (readonly [product: string, raw: string])[] = [
  ["metar", METAR],
  ["taf", TAF],
  ["pirep", "FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP"],
  [
    "sigmet",
    "YUDD SIGMET 2 VALID 121200/121600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370",
  ],
  ["cwa", "FAUS22 KZMA 051728 ZMA2 CWA 051727 ZMA CWA 201 VALID UNTIL 051830 AREA TS."],
  ["gairmet", JSON.stringify({ raw: '{"hazard":"ICE","forecastHour":3}' })],
  [
    "windsAloft",
    JSON.stringify({ product: "windsAloft", raw: "FT  3000    6000\nABQ 0215 3512+02" }),
  ],
  [
    "vaAdvisory",
    "VA ADVISORY DTG: 20080923/0130Z VAAC: TOKYO VOLCANO: KARYMSKY 300130 OBS VA CLD: NOT AVBL",
  ],
  ["tcAdvisory", "TC ADVISORY DTG: 20040925/1900Z TCAC: YUFO TC: GLORIA MOV: NW 20KMH"],
];

// deno-lint-ignore no-explicit-any
const answer = (text: string, options = REPORT): any =>
  answerLine({ text, tooLong: false }, 7, options);

Deno.test("a raw line is recognised and decoded without inventing a time of receipt", () => {
  const { product, receivedAt, decoded } = answer(METAR);
  assert.equal(product, "metar");
  assert.equal(receivedAt, null);
  assert.equal(decoded.raw, METAR);
  assert.equal(decoded.observedAt, null);
});

Deno.test("each line is what the API answers to the same report", async () => {
  const { api } = fakeApi();
  const receivedAt = "2022-10-22T05:10:00Z";
  for (const [product, text] of DESCRIBED) {
    const raw = text.startsWith("{") ? JSON.parse(text).raw : text;
    const body = JSON.stringify({ raw, product, receivedAt });
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    const asked = await ask(api, { path: "/api/v1/decode", method: "POST", headers, body });
    assert.equal(asked.response.status, 200, asked.text);
    const line = JSON.parse(JSON.stringify(answer(body)));
    assert.deepEqual(line, JSON.parse(asked.text), product);
  }
});

Deno.test("a JSON line brings its time of receipt and keeps its id", () => {
  const line = JSON.stringify({ id: "x1", raw: TAF, receivedAt: "2022-10-22T05:10:00Z" });
  const { id, decoded } = answer(line);
  assert.equal(id, "x1");
  assert.equal(decoded.issuedAt, "2022-10-22T05:00:00Z");
});

Deno.test("the day of a report is enough to place its times", () => {
  for (const time of ["0000", "1210", "2359"]) {
    const raw = `METAR KJFK 31${time}Z 28008KT 10SM CLR 22/18 A2992`;
    const { decoded } = answer(JSON.stringify({ raw, date: "2022-10-31" }));
    assert.equal(decoded.observedAt.slice(0, 10), "2022-10-31", time);
  }
});

const ERRORS: readonly (readonly [name: string, text: string, code: string])[] = [
  ["an empty line", "   ", "emptyLine"],
  ["a line that begins like JSON and is none", "{raw:", "invalidJson"],
  ["an object without text", `{"id":1}`, "invalidField"],
  ["a time of receipt that is none", `{"raw":"x","receivedAt":"soon"}`, "invalidField"],
  ["a product that is not known", `{"raw":"x","product":"NOTAM"}`, "invalidField"],
  ["a text that is no report", "hello world", "notRecognised"],
];
for (const [name, text, code] of ERRORS) {
  Deno.test(`${name} gives an object with the error and the number of the line`, () => {
    const { line, error } = answer(text);
    assert.equal(line, 7);
    assert.equal(error.code, code);
  });
}

Deno.test("the flat form has the corpus's names and nothing for what is not stated", () => {
  const flat = answer(METAR, FLAT);
  assert.equal(flat.wind_speed_kt, 8);
  assert.equal(flat.visibility_sm, 10);
  assert.equal(flat.flight_category, "VFR");
  assert.ok(!("wind_gust_kt" in flat));
  for (const value of Object.values(flat)) assert.notEqual(value, null);
});

Deno.test("a category that is not known is absent, not VFR", () => {
  const absent = [
    "METAR KJFK 061751Z 28008KT 22/18 A2992",
    "METAR CZCP 061751Z AUTO 09005KT ////SM //// OVC019 M08/M11 A3012",
    "METAR KS71 061751Z AUTO 08005KT 4SM 06/06 A2949",
  ];
  for (const raw of absent) assert.ok(!("flight_category" in answer(raw, FLAT)), raw);
  const worst = "METAR CWOB 061751Z AUTO 24019KT ////SM OVC002 M01/M01 A2911";
  assert.equal(answer(worst, FLAT).flight_category, "LIFR");
});

for (const [product, raw] of DESCRIBED) {
  Deno.test(`the description of a ${product} has sentences, a spoken form and the meaning of each token`, () => {
    const described = answer(raw, { ...REPORT, output: "describe" });
    assert.equal(described.product, product);
    for (const part of ["plain", "spoken", "tokens"]) assert.ok(described[part].length > 0, part);
  });
}

Deno.test("arguments are read, and what is unknown is refused", () => {
  assert.deepEqual(readArguments(["--product=taf", "--flat"]), {
    ...FLAT,
    product: "taf",
  });
  assert.equal(typeof readArguments(["--product", "notam"]), "string");
  assert.equal(typeof readArguments(["--fast"]), "string");
  assert.equal(typeof readArguments(["--language", "xx"]), "string");
});

/** The lines that come out of `chunks` of bytes. */
async function linesOf(chunks: readonly Uint8Array[]) {
  const lines = [];
  for await (const batch of readLines(ReadableStream.from(chunks))) lines.push(...batch);
  return lines;
}

Deno.test("lines are put together across chunks, characters too", async () => {
  const bytes = new TextEncoder().encode("one\r\ntwo −3\n\nlast");
  const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte));
  const lines = await linesOf(chunks);
  assert.deepEqual(lines.map(({ text }) => text), ["one", "two −3", "", "last"]);
});

Deno.test("a line without end is cut, told of, and does not spoil the next one", async () => {
  const junk = new TextEncoder().encode("x".repeat(LONGEST_LINE));
  const end = new TextEncoder().encode("\nKJFK\n");
  const lines = await linesOf([junk, junk, junk, end]);
  assert.deepEqual(lines.map(({ tooLong }) => tooLong), [true, false]);
  assert.ok((lines[0]?.text.length ?? 0) <= 2 * LONGEST_LINE);
  assert.equal(lines[1]?.text, "KJFK");
});
