import assert from "node:assert/strict";
import fc from "fast-check";
import { recognise } from "../mod.ts";
import {
  decodeWindsAloft,
  readGroup,
  type StationWinds,
  windAtAltitude,
  windBetween,
} from "./mod.ts";

const BULLETIN = `
000
FBUS31 KWNO 212000
FD1US1
DATA BASED ON 211800Z
VALID 220000Z   FOR USE 2000-0300Z. TEMPS NEG ABV 24000

FT  3000    6000    9000   12000   18000   24000  30000  34000  39000
ABQ              9900+16 9900+07 2310-08 2322-19 253535 264844 256654
ATL 9900 9900+16 0407+11 0410+05 0607-08 9900-18 220733 200843 221354
BGR 0215 3512+02 3217+03 2925-01 2846-13 2861-24 278338 781146 770757
`;
const receivedAt = Date.parse("2026-03-21T20:05:00Z");

Deno.test("each group by the coding rules", () => {
  const rows: [group: string, expected: unknown][] = [
    ["2420", { wind: [240, 20], temperature: null }],
    ["2635-08", { wind: [260, 35], temperature: -8 }],
    ["9900+16", { wind: "lightAndVariable", temperature: 16 }],
    ["9900", { wind: "lightAndVariable", temperature: null }],
    ["781146", { wind: [280, 111], temperature: -46 }],
    ["770757", { wind: [270, 107], temperature: -57 }],
    ["731960", { wind: [230, 119], temperature: -60 }],
    ["859950", { wind: [350, 199, "atLeast"], temperature: -50 }],
    ["7799", { wind: [270, 199, "atLeast"], temperature: null }],
    ["0000+05", { wind: [0, 0], temperature: 5 }],
    ["9905", null],
    ["4012", null],
    ["8712-10", null],
    ["26/35", null],
  ];
  for (const [group, expected] of rows) {
    const read = readGroup(group);
    const short = read && {
      wind: read.wind.kind === "wind"
        ? [read.wind.direction.value, read.wind.speed.value, read.wind.speed.bound].filter((v) =>
          v !== undefined
        )
        : read.wind.kind,
      temperature: read.temperature?.value ?? null,
    };
    assert.deepEqual(short, expected, group);
  }
});

Deno.test("blank columns are levels that are not forecast", () => {
  const report = decodeWindsAloft(BULLETIN, { receivedAt });
  assert.deepEqual(
    report.stations.map(({ station, levels }) => [station, levels.length, levels[0]?.level.value]),
    [
      ["ABQ", 7, 9000],
      ["ATL", 9, 3000],
      ["BGR", 9, 3000],
    ],
  );
  const highest = report.stations[2]!.levels.at(-1)!;
  assert.equal(highest.level.value, 39_000);
  assert.equal(highest.source.text, "770757");
  assert.deepEqual(report.unparsed, []);
  assert.equal(report.valid, true);
  assert.equal(recognise(BULLETIN), "windsAloft");
});

Deno.test("the hours of use lie around the valid time, over midnight and the end of the month", () => {
  const report = decodeWindsAloft(BULLETIN, { receivedAt });
  assert.equal(report.basedOn, "2026-03-21T18:00:00Z");
  assert.equal(report.validAt, "2026-03-22T00:00:00Z");
  assert.deepEqual([report.useFrom, report.useTo], [
    "2026-03-21T20:00:00Z",
    "2026-03-22T03:00:00Z",
  ]);
  const later = decodeWindsAloft(
    BULLETIN.replace("211800Z", "311800Z").replace("220000Z", "010600Z").replace(
      "2000-0300Z",
      "0300-1200Z",
    ),
    { receivedAt: Date.parse("2026-03-31T20:05:00Z") },
  );
  assert.deepEqual([later.useFrom, later.useTo], ["2026-04-01T03:00:00Z", "2026-04-01T12:00:00Z"]);
});

const station = (line: string): StationWinds =>
  decodeWindsAloft(`FT  3000    6000    9000\n${line}`).stations[0]!;

Deno.test("between levels winds are vectors, and nothing is said outside", () => {
  const rows: [line: string, feet: number, expected: [number, number] | null][] = [
    ["ABQ      2420+10 3040+04", 7500, [281, 26]],
    ["ABQ      3520+10 0120+04", 7500, [360, 20]],
    ["ABQ      9900+10 2720+04", 7500, [270, 10]],
    ["ABQ      2420+10 3040+04", 6000, [240, 20]],
    ["ABQ      2420+10 3040+04", 5999, null],
    ["ABQ      2420+10 3040+04", 9001, null],
  ];
  for (const [line, feet, expected] of rows) {
    const wind = windAtAltitude(station(line), feet);
    assert.deepEqual(
      wind && [Math.round(wind.directionDeg), Math.round(wind.speedKt)],
      expected,
      `${line} ${feet}`,
    );
  }
  assert.equal(windAtAltitude(station("ABQ      2420+10 3040+04"), 7500)?.temperatureC, 7);
});

Deno.test("between stations winds are vectors, too", () => {
  const [a, b] = [station("AAA      3520+10 3520+04"), station("BBB      0120+20 0120+04")];
  const wind = windBetween(a, b, 0.5, 6000)!;
  assert.deepEqual([Math.round(wind.directionDeg), Math.round(wind.speedKt), wind.temperatureC], [
    360,
    20,
    15,
  ]);
  assert.equal(windBetween(a, b, 1.1, 6000), null);
  assert.equal(windBetween(a, b, 0.5, 3000), null);
});

Deno.test("a damaged group is listed and the rest of the line still read", () => {
  const report = decodeWindsAloft(BULLETIN.replace("0407+11", "04X7+11"), { receivedAt });
  assert.deepEqual(report.unparsed.map(({ text }) => text), ["04X7+11"]);
  const atlanta = report.stations[1]!.levels;
  assert.equal(atlanta[2]?.wind, null);
  assert.equal(atlanta[3]?.wind?.kind, "wind");
  assert.equal(report.valid, false);
});

Deno.test("a line that lost its blanks is not read as winds of other levels", () => {
  const report = decodeWindsAloft(BULLETIN.replace("ABQ              9900", "ABQ 9900"), {
    receivedAt,
  });
  assert.deepEqual(report.stations[0]?.levels, []);
  assert.equal(report.valid, false);
});

Deno.test("any text: never throws, spans lie inside and hold what they say", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.nat(BULLETIN.length),
      (noise, cut) => {
        const raw = BULLETIN.slice(0, cut) + noise + BULLETIN.slice(cut);
        for (const { text, start, end } of decodeWindsAloft(raw, { receivedAt }).unparsed) {
          assert.equal(raw.slice(start, end), text);
        }
      },
    ),
    { numRuns: Number(Deno.env.get("FUZZ_RUNS") ?? 500) },
  );
});
