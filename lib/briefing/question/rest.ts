/**
 * What of a question has not been read yet.
 *
 * @module
 */

/** What `Rest` looks for. */
export type Pattern = Pick<RegExp, "exec" | "test">;

/**
 * A pattern that begins and ends where a word does, any case, letters of all scripts. It is made when it is first
 * looked for: there are dozens, and all letters of all scripts in any case take a while, which no start should wait.
 */
export function words(source: string): Pattern {
  let made: RegExp | null = null;
  const pattern = () =>
    made ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "iu");
  return {
    exec: (text) => pattern().exec(text),
    test: (text) => pattern().test(text),
  };
}

/** A piece that is left, with its place in the question. */
export interface LeftWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text with what was read blanked out, so that places stay the same. */
export class Rest {
  readonly whole: string;
  #text: string;

  constructor(question: string) {
    this.whole = question;
    this.#text = question;
  }

  /** Takes the first match of `pattern` out; `null` where there is none. */
  take(pattern: Pattern): RegExpExecArray | null {
    const match = pattern.exec(this.#text);
    if (match !== null) this.drop(match.index, match.index + match[0].length);
    return match;
  }

  /** Takes every match out; whether there was one. */
  takeAll(pattern: Pattern): boolean {
    let found = false;
    while (this.take(pattern) !== null) found = true;
    return found;
  }

  /** Puts back what was taken: it was no such thing. */
  putBack({ index, 0: { length } }: RegExpExecArray): void {
    const end = index + length;
    this.#text = this.#text.slice(0, index) + this.whole.slice(index, end) + this.#text.slice(end);
  }

  /** Blanks out a piece. */
  drop(start: number, end: number): void {
    this.#text = this.#text.slice(0, start) + " ".repeat(end - start) + this.#text.slice(end);
  }

  /** Whether what is left has a match. */
  has(pattern: Pattern): boolean {
    return pattern.test(this.#text);
  }

  /** The words that are left. */
  words(): LeftWord[] {
    return [...this.#text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,:'’/+\-°%]*/gu)].map((match) => {
      const text = match[0].replace(/[.,:'’/+\-]+$/u, "");
      return { text, start: match.index, end: match.index + text.length };
    });
  }
}
