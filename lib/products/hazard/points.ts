/**
 * Positions: degrees and minutes before or after their letter, and distances from US anchor points.
 *
 * @module
 */
import { type CompassPoint, degreesOfPoint, isCompassPoint } from "../../units/mod.ts";
import type { Position } from "../raw_report.ts";
import { vorPosition } from "./vors.ts";
import type { Words } from "./words.ts";

/** A position, or one that is plainly written but cannot be placed (`position` `null`), and the words it takes. */
export interface PointRead {
  readonly position: Position | null;
  readonly taken: number;
}

const BOTH = /^([NS])(\d{2}|\d{4}|\d{6})\/?([EW])(\d{3}|\d{5}|\d{7})$/;
const BOTH_AFTER = /^(\d{2}|\d{4}|\d{6})([NS])\/?(\d{3}|\d{5}|\d{7})([EW])$/;
const LATITUDE = /^(?:([NS])(\d{2}|\d{4}|\d{6})|(\d{2}|\d{4}|\d{6})([NS]))$/;
const LONGITUDE = /^(?:([EW])(\d{3}|\d{5}|\d{7})|(\d{2,3}|\d{5}|\d{7})([EW]))$/;
const OFFSET = /^(\d{1,3})([NSEW]{1,3})$/;
const DISTANCE = /^(\d{1,3})(?:NM)?$/;
const IDENT = /^[A-Z]{3}$/;
/** Words of three letters that follow a direction and are no anchor: `N OF 30N AND E OF 65E`. */
const NO_IDENT = new Set(["AND", "TOP", "MOV", "OBS", "WKN", "FIR", "UIR", "CTA", "THE", "SFC"]);

/** Degrees of figures with minutes and perhaps seconds; `null` out of range. Minutes are sixtieths, never decimals. */
function degreesOf(letter: string, figures: string, wide: 2 | 3): number | null {
  // `65E`: two figures are whole degrees of longitude, too.
  const whole = figures.length === 2 ? 2 : wide;
  const [degrees, minutes, seconds] = [
    figures.slice(0, whole),
    figures.slice(whole, whole + 2),
    figures.slice(whole + 2),
  ].map(Number) as [number, number, number];
  const value = degrees + minutes / 60 + seconds / 3600;
  if (minutes > 59 || seconds > 59 || value > (wide === 2 ? 90 : 180)) return null;
  return letter === "S" || letter === "W" ? -value : value;
}

/** The word at `i`; a letter that a blank has cut off its figures (`S 0950`) is put back. */
function joined(words: Words, i: number): { readonly text: string; readonly taken: number } {
  const text = words.word(i);
  return /^[NSEW]$/.test(text) && /^\d{2,5}$/.test(words.word(i + 1))
    ? { text: text + words.word(i + 1), taken: 2 }
    : { text, taken: 1 };
}

/** A latitude alone: `N54`, `N5200`, `54N`; `degrees` is `null` where it is impossible. */
export function readLatitude(words: Words, i: number) {
  return readHalf(words, i, LATITUDE, 2);
}

/** A longitude alone: `W012`, `E00520`, `012W`. */
export function readLongitude(words: Words, i: number) {
  return readHalf(words, i, LONGITUDE, 3);
}

function readHalf(words: Words, i: number, pattern: RegExp, wide: 2 | 3) {
  const { text, taken } = joined(words, i);
  const match = pattern.exec(text);
  if (match === null) return null;
  const degrees = degreesOf(match[1] ?? match[4]!, match[2] ?? match[3]!, wide);
  return { degrees, taken };
}

function readCoordinates(words: Words, i: number): PointRead | null {
  const text = words.word(i);
  const both = BOTH.exec(text);
  if (both) return { position: place(both[1]!, both[2]!, both[3]!, both[4]!), taken: 1 };
  const after = BOTH_AFTER.exec(text);
  if (after) return { position: place(after[2]!, after[1]!, after[4]!, after[3]!), taken: 1 };
  const latitude = readLatitude(words, i);
  if (latitude === null) return null;
  const longitude = readLongitude(words, i + latitude.taken);
  if (longitude === null) return null;
  const known = latitude.degrees !== null && longitude.degrees !== null;
  return {
    position: known ? { latitude: latitude.degrees!, longitude: longitude.degrees! } : null,
    taken: latitude.taken + longitude.taken,
  };
}

function place(ns: string, latitude: string, ew: string, longitude: string): Position | null {
  const [north, east] = [degreesOf(ns, latitude, 2), degreesOf(ew, longitude, 3)];
  return north === null || east === null ? null : { latitude: north, longitude: east };
}

const DESCRIBED = /^\/([NS])(\d{4})([EW])(\d{5})\/(?:\d{1,3})?$/;
const DESCRIBED_LATITUDE = /^\/([NS])(\d{4})$/;
const DESCRIBED_LONGITUDE = /^([EW])(\d{5})\/(?:\d{1,3})?$/;

