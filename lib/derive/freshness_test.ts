import assert from "node:assert/strict";
import { MINUTE_MS } from "../time/mod.ts";
import {
  isMetarPast,
  metarFreshness,
  pirepFreshness,
  sigmetFreshness,
  stateAtLater,
  tafFreshness,
} from "./freshness.ts";

const OBSERVED = Date.UTC(2026, 10, 24, 17, 0);
const minutes = (count: number) => OBSERVED + count * MINUTE_MS;

Deno.test("a METAR ages by its station's own cadence", () => {
  const rows: [number | null, number, string][] = [
    [null, 0, "current"],
    [null, 75, "current"],
    [null, 76, "ageing"],
    [60, 120, "ageing"],
    [60, 121, "stale"],
    [60, 180, "stale"],
    [60, 181, "notCurrent"],
    [30, 45, "current"],
    [30, 46, "ageing"],
    [20, 75, "ageing"],
    [20, 76, "stale"],
    [30, 120, "stale"],
    [30, 121, "notCurrent"],
    [null, -10, "current"],
    [null, -11, "future"],
  ];
  for (const [cadence, age, state] of rows) {
    const cadenceMs = cadence === null ? null : cadence * MINUTE_MS;
    assert.equal(
      metarFreshness(OBSERVED, cadenceMs, minutes(age)).state,
      state,
      `cadence ${cadence}, age ${age}`,
    );
    assert.equal(isMetarPast(OBSERVED, cadenceMs, minutes(age)), state === "notCurrent");
  }
});

Deno.test("the changes tell a client every later state without asking again", () => {
  const first = metarFreshness(OBSERVED, null, OBSERVED);
  assert.deepEqual(first.changes.map((c) => c.state), ["ageing", "stale", "notCurrent"]);
  for (let age = 0; age < 240; age++) {
    const expected = metarFreshness(OBSERVED, null, minutes(age)).state;
    assert.equal(stateAtLater(first, minutes(age)), expected, String(age));
  }
  const future = metarFreshness(OBSERVED, null, minutes(-30));
  assert.equal(future.changes[0]?.state, "current");
  assert.deepEqual(metarFreshness(OBSERVED, null, minutes(999)).changes, []);
});

Deno.test("the answer stays the same until something really changes", () => {
  assert.deepEqual(
    metarFreshness(OBSERVED, null, minutes(1)),
    metarFreshness(OBSERVED, null, minutes(74)),
  );
});

Deno.test("a TAF is current to its end and then expired", () => {
  const iso = (count: number) => new Date(minutes(count)).toISOString();
  const source = { text: "2418/2518", start: 0, end: 9 };
  const taf = {
    issuedAt: iso(0),
    validity: { from: iso(60), to: iso(60 * 25), source },
    nil: false,
    cancelled: false,
  };
  assert.equal(tafFreshness(taf, minutes(0)).state, "current");
  assert.equal(tafFreshness(taf, minutes(60 * 25 - 1)).state, "current");
  assert.equal(tafFreshness(taf, minutes(60 * 25)).state, "expired");
  assert.equal(tafFreshness(taf, minutes(-11)).state, "future");
  assert.equal(tafFreshness({ ...taf, nil: true }, minutes(0)).state, "notCurrent");
  assert.equal(tafFreshness({ ...taf, cancelled: true }, minutes(0)).state, "notCurrent");
  assert.equal(tafFreshness({ ...taf, validity: null }, minutes(0)).state, "notCurrent");
  assert.equal(tafFreshness(taf, minutes(0)).observedAt, OBSERVED);
});

Deno.test("a SIGMET is future, current, expired; a damaged end hides no hazard", () => {
  const [from, to] = [minutes(0), minutes(240)];
  assert.equal(sigmetFreshness(from, to, minutes(-1)).state, "future");
  assert.equal(sigmetFreshness(from, to, minutes(0)).state, "current");
  assert.equal(sigmetFreshness(from, to, minutes(239)).state, "current");
  assert.equal(sigmetFreshness(from, to, minutes(240)).state, "expired");
  assert.equal(sigmetFreshness(from, null, minutes(300)).state, "current");
  assert.equal(sigmetFreshness(from, null, minutes(360)).state, "expired");
  assert.equal(sigmetFreshness(null, to, minutes(0)).state, "current");
  assert.equal(sigmetFreshness(null, null, minutes(0)).state, "notCurrent");
});

Deno.test("a pilot report is useful for an hour or two", () => {
  assert.equal(pirepFreshness(OBSERVED, minutes(60)).state, "current");
  assert.equal(pirepFreshness(OBSERVED, minutes(80)).state, "ageing");
  assert.equal(pirepFreshness(OBSERVED, minutes(121)).state, "notCurrent");
});
