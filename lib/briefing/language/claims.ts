/**
 * What a sentence claims, piece by piece: each number with what it is a number of, each instant with its role, each noun with
 * its intensities, what is denied, and the words that carry meaning.
 *
 * @module
 */
import type { Lexicon } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** A number as it stands in its clause. */
export interface NumberClaim {
  readonly token: Token & { readonly kind: "number" };
  /** The noun that it belongs to; empty where its clause has none. */
  readonly of: string;
  readonly bound: "atLeast" | "atMost" | null;
  readonly datum: Datum | null;
  /** Behind "toward": a movement, not an origin. */
  readonly toward: boolean;
  /** Lower or upper end of a range. */
  readonly end: "low" | "high" | null;
  /** Number of its clause: those of one clause keep their order. */
  readonly clause: number;
}
export type Datum = "MSL" | "AGL" | "true" | "magnetic";

/** An instant as it stands in its clause. */
export interface TimeClaim {
  readonly token: Token & { readonly kind: "time" };
  readonly role: "start" | "end" | "point";
}

/** Everything that a sentence claims. */
export interface Claims {
  readonly numbers: readonly NumberClaim[];
  readonly times: readonly TimeClaim[];
  readonly codes: ReadonlySet<string>;
  readonly directions: readonly DirectionClaim[];
  /** Content words, synonyms brought to one form. */
  readonly content: ReadonlySet<string>;
  /** Intensities by the noun they belong to: `turbulence moderate`. */
  readonly intensities: ReadonlySet<string>;
  /** Nouns that are denied, and those that stand without a denial. */
  readonly denied: ReadonlySet<string>;
  readonly affirmed: ReadonlySet<string>;
  /** Words that speak of now, and of a forecast. */
  readonly observed: ReadonlySet<string>;
  readonly forecast: ReadonlySet<string>;
}

/** A point of the compass, spelt out or as code. */
export interface DirectionClaim {
  readonly point: string;
  readonly toward: boolean;
  /** The noun that it belongs to. */
  readonly of: string;
}

/** Reads the claims of tokens. */
export function claimsOf(tokens: readonly Token[], lexicon: Lexicon): Claims {
  const reader = new Reader(tokens, lexicon);
  return reader.read();
}

const POINT = /^(?:[NS]{1,2}[EW]?|[EW]{1,2}|[NS][NS][EW]|[EW][NS][EW])$/;

class Reader {
  readonly #tokens: readonly Token[];
  readonly #lexicon: Lexicon;
  readonly #clauses: readonly (readonly [number, number])[];

  constructor(tokens: readonly Token[], lexicon: Lexicon) {
    this.#tokens = tokens;
    this.#lexicon = lexicon;
    this.#clauses = clausesOf(tokens);
  }

