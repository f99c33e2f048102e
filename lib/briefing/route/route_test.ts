import assert from "node:assert/strict";
import { decodeWindsAloft } from "../../products/winds_aloft/mod.ts";
import type { WindsAloft as Bulletin } from "../../products/winds_aloft/mod.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import { atOnce } from "../../resilience/steps.ts";
import { HOUR_MS } from "../../time/mod.ts";
import { alongAt, instantAt, timingOf } from "./timing.ts";
import { pointAt, trackOf, type Waypoint } from "./track.ts";
import { readRoute } from "./waypoints.ts";
import { groundSpeed, windOf, windVector } from "./wind.ts";
import { freezingLevelAt, NO_WINDS, windsFrom } from "./winds_aloft.ts";

const at = (latitude: number, longitude: number): Waypoint => ({
  name: `${latitude}/${longitude}`,
  point: { latitude, longitude },
  station: null,
});
const JFK = at(40.6399, -73.7787);
const BOS = at(42.3629, -71.0064);

const timed = (...given: Parameters<typeof timingOf>) => atOnce(timingOf(...given));

function track(...waypoints: Waypoint[]) {
  const made = trackOf(waypoints);
  assert.ok(typeof made !== "string", String(made));
  return made;
}

/** Aviation rules, section 5. */
const DISTANCES = [
  { name: "JFK to BOS", from: JFK, to: BOS, nm: "161.98", course: "49.4" },
  { name: "JFK to LHR", from: JFK, to: at(51.4706, -0.4619), nm: "2991.16", course: "51.4" },
  {
    name: "AKL to HNL, across the antimeridian",
    from: at(-37.0081, 174.7917),
    to: at(21.3187, -157.9225),
    nm: "3827.54",
    course: "28.4",
  },
];
Deno.test("legs have the lengths and courses of the aviation rules", async (t) => {
  for (const { name, from, to, nm, course } of DISTANCES) {
    await t.step(name, () => {
      const { totalNm, legs, steps } = track(from, to);
      assert.equal(totalNm.toFixed(2), nm);
      assert.equal(legs[0]!.courseDeg.toFixed(1), course);
      const sum = steps.reduce((total, { fromNm, toNm }) => total + toNm - fromNm, 0);
      assert.ok(Math.abs(sum - totalNm) < 1e-6);
      assert.ok(steps.every(({ fromNm, toNm }) => toNm - fromNm <= 10.0001));
    });
  }
});

Deno.test("a route over the pole goes up one meridian and down the other", () => {
  const over = track(at(80, 30), at(80, -150));
  assert.equal(over.totalNm.toFixed(1), (20 * 3440.065 * Math.PI / 180).toFixed(1));
  assert.equal(over.legs[0]!.courseDeg, 0);
  const quarter = pointAt(over, over.totalNm / 4);
  assert.ok(Math.abs(quarter.latitude - 85) < 1e-6 && Math.abs(quarter.longitude - 30) < 1e-6);
  const late = pointAt(over, over.totalNm * 3 / 4);
  assert.ok(Math.abs(late.longitude + 150) < 1e-6);
});

const ROUTES: { text: string; expected: string[] | RegExp }[] = [
  { text: "KJFK,KBOS", expected: ["KJFK", "KBOS"] },
  { text: "jfk bos", expected: ["JFK", "BOS"] },
  { text: "KJFK,41.5/-70.2,KBOS", expected: ["KJFK", "41.5/-70.2", "KBOS"] },
  { text: "41.5,-70.2,KBOS", expected: ["41.5/-70.2", "KBOS"] },
  { text: "KJFK,41,-170,52,7", expected: ["KJFK", "41/-170", "52/7"] },
  { text: "100,KJFK", expected: ["100", "KJFK"] },
  { text: "KJFK;-0.5/179.9", expected: ["KJFK", "-0.5/179.9"] },
  { text: "KJFK,41.5", expected: /no longitude/ },
  { text: "KJFK,95/10", expected: /-90 and 90/ },
  { text: "KJFK,45/181", expected: /-180 and 180/ },
  { text: "KJFK,<script>", expected: /neither an airport/ },
  { text: "KJFK", expected: /two points/ },
  { text: Array.from({ length: 21 }, () => "KJFK").join(), expected: /20 points/ },
];
Deno.test("a route is read in one way only", async (t) => {
  for (const { text, expected } of ROUTES) {
    await t.step(text.slice(0, 30), () => {
      const read = readRoute(text);
      if (expected instanceof RegExp) return assert.match(String(read), expected);
      assert.ok(typeof read !== "string", String(read));
      assert.deepEqual(
        read.map((one) =>
          one.kind === "code" ? one.code : `${one.point.latitude}/${one.point.longitude}`
        ),
        expected,
      );
    });
  }
});

