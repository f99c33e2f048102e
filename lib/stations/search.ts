/**
 * Stations by what people type: codes first, then words of name and city, misspelt or not, large ones first.
 *
 * @module
 */
import type { Station } from "./station.ts";
import { forgiven, isGeneric, isWithin, toWords } from "./words.ts";

const MAX_QUERY = 80;
const MAX_WORDS = 6;
const SIZE_SCORE: Record<Station["size"], number> = {
  large: 1.5,
  medium: 0.9,
  small: 0.3,
  station: 0.3,
  seaplane: 0.1,
  heliport: 0,
};

interface Entry {
  readonly station: Station;
  readonly city: string;
  /** Size and length of runways: what most people mean by a name. */
  readonly weight: number;
}

/** Full-text search over a fixed set of stations. */
export class StationSearch {
  readonly #entries: Entry[] = [];
  readonly #postings = new Map<string, number[]>();
  readonly #sorted: string[];
  readonly #byLength: string[][] = [];

  constructor(stations: Iterable<Station>) {
    for (const station of stations) this.#add(station);
    this.#sorted = [...this.#postings.keys()].sort();
    for (const word of this.#sorted) (this.#byLength[word.length] ??= []).push(word);
  }

  #add(station: Station): void {
    const index = this.#entries.length;
    const city = toWords(station.city ?? "");
    const words = new Set([...toWords(station.name), ...city]);
    words.add(station.id.toLowerCase());
    if (station.iata !== null) words.add(station.iata.toLowerCase());
    for (const word of words) {
      const list = this.#postings.get(word);
      if (list === undefined) this.#postings.set(word, [index]);
      else list.push(index);
    }
    this.#entries.push({ station, city: city.join(" "), weight: weightOf(station) });
  }

  /** Best first; codes that match exactly stand before everything. */
  search(query: string, limit: number): Station[] {
    const words = toWords(query.slice(0, MAX_QUERY)).slice(0, MAX_WORDS);
    if (words.length === 0 || !(limit > 0)) return [];
    let scores = this.#score(words);
    if (scores.size === 0 && words.length > 1) scores = this.#score([words.join("")]);
    const phrase = words.join(" ");
    const ranked = [...scores].map(([index, score]) => {
      const entry = this.#entries[index]!;
      return { entry, score: score + entry.weight + exactness(entry, phrase) };
    });
    ranked.sort((a, b) => b.score - a.score || (a.entry.station.id < b.entry.station.id ? -1 : 1));
    return ranked.slice(0, limit).map(({ entry }) => entry.station);
  }

  /** Stations in which every telling word of the query occurs, with how well. */
  #score(words: readonly string[]): Map<number, number> {
    const telling = words.filter((word) => !isGeneric(word));
    const required = telling.length > 0 ? telling : words;
    let scores: Map<number, number> | null = null;
    for (const word of required) {
      const matches = this.#match(word);
      const joined = new Map<number, number>();
      for (const [index, score] of matches) {
        const before: number | undefined = scores === null ? 0 : scores.get(index);
        if (before !== undefined) joined.set(index, before + score);
      }
      scores = joined;
    }
    return scores ?? new Map();
  }

  /** Index of station → 3 for the word itself, 2 for its beginning, 1 for a misspelling. */
  #match(word: string): Map<number, number> {
    const found = new Map<number, number>();
    const take = (match: string, score: number) => {
      for (const index of this.#postings.get(match) ?? []) {
        if ((found.get(index) ?? 0) < score) found.set(index, score);
      }
    };
    for (const match of this.#beginningWith(word)) take(match, match === word ? 3 : 2);
    if (this.#postings.has(word) || found.size > 20) return found;
    const limit = forgiven(word);
    for (let length = word.length - limit; limit > 0 && length <= word.length + limit; length++) {
      for (const candidate of this.#byLength[length] ?? []) {
        if (isWithin(word, candidate, limit)) take(candidate, 1);
      }
    }
    return found;
  }

  *#beginningWith(prefix: string): Iterable<string> {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#sorted.length && this.#sorted[i]!.startsWith(prefix); i++) {
      yield this.#sorted[i]!;
    }
  }
}

function weightOf(station: Station): number {
  let feet = 0;
  for (const runway of station.runways) feet += runway.length?.value ?? 0;
  return SIZE_SCORE[station.size] + Math.min(feet, 60_000) / 60_000 + (station.iata ? 0.2 : 0);
}

/** A code typed in full means that station; a city typed in full means its airports. */
function exactness(entry: Entry, phrase: string): number {
  const { station, city } = entry;
  if (station.id.toLowerCase() === phrase) return 100;
  if (station.iata?.toLowerCase() === phrase) return 50;
  return city === phrase ? 1 : 0;
}