  read(): Claims {
    const numbers: NumberClaim[] = [];
    const times: TimeClaim[] = [];
    const codes = new Set<string>();
    const directions: DirectionClaim[] = [];
    const content = new Set<string>();
    const intensities = new Set<string>();
    const denied = new Set<string>();
    const affirmed = new Set<string>();
    const observed = new Set<string>();
    const forecast = new Set<string>();
    for (const [clause, [from, to]] of this.#clauses.entries()) {
      for (let i = from; i < to; i++) {
        const token = this.#tokens[i]!;
        if (token.kind === "number") {
          const of = this.#nounNear(i, from, to);
          const [bound, datum] = [this.#boundAt(i), this.#datumAt(i)];
          const end = this.#endAt(i, from);
          numbers.push({ token, of, bound, datum, toward: this.#isToward(i), end, clause });
        } else if (token.kind === "time") {
          times.push({ token, role: this.#roleAt(i, from) });
        } else if (token.kind === "code") {
          if (POINT.test(token.text)) {
            directions.push(this.#direction(token.text, i, from, to));
          } else if (token.text !== "MSL" && token.text !== "AGL") codes.add(token.text);
        } else if (token.kind === "word") {
          const word = token.text;
          if (this.#lexicon.observed.has(word)) observed.add(word);
          if (this.#lexicon.forecast.has(word)) forecast.add(word);
          const point = this.#lexicon.compass.get(word);
          if (point !== undefined) directions.push(this.#direction(point, i, from, to));
          else if (this.#lexicon.intensities.has(word)) {
            content.add(word);
            intensities.add(`${this.#nearestNoun(i, from, to)} ${word}`);
          } else if (this.#isContent(i)) {
            content.add(this.#canonical(word));
            (this.#isDenied(i, from) ? denied : affirmed).add(this.#canonical(word));
          }
        }
      }
    }
    return {
      numbers,
      times,
      codes,
      directions,
      content,
      intensities,
      denied,
      affirmed,
      observed,
      forecast,
    };
  }

  #word(i: number): string | null {
    const token = this.#tokens[i];
    return token?.kind === "word" ? token.text : null;
  }

  #canonical(word: string): string {
    return this.#lexicon.synonyms.get(word) ?? word;
  }

  /** A word that carries meaning, and is none of the classes that are looked at on their own. */
  #isContent(i: number): boolean {
    const word = this.#word(i);
    const { neutral, negations, observed, forecast, starts, ends, intensities, compass } =
      this.#lexicon;
    return word !== null && !neutral.has(word) && !negations.has(word) && !observed.has(word) &&
      !forecast.has(word) && !starts.has(word) && !ends.has(word) && !intensities.has(word) &&
      !compass.has(word) && !this.#isBoundWord(i) && !this.#isDatumWord(i);
  }

  /** Nouns and cloud amounts: what a number can be of. */
  #isNoun(i: number): boolean {
    return this.#isContent(i) || this.#lexicon.amounts.has(this.#word(i) ?? "");
  }

  #nounNear(i: number, from: number, to: number): string {
    for (let j = i - 1; j >= from; j--) {
      if (this.#isNoun(j)) return this.#canonical(this.#word(j)!);
    }
    for (let j = i + 1; j < to && this.#tokens[j]!.kind !== "number"; j++) {
      if (this.#isNoun(j)) return this.#canonical(this.#word(j)!);
    }
    return "";
  }

  /** The nearest noun, the one behind before the one in front. */
  #nearestNoun(i: number, from: number, to: number): string {
    for (let distance = 1; distance < to - from; distance++) {
      for (const j of [i + distance, i - distance]) {
        if (j >= from && j < to && this.#isContent(j)) return this.#canonical(this.#word(j)!);
      }
    }
    return "";
  }

  #isDenied(i: number, from: number): boolean {
    for (let j = i - 1; j >= from && j >= i - 3; j--) {
      const word = this.#word(j);
      if (word !== null && this.#lexicon.negations.has(word)) return true;
      if (this.#isContent(j) && this.#tokens[j]!.kind === "word" && j < i - 1) return false;
    }
    return false;
  }

  #phrase(from: number, length: number): string {
    return Array.from({ length }, (_, k) => this.#word(from + k) ?? "").join(" ");
  }

  #boundAt(i: number): "atLeast" | "atMost" | null {
    // After the number and its datum: "4,000 ft above ground or lower".
    const after = i + 1 + this.#datumLength(i + 1);
    const before = [this.#phrase(i - 2, 2), this.#phrase(i - 1, 1)];
    const behind = [this.#phrase(after, 2), this.#phrase(after, 1)];
    const { atLeast, atMost } = this.#lexicon;
    // "above" and "below" make a bound only in front of a number, "or more" only behind it.
    const fits = (phrases: readonly string[]) =>
      phrases.some((phrase) => (isTail(phrase) ? behind : before).includes(phrase));
    return fits(atLeast) ? "atLeast" : fits(atMost) ? "atMost" : null;
  }

  #isBoundWord(i: number): boolean {
    const { atLeast, atMost } = this.#lexicon;
    const phrases = [...atLeast, ...atMost];
    return phrases.includes(this.#phrase(i, 1)) || phrases.includes(this.#phrase(i, 2)) ||
      phrases.includes(this.#phrase(i - 1, 2));
  }

  #datumLength(i: number): number {
    const token = this.#tokens[i];
    if (token?.kind === "code" && (token.text === "MSL" || token.text === "AGL")) return 1;
    if (DATUMS.has(this.#phrase(i, 2))) return 2;
    return DATUMS.has(this.#phrase(i, 1)) ? 1 : 0;
  }

  #datumAt(i: number): Datum | null {
    const token = this.#tokens[i + 1];
    if (token?.kind === "code" && (token.text === "MSL" || token.text === "AGL")) return token.text;
    return DATUMS.get(this.#phrase(i + 1, 2)) ?? DATUMS.get(this.#phrase(i + 1, 1)) ?? null;
  }

  #isDatumWord(i: number): boolean {
    return DATUMS.has(this.#phrase(i, 1)) || DATUMS.has(this.#phrase(i, 2)) ||
      DATUMS.has(this.#phrase(i - 1, 2));
  }

  #roleAt(i: number, from: number): TimeClaim["role"] {
    for (let j = i - 1; j >= from && j >= i - 4; j--) {
      const word = this.#word(j);
      if (this.#tokens[j]!.kind === "time" && word === null) break;
      if (word === null) continue;
      if (this.#lexicon.ends.has(word) && this.#hasTimeBefore(j, from)) return "end";
      if (this.#lexicon.ends.has(word) && word !== "and" && word !== "und" && word !== "to") {
        return "end";
      }
      if (this.#lexicon.starts.has(word)) return "start";
    }
    // A first one of two: "valid 18:00Z to 20:00Z", "passed 18:00Z to 18:20Z".
    const next = this.#word(i + 1);
    const isPair = next !== null && this.#lexicon.ends.has(next) && next !== "and" &&
      next !== "und" && this.#tokens[i + 2]?.kind === "time";
    return isPair ? "start" : "point";
  }

  #hasTimeBefore(j: number, from: number): boolean {
    for (let k = j - 1; k >= from; k--) if (this.#tokens[k]!.kind === "time") return true;
    return false;
  }

  #direction(point: string, i: number, from: number, to: number): DirectionClaim {
    return { point, toward: this.#isToward(i), of: this.#nounNear(i, from, to) };
  }

  /** `from 700 ft to 3,100 ft`, `between … and …`, `up to …`. */
  #endAt(i: number, from: number): "low" | "high" | null {
    const before = this.#word(i - 1);
    if (before === null || i - 1 < from) return null;
    if (this.#word(i - 2) === "up" || (before === "bis" && !this.#hasNumberBefore(i, from))) {
      return "high";
    }
    if (this.#lexicon.ends.has(before)) return this.#hasNumberBefore(i, from) ? "high" : null;
    return this.#lexicon.starts.has(before) ? "low" : null;
  }

  #hasNumberBefore(i: number, from: number): boolean {
    for (let j = i - 1; j >= from; j--) if (this.#tokens[j]!.kind === "number") return true;
    return false;
  }

  #isToward(i: number): boolean {
    const before = this.#word(i - 1) ?? "";
    const further = this.#word(i - 2) ?? "";
    return TOWARD.has(before) || TOWARD.has(further);
  }
}

const TOWARD = new Set(["toward", "towards", "nach", "richtung"]);
const DATUMS: ReadonlyMap<string, Datum> = new Map([
  ["above ground", "AGL"],
  ["über grund", "AGL"],
  ["true", "true"],
  ["rechtweisend", "true"],
  ["magnetic", "magnetic"],
  ["missweisend", "magnetic"],
]);

/** Whether a phrase stands behind its number. */
function isTail(phrase: string): boolean {
  return phrase.startsWith("or ") || phrase.startsWith("oder ");
}

/** Clauses end at signs; a comma between a noun and its number does not part them, but then there is none. */
function clausesOf(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const clauses: [number, number][] = [];
  let from = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "end" || token.text === "-") continue;
    if (i > from) clauses.push([from, i]);
    from = i + 1;
  }
  if (from < tokens.length) clauses.push([from, tokens.length]);
  return clauses;
}
