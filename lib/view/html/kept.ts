/**
 * Parts of pages that stay true for longer than a page: a page is made anew each minute, the report on it once an
 * hour. Their markup is kept, and neither worked out nor written again until what it was made from changes.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { Html } from "./html.ts";

/**
 * Gives a part of a page, kept or made now.
 *
 * @param part its name, unique within its page
 * @param from all that the part depends on: reports and numbers, compared one by one with those it was made from
 */
export type Keep = (
  part: string,
  from: readonly unknown[],
  make: () => ComponentChildren,
) => ComponentChildren;

/** Keeps nothing: for pages of one reader. */
export const makeAnew: Keep = (_part, _from, make) => make();

interface Kept {
  readonly from: readonly unknown[];
  readonly html: Html;
}

/** Places remembered that were asked for once: far fewer than there are stations. */
const MAX_SEEN = 1_000;

/**
 * Parts of the pages of many places, of each from its second page on: whoever reads through all stations neither
 * drives out what many ask for nor fills the memory. What parts are made from is held as long as they are: give
 * what is small (a raw report), not what was worked out from it.
 */
export class KeptParts {
  readonly #places = new Map<string, Map<string, Kept>>();
  /** Of which a page was made, and nothing kept. */
  readonly #seen = new Set<string>();
  #characters = 0;
  /** What `flatten` has seen: a result that nobody uses would be left out by the compiler. */
  #looked = 0;
  readonly #most: number;

  /** @param most characters kept in all; beyond it the place that came first goes first */
  constructor(most: number) {
    this.#most = most;
  }

  /** Characters kept now. */
  get characters(): number {
    return this.#characters;
  }

  /** The parts of the page of `place`. */
  of(place: string): Keep {
    if (!this.#places.has(place) && !this.#seen.delete(place)) {
      if (this.#seen.size >= MAX_SEEN) this.#seen.clear();
      this.#seen.add(place);
      return makeAnew;
    }
    return (part, from, make) => {
      const known = this.#places.get(place)?.get(part);
      if (known !== undefined && isSame(known.from, from)) return known.html;
      const made = make();
      // An island is rendered, and counted, on each page; other markup is text that can be kept.
      if (made instanceof Html && made.rest === null) this.#keep(place, part, from, made);
      return made;
    };
  }

  #keep(place: string, part: string, from: readonly unknown[], html: Html): void {
    let parts = this.#places.get(place);
    if (parts === undefined) this.#places.set(place, parts = new Map());
    this.#characters += html.text.length - (parts.get(part)?.html.text.length ?? 0);
    this.#flatten(html.text);
    parts.set(part, { from, html });
    for (const [oldest, held] of this.#places) {
      if (this.#characters <= this.#most) break;
      this.#places.delete(oldest);
      for (const each of held.values()) this.#characters -= each.html.text.length;
    }
  }

  /** Text put together from pieces holds on to all of them until one of its characters is looked at. */
  #flatten(text: string): void {
    this.#looked ^= text.charCodeAt(text.length - 1);
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => Object.is(each, other[index]));
}
