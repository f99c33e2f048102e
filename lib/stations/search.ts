/**
 * Stations by what people type: codes first, then words of name and city, misspelt or not, large ones first.
 *
 * @module
 */
import { englishOf } from "./exonyms.ts";
import type { Station } from "./station.ts";
import { atOnce, inSteps, type Steps } from "../resilience/steps.ts";
import { countBits, forgiven, isGeneric, isWithin, lettersOf, toWords } from "./words.ts";

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
/** How well a word fits: itself, in another language, as its beginning, misspelt. */
const EXACT = 4;
const TRANSLATED = 4;
const BEGINNING = 2;
const MISSPELT = 1;

/** Work between two chances to do something else. */
const STATIONS_A_STEP = 100;
const WORDS_A_STEP = 2000;

/** Words of one length with the letters they have. */
interface Shelf {
  readonly words: string[];
  readonly letters: number[];
}

/** Full-text search over a fixed set of stations. */
export class StationSearch {
  readonly #stations: Station[] = [];
  /** City of each station as plain words, to tell a city typed in full. */
  readonly #cities: string[] = [];
  readonly #weights: number[] = [];
  /** Location indicators apart: so many words that occur once. */
  readonly #ids: [id: string, index: number][] = [];
  readonly #postings = new Map<string, number[]>();
  #sorted: string[] = [];
  readonly #shelves: Shelf[] = [];

  constructor(stations: Iterable<Station>) {
    atOnce(this.#build(stations));
  }

  /** As the constructor, but with a chance to do other things between steps of about a millisecond. */
  static async create(
    stations: Iterable<Station>,
    pause: () => Promise<void> | undefined,
  ): Promise<StationSearch> {
    const search = new StationSearch([]);
    await inSteps(search.#build(stations), pause);
    return search;
  }

  *#build(stations: Iterable<Station>): Steps<void> {
    let added = 0;
    for (const station of stations) {
      this.#add(station);
      if (++added % STATIONS_A_STEP === 0) yield;
    }
    this.#ids.sort((a, b) => a[0] < b[0] ? -1 : 1);
    yield;
    this.#sorted = [...this.#postings.keys()].sort();
    yield;
    for (const [index, word] of this.#sorted.entries()) {
      const shelf = this.#shelves[word.length] ??= { words: [], letters: [] };
      shelf.words.push(word);
      shelf.letters.push(lettersOf(word));
      if (index % WORDS_A_STEP === 0) yield;
    }
  }

  #add(station: Station): void {
    const index = this.#stations.length;
    const city = toWords(station.city ?? "");
    for (const word of toWords(station.name)) this.#post(word, index);
    for (const word of city) this.#post(word, index);
    this.#ids.push([station.id.toLowerCase(), index]);
    if (station.iata !== null) this.#post(station.iata.toLowerCase(), index);
    this.#stations.push(station);
    this.#cities.push(city.join(" "));
    this.#weights.push(weightOf(station));
  }

