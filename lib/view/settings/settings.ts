/**
 * What a reader may choose, and what each choice may be: the one table behind cookie, form and pages.
 *
 * @module
 */
import type { Minima } from "../../derive/minima.ts";

export type { Minima };

/** Choices from a list; the first of each is what holds without a choice. */
export const CHOICES = {
  language: ["auto", "en", "de"],
  palette: ["auto", "light", "dark", "red", "safe"],
  textSize: ["normal", "large", "huge"],
  clock: ["24", "12"],
  rules: ["us", "icao", "colour"],
  wind: ["reported", "kt", "m/s", "km/h"],
  visibility: ["reported", "SM", "m"],
  height: ["ft", "m"],
  temperature: ["C", "F"],
  pressure: ["reported", "hPa", "inHg"],
} as const;

export type ChoiceName = keyof typeof CHOICES;
export type Choices = { readonly [N in ChoiceName]: (typeof CHOICES)[N][number] };

/** Limits that are numbers: the largest that is accepted, and the least step. */
export const MINIMA_NUMBERS = {
  ceilingFt: { max: 20_000, step: 100 },
  visibilitySm: { max: 10, step: 0.25 },
  crosswindKt: { max: 60, step: 1 },
  windKt: { max: 100, step: 1 },
} as const;
export type MinimaNumber = keyof typeof MINIMA_NUMBERS;

/** Everything chosen. */
export interface Settings extends Choices {
  readonly minima: Minima;
}

const NO_MINIMA: Minima = {
  ceilingFt: null,
  visibilitySm: null,
  crosswindKt: null,
  windKt: null,
  freezing: false,
  thunder: false,
};

/** What holds without a cookie. */
export const DEFAULT_SETTINGS: Settings = {
  ...Object.fromEntries(
    Object.entries(CHOICES).map(([name, values]) => [name, values[0]]),
  ) as unknown as Choices,
  minima: NO_MINIMA,
};

/** Whether any limit is set. */
export function hasMinima(minima: Minima): boolean {
  return Object.values(minima).some((limit) => limit !== null && limit !== false);
}

/** Whether a number may be the limit `name`. */
export function isLimit(name: MinimaNumber, value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= MINIMA_NUMBERS[name].max;
}
