/**
 * When the flight is where: true airspeed and winds aloft, step by step.
 *
 * The airspeed is taken as constant and the height as the cruise altitude from take-off to landing; climb and
 * descent are not slower here. Where no wind is forecast the flight is reckoned without wind, and says so.
 *
 * @module
 */
import type { Steps } from "../../resilience/steps.ts";
import { HOUR_MS } from "../../time/mod.ts";
import type { Track, TrackStep } from "./track.ts";
import { groundSpeed } from "./wind.ts";
import type { WindAt, WindsAloft } from "./winds_aloft.ts";
import { IN_ENGLISH, type SayWrong } from "../text/request_words.ts";

/** A step with its times. */
export interface TimedStep extends TrackStep {
  readonly from: number;
  readonly to: number;
  readonly groundKt: number;
  /** `null`: none is forecast, reckoned without wind. */
  readonly wind: WindAt | null;
}

/** The flight in time. */
export interface Timing {
  readonly departure: number;
  readonly arrival: number;
  readonly steps: readonly TimedStep[];
  /** Share of the distance for which a wind was forecast, 0 to 1. */
  readonly windShare: number;
}

/** The times of a flight, or what makes it impossible; one step for each step of the track. */
export function* timingOf(
  track: Track,
  winds: WindsAloft,
  flight: { readonly departure: number; readonly tasKt: number; readonly altitudeFt: number },
  say: SayWrong = IN_ENGLISH,
): Steps<Timing | string> {
  const steps: TimedStep[] = [];
  let now = flight.departure;
  let withWind = 0;
  let before = flight.tasKt;
  for (const step of track.steps) {
    const lengthNm = step.toNm - step.fromNm;
    // The wind at the middle of the step, when the flight is about there.
    const middle = now + lengthNm / 2 / before * HOUR_MS;
    const wind = winds.at(step.middle, flight.altitudeFt, middle);
    const over = groundSpeed(
      flight.tasKt,
      step.courseDeg,
      wind?.vector ?? { eastKt: 0, northKt: 0 },
    );
    if (over === null) {
      const speed = Math.round(wind?.speedKt ?? 0);
      return say("tas.wind", { tas: String(flight.tasKt), wind: String(speed) });
    }
    const to = now + lengthNm / over.groundKt * HOUR_MS;
    steps.push({ ...step, from: now, to, groundKt: over.groundKt, wind });
    if (wind !== null) withWind += lengthNm;
    [now, before] = [to, over.groundKt];
    yield;
  }
  return {
    departure: flight.departure,
    arrival: now,
    steps,
    windShare: track.totalNm === 0 ? 0 : withWind / track.totalNm,
  };
}

/** The step in which the flight has come `nm` nautical miles; the last one beyond its end. */
export function stepAt({ steps }: Timing, nm: number): TimedStep {
  return steps[firstWhere(steps, ({ toNm }) => nm <= toNm)] ?? steps.at(-1)!;
}

/** Index of the first item that holds, where all behind it do; the length where none does. */
function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** When the flight has come `nm` nautical miles; within a step at constant speed. */
export function instantAt(timing: Timing, nm: number): number {
  const step = stepAt(timing, nm);
  const share = (nm - step.fromNm) / (step.toNm - step.fromNm);
  return step.from + (step.to - step.from) * Math.max(0, Math.min(1, share));
}

/** How far the flight has come at an instant, nautical miles; its ends before departure and after arrival. */
export function alongAt(timing: Timing, instant: number): number {
  const { steps } = timing;
  const step = steps[firstWhere(steps, ({ to }) => instant <= to)] ?? steps.at(-1)!;
  const share = (instant - step.from) / (step.to - step.from);
  return step.fromNm + (step.toNm - step.fromNm) * Math.max(0, Math.min(1, share));
}

/** When the flight passes a stretch of the route. */
export function periodOf(
  timing: Timing,
  { fromNm, toNm }: { readonly fromNm: number; readonly toNm: number },
): { readonly from: number; readonly to: number } {
  return { from: instantAt(timing, fromNm), to: instantAt(timing, toNm) };
}