Deno.test("a route that cannot be flown says why", () => {
  assert.match(String(trackOf([JFK, JFK])), /same place/);
  assert.match(String(trackOf([at(0, 0), at(0, 180)])), /opposite/);
});

Deno.test("the wind triangle by hand", () => {
  // Course 090 at 100 kt. Wind 270/20 pushes: 120. Wind 090/20 holds: 80. Wind 360/60: sqrt(100² − 60²) = 80.
  const rows: [number, number, number][] = [[270, 20, 120], [90, 20, 80], [360, 60, 80]];
  for (const [direction, speed, expected] of rows) {
    const over = groundSpeed(100, 90, windVector(direction, speed));
    assert.ok(Math.abs(over!.groundKt - expected) < 1e-9);
  }
  assert.equal(groundSpeed(100, 90, windVector(360, 100)), null);
  assert.equal(
    groundSpeed(100, 90, windVector(90, 85)),
    null,
    "15 kt over the ground is no headway",
  );
  const { directionDeg, speedKt } = windOf(windVector(230, 35));
  assert.ok(Math.abs(directionDeg - 230) < 1e-9 && Math.abs(speedKt - 35) < 1e-9);
});

const HEAD = (valid: string, use: string) =>
  `000\nFBUS31 KWNO 241400\nFD1US1\nDATA BASED ON 241200Z\nVALID ${valid}Z   FOR USE ${use}Z. TEMPS NEG ABV 24000\n\n` +
  "FT  3000    6000    9000   12000   18000   24000  30000  34000  39000\n";
const NOON = Date.parse("2026-11-24T12:00:00Z");
const PLACES: Readonly<Record<string, { latitude: number; longitude: number }>> = {
  AAA: { latitude: 0, longitude: 0 },
  BBB: { latitude: 0, longitude: 2 },
};

function bulletin(valid: string, use: string, ...rows: string[]): HeldReport<Bulletin> {
  const text = HEAD(valid, use) + rows.join("\n") + "\n";
  return {
    raw: {
      product: "windsAloft",
      text,
      stationId: null,
      provider: "awc",
      receivedAt: NOON,
      simulated: false,
    },
    decoded: decodeWindsAloft(text, { receivedAt: NOON }),
    observedAt: NOON,
  };
}
const winds = (...bulletins: HeldReport<Bulletin>[]) => windsFrom(bulletins, (id) => PLACES[id]);
const hour = (hours: number) => NOON + hours * HOUR_MS;
const ROW = (name: string, six: string, nine: string) => `${name}      ${six} ${nine}`;

