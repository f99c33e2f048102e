/**
 * Where the aircraft was: fixes, radials and distances, directions, degrees and minutes, routes.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import type { CompassPoint, Source } from "../product.ts";
import type { PirepPlace } from "./model.ts";
import { span } from "./words.ts";

const FIX = /^[A-Z][A-Z0-9]{1,4}$/;
const FIX_RADIAL = /^([A-Z][A-Z0-9]{1,4}?)(\d{3})(\d{3})$/;
const RADIAL = /^(\d{3})(\d{3})$/;
const LATITUDE = /^(\d{2})(\d{2})?([NS])$/;
const LONGITUDE = /^(\d{2,3})(\d{2})?([EW])$/;
const POSITION = /^(\d{2}|\d{4})([NS])\/?(\d{2,5})([EW])$/;
const DISTANCE_DIRECTION =
  /^(\d{1,3})(?:NM)?(N|NNE|NE|ENE|E|ESE|SE|SSE|S|SSW|SW|WSW|W|WNW|NW|NNW)$/;
const POINTS = /^(?:N|NNE|NE|ENE|E|ESE|SE|SSE|S|SSW|SW|WSW|W|WNW|NW|NNW)$/;

/** Degrees of `DD`, `DDMM`, `DDD` or `DDDMM` (minutes are sixtieths, never decimals); `null` out of range. */
export function degreesOf(digits: string, degreeDigits: 2 | 3, limit: number): number | null {
  const minutes = digits.length > degreeDigits ? Number(digits.slice(degreeDigits)) : 0;
  const degrees = Number(digits.slice(0, degreeDigits)) + minutes / 60;
  return minutes < 60 && degrees <= limit ? degrees : null;
}

/** The position of `2500N` and `07000W`, or `null`. Longitudes of two or four figures lack the leading zero. */
export function positionOf(latitude: string, longitude: string, source: Source): PirepPlace | null {
  const lat = LATITUDE.exec(latitude);
  const lon = LONGITUDE.exec(longitude);
  if (lat === null || lon === null) return null;
  const north = degreesOf(lat[1]! + (lat[2] ?? ""), 2, 90);
  const figures = lon[1]! + (lon[2] ?? "");
  const east = degreesOf(figures, figures.length % 2 === 0 ? 2 : 3, 180);
  if (north === null || east === null) return null;
  return {
    kind: "position",
    latitude: lat[3] === "S" ? -north : north,
    longitude: lon[3] === "W" ? -east : east,
    source,
  };
}

/** A radial that exists and a distance; `null` for `360` above its range. */
function fixRadialDistance(fix: string, radial: string, distance: string, source: Source) {
  if (Number(radial) > 360) return null;
  return {
    kind: "fixRadialDistance" as const,
    fix,
    radial: quantity(Number(radial), "deg"),
    distance: quantity(Number(distance), "NM"),
    source,
  };
}

/** `N4530` as `4530N`; any other word as it is. */
const letterLast = (text: string) => text.replace(/^([NSEW])(\d{2,5})$/, "$2$1");
const LETTERS_FIRST = /^([NS])(\d{2}|\d{4})\/?([EW])(\d{2,5})$/;

/** One word as a place, or `null`. */
function readWord(word: Source): PirepPlace | null {
  const position = POSITION.exec(word.text);
  if (position) return positionOf(position[1]! + position[2], position[3]! + position[4], word);
  const first = LETTERS_FIRST.exec(word.text);
  if (first) return positionOf(first[2]! + first[1], first[4]! + first[3], word);
  const radial = FIX_RADIAL.exec(word.text);
  if (radial) return fixRadialDistance(radial[1]!, radial[2]!, radial[3]!, word);
  return FIX.test(word.text) ? { kind: "fix", fix: word.text, source: word } : null;
}

/** A place that takes `words[0]` and perhaps more, with how many words it took; `null` where none is there. */
export function readPlace(
  raw: string,
  words: readonly Source[],
): { readonly place: PirepPlace; readonly taken: number } | null {
  const [first, second, third] = words;
  if (first === undefined) return null;
  if (second !== undefined) {
    const both = span(raw, first, second);
    const position = positionOf(letterLast(first.text), letterLast(second.text), both);
    if (position) return { place: position, taken: 2 };
    const radial = RADIAL.exec(second.text);
    if (radial && FIX.test(first.text)) {
      const place = fixRadialDistance(first.text, radial[1]!, radial[2]!, both);
      if (place) return { place, taken: 2 };
    }
    const offset = readOffset(raw, first, second, third);
    if (offset) return offset;
  }
  const route = readRoute(first);
  if (route) return { place: route, taken: 1 };
  const place = readWord(first);
  return place === null ? null : { place, taken: 1 };
}

/** `12NE KABC`, `12 NE KABC`, `KABC 12NE`. */
function readOffset(raw: string, first: Source, second: Source, third: Source | undefined) {
  const make = (fix: string, distance: string, direction: string, last: Source, taken: number) => ({
    place: {
      kind: "fixDirectionDistance" as const,
      fix,
      direction: direction as CompassPoint,
      distance: quantity(Number(distance), "NM"),
      source: span(raw, first, last),
    },
    taken,
  });
  const joined = DISTANCE_DIRECTION.exec(first.text);
  if (joined && FIX.test(second.text)) return make(second.text, joined[1]!, joined[2]!, second, 2);
  const after = DISTANCE_DIRECTION.exec(second.text);
  if (after && FIX.test(first.text)) return make(first.text, after[1]!, after[2]!, second, 2);
  if (/^\d{1,3}$/.test(first.text) && POINTS.test(second.text) && third && FIX.test(third.text)) {
    return make(third.text, first.text, second.text, third, 3);
  }
  return null;
}

/** `BOI-RDM`, `MBO-LBY360014`: every piece must be a place. */
function readRoute(word: Source): PirepPlace | null {
  if (!word.text.includes("-")) return null;
  const points: PirepPlace[] = [];
  let at = word.start;
  for (const text of word.text.split("-")) {
    const point = readWord({ text, start: at, end: at + text.length });
    if (point === null) return null;
    points.push(point);
    at += text.length + 1;
  }
  return points.length > 1 ? { kind: "route", points, source: word } : null;
}