  #post(word: string, index: number): void {
    const list = this.#postings.get(word);
    if (list === undefined) this.#postings.set(word, [index]);
    else if (list[list.length - 1] !== index) list.push(index);
  }

  /** Best first; codes that match exactly stand before everything. */
  search(query: string, limit: number): Station[] {
    const words = toWords(query.slice(0, MAX_QUERY)).slice(0, MAX_WORDS);
    if (words.length === 0 || !(limit > 0)) return [];
    const phrase = words.join(" ");
    const found = this.#ranked(words, phrase, limit);
    return found.length === 0 && words.length > 1
      ? this.#ranked([words.join("")], phrase, limit)
      : found;
  }

  /** The best `limit` stations in which every telling word of the query occurs. */
  #ranked(words: readonly string[], phrase: string, limit: number): Station[] {
    const telling = words.filter((word) => !isGeneric(word));
    const required = telling.length > 0 ? telling : words;
    const totals = new Uint8Array(this.#stations.length);
    let candidates: number[] | null = null;
    for (const [step, word] of required.entries()) {
      const scores = this.#match(word);
      // Only what held all words before stays; a total of 0 means out.
      candidates = (candidates ?? scores.touched).filter((index) => {
        const score = scores.of[index]!;
        const stays: boolean = score > 0 && (step === 0 || totals[index]! > 0);
        totals[index] = stays ? totals[index]! + score : 0;
        return stays;
      });
    }
    return this.#best(candidates ?? [], totals, phrase, limit);
  }

  #best(
    candidates: readonly number[],
    totals: Uint8Array,
    phrase: string,
    limit: number,
  ): Station[] {
    const best: { index: number; score: number }[] = [];
    for (const index of candidates) {
      const score = totals[index]! + this.#weights[index]! + this.#exactness(index, phrase);
      if (best.length >= limit && score <= best[best.length - 1]!.score) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.score < score) at--;
      best.splice(at, 0, { index, score });
      if (best.length > limit) best.pop();
    }
    return best.map(({ index }) => this.#stations[index]!);
  }

  /** How well `word` fits each station. */
  #match(word: string): { of: Uint8Array; touched: number[] } {
    const of = new Uint8Array(this.#stations.length);
    const touched: number[] = [];
    const mark = (index: number, score: number) => {
      if (of[index] === 0) touched.push(index);
      if (of[index]! < score) of[index] = score;
    };
    const take = (match: string, score: number) => {
      for (const index of this.#postings.get(match)!) mark(index, score);
    };
    const scoreOf = (match: string) => match === word ? EXACT : BEGINNING;
    for (let i = firstFrom(this.#ids, word, (entry) => entry[0]); i < this.#ids.length; i++) {
      const [id, index] = this.#ids[i]!;
      if (!id.startsWith(word)) break;
      mark(index, scoreOf(id));
    }
    for (let i = firstFrom(this.#sorted, word, (each) => each); i < this.#sorted.length; i++) {
      const match = this.#sorted[i]!;
      if (!match.startsWith(word)) break;
      take(match, scoreOf(match));
    }
    for (const english of englishOf(word)) {
      if (this.#postings.has(english)) take(english, TRANSLATED);
    }
    // A rare word may be a misspelt common one: "Kenedy" is a town, and Kennedy without an n.
    if (touched.length <= 20) this.#eachMisspelling(word, (match) => take(match, MISSPELT));
    return { of, touched: touched.sort((a, b) => a - b) };
  }

  #eachMisspelling(word: string, take: (match: string) => void): void {
    const limit = forgiven(word);
    if (limit === 0) return;
    const letters = lettersOf(word);
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      const shelf = this.#shelves[length];
      if (shelf === undefined) continue;
      for (let i = 0; i < shelf.words.length; i++) {
        if (countBits(letters ^ shelf.letters[i]!) > 2 * limit) continue;
        if (isWithin(word, shelf.words[i]!, limit)) take(shelf.words[i]!);
      }
    }
  }

  /** A code typed in full means that station; a city typed in full means its airports. */
  #exactness(index: number, phrase: string): number {
    const { id, iata } = this.#stations[index]!;
    if (phrase.length === 4 && id.toLowerCase() === phrase) return 100;
    if (phrase.length === 3 && iata?.toLowerCase() === phrase) return 50;
    return this.#cities[index] === phrase ? 1 : 0;
  }
}

/** Index of the first entry of a sorted list that is not before `text`. */
function firstFrom<T>(sorted: readonly T[], text: string, textOf: (entry: T) => string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (textOf(sorted[middle]!) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function weightOf(station: Station): number {
  let feet = 0;
  for (const runway of station.runways) feet += runway.length?.value ?? 0;
  return SIZE_SCORE[station.size] + Math.min(feet, 60_000) / 60_000 + (station.iata ? 0.2 : 0);
}