Deno.test("winds are mixed as vectors in height, place and time", async (t) => {
  const one = bulletin("241800", "1400-2100", ROW("AAA", "2420+10", "3040+04"));
  const both = bulletin(
    "241800",
    "1400-2100",
    ROW("AAA", "3520+10", "3520+04"),
    ROW("BBB", "0120+10", "0120+04"),
  );
  const later = bulletin("250000", "2100-0600", ROW("AAA", "3040+00", "3040-06"));
  const rounded = (wind: ReturnType<ReturnType<typeof winds>["at"]>) =>
    wind && [Math.round(wind.directionDeg), Math.round(wind.speedKt)];
  await t.step(
    "between two levels: 240/20 and 300/40 give 281/26",
    () => assert.deepEqual(rounded(winds(one).at(PLACES["AAA"]!, 7500, hour(6))), [281, 26]),
  );
  await t.step("half-way between two columns: 350/20 and 010/20 give 360/20", () => {
    const wind = winds(both).at({ latitude: 0, longitude: 1 }, 6000, hour(6));
    assert.deepEqual(rounded(wind), [360, 20]);
    assert.deepEqual(wind!.sources().map(({ station }) => station).sort(), ["AAA", "BBB"]);
  });
  await t.step("a third of the way in time, nearer to the first", () => {
    const first = bulletin("241800", "1400-2100", ROW("AAA", "2420+10", "2420+04"));
    // At 2000Z: two thirds of 240/20 and a third of 300/40; east 23.09, north -0.0, so 270/23.
    assert.deepEqual(rounded(winds(first, later).at(PLACES["AAA"]!, 6000, hour(8))), [270, 23]);
  });
  await t.step(
    "a temperature is between its levels, and unknown where one is",
    () => assert.equal(winds(one).at(PLACES["AAA"]!, 7500, hour(6))!.temperatureC, 7),
  );
  const nothing: [string, () => unknown][] = [
    ["below the lowest level", () => winds(one).at(PLACES["AAA"]!, 5000, hour(6))],
    ["above the highest", () => winds(one).at(PLACES["AAA"]!, 9500, hour(6))],
    ["before the hours of use", () => winds(one).at(PLACES["AAA"]!, 6000, hour(1.9))],
    ["after them", () => winds(one).at(PLACES["AAA"]!, 6000, hour(9.1))],
    [
      "too far away",
      () => winds(one).at({ latitude: 5, longitude: 5 }, 6000, hour(6)),
    ],
  ];
  for (const [name, ask] of nothing) {
    await t.step(`${name} there is none`, () => assert.equal(ask(), null));
  }
});

Deno.test("low and high levels of one run are one column", async (t) => {
  const low = bulletin("241800", "1400-2100", ROW("AAA", "2420+10", "3040+04"));
  const highText = `${HEAD("241800", "1400-2100").split("\n").slice(0, -2).join("\n")}\n` +
    "FT   45000   53000\nAAA 301060  301060\n";
  const high: HeldReport<Bulletin> = {
    ...low,
    raw: { ...low.raw, text: highText },
    decoded: decodeWindsAloft(highText, { receivedAt: NOON }),
  };
  const both = winds(low, high);
  const [six, fortyFive] = [6000, 45_000].map((feet) => both.at(PLACES["AAA"]!, feet, hour(6)));
  assert.deepEqual([six!.speedKt, fortyFive!.speedKt].map(Math.round), [20, 10]);
  assert.equal(fortyFive!.sources()[0]!.bulletin, high);
  await t.step("between the highest low and the lowest high level both are named", () => {
    const between = both.at(PLACES["AAA"]!, 27_000, hour(6))!;
    assert.deepEqual(between.sources().map(({ bulletin }) => bulletin), [low, high]);
    assert.deepEqual(
      between.sources().flatMap(({ tokens }) => tokens.map(({ text }) => text)),
      ["3040+04", "301060"],
    );
  });
  await t.step("levels of other hours are not mixed in", () => {
    const otherHours = { ...high.decoded, useTo: "2026-11-25T00:00:00Z" };
    const other = winds(low, { ...high, decoded: otherHours, observedAt: NOON - HOUR_MS });
    assert.equal(other.at(PLACES["AAA"]!, 45_000, hour(6)), null);
  });
});

Deno.test("of two bulletins for the same instant that issued last counts", () => {
  const first = bulletin("241800", "1400-2100", ROW("AAA", "2420+10", "2420+04"));
  const last = bulletin("241800", "1400-2100", ROW("AAA", "3050+10", "3050+04"));
  const both = winds(first, { ...last, observedAt: NOON + HOUR_MS });
  assert.equal(Math.round(both.at(PLACES["AAA"]!, 6000, hour(6))!.speedKt), 50);
});

