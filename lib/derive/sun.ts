/**
 * Sun times of a place: sunrise, sunset and civil twilight (the sun less than 6° below the horizon), computed
 * for a flat horizon by the library `suncalc`. What counts as night is for the rules of a country.
 *
 * @module
 */
import { getTimes } from "suncalc";
import { HOUR_MS } from "../time/mod.ts";

/** Light at an instant. */
export type LightPhase = "day" | "civilTwilight" | "night";

/** Events of one solar day, milliseconds since the epoch; `null` where the sun does not reach that height. */
export interface SunTimes {
  readonly dawn: number | null;
  readonly sunrise: number | null;
  readonly sunset: number | null;
  readonly dusk: number | null;
  /** `up`: the sun does not set on this day; `down`: it does not rise; `null`: it does both. */
  readonly always: "up" | "down" | null;
  /** The sun at its highest: the day is named by its local date. */
  readonly noon: number;
  /** Light at the instant asked for. */
  readonly phase: LightPhase;
}

/**
 * The solar day around `instant` (the one whose noon is nearest), at a place in degrees.
 *
 * @example
 * ```ts
 * import { sunTimes } from "./sun.ts";
 * import assert from "node:assert/strict";
 * const { phase, always } = sunTimes(Date.UTC(2026, 5, 21, 23), 69.68, 18.92);
 * assert.deepEqual([phase, always], ["day", "up"]);
 * ```
 */
export function sunTimes(instant: number, latitude: number, longitude: number): SunTimes {
  const times = getTimes(new Date(instant), latitude, longitude);
  const events = {
    dawn: times.dawn?.getTime() ?? null,
    sunrise: times.sunrise?.getTime() ?? null,
    sunset: times.sunset?.getTime() ?? null,
    dusk: times.dusk?.getTime() ?? null,
    noon: times.solarNoon.getTime(),
    always: times.alwaysUp ? "up" as const : times.alwaysDown ? "down" as const : null,
  };
  return { ...events, phase: phaseOf(events, instant) };
}

/** Places remembered: all stations, and as many again. */
const MAX_DAYS = 12_000;
/** As far from its noon a solar day is certainly the one around an instant: its ends are not exactly at midnight. */
const WITHIN_DAY_MS = 11.5 * HOUR_MS;

/**
 * `sunTimes` for places asked for again and again: the events are worked out once a day, the light each time.
 *
 * @param key of the place: its station
 */
export function createSunDays(): (
  key: string,
  instant: number,
  latitude: number,
  longitude: number,
) => SunTimes {
  const days = new Map<string, SunTimes>();
  return (key, instant, latitude, longitude) => {
    const known = days.get(key);
    if (known !== undefined && Math.abs(instant - known.noon) < WITHIN_DAY_MS) {
      return { ...known, phase: phaseOf(known, instant) };
    }
    const times = sunTimes(instant, latitude, longitude);
    if (days.size >= MAX_DAYS) days.clear();
    days.set(key, times);
    return times;
  };
}

function phaseOf(sun: Omit<SunTimes, "phase" | "noon">, instant: number): LightPhase {
  const { dawn, sunrise, sunset, dusk, always } = sun;
  const within = (from: number | null, to: number | null) =>
    from !== null && to !== null && instant >= from && instant < to;
  if (always === "up" || within(sunrise, sunset)) return "day";
  // The sun rises and sets, but never goes down far enough for night.
  if (always === null && (dawn === null || dusk === null)) return "civilTwilight";
  return within(dawn, dusk) ? "civilTwilight" : "night";
}
