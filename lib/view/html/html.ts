/**
 * Markup that is already text, and that Preact takes for one of its elements.
 *
 * @module
 */
import { type ComponentChildren, Fragment, type VNode } from "preact";

/** A piece of a page: text of HTML, or an element that Preact still has to render (an island). */
type Piece = string | VNode;

/**
 * A part of a page, rendered: text, with holes where the elements of others stand that only Preact can
 * render. To Preact it is an element, what precompiled JSX gives: a fragment with a template.
 */
export class Html {
  /** All of the markup, or what stands before the first hole. */
  readonly text: string;
  /** After `text`: a hole, text, a hole, text …; `null` where there is none. */
  readonly rest: readonly Piece[] | null;

  constructor(text: string, rest: readonly Piece[] | null = null) {
    this.text = text;
    this.rest = rest;
  }

  /** The properties by which Preact renders a template. */
  get props(): { readonly tpl: readonly string[]; readonly exprs: readonly VNode[] } {
    const rest = this.rest ?? [];
    return {
      tpl: [this.text, ...rest.filter((_, i) => i % 2 === 1) as string[]],
      exprs: rest.filter((_, i) => i % 2 === 0) as VNode[],
    };
  }
}

// Preact knows its elements by this: no constructor, so that none can come from JSON.
for (
  const [name, value] of Object.entries({
    constructor: undefined,
    type: Fragment,
    key: null,
    ref: null,
  })
) {
  Object.defineProperty(Html.prototype, name, { value, writable: true });
}

/** Puts pieces of markup together; one text as long as no hole is met. */
export class HtmlBuilder {
  #first = "";
  #rest: Piece[] | null = null;

  /** Adds markup as it is. */
  text(markup: string): void {
    if (this.#rest === null) this.#first += markup;
    else this.#rest[this.#rest.length - 1] += markup;
  }

  /** Adds what JSX may have for a child: text is escaped, markup and elements are taken as they are. */
  child(value: unknown): void {
    if (value === null || value === undefined || typeof value === "boolean") return;
    if (typeof value === "string") this.text(escaped(value));
    else if (typeof value === "number") this.text(String(value));
    else if (value instanceof Html) this.#html(value);
    else if (Array.isArray(value)) { for (const each of value) this.child(each); }
    else if (isElement(value)) this.#hole(value);
    else if (typeof value !== "function") this.text(escaped(String(value)));
  }

  /** Everything added. */
  end(): Html {
    return new Html(this.#first, this.#rest);
  }

  #html({ text, rest }: Html): void {
    this.text(text);
    if (rest !== null) {
      for (const piece of rest) typeof piece === "string" ? this.text(piece) : this.#hole(piece);
    }
  }

  #hole(element: VNode): void {
    (this.#rest ??= []).push(element, "");
  }
}

/** Children of JSX as one piece of markup. */
export function htmlOf(children: ComponentChildren): Html {
  const builder = new HtmlBuilder();
  builder.child(children);
  return builder.end();
}

function isElement(value: unknown): value is VNode {
  return typeof value === "object" && value !== null && value.constructor === undefined;
}

const SPECIAL = /["&<\u0080-\uffff]/;
const ENTITIES: Readonly<Record<string, string>> = { '"': "&quot;", "&": "&amp;", "<": "&lt;" };

/**
 * Text for an element or for an attribute in double quotes. Characters beyond ASCII are written by their number: a
 * page that has none is copied to the wire as it is; with some hundreds of them, as pages have, it is written one by
 * one, which takes eight times as long. Beyond Latin-1 a single one would make the engine hold the page in twice the
 * memory.
 */
export function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text.replace(/["&<]|[\u{80}-\u{10ffff}]/gu, (sign) => ENTITIES[sign] ?? reference(sign))
    : text;
}

function reference(sign: string): string {
  const code = sign.codePointAt(0)!;
  // Half of a pair stands for no character; a parser would put the same one in its place.
  return code >= 0xd800 && code <= 0xdfff ? "&#65533;" : `&#${code};`;
}