Deno.test("a column is placed by its name and the area of its bulletin", () => {
  const asked: [string, string | null][] = [];
  const alaska = bulletin("241800", "1400-2100", ROW("ANC", "2420+10", "2420+04"));
  const heading = { id: "FBAK31", office: "KWNO", source: { text: "", start: 0, end: 0 } };
  const held: HeldReport<Bulletin> = { ...alaska, decoded: { ...alaska.decoded, heading } };
  windsFrom([held], (id, area) => {
    asked.push([id, area]);
    return undefined;
  });
  assert.deepEqual(asked, [["ANC", "AK"]]);
});

Deno.test("every token that made a wind is named", () => {
  const one = bulletin("241800", "1400-2100", ROW("AAA", "2420+10", "3040+04"));
  const [source] = winds(one).at(PLACES["AAA"]!, 7500, hour(6))!.sources();
  assert.deepEqual(source!.tokens.map(({ text }) => text), ["2420+10", "3040+04"]);
});

Deno.test("the freezing level lies where the temperature falls through 0 °C", () => {
  // +10 at 6,000 and −5 at 9,000: 6,000 + 3,000 × 10 / 15 = 8,000 ft.
  const one = bulletin("241800", "1400-2100", ROW("AAA", "2420+10", "3040-05"));
  const level = freezingLevelAt(winds(one), PLACES["AAA"]!, hour(6));
  assert.ok(level?.kind === "height" && Math.abs(level.feet - 8000) < 1e-6);
  const cold = bulletin("241800", "1400-2100", ROW("AAA", "2420-01", "3040-05"));
  assert.equal(freezingLevelAt(winds(cold), PLACES["AAA"]!, hour(6))?.kind, "below");
  assert.equal(freezingLevelAt(NO_WINDS, PLACES["AAA"]!, hour(6)), null);
});

Deno.test("without winds the flight takes distance by airspeed, and says that it had none", () => {
  const timing = timed(track(JFK, BOS), NO_WINDS, {
    departure: NOON,
    tasKt: 110,
    altitudeFt: 6500,
  });
  assert.ok(typeof timing !== "string");
  // 161.98 NM at 110 kt: 88.35 minutes.
  assert.equal(((timing.arrival - NOON) / 60_000).toFixed(1), "88.4");
  assert.equal(timing.windShare, 0);
});

Deno.test("a headwind of 20 kt all the way makes 60 NM at 100 kt last 45 minutes", () => {
  const flown = track(at(0, 0), at(0, 60 / (3440.065 * Math.PI / 180)));
  const east = bulletin("241800", "1400-2100", ROW("AAA", "0920+10", "0920+04"));
  const timing = timed(flown, winds(east), { departure: hour(5), tasKt: 100, altitudeFt: 6000 });
  assert.ok(typeof timing !== "string");
  assert.ok(Math.abs((timing.arrival - hour(5)) / 60_000 - 45) < 1e-6);
  assert.equal(timing.windShare, 1);
  assert.ok(Math.abs(instantAt(timing, 40) - hour(5.5)) < 1);
  assert.ok(Math.abs(alongAt(timing, hour(5.5)) - 40) < 1e-6);
  assert.equal(alongAt(timing, hour(4)), 0);
  assert.ok(Math.abs(alongAt(timing, hour(9)) - 60) < 1e-6);
});

Deno.test("a wind that is stronger than the aircraft is said to be", () => {
  const flown = track(at(0, 0), at(1, 0));
  const gale = bulletin("241800", "1400-2100", ROW("AAA", "7720+10", "7720+04"));
  const timing = timed(flown, winds(gale), { departure: hour(5), tasKt: 100, altitudeFt: 6000 });
  assert.match(String(timing), /too strong/);
});
