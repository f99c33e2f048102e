/**
 * The tokens of a report with their positions. Nothing is changed in place: what a reader sees may be
 * normalised (capitals, plain hyphens), what a `Source` shows is always the raw text.
 *
 * @module
 */
import type { Issue, Source } from "../product.ts";
import { ALL_CLASSES, classOf, CONTROL, isDash, MARK, SEPARATOR, UNUSUAL } from "./chars.ts";

/** How much of a text is looked at; what lies beyond becomes `Tokens.rest`. */
export interface ScanLimits {
  /** UTF-16 code units. */
  readonly characters: number;
  readonly tokens: number;
}

/** The longest METAR seen has some 600 characters and 110 tokens. */
export const METAR_LIMITS: ScanLimits = { characters: 4096, tokens: 200 };
/** A 30-hour TAF of the US forces reaches some 2,000 characters and 250 tokens. */
export const TAF_LIMITS: ScanLimits = { characters: 8192, tokens: 600 };

/** Tokens as columns: token `i` spans `starts[i]` to `ends[i]` and is made of the classes in `shapes[i]`. */
export class Tokens {
  readonly raw: string;
  /** As long as `raw` up to the limit, character by character: what readers compare with. */
  text: string;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly shapes: number[] = [];
  /** What the scanner noticed: characters replaced, limits reached. */
  readonly issues: Issue[] = [];
  /** Offset at which reading stopped because of a limit; the raw length where none was reached. */
  limit: number;

  constructor(raw: string) {
    this.raw = raw;
    this.text = raw;
    this.limit = raw.length;
  }

  /** Number of tokens. */
  get count(): number {
    return this.starts.length;
  }

  /** The raw text beyond the limits, or `null`. */
  get rest(): Source | null {
    return this.limit < this.raw.length ? this.span(this.limit, this.raw.length) : null;
  }

  /** Length of token `i` in characters, 0 where there is none. */
  size(i: number): number {
    return i < this.starts.length ? this.ends[i]! - this.starts[i]! : 0;
  }

  /** Character code at `offset` of token `i` as normalised; 0 beyond its end. */
  code(i: number, offset: number): number {
    const at = this.starts[i]! + offset;
    return at < this.ends[i]! ? this.text.charCodeAt(at) : 0;
  }

  /** Token `i` as normalised; the empty string where there is none. */
  word(i: number): string {
    return i >= 0 && i < this.starts.length ? this.text.slice(this.starts[i]!, this.ends[i]!) : "";
  }

  /** Whether token `i` is exactly `word`. */
  is(i: number, word: string): boolean {
    return this.size(i) === word.length && this.text.startsWith(word, this.starts[i]!);
  }

  /** Whether token `i` starts with `prefix`. */
  startsWith(i: number, prefix: string): boolean {
    return this.size(i) >= prefix.length && this.text.startsWith(prefix, this.starts[i]!);
  }

  /** Where `count` tokens from `i` on come from, verbatim. */
  source(i: number, count = 1): Source {
    return this.span(this.starts[i]!, this.ends[i + count - 1]!);
  }

  /** The raw text from `start` to `end`. */
  span(start: number, end: number): Source {
    return { text: this.raw.slice(start, end), start, end };
  }

  /** Cuts token `i` in two at `offset` characters from its start: the repair of a missing blank. */
  split(i: number, offset: number): void {
    const start = this.starts[i]!;
    const end = this.ends[i]!;
    const cut = start + offset;
    if (!(cut > start && cut < end)) return;
    this.ends[i] = cut;
    this.shapes[i] = shapeOf(this.text, start, cut);
    this.starts.splice(i + 1, 0, cut);
    this.ends.splice(i + 1, 0, end);
    this.shapes.splice(i + 1, 0, shapeOf(this.text, cut, end));
  }

