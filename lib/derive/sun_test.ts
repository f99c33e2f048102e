import assert from "node:assert/strict";
import { MINUTE_MS } from "../time/mod.ts";
import { sunTimes } from "./sun.ts";

/** Known times, to the minute, UTC. */
const DAYS = [
  {
    place: "New York, 24 November 2026",
    at: Date.UTC(2026, 10, 24, 15),
    latitude: 40.64,
    longitude: -73.78,
    sunrise: Date.UTC(2026, 10, 24, 11, 54),
    sunset: Date.UTC(2026, 10, 24, 21, 31),
  },
  {
    place: "London, equinox",
    at: Date.UTC(2026, 2, 20, 12),
    latitude: 51.47,
    longitude: -0.45,
    sunrise: Date.UTC(2026, 2, 20, 6, 4),
    sunset: Date.UTC(2026, 2, 20, 18, 14),
  },
  {
    place: "Sydney, across the date line of UTC",
    at: Date.UTC(2026, 0, 1, 2),
    latitude: -33.95,
    longitude: 151.18,
    sunrise: Date.UTC(2025, 11, 31, 18, 48),
    sunset: Date.UTC(2026, 0, 1, 9, 9),
  },
];
for (const { place, at, latitude, longitude, sunrise, sunset } of DAYS) {
  Deno.test(`the sun at ${place}: within two minutes of the known times`, () => {
    const sun = sunTimes(at, latitude, longitude);
    assert.ok(
      Math.abs(sun.sunrise! - sunrise) <= 2 * MINUTE_MS,
      new Date(sun.sunrise!).toISOString(),
    );
    assert.ok(Math.abs(sun.sunset! - sunset) <= 2 * MINUTE_MS, new Date(sun.sunset!).toISOString());
    assert.ok(sun.dawn! < sun.sunrise! && sun.dusk! > sun.sunset!);
    assert.equal(sun.always, null);
  });
}

const JFK = [40.64, -73.78] as const;
const PHASES = [
  { at: Date.UTC(2026, 10, 24, 11, 0), phase: "night" },
  { at: Date.UTC(2026, 10, 24, 11, 40), phase: "civilTwilight" },
  { at: Date.UTC(2026, 10, 24, 15, 0), phase: "day" },
  { at: Date.UTC(2026, 10, 24, 21, 45), phase: "civilTwilight" },
  { at: Date.UTC(2026, 10, 25, 3, 0), phase: "night" },
] as const;
for (const { at, phase } of PHASES) {
  Deno.test(`at ${new Date(at).toISOString()} it is ${phase} in New York`, () => {
    assert.equal(sunTimes(at, ...JFK).phase, phase);
  });
}

Deno.test("beyond the polar circle the sun may stay up, stay down, or leave no night", () => {
  const tromso = [69.68, 18.92] as const;
  const midsummer = sunTimes(Date.UTC(2026, 5, 21, 0), ...tromso);
  assert.deepEqual([midsummer.always, midsummer.sunrise, midsummer.phase], ["up", null, "day"]);
  const midwinter = sunTimes(Date.UTC(2026, 11, 21, 11), ...tromso);
  assert.deepEqual([midwinter.always, midwinter.sunrise, midwinter.phase], [
    "down",
    null,
    "civilTwilight",
  ]);
  assert.equal(sunTimes(Date.UTC(2026, 11, 21, 22), ...tromso).phase, "night");
  const whiteNight = sunTimes(Date.UTC(2026, 5, 21, 22, 30), 61.2, 25);
  assert.deepEqual([whiteNight.dusk, whiteNight.phase], [null, "civilTwilight"]);
});
