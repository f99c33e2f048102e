import assert from "node:assert/strict";
import { decodeMetar } from "../../products/metar/mod.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import type { Metar } from "../../products/metar/model.ts";
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { cappedScale, hourTicks, linearScale } from "./scale.ts";
import { lines, spans, trend } from "./trend_model.ts";

const MIDNIGHT = Date.parse("2026-11-24T00:00:00Z");

/** A METAR of the hour with the groups behind its time. */
function at(hour: number, groups: string, minute = 0): HeldReport<Metar> {
  const observedAt = MIDNIGHT + hour * HOUR_MS + minute * MINUTE_MS;
  const time = new Date(observedAt).toISOString();
  const text = `METAR KJFK ${time.slice(8, 10)}${time.slice(11, 13)}${
    time.slice(14, 16)
  }Z ${groups}`;
  return {
    raw: {
      product: "metar",
      text,
      stationId: "KJFK",
      provider: "awc",
      receivedAt: observedAt + MINUTE_MS,
      simulated: false,
    },
    decoded: decodeMetar(text, { receivedAt: observedAt + MINUTE_MS }),
    observedAt,
  };
}

const FINE = "28008KT 10SM CLR 12/08 A2992";
const range = { from: MIDNIGHT, to: MIDNIGHT + 12 * HOUR_MS };

const VALUES: [string, Record<string, unknown>][] = [
  [FINE, { temperature: 12, dewPoint: 8, wind: 8, gust: null, ceiling: "none", category: "VFR" }],
  ["00000KT 1/2SM FG VV002 M01/M01 A2992", {
    temperature: -1,
    wind: 0,
    ceiling: 200,
    category: "LIFR",
  }],
  ["/////KT //// ////// ///// Q////", {
    temperature: null,
    dewPoint: null,
    pressure: null,
    wind: null,
    visibility: null,
    ceiling: null,
    category: null,
  }],
  ["10MPS CAVOK 12/08 Q1013", { wind: null, visibility: { metres: 10_000, bound: "atLeast" } }],
  ["VRB03G15KT 9999 OVC020 12/// Q1013", { wind: 3, gust: 15, dewPoint: null, ceiling: 2000 }],
  ["28008KT M1/4SM FG OVC001 12/08 A2992", {
    visibility: { metres: 402.336, bound: "atMost" },
  }],
];

Deno.test("each value is the report's own, and what it does not say is null and never zero", async (t) => {
  for (const [groups, expected] of VALUES) {
    await t.step(groups, () => {
      const [point] = trend([at(1, groups)], range).points;
      for (const [name, value] of Object.entries(expected)) {
        assert.deepEqual(point![name as keyof typeof point], value, name);
      }
    });
  }
});

Deno.test("a missing report or value breaks a line: nothing is drawn over what is not known", () => {
  const reports = [
    at(0, FINE),
    at(1, FINE),
    at(2, "28008KT 10SM CLR ///// A2992"),
    at(3, FINE),
    // Hours 4 and 5 are missing.
    at(6, FINE),
    at(7, FINE),
  ];
  const model = trend(reports, range);
  const hours = (pieces: ReturnType<typeof lines>) =>
    pieces.map((piece) => piece.map((one) => (one.at - MIDNIGHT) / HOUR_MS));
  assert.deepEqual(hours(lines(model, (one) => one.temperature)), [[0, 1], [3], [6, 7]]);
  assert.deepEqual(hours(lines(model, (one) => one.wind)), [[0, 1, 2, 3], [6, 7]]);
  assert.deepEqual(
    model.gaps.map(({ from, to }) => [(from - MIDNIGHT) / HOUR_MS, (to - MIDNIGHT) / HOUR_MS]),
    [[4.5, 6], [8.5, 12]],
  );
});

Deno.test("a report speaks until the next one, or for half as long again as the station's interval", () => {
  const model = trend([at(0, FINE), at(1, FINE), at(1, FINE, 20), at(2, FINE), at(6, FINE)], range);
  const ends = spans(model).map(({ to }) => (to - MIDNIGHT) / HOUR_MS);
  assert.deepEqual(ends.map((end) => Math.round(end * 60)), [60, 80, 120, 210, 450]);
});

Deno.test("NIL is no report, and neither is one outside of the range", () => {
  const nil = at(2, "NIL");
  const model = trend([at(1, FINE), nil, at(13, FINE)], range);
  assert.deepEqual(model.points.map((point) => point.at), [MIDNIGHT + HOUR_MS]);
  assert.deepEqual(trend([], range).points, []);
  assert.deepEqual(trend([], range).gaps, [range]);
});

Deno.test("scales end at round numbers, show all values, and never make much of little", () => {
  for (const values of [[12, 13], [-30, 45], [1013], [], [0, 0], [-0.4, 0.4], [995.2, 1031.7]]) {
    const { ticks, place } = linearScale(values, 120, 8);
    assert.ok(ticks.length >= 3 && ticks.length <= 9, `${values}: ${ticks}`);
    for (const value of values) {
      assert.ok(place(value) >= 7.9 && place(value) <= 112.1, `${value} of ${values}: ${ticks}`);
    }
    assert.ok(ticks.at(-1)! - ticks[0]! >= 7.9, `${values}: ${ticks}`);
  }
  const { place } = cappedScale(5000, [], 120);
  assert.equal(place(9000), place(5000));
  assert.ok(place(0) - place(500) > place(4000) - place(4500), "what is low gets more room");
});

Deno.test("hours are marked at round hours of the day", () => {
  const ticks = hourTicks(MIDNIGHT + 25 * MINUTE_MS, MIDNIGHT + 24 * HOUR_MS);
  assert.deepEqual(ticks.map((tick) => new Date(tick).getUTCHours()), [3, 6, 9, 12, 15, 18, 21, 0]);
});
