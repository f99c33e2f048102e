/**
 * Scales of charts: from values to places, and the marks beside them.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";

/** Places of a chart, in units of its `viewBox`. */
export const WIDTH = 720;
export const LEFT = 44;
export const RIGHT = 8;

/** From an instant to its place. */
export function timeScale(from: number, to: number): (at: number) => number {
  const width = WIDTH - LEFT - RIGHT;
  return (at) => tenth(LEFT + width * (at - from) / Math.max(1, to - from));
}

/** A scale of values. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

/**
 * A scale over `height` whose ends are round numbers.
 *
 * @param least smallest span that the scale shows: a quiet day must not look like a storm
 * @param lowest no scale begins below it
 */
export function linearScale(
  values: readonly number[],
  height: number,
  least: number,
  lowest = -Infinity,
): Scale {
  const low = values.length === 0 ? Math.max(0, lowest) : Math.min(...values);
  const high = values.length === 0 ? low : Math.max(...values);
  // What is missing of the least span lies on both sides of the values, or above them.
  const room = Math.max(0, least - (high - low)) / 2;
  const start = Math.max(lowest, low - room);
  const end = Math.max(high + room, start + least);
  const step = roundStep((end - start) / 3);
  const bottom = Math.floor(start / step + 1e-9) * step;
  const top = Math.ceil(end / step - 1e-9) * step;
  const ticks: number[] = [];
  for (let value = bottom; value <= top + step / 1000; value += step) ticks.push(tenth(value));
  return { ticks, place: placer(bottom, top, height) };
}

/** A scale from 0 to a fixed top; what is higher is shown at the top. */
export function cappedScale(top: number, ticks: readonly number[], height: number): Scale {
  const place = placer(0, Math.sqrt(top), height);
  // The low values are those that matter: they get more room.
  return { ticks, place: (value) => place(Math.sqrt(Math.min(top, Math.max(0, value)))) };
}

function placer(bottom: number, top: number, height: number): (value: number) => number {
  return (value) => tenth(8 + (height - 16) * (1 - (value - bottom) / (top - bottom)));
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least - 1e-9)!;
}

/** Hours at which a mark stands. */
export function hourTicks(from: number, to: number): number[] {
  const hours = (to - from) / HOUR_MS;
  const step = (hours <= 12 ? 2 : hours <= 30 ? 3 : hours <= 80 ? 12 : 24) * HOUR_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
