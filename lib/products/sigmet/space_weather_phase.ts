/**
 * One of the five times of a space weather advisory.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import { instantOf, isoOf, readPoint, Words } from "../hazard/mod.ts";
import type { Position } from "../raw_report.ts";
import type { SpaceWeatherExtent, SpaceWeatherPhase, SpaceWeatherRegion } from "./model.ts";

const REGIONS: Readonly<Record<string, SpaceWeatherRegion>> = {
  HNH: "highNorth",
  MNH: "middleNorth",
  EQN: "equatorialNorth",
  EQS: "equatorialSouth",
  MSH: "middleSouth",
  HSH: "highSouth",
  DAYSIDE: "daylightSide",
  DAYLIGHT: "daylightSide",
  NIGHTSIDE: "nightSide",
};

const PHASE = /^(\d{2})\/(\d{2})(\d{2})Z\s+(\S[\s\S]*)$/;

type Frame = Pick<SpaceWeatherPhase, "kind" | "hours" | "source">;

/** Reads `08/0100Z MOD HNH HSH E180 - W180 ABV FL340`; `state` is `notUnderstood` where anything is amiss. */
export function readPhase(
  value: string,
  frame: Frame,
  reference: number | null,
): SpaceWeatherPhase {
  const empty: SpaceWeatherPhase = {
    ...frame,
    at: null,
    state: "notUnderstood",
    extents: [],
  };
  const match = PHASE.exec(value);
  if (match === null) return empty;
  const [day, hour, minute] = match.slice(1, 4).map(Number) as [number, number, number];
  if (day < 1 || day > 31 || hour > 23 || minute > 59) return empty;
  const dated = { ...empty, at: isoOf(instantOf({ day, hour, minute }, reference)) };
  const body = match[4]!.replace(/\s+/g, " ");
  if (body === "NO SWX EXP") return { ...dated, state: "noneExpected" };
  if (body === "NOT AVBL") return { ...dated, state: "notAvailable" };
  const extents = readExtents(new Words(body));
  return extents === null ? dated : { ...dated, state: "expected", extents };
}

/** All regions with their severities; `null` where anything is amiss. */
function readExtents(words: Words): SpaceWeatherExtent[] | null {
  const extents: SpaceWeatherExtent[] = [];
  for (let at = 0; at < words.count;) {
    const read = readExtent(words, at);
    if (read === null) return null;
    extents.push(read.extent);
    at += read.taken;
  }
  return extents.length === 0 ? null : extents;
}

function readExtent(
  words: Words,
  i: number,
): { readonly extent: SpaceWeatherExtent; readonly taken: number } | null {
  const word = words.word(i);
  if (word !== "MOD" && word !== "SEV") return null;
  let at = i + 1;
  const regions: SpaceWeatherRegion[] = [];
  while (Object.hasOwn(REGIONS, words.word(at))) regions.push(REGIONS[words.word(at++)]!);
  const longitudes = regions.length > 0 ? longitudesAt(words, at) : null;
  if (longitudes !== null) at += 3;
  const outline = regions.length === 0 ? outlineAt(words, at) : null;
  if (outline !== null) at += outline.taken;
  const { base, top, taken } = levelsAt(words, at);
  at += taken;
  const halves = regions.filter((region) => region.endsWith("Side")).length;
  // A half of the earth stands last: bands may come before it, never after.
  const halfLast = halves === 0 || (halves === 1 && regions.at(-1)!.endsWith("Side"));
  if (!halfLast || (regions.length === 0 && outline === null)) return null;
  const severity = word === "SEV" ? "severe" : "moderate";
  const polygon = outline?.points ?? null;
  return { extent: { severity, regions, longitudes, polygon, base, top }, taken: at - i };
}

function longitudesAt(words: Words, at: number) {
  const [from, to] = [words.word(at), words.word(at + 2)].map((word) => {
    const match = /^([EW])(\d{3})(\d{2})?$/.exec(word);
    if (match === null) return null;
    const degrees = Number(match[2]) + Number(match[3] ?? 0) / 60;
    return match[1] === "W" ? -degrees : degrees;
  });
  return words.word(at + 1) === "-" && typeof from === "number" && typeof to === "number"
    ? { from, to }
    : null;
}

/** A closed outline of at least four points; `null` where it is none. */
function outlineAt(
  words: Words,
  i: number,
): { readonly points: readonly Position[]; readonly taken: number } | null {
  const points: Position[] = [];
  let at = i;
  for (;;) {
    const point = readPoint(words, at);
    if (point === null || point.position === null) return null;
    points.push(point.position);
    at += point.taken;
    if (words.word(at) !== "-") break;
    at++;
  }
  const [first, last] = [points[0]!, points.at(-1)!];
  const closed = points.length > 3 && first.latitude === last.latitude &&
    first.longitude === last.longitude;
  return closed ? { points, taken: at - i } : null;
}

/** `ABV FL340`, `FL250-350`. */
function levelsAt(words: Words, at: number) {
  const level = (word: string) =>
    /^(?:FL)?\d{3}$/.test(word) ? quantity(Number(word.slice(-3)) * 100, "ft") : null;
  if (words.word(at) === "ABV" && words.word(at + 1).startsWith("FL")) {
    const base = level(words.word(at + 1));
    if (base !== null) return { base, top: null, taken: 2 };
  }
  if (words.word(at).startsWith("FL") && words.word(at + 1) === "-") {
    const [base, top] = [level(words.word(at)), level(words.word(at + 2))];
    if (base !== null && top !== null) return { base, top, taken: 3 };
  }
  return { base: null, top: null, taken: 0 };
}
