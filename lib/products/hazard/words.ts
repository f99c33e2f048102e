/**
 * The words of a warning with their places, and which of them a rule has claimed.
 *
 * Hyphens, full stops, dots in a row, brackets, commas and colons are words of their own: `MSP-10NE` is
 * three, `TURB...NE` is three.
 *
 * @module
 */
import type { Source } from "../product.ts";
import { isDash } from "../scan/chars.ts";

/** A longer text is cut there. The longest AIRMET bulletin seen has some 5,000 characters. */
export const MAX_WARNING_LENGTH = 16_384;

const MARKS = new Set(["-", ".", "...", "(", ")", ",", ":", ";"]);
const isSeparator = (code: number) =>
  code <= 32 || code === 0x3d || code === 0xa0 || (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x2000 && code <= 0x200f) || code === 0xfeff;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** The words of a text; `i` counts them from 0. */
export class Words {
  readonly raw: string;
  readonly count: number;
  readonly #texts: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #claimed: Uint8Array;

  /** The words between `start` and `end`, offsets of `raw`; all of a warning by default. */
  constructor(raw: string, end = Math.min(raw.length, MAX_WARNING_LENGTH), start = 0) {
    this.raw = raw;
    let at = start;
    while (at < end) {
      if (isSeparator(raw.charCodeAt(at))) at++;
      else at = this.#read(at, end);
    }
    this.count = this.#texts.length;
    this.#claimed = new Uint8Array(this.count);
  }

  #read(start: number, end: number): number {
    const mark = markAt(this.raw, start, end);
    let at = start + mark.length;
    if (mark === "") {
      at++;
      while (at < end && !isSeparator(this.raw.charCodeAt(at)) && !this.#breaks(at, start, end)) {
        at++;
      }
    }
    this.#texts.push(mark !== "" ? markName(mark) : this.raw.slice(start, at).toUpperCase());
    this.#starts.push(start);
    this.#ends.push(at);
    return at;
  }

  /** Whether a mark ends the word at `at`: a point between figures (`1.5`) and in a web address does not. */
  #breaks(at: number, start: number, end: number): boolean {
    const mark = markAt(this.raw, at, end);
    if (mark !== ".") return mark !== "";
    const between = isDigit(this.raw.charCodeAt(at - 1)) && at + 1 < end &&
      isDigit(this.raw.charCodeAt(at + 1));
    return !between && !this.raw.startsWith("WWW", start);
  }

  /** Word `i` in capitals; the empty string where there is none. */
  word(i: number): string {
    return this.#texts[i] ?? "";
  }

  /** Whether the words from `i` on are those of `phrase`, divided by blanks. */
  at(i: number, phrase: string): boolean {
    const first = this.word(i);
    if (first === "" || !phrase.startsWith(first)) return false;
    const parts = phrase.split(" ");
    return parts.every((part, index) => this.word(i + index) === part);
  }

  /** Where `taken` words from `i` on stand, verbatim. */
  source(i: number, taken = 1): Source {
    const start = this.#starts[i]!;
    const end = this.#ends[i + taken - 1]!;
    return { text: this.raw.slice(start, end), start, end };
  }

  /** Whether nothing but the line's end stands between word `i − 1` and word `i`. */
  startsLine(i: number): boolean {
    if (i === 0) return true;
    return this.raw.slice(this.#ends[i - 1]!, this.#starts[i]!).includes("\n");
  }

  /** Marks `taken` words from `i` on as understood. */
  claim(i: number, taken: number): void {
    this.#claimed.fill(1, i, i + taken);
  }

  /** Marks the words between two offsets of the text as understood. */
  claimRange(start: number, end: number): void {
    for (let i = 0; i < this.count; i++) {
      if (this.#starts[i]! >= start && this.#ends[i]! <= end) this.#claimed[i] = 1;
    }
  }

  /** Words nobody claimed; lone punctuation needs no claim. */
  unclaimed(): Source[] {
    const left: Source[] = [];
    for (let i = 0; i < this.count; i++) {
      if (this.#claimed[i] === 0 && !MARKS.has(this.word(i))) left.push(this.source(i));
    }
    return left;
  }
}

/** The mark at `at` as written, or the empty string. */
function markAt(raw: string, at: number, end: number): string {
  const code = raw.charCodeAt(at);
  if (isDash(code) || raw[at] === "-") return raw[at]!;
  if (raw[at] === ".") {
    let stop = at + 1;
    while (stop < end && raw[stop] === ".") stop++;
    return raw.slice(at, stop);
  }
  return "(),:;".includes(raw[at]!) ? raw[at]! : "";
}

function markName(mark: string): string {
  if (mark.startsWith(".")) return mark.length > 1 ? "..." : ".";
  return "(),:;".includes(mark) ? mark : "-";
}
