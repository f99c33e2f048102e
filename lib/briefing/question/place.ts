/**
 * The place of a question: a code, or a name as the search finds it.
 *
 * @module
 */
import type { Station } from "../../stations/station.ts";
import { englishOf } from "../../stations/exonyms.ts";
import { toWords } from "../../stations/words.ts";
import type { BriefingWorld } from "../world.ts";
import type { AskedPlace } from "./intent.ts";
import { type LeftWord, Rest } from "./rest.ts";
import { BEFORE_PLACE } from "./vocabulary.ts";

/** What of the world a place is found with. */
export type Places = Pick<BriefingWorld, "resolve" | "stations">;

/** Most runs of words that are looked at, most words of a run, and most searches for them. */
const MAX_RUNS = 4;
const MAX_RUN_WORDS = 5;
const MAX_SEARCHES = 12;
/** Other places with the same name that are told. */
const MAX_OTHERS = 5;

/** Takes the place out of what is left of a question; `null` where it names none. */
export function takePlace(rest: Rest, places: Places): AskedPlace | null {
  const isCapital = ({ text }: LeftWord) => text === text.toUpperCase();
  return takeCode(rest, places, (word) => isCapital(word) && word.text.length === 4) ??
    // "New York" is no NEW, "San Francisco" no SAN.
    takeName(rest, places, (run) => run.length > 1) ??
    takeCode(rest, places, isCapital) ??
    takeCode(rest, places, (word) => isBeforePlace(rest, word) || word.text.length === 4) ??
    takeName(rest, places, () => true) ??
    takeUnknown(rest);
}

/**
 * Takes a place out that is written as a name of several words, before anything else is read: `Cold Bay` asks for no
 * temperature. A code in capitals says where instead.
 */
export function takeTitled(rest: Rest, places: Places): AskedPlace | null {
  const all = rest.words();
  const isCode = ({ text }: LeftWord) =>
    /^[A-Z][A-Z0-9]{3}$/.test(text) && places.resolve(text) !== undefined;
  if (all.some(isCode)) return null;
  let searches = 0;
  for (const run of titledRuns(rest)) {
    for (const piece of piecesOf(run)) {
      if (piece.length < 2) continue;
      if (searches++ >= MAX_SEARCHES) return null;
      const place = search(rest, piece, false, false, places, isTitled);
      if (place !== null) return place;
    }
  }
  return null;
}

/** Words in a row that are written as names are. */
function titledRuns(rest: Rest): LeftWord[][] {
  const runs: LeftWord[][] = [];
  let end = -1;
  for (const word of rest.words()) {
    if (!isTitled(word.text)) continue;
    if (rest.whole.slice(end, word.start) === " ") runs.at(-1)!.push(word);
    else runs.push([word]);
    end = word.end;
  }
  return runs;
}

/** The place that `written` names by itself, misspelt or not. */
export function placeOf(written: string, places: Places): AskedPlace {
  const before = "at ";
  const rest = new Rest(before + written);
  rest.drop(0, before.length);
  return takePlace(rest, places) ?? { written, id: null, others: [] };
}

/** Whether a place was found by its name, or by a code that is written as names are: `Lima`. */
export function isByName({ written, id }: AskedPlace, places: Places): boolean {
  return id !== null && (places.resolve(written) === undefined || isTitled(written));
}

const isTitled = (text: string) => /^\p{Lu}\p{Ll}+$/u.test(text);

/** A code of ICAO or IATA that is known, of the words that `may` be one. */
function takeCode(
  rest: Rest,
  places: Places,
  may: (word: LeftWord) => boolean,
): AskedPlace | null {
  for (const word of rest.words()) {
    if (!/^[A-Za-z0-9]{3,4}$/.test(word.text) || !may(word)) continue;
    const id = places.resolve(word.text);
    if (id === undefined) continue;
    rest.drop(word.start, word.end);
    const others = isTitled(word.text) ? namesakes(word.text, id, places) : [];
    return { written: word.text, id, others };
  }
  return null;
}

/** Other places whose name or city has the word. */
function namesakes(word: string, id: string, { stations }: Places): string[] {
  return stations.search(word, MAX_OTHERS + 1)
    .filter((station) => station.id !== id && isNamed(station, word, false))
    .map((station) => station.id).slice(0, MAX_OTHERS);
}

