/**
 * Single values of pilot reports: time, level, temperature, wind, flight visibility.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import { DAY_MS, HOUR_MS, toIso } from "../../time/mod.ts";
import type { Measured, Source } from "../product.ts";
import { hundreds } from "./heights.ts";
import type { Pirep, PirepLevel, PirepWind } from "./model.ts";

const TIME = /^(\d{2})(\d{2})Z?$/;
const LEVEL = /^(?:FL|F)?(\d{2,3})$/;
const LEVEL_RANGE = /^(?:FL|F)?(\d{3})-(?:FL|F)?(\d{3})$/;
const TEMPERATURE = /^(M|MS|-|P|PS|\+)?(\d{1,2})C?$/;
const WIND = /^(\d{3})\/?(\d{2,3})(?:G(\d{2,3}))?(?:KTS?)?$/;
const VISIBILITY = /^FV(\d{2})(SM)?$/;

/** Climb and descent as pilots write them: `DURC`, `DURGC`, `DURD`, `DURGD`. */
const PHASES: Readonly<Record<string, "duringClimb" | "duringDescent" | "unknown">> = {
  DURC: "duringClimb",
  DURGC: "duringClimb",
  CLIMB: "duringClimb",
  DURD: "duringDescent",
  DURGD: "duringDescent",
  DESC: "duringDescent",
  UNKN: "unknown",
  UNK: "unknown",
  UNKNOWN: "unknown",
};

/** Hour and minute of `0219`, or `null`. */
export function readTime(word: Source | undefined): Pirep["observedTime"] {
  const match = TIME.exec(word?.text ?? "");
  if (match === null || word === undefined) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? { hour, minute, source: word } : null;
}

/** The latest instant with that time of day not more than an hour after receipt; `null` without receipt time. */
export function resolveTime(time: Pirep["observedTime"], receivedAt?: number): string | null {
  if (time === null || receivedAt === undefined) return null;
  const limit = receivedAt + HOUR_MS;
  const midnight = Math.floor(limit / DAY_MS) * DAY_MS;
  const instant = midnight + time.hour * HOUR_MS + time.minute * 60_000;
  return toIso(instant > limit ? instant - DAY_MS : instant);
}

/** The level of `370`, `370-350`, `UNKN`, `DURD`; `null` where the word is none. */
export function readLevel(word: Source): PirepLevel | null {
  const phase = PHASES[word.text.replace(/^FL?(?=[A-Z])/, "")];
  if (phase !== undefined) return { kind: phase, source: word };
  const range = LEVEL_RANGE.exec(word.text);
  if (range) {
    const [low, high] = [range[1]!, range[2]!].sort();
    return { kind: "level", altitude: hundreds(low!), to: hundreds(high!), source: word };
  }
  const level = LEVEL.exec(word.text);
  return level ? { kind: "level", altitude: hundreds(level[1]!), source: word } : null;
}

/** `M31`, `-04`, `MS48`, `PS05`, `24` as °C, or `null`. */
export function readTemperature(word: Source): Measured<"degC"> | null {
  const match = TEMPERATURE.exec(word.text);
  if (match === null) return null;
  const value = Number(match[2]);
  const negative = match[1]?.startsWith("M") || match[1] === "-";
  return {
    kind: "value",
    value: negative && value !== 0 ? -value : value,
    unit: "degC",
    source: word,
  };
}

/** `24045KT`, `240/45`, `05012G17`, `235/033`; a direction above 360 is no wind. */
export function readWind(word: Source): PirepWind | null {
  const match = WIND.exec(word.text);
  if (match === null || Number(match[1]) > 360) return null;
  const gust = match[3];
  return {
    kind: "wind",
    direction: quantity(Number(match[1]), "deg"),
    speed: quantity(Number(match[2]), "kt"),
    ...(gust !== undefined && { gust: quantity(Number(gust), "kt") }),
    source: word,
  };
}

/** `FV04SM`; `FV99SM` means unrestricted: at least 10 SM (FAA Order 7110.10). */
export function readFlightVisibility(word: Source): Measured<"SM"> | null {
  const match = VISIBILITY.exec(word.text);
  if (match === null) return null;
  const value = Number(match[1]);
  return value === 99
    ? { kind: "value", value: 10, unit: "SM", bound: "atLeast", source: word }
    : { kind: "value", value, unit: "SM", source: word };
}
