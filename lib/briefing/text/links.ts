/**
 * Which piece of a sentence leads to which token of a raw report.
 *
 * @module
 */
import type { Fact, FactSource } from "../facts.ts";
import type { Words } from "./words.ts";

/** A number in a sentence and where it was read. `start` and `end` are UTF-16 units, end exclusive. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  readonly source: FactSource;
}

/** A piece of a sentence; with a source it is a number that was read there. */
export interface LinkedPart {
  readonly text: string;
  readonly source?: FactSource;
}

/** Where the sentence of a fact's template tells the values that carry a source, in their order. */
export function valueLinks(text: string, fact: Fact, words: Words): TextLink[] {
  const links: TextLink[] = [];
  let at = 0;
  for (const value of fact.values) {
    if (value.source === undefined) continue;
    const told = words.value(value) ?? "";
    const start = told === "" ? -1 : startOf(told, text, at);
    if (start < 0) continue;
    at = start + told.length;
    links.push({ start, end: at, source: value.source });
  }
  return links;
}

/** Where `told` stands from `from` on, and not as the end of a larger number: `200 ft` is no part of `1,200 ft`. */
function startOf(told: string, text: string, from: number): number {
  let start = text.indexOf(told, from);
  while (start > 0 && /[\d.,]/.test(text[start - 1]!)) start = text.indexOf(told, start + 1);
  return start;
}

/** Cuts a sentence at its links, which follow each other. */
export function linkedParts(text: string, links: readonly TextLink[]): LinkedPart[] {
  const parts: LinkedPart[] = [];
  let at = 0;
  for (const { start, end, source } of links) {
    if (start > at) parts.push({ text: text.slice(at, start) });
    parts.push({ text: text.slice(start, end), source });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}