  /** The piece from `start` to `end` as the only token: for trying a reading without consequences. */
  piece(start: number, end: number): Tokens {
    const piece = new Tokens(this.raw);
    piece.text = this.text;
    piece.starts.push(start);
    piece.ends.push(end);
    piece.shapes.push(shapeOf(this.text, start, end));
    return piece;
  }

  /** Has readers see `word`, which must be as long as token `i`, in its place; `raw` stays as it is. */
  respell(i: number, word: string): void {
    if (word.length !== this.size(i)) return;
    this.text = this.text.slice(0, this.starts[i]!) + word + this.text.slice(this.ends[i]!);
    this.shapes[i] = shapeOf(this.text, this.starts[i]!, this.ends[i]!);
  }
}

/** The classes that occur in a piece of text, as bits. */
export function shapeOf(text: string, start: number, end: number): number {
  let shape = 0;
  for (let at = start; at < end; at++) shape |= classOf(text.charCodeAt(at));
  return shape & (ALL_CLASSES | MARK);
}

/**
 * Cuts a report into tokens in one pass over its character codes.
 *
 * Blanks and line ends separate. `=` and `$` are tokens of their own, as are runs of control,
 * zero-width and bidirectional characters (which no reader claims). Small letters and typographic
 * dashes are normalised and reported as repairs. Never throws; time is linear in the capped length.
 */
export function scan(raw: string, limits: ScanLimits = METAR_LIMITS): Tokens {
  const tokens = new Tokens(raw);
  const { starts, ends, shapes } = tokens;
  const length = Math.min(raw.length, limits.characters);
  let at = 0;
  let seen = 0;
  while (at < length) {
    let kind = classOf(raw.charCodeAt(at));
    if (kind === SEPARATOR) {
      at++;
      continue;
    }
    if (starts.length >= limits.tokens) {
      tokens.limit = at;
      break;
    }
    const start = at++;
    let shape = kind;
    // Control characters never mix with others in one token, and a mark stands alone.
    if (kind === CONTROL) {
      while (at < length && classOf(raw.charCodeAt(at)) === CONTROL) at++;
    } else if (kind !== MARK) {
      while (at < length) {
        kind = classOf(raw.charCodeAt(at));
        if (kind === SEPARATOR || (kind & (CONTROL | MARK)) !== 0) break;
        shape |= kind;
        at++;
      }
    }
    // A token that the length limit cuts through is not read at all: half a number is a wrong number.
    if (at === length && length < raw.length && classOf(raw.charCodeAt(length)) !== SEPARATOR) {
      tokens.limit = start;
      break;
    }
    seen |= shape;
    starts.push(start);
    ends.push(at);
    shapes.push(shape & ~UNUSUAL);
  }
  if (tokens.limit === raw.length && length < raw.length) tokens.limit = length;
  if (tokens.limit < raw.length && raw.slice(tokens.limit).trim() === "") {
    tokens.limit = raw.length;
  }
  if (tokens.limit < raw.length) {
    tokens.issues.push({
      code: "limit.length",
      severity: "error",
      message:
        `Only the first ${limits.tokens} groups or ${limits.characters} characters are read.`,
      source: tokens.span(tokens.limit, raw.length),
    });
  }
  if ((seen & UNUSUAL) !== 0) normalise(tokens, length);
  return tokens;
}

/** Capitals and plain hyphens, one character for one. */
function normalise(tokens: Tokens, length: number): void {
  const { raw } = tokens;
  let text = "";
  let small = false;
  for (let at = 0; at < length; at++) {
    const code = raw.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      text += String.fromCharCode(code - 32);
      small = true;
    } else if (code > 127 && isDash(code)) {
      text += "-";
      tokens.issues.push({
        code: "repair.unicodeMinus",
        severity: "info",
        message: "A typographic dash was read as a hyphen.",
        source: tokens.span(at, at + 1),
      });
    } else text += raw[at];
  }
  tokens.text = text;
  if (!small) return;
  tokens.issues.push({
    code: "repair.letterCase",
    severity: "info",
    message: "Small letters were read as capitals.",
  });
}
