/**
 * Times and validities of warnings.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, resolveNearest, toIso, utcInstant } from "../../time/mod.ts";
import type { Validity, WrittenTime } from "./model.ts";
import type { Words } from "./words.ts";

const DAY_TIME = /^(\d{2})(\d{2})(\d{2})Z?$/;
const HOUR_TIME = /^(\d{2})(\d{2})Z?$/;
const PERIOD = /^(\d{6})Z?\/(\d{6})Z?$/;

/** `DDHHMM` or `HHMM` with or without `Z`; `null` for anything else and for impossible figures. */
export function writtenTime(text: string): WrittenTime | null {
  const full = DAY_TIME.exec(text);
  if (full) return checked(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = HOUR_TIME.exec(text);
  return short ? checked(null, Number(short[1]), Number(short[2])) : null;
}

function checked(day: number | null, hour: number, minute: number): WrittenTime | null {
  const right = (day === null || (day >= 1 && day <= 31)) && minute < 60 &&
    (hour < 24 || (hour === 24 && minute === 0));
  return right ? { day, hour, minute } : null;
}

/**
 * The instant meant by a written time: with a day the one nearest to `reference`; without, the first at
 * or after `reference` less an hour. `null` without a reference.
 */
export function instantOf(time: WrittenTime | null, reference: number | null): number | null {
  if (time === null || reference === null) return null;
  if (time.day !== null) return resolveNearest(time.day, time.hour, time.minute, reference);
  const floor = reference - HOUR_MS;
  const midnight = Math.floor(floor / DAY_MS) * DAY_MS;
  const at = midnight + time.hour * HOUR_MS + time.minute * MINUTE_MS;
  return at < floor ? at + DAY_MS : at;
}

/** ISO 8601 of an instant, `null` of none. */
export const isoOf = (instant: number | null): string | null =>
  instant === null ? null : toIso(instant);

const FULL = /^(\d{4})(\d{2})(\d{2})\/(\d{2})(\d{2})Z$/;

/** `20201001/2213Z` as ISO 8601; `null` for anything else and for times that do not exist. */
export function fullTime(text: string): string | null {
  const match = FULL.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return isoOf(utcInstant(year, month, day, hour, minute));
}

/** A validity as it is written, before its month is known. */
export interface ValidityRead {
  readonly from: WrittenTime | null;
  readonly to: WrittenTime | null;
  readonly at: number;
  readonly taken: number;
}

/** `VALID 111130/111530`, `VALID UNTIL 0455Z`, `VALID 220455-220855`, `VALID TIL 220900`. */
export function readValidity(words: Words, i: number): ValidityRead | null {
  if (words.word(i) !== "VALID") return null;
  const until = /^(?:UNTIL|TIL|TILL)$/.test(words.word(i + 1));
  if (until) {
    const to = writtenTime(words.word(i + 2));
    return to && { from: null, to, at: i, taken: 3 };
  }
  const period = PERIOD.exec(words.word(i + 1));
  if (period) return between(period[1]!, period[2]!, i, 2);
  if (words.word(i + 2) !== "-" && words.word(i + 2) !== "TO") return null;
  return between(words.word(i + 1), words.word(i + 3), i, 4);
}

function between(from: string, to: string, at: number, taken: number): ValidityRead | null {
  const [start, end] = [writtenTime(from), writtenTime(to)];
  return start && end && { from: start, to: end, at, taken };
}

/**
 * A validity with its instants.
 *
 * @param issued when the bulletin was made, milliseconds; begins a validity that only says until when
 * @param reference time of receipt, settles the month
 */
export function resolveValidity(
  words: Words,
  read: ValidityRead,
  issued: number | null,
  reference: number | null,
): Validity {
  const base = issued ?? reference;
  const from = read.from === null ? issued : instantOf(read.from, base);
  // The end is looked for after the beginning: a validity may cross the end of a month.
  const to = instantOf(read.to, from ?? base);
  return {
    from: isoOf(from),
    to: isoOf(to),
    writtenFrom: read.from,
    writtenTo: read.to,
    source: words.source(read.at, read.taken),
  };
}
