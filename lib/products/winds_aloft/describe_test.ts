import assert from "node:assert/strict";
import { decodeWindsAloft, describe, explain } from "./mod.ts";

const BULLETIN = `FBUS31 KWNO 212000
FD1US1
DATA BASED ON 211800Z
VALID 220000Z   FOR USE 2000-0300Z. TEMPS NEG ABV 24000

FT  3000    6000    9000   12000   18000   24000  30000  34000  39000
ABQ              9900+16 9900+07 2310-08 2322-19 253535 264844 256654
BGR 0215 3512+02 3217+03 2925-01 2846-13 2861-24 278338 781146 770757
`;
const REPORT = decodeWindsAloft(BULLETIN, { receivedAt: Date.parse("2026-03-21T20:05:00Z") });

Deno.test("times, and for each station every level, in words", () => {
  const texts = describe(REPORT).map(({ text }) => text);
  const rows = [
    "Valid at day 22, 00:00Z.",
    "For use from day 21, 20:00Z until day 22, 03:00Z.",
  ];
  for (const row of rows) assert.ok(texts.includes(row), texts.join("\n"));
  const station = (name: string) => texts.find((text) => text.startsWith(`${name}:`)) ?? "";
  const parts: readonly (readonly [station: string, part: string])[] = [
    ["ABQ", "not forecast at 3,000 ft MSL and 6,000 ft MSL"],
    ["ABQ", "at 9,000 ft MSL light and variable wind (under 5 kt), temperature 16 °C"],
    ["ABQ", "at 30,000 ft MSL wind from 250° true at 35 kt, temperature −35 °C"],
    ["BGR", "at 3,000 ft MSL wind from 020° true at 15 kt, no temperature forecast"],
    ["BGR", "at 34,000 ft MSL wind from 280° true at 111 kt, temperature −46 °C"],
  ];
  for (const [name, part] of parts) assert.ok(station(name).includes(part), station(name));
});

Deno.test("without a time of receipt the valid time is said to be unknown", () => {
  const texts = describe(decodeWindsAloft(BULLETIN)).map(({ text }) => text);
  assert.ok(texts.includes("The time that it is valid for is not known."));
});

Deno.test("each group has its meaning and the rule behind it", () => {
  const found = explain(REPORT);
  const one = found.find(({ source }) => source.text === "2310-08");
  assert.equal(one?.element, "wind aloft");
  assert.equal(
    one?.meaning,
    "ABQ, at 18,000 ft MSL wind from 230° true at 10 kt, temperature −8 °C.",
  );
  assert.match(one?.rule ?? "", /AIM 7-1-6/);
  for (const { source } of found) {
    assert.equal(BULLETIN.slice(source.start, source.end), source.text);
  }
});

Deno.test("what could not be read is said", () => {
  const report = decodeWindsAloft("FT  3000    6000\nABQ 0215 8712-10\n");
  const texts = describe(report).map(({ text }) => text);
  assert.ok(texts.some((text) => text.includes("at 6,000 ft MSL wind that could not be read")));
  assert.equal(texts.at(-1), "Parts of this text could not be read: read the original.");
});