const isBeforePlace = (rest: Rest, { start }: LeftWord) =>
  BEFORE_PLACE.test(rest.whole.slice(0, start));

/** Words that stand together and that nothing else has read. */
function runsOf(rest: Rest): LeftWord[][] {
  const runs: LeftWord[][] = [];
  let end = -1;
  for (const word of rest.words()) {
    const between = rest.whole.slice(end, word.start);
    if (end >= 0 && /^[\s.'’/-]*$/u.test(between)) runs.at(-1)!.push(word);
    else runs.push([word]);
    end = word.end;
  }
  return runs;
}

function takeName(
  rest: Rest,
  places: Places,
  may: (run: readonly LeftWord[]) => boolean,
): AskedPlace | null {
  const runs = runsOf(rest).filter(may).slice(0, MAX_RUNS);
  let searches = 0;
  const before = runs.filter(([first]) => isBeforePlace(rest, first!));
  for (const run of [...before, ...runs.filter((run) => !before.includes(run))]) {
    for (const piece of piecesOf(run)) {
      if (searches++ >= MAX_SEARCHES) return null;
      const isFirst = before.includes(run) && piece[0] === run[0];
      const place = search(rest, piece, isFirst, piece.length < run.length, places);
      if (place !== null) return place;
    }
  }
  return null;
}

/** A run and its parts that may be names, the longest first. Letters alone would be the beginning of everything. */
function piecesOf(run: readonly LeftWord[]): LeftWord[][] {
  const pieces: LeftWord[][] = [];
  for (let length = Math.min(run.length, MAX_RUN_WORDS); length > 0; length--) {
    for (let from = 0; from + length <= Math.min(run.length, MAX_RUN_WORDS); from++) {
      const piece = run.slice(from, from + length);
      if (piece.some(({ text }) => /\p{L}{3}/u.test(text))) pieces.push(piece);
    }
  }
  return pieces;
}

function search(
  rest: Rest,
  piece: readonly LeftWord[],
  maybeMisspelt: boolean,
  isPart: boolean,
  { stations }: Places,
  /** Which other words may be of its name: `cold` beside `Cold Bay` is none. */
  mayBeName: (word: string) => boolean = () => true,
): AskedPlace | null {
  const [start, end] = [piece[0]!.start, piece.at(-1)!.end];
  const written = rest.whole.slice(start, end);
  const found = stations.search(written, MAX_OTHERS + 1);
  const fitting = maybeMisspelt && !isPart
    ? found
    : found.filter((station) => isNamed(station, written, isPart && piece.length === 1));
  const [first, ...others] = fitting;
  if (first === undefined) return null;
  rest.drop(start, end);
  dropNameWords(rest, first, mayBeName);
  return { written, id: first.id, others: others.map(({ id }) => id) };
}

const namesOf = ({ name, city }: Station) => new Set([...toWords(name), ...toWords(city ?? "")]);

/** A word of a name is taken alone where it is so long: "New" is many places. */
const TELLING_CHARACTERS = 5;

/**
 * Whether every word is one of the station's name or city, in English or another language. A word `alone` among others
 * that are none must be the whole city, or long enough to tell.
 */
function isNamed(station: Station, written: string, alone: boolean): boolean {
  const names = namesOf(station);
  const words = toWords(written);
  const isTelling = !alone || written.length >= TELLING_CHARACTERS ||
    toWords(station.city ?? "").join(" ") === words.join(" ");
  return isTelling &&
    words.every((word) => names.has(word) || englishOf(word).some((english) => names.has(english)));
}

/** `Main` of `Frankfurt am Main`. */
function dropNameWords(rest: Rest, station: Station, may: (word: string) => boolean): void {
  const names = namesOf(station);
  for (const { text, start, end } of rest.words()) {
    if (may(text) && toWords(text).every((word) => names.has(word))) rest.drop(start, end);
  }
}

/** A word that stands where a place does, or looks like a code, and is none. */
function takeUnknown(rest: Rest): AskedPlace | null {
  const left = rest.words();
  const word = left.find(({ text }) => /^[A-Z][A-Z0-9]{2,3}$/.test(text)) ??
    left.find((one) => /^\p{L}/u.test(one.text) && isBeforePlace(rest, one));
  if (word === undefined) return null;
  rest.drop(word.start, word.end);
  return { written: word.text, id: null, others: [] };
}
