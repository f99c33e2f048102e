/**
 * The header of a TAF: what stands before the forecast.
 *
 * `TAF (TAF) (AMD|COR) station (ddhhmmZ) (NIL | validity (CNL))`, with every word at every place where
 * it has been seen.
 *
 * @module
 */
import type { Tokens } from "../scan/mod.ts";
import {
  dayAfter,
  type DayTime,
  isDigits,
  readDayHour,
  readDayTime,
  type WrittenPeriod,
} from "./times.ts";
import type { Source } from "../product.ts";

/** What the header says, and where the forecast begins. */
export interface Header {
  locationIndicator: string | null;
  issued: (DayTime & { source: Source }) | null;
  validity: WrittenPeriod | null;
  /** A validity that is there but has no meaning (`0625/0724`). */
  damagedValidity: Source | null;
  amended: boolean;
  corrected: boolean;
  cancelled: boolean;
  nil: boolean;
  /** Tokens that belong to the header but say nothing that can be read. */
  readonly unparsed: Source[];
  /** Index of the first token of the forecast. */
  next: number;
}

/** Tokens before the station that may be skipped over: a WMO heading is at most this long. */
const LONGEST_HEADING = 12;

/** Reads the header. Never fails: what is missing stays `null`. */
export function readHeader(tokens: Tokens): Header {
  const header: Header = {
    locationIndicator: null,
    issued: null,
    validity: null,
    damagedValidity: null,
    amended: false,
    corrected: false,
    cancelled: false,
    nil: false,
    unparsed: [],
    next: startOf(tokens),
  };
  while (header.next < tokens.count) {
    const count = headerToken(tokens, header.next, header);
    if (count === 0) break;
    header.next += count;
  }
  return header;
}

/** Index of the first token of the report itself: a WMO heading (`FTUS43 KLSX 251720`) may stand before it. */
function startOf(tokens: Tokens): number {
  for (let i = 0; i < Math.min(tokens.count, LONGEST_HEADING); i++) {
    if (tokens.is(i, "TAF") || tokens.is(i, "TAFOR")) return i;
  }
  // `FTUS43 KLSX 251720 (AAA) (TAFLSX) KSTL 251720Z …` without the word TAF: skip the heading line.
  const isHeading = tokens.size(0) === 6 && tokens.size(1) === 4 && tokens.size(2) === 6 &&
    tokens.startsWith(0, "F") && isDigits(tokens.word(2));
  return isHeading ? 3 : 0;
}

/** How many tokens at `i` belong to the header; 0 where the forecast begins. */
function headerToken(tokens: Tokens, i: number, header: Header): number {
  const word = tokens.word(i);
  switch (word) {
    case "TAF":
    case "TAFOR":
      return 1;
    case "AMD":
      // After the validity it is a notice (`AMD NOT SKED`), before it the amended report.
      if (header.validity !== null) return 0;
      header.amended = true;
      return 1;
    case "COR":
    case "CORR":
    case "CORRECTED":
      if (header.validity !== null) return 0;
      header.corrected = true;
      return 1;
    case "NIL":
      header.nil = true;
      return 1;
    case "CNL":
    case "CNCL":
    case "CANCELLED":
      header.cancelled = true;
      return 1;
    case "$":
    case "=":
      return 0;
  }
  if (header.validity !== null || header.damagedValidity !== null) return 0;
  if (header.locationIndicator === null) return readStation(word, tokens, i, header);
  return readTime(word, tokens, i, header);
}

function readStation(word: string, tokens: Tokens, i: number, header: Header): number {
  if (isStation(word)) {
    header.locationIndicator = word;
    return 1;
  }
  // `AAA` to `AAX`, `CCA`: the WMO indicator of an amendment or a correction.
  if (word.length === 3 && (word.startsWith("AA") || word.startsWith("CC"))) {
    if (word.startsWith("AA")) header.amended = true;
    else header.corrected = true;
    return 1;
  }
  if (isPeriodLike(word)) return readTime(word, tokens, i, header);
  // `TAFLSX`, bulletin names and numbers: only before anything else was read.
  if (header.next <= LONGEST_HEADING && i + 1 < tokens.count && stationFollows(tokens, i + 1)) {
    header.unparsed.push(tokens.source(i));
    return 1;
  }
  return 0;
}

function stationFollows(tokens: Tokens, i: number): boolean {
  return isStation(tokens.word(i)) && isPeriodLike(tokens.word(i + 1));
}

function isPeriodLike(word: string): boolean {
  return word.length >= 6 && word.length <= 10 && isDigits(word.slice(0, 4));
}

/** Four characters, letters first: `KJFK`, `K1NN`. */
function isStation(word: string): boolean {
  if (word.length !== 4) return false;
  for (let at = 0; at < 4; at++) {
    const code = word.charCodeAt(at);
    const letter = code >= 65 && code <= 90;
    const digit = code >= 48 && code <= 57;
    if (!letter && !(digit && at > 0)) return false;
  }
  return true;
}

function readTime(word: string, tokens: Tokens, i: number, header: Header): number {
  if (word.length === 7 && word.endsWith("Z") && header.issued === null) {
    const time = readDayTime(word.slice(0, 6));
    if (time === null && isDigits(word.slice(0, 6))) {
      header.unparsed.push(tokens.source(i));
      return 1;
    }
    if (time === null) return 0;
    header.issued = { ...time, source: tokens.source(i) };
    return 1;
  }
  const period = readValidity(word, tokens, i);
  if (period !== null && period !== "damaged") {
    const ahead = tokens.word(i + 1);
    const isIssue = word.length === 6 && header.issued === null &&
      (isPeriodLike(ahead) && readValidity(ahead, tokens, i + 1) !== null || ahead === "NIL");
    if (!isIssue) {
      header.validity = period;
      return 1;
    }
  }
  if (word.length === 6 && header.issued === null) {
    const time = readDayTime(word);
    if (time === null) return 0;
    header.issued = { ...time, source: tokens.source(i) };
    return 1;
  }
  if (period === "damaged") {
    header.damagedValidity = tokens.source(i);
    header.unparsed.push(header.damagedValidity);
    return 1;
  }
  return 0;
}

/** `2206/2306`, or `221206` of the old form (day, first and last hour). */
function readValidity(word: string, tokens: Tokens, i: number): WrittenPeriod | "damaged" | null {
  if (word.length === 10 && word.endsWith("Z")) word = word.slice(0, 9);
  if (word.length === 9 && word[4] === "/") {
    const from = readDayHour(word.slice(0, 4));
    const to = readDayHour(word.slice(5));
    if (!isDigits(word.slice(0, 4)) || !isDigits(word.slice(5))) return null;
    if (from === null || to === null) return "damaged";
    return { from, to, source: tokens.source(i) };
  }
  if (word.length !== 6 || !isDigits(word)) return null;
  const from = readDayHour(word.slice(0, 4));
  const hour = Number(word.slice(4));
  if (from === null || hour > 24) return null;
  const sameDay = hour > from.hour;
  const day = sameDay ? from.day : dayAfter(from.day, null);
  return { from, to: { day, hour, minute: 0 }, source: tokens.source(i) };
}
