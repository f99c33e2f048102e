/**
 * Reports of a bulletin or a file of bulletins, one by one.
 *
 * @module
 */
import type { ProductName } from "../product.ts";
import {
  beginsReport,
  dateOf,
  type Heading,
  headingOf,
  isOneText,
  keywordOf,
  productOfHeading,
} from "./heading.ts";
import { type Line, linesOf } from "./lines.ts";

/** A report found in a bulletin. */
export interface BulletinReport {
  /** Its lines, joined by `\n`; control characters and blanks at line ends taken away, the rest verbatim. */
  readonly text: string;
  /** What it looks like, or `null`. */
  readonly product: ProductName | null;
  /** The bulletin's heading, `null` outside of one. */
  readonly heading: Heading | null;
  /** The keyword at the bulletin's head that stands for all its reports: `METAR`, `TAF AMD`. */
  readonly keyword: string | null;
  /** The date line of a NOAA cycle file, milliseconds since the epoch. */
  readonly statedAt: number | null;
  /** Longer than any report: the text was cut here and goes on in the next one. */
  readonly cut: boolean;
}

/** Options of `readBulletins`. */
export interface BulletinOptions {
  /** Names the product of a text where neither heading nor keyword does. Default: `null`, not known. */
  readonly recognise?: (text: string) => ProductName | null;
  /** Longest text kept together, UTF-16 code units. Default: 65,536. */
  readonly maxLength?: number;
}

/**
 * Splits a stream of bulletins into reports. Headings are taken off; reports end at `=`, at blank lines, where the
 * next one begins, and at the end of the bulletin; texts of warnings run on over blank lines. Memory does not
 * depend on the length of the stream.
 *
 * @throws whatever the stream throws; reports before that have been given
 * @example
 * ```ts
 * import { readBulletins } from "./read.ts";
 * import assert from "node:assert/strict";
 * const texts: string[] = [];
 * for await (const { text } of readBulletins(ReadableStream.from(["SAXX60 EDZW 061750\nMETAR\nEDDF 061750Z ", "24008KT=\n"]))) {
 *   texts.push(text);
 * }
 * assert.deepEqual(texts, ["EDDF 061750Z 24008KT="]);
 * ```
 */
export async function* readBulletins(
  stream: AsyncIterable<string>,
  options: BulletinOptions = {},
): AsyncGenerator<BulletinReport> {
  const reader = new Reader(options);
  for await (const line of linesOf(stream)) yield* reader.line(line);
  yield* reader.end();
}

class Reader {
  readonly #recognise: (text: string) => ProductName | null;
  readonly #maxLength: number;
  #heading: Heading | null = null;
  #keyword: string | null = null;
  /** What heading or keyword name. */
  #product: ProductName | null = null;
  #statedAt: number | null = null;
  #lines: string[] = [];
  #length = 0;

  constructor({ recognise = () => null, maxLength = 65_536 }: BulletinOptions) {
    this.#recognise = recognise;
    this.#maxLength = maxLength;
  }

  *line({ text, endsBulletin }: Line): Generator<BulletinReport> {
    if (text !== "NNNN") yield* this.#content(text);
    if (endsBulletin) {
      yield* this.end();
      this.#leave();
    }
  }

  /** Gives what is held. */
  *end(): Generator<BulletinReport> {
    yield* this.#close(false);
  }

  *#content(text: string): Generator<BulletinReport> {
    const heading = headingOf(text);
    const date = dateOf(text);
    if (heading !== null || date !== null) {
      yield* this.end();
      this.#leave();
      this.#heading = heading;
      this.#statedAt = date;
      this.#product = heading && productOfHeading(heading);
      return;
    }
    if (text === "") {
      if (this.#lines.length === 0 || !isOneText(this.#product)) yield* this.end();
      else yield* this.#add(text);
      return;
    }
    const keyword = this.#lines.length === 0 ? keywordOf(text) : null;
    if (keyword !== null) {
      this.#keyword = keyword.keyword;
      this.#product = keyword.product;
      return;
    }
    if (this.#isBulletinNumber(text)) {
      yield* this.end();
      this.#leave();
      return;
    }
    if (this.#lines.length > 0 && !isOneText(this.#product) && beginsReport(text)) {
      yield* this.end();
    }
    yield* this.#pieces(text);
  }

  /** `973` alone on its line stands before a heading; inside a text it would be a group. */
  #isBulletinNumber(text: string): boolean {
    return /^\d{3}$/.test(text.trim()) && (this.#lines.length === 0 || isOneText(this.#product));
  }

  /** Several reports may stand in one line, each with its `=`. */
  *#pieces(text: string): Generator<BulletinReport> {
    let from = 0;
    for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", from)) {
      let end = at + 1;
      while (text[end] === "=") end++;
      const piece = text.slice(from, end);
      yield* this.#add(from === 0 ? piece : piece.trimStart());
      yield* this.end();
      from = end;
    }
    const rest = text.slice(from);
    if (rest.trim() !== "") yield* this.#add(from === 0 ? rest : rest.trimStart());
  }

  *#add(text: string): Generator<BulletinReport> {
    if (this.#length + text.length > this.#maxLength && this.#lines.length > 0) {
      yield* this.#close(true);
    }
    this.#lines.push(text);
    this.#length += text.length + 1;
  }

  *#close(cut: boolean): Generator<BulletinReport> {
    const text = this.#lines.join("\n").trim();
    this.#lines = [];
    this.#length = 0;
    if (text === "" || text === "=") return;
    yield {
      text,
      product: this.#product ?? this.#recognise(text),
      heading: this.#heading,
      keyword: this.#keyword,
      statedAt: this.#statedAt,
      cut,
    };
  }

  #leave(): void {
    this.#heading = null;
    this.#keyword = null;
    this.#product = null;
    this.#statedAt = null;
  }
}
