/**
 * Levels: `SFC/FL100`, `FL270/340`, `TOP ABV FL450`, `BTN FRZLVL AND FL180`, `BLW FL180`.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import type { LevelLimit, Levels } from "./model.ts";
import type { Words } from "./words.ts";

const FLIGHT_LEVEL = /^FL(\d{2,3})$/;
const HEIGHT = /^(\d{2,5})(FT|M)$/;
const HUNDREDS = /^(\d{3})$/;
const PAIR = /^(SFC|FL\d{2,3}|\d{2,5}(?:FT|M)?)\/(ABV)?(FL\d{2,3}|\d{2,5}(?:FT|M)?)$/;
const TOP_WORDS = ["MAX TOPS TO", "MAX TOPS", "MAX TOP", "TOPS TO", "TOP TO", "TOPS", "TOP"];
const BELOW = new Set(["BLW", "BLO", "BELOW"]);
const ABOVE = new Set(["ABV", "ABOVE"]);

/** Levels and the words they take. */
export interface LevelsRead {
  readonly levels: Levels;
  readonly taken: number;
}

const altitude = (
  value: number,
  unit: "ft" | "m",
  flightLevel: boolean,
  bound?: "atLeast" | "atMost",
): LevelLimit => ({ kind: "altitude", height: quantity(value, unit, bound), flightLevel });

/** One limit from a word: `FL180`, `9000FT`, `SFC`, `FRZLVL`, `040` (hundreds of feet, US). */
export function limitOf(word: string, bound?: "atLeast" | "atMost"): LevelLimit | null {
  if (word === "SFC" || word === "GND") return { kind: "surface" };
  if (word === "FRZLVL" || word === "FZLVL") return { kind: "freezingLevel", range: null };
  const level = FLIGHT_LEVEL.exec(word);
  if (level) return altitude(Number(level[1]) * 100, "ft", true, bound);
  const height = HEIGHT.exec(word);
  if (height) return altitude(Number(height[1]), height[2] === "FT" ? "ft" : "m", false, bound);
  const hundreds = HUNDREDS.exec(word);
  return hundreds ? altitude(Number(hundreds[1]) * 100, "ft", false, bound) : null;
}

/** The levels at word `i`, or `null`. */
export function readLevels(words: Words, i: number): LevelsRead | null {
  return readPair(words, i) ?? readTop(words, i) ?? readBetween(words, i) ??
    readOneSided(words, i) ??
    readRange(words, i) ?? readSingle(words, i);
}

function made(
  words: Words,
  i: number,
  taken: number,
  base: LevelLimit | null,
  top: LevelLimit | null,
) {
  return { levels: { kind: "levels" as const, base, top, source: words.source(i, taken) }, taken };
}

/** `FL100/150`: the second has the first one's unit; `6000/10000FT`: the first has the second one's. */
function readPair(words: Words, i: number): LevelsRead | null {
  const match = PAIR.exec(words.word(i));
  if (match === null) return null;
  const [low, high] = inOneUnit(match[1]!, match[3]!);
  const base = limitOf(low);
  const top = limitOf(high, match[2] === undefined ? undefined : "atLeast");
  return base && top && made(words, i, 1, base, top);
}

function inOneUnit(low: string, high: string): [string, string] {
  const isBare = (text: string) => /^\d+$/.test(text);
  if (isBare(high) && low.startsWith("FL")) return [low, `FL${high}`];
  if (isBare(low)) return [low + (/(?:FT|M)$/.exec(high)?.[0] ?? ""), high];
  return [low, high];
}

function readTop(words: Words, i: number): LevelsRead | null {
  const opening = TOP_WORDS.find((phrase) => words.at(i, phrase));
  if (opening === undefined) return null;
  let at = i + opening.split(" ").length;
  const word = words.word(at);
  const bound = ABOVE.has(word) ? "atLeast" : BELOW.has(word) ? "atMost" : undefined;
  if (bound !== undefined) at++;
  const top = limitOf(words.word(at), bound);
  return top && made(words, i, at + 1 - i, null, top);
}

function readBetween(words: Words, i: number): LevelsRead | null {
  if (words.word(i) !== "BTN" && words.word(i) !== "BETWEEN") return null;
  const base = limitOf(words.word(i + 1));
  const top = limitOf(words.word(i + 3));
  const joiner = words.word(i + 2);
  if (base === null || top === null || (joiner !== "AND" && joiner !== "-")) return null;
  return made(words, i, 4, base, top);
}

/** `BLW FL180`: from the surface up; `ABV FL250`: without an end. */
function readOneSided(words: Words, i: number): LevelsRead | null {
  const [below, above] = [BELOW.has(words.word(i)), ABOVE.has(words.word(i))];
  if (!below && !above) return null;
  const limit = limitOf(words.word(i + 1));
  if (limit === null || limit.kind === "surface") return null;
  return below ? made(words, i, 2, { kind: "surface" }, limit) : made(words, i, 2, limit, null);
}

/** `FL250-350`, `SFC-FL100`. */
function readRange(words: Words, i: number): LevelsRead | null {
  if (words.word(i + 1) !== "-" || !/^(?:SFC|FL\d{2,3})$/.test(words.word(i))) return null;
  const [low, high] = inOneUnit(words.word(i), words.word(i + 2));
  const [base, top] = [limitOf(low), limitOf(high)];
  return base && top && made(words, i, 3, base, top);
}

/** `FL340` or `9000FT` alone; three bare figures alone are no level. */
function readSingle(words: Words, i: number): LevelsRead | null {
  const word = words.word(i);
  if (!FLIGHT_LEVEL.test(word) && !/^\d{3,5}FT$/.test(word)) return null;
  const limit = limitOf(word);
  return limit && made(words, i, 1, limit, limit);
}

/** `FRZLVL 040-060`: the range in which the freezing level lies. */
export function readFreezingRange(words: Words, i: number) {
  if (words.word(i) !== "FRZLVL" || words.word(i + 2) !== "-") return null;
  const [low, high] = [words.word(i + 1), words.word(i + 3)].map((word) =>
    word === "SFC" ? "000" : word
  );
  if (!HUNDREDS.test(low!) || !HUNDREDS.test(high!)) return null;
  const range = {
    low: quantity(Number(low) * 100, "ft"),
    high: quantity(Number(high) * 100, "ft"),
  };
  return { range, taken: 4 };
}