/** Canada: `/N4500 W08000/20 SE CYQT` or `/N4500W08000/20 SE CYQT`, the place in words after the coordinates. */
function readDescribed(words: Words, i: number): PointRead | null {
  const joined = DESCRIBED.exec(words.word(i));
  const latitude = joined ?? DESCRIBED_LATITUDE.exec(words.word(i));
  const longitude = joined === null
    ? DESCRIBED_LONGITUDE.exec(words.word(i + 1))
    : [joined[0], joined[3], joined[4]];
  if (latitude === null || longitude === null) return null;
  let at = i + (joined === null ? 2 : 1);
  if (isCompassPoint(words.word(at))) at++;
  if (words.word(at) === "OF") at++;
  if (/^C[A-Z]{3}$/.test(words.word(at))) at++;
  const position = place(latitude[1]!, latitude[2]!, longitude[1]!, longitude[2]!);
  return { position, taken: at - i };
}

/** `40WSW MSP`, `80 NM E JOH`, `80NM E OF JOH`. */
function readOffset(words: Words, i: number): PointRead | null {
  const offset = OFFSET.exec(words.word(i));
  if (offset && isCompassPoint(offset[2]!)) {
    return fromAnchor(words, i + 1, Number(offset[1]), offset[2], 1);
  }
  const distance = DISTANCE.exec(words.word(i));
  if (distance === null) return null;
  let at = i + 1;
  if (words.word(at) === "NM") at++;
  const direction = words.word(at);
  if (!isCompassPoint(direction)) return null;
  at++;
  if (words.word(at) === "OF") at++;
  return fromAnchor(words, at, Number(distance[1]), direction, at - i);
}

function fromAnchor(
  words: Words,
  at: number,
  distance: number,
  point: CompassPoint,
  before: number,
) {
  if (!IDENT.test(words.word(at)) || NO_IDENT.has(words.word(at))) return null;
  const anchor = vorPosition(words.word(at));
  const position = anchor === undefined
    ? null
    : destination(anchor, degreesOfPoint(point), distance);
  return { position, taken: before + 1 };
}

/**
 * A position at word `i`, or `null` where none is written.
 *
 * @param amid whether it follows a hyphen or `TO` of an outline: a bare identifier is then a point even if unknown
 */
export function readPoint(words: Words, i: number, amid = false): PointRead | null {
  const written = readCoordinates(words, i) ?? readDescribed(words, i) ?? readOffset(words, i);
  if (written !== null) return written;
  const ident = words.word(i);
  if (!IDENT.test(ident)) return null;
  const position = vorPosition(ident) ?? null;
  return position !== null || amid ? { position, taken: 1 } : null;
}

/** A point as a text names it: at an anchor, or so many nautical miles from it. */
export interface NamedPoint {
  readonly ident: string;
  readonly distance: number | null;
  readonly direction: CompassPoint | null;
  readonly taken: number;
}

/** The anchor point at word `i` with distance and direction, `40NNW ILM`, `80 NM E OF JOH`, `ILM`; else `null`. */
export function namedPoint(words: Words, i: number): NamedPoint | null {
  const ident = (at: number) => IDENT.test(words.word(at)) && vorPosition(words.word(at));
  if (ident(i)) return { ident: words.word(i), distance: null, direction: null, taken: 1 };
  const read = readOffset(words, i);
  const match = /^(\d{1,3})(?:NM)?([NSEW]{0,3})$/.exec(words.word(i));
  if (read === null || match === null) return null;
  const last = words.word(i + read.taken - 1);
  const between = Array.from({ length: read.taken }, (_, k) => words.word(i + k));
  const direction = [match[2]!, ...between].find(isCompassPoint);
  return direction === undefined
    ? null
    : { ident: last, distance: Number(match[1]), direction, taken: read.taken };
}

const EARTH_NM = 3440.065;
const RADIANS = Math.PI / 180;

/** The position `distance` nautical miles from `from` along the great circle that leaves it at `bearing` degrees true. */
export function destination(from: Position, bearing: number, distance: number): Position {
  const arc = distance / EARTH_NM;
  const north = from.latitude * RADIANS;
  const course = bearing * RADIANS;
  const latitude = Math.asin(
    Math.sin(north) * Math.cos(arc) + Math.cos(north) * Math.sin(arc) * Math.cos(course),
  );
  const east = Math.atan2(
    Math.sin(course) * Math.sin(arc) * Math.cos(north),
    Math.cos(arc) - Math.sin(north) * Math.sin(latitude),
  );
  const longitude = from.longitude + east / RADIANS;
  return {
    latitude: round(latitude / RADIANS),
    longitude: round(((longitude + 540) % 360) - 180),
  };
}

/** Ten-thousandths of a degree, 11 m: finer than any warning. */
const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
