/**
 * Which piece of a sentence leads to which token of a raw report.
 *
 * @module
 */
import type { Fact, FactSource } from "../facts.ts";
import type { Words } from "./words.ts";

/** A piece of a sentence; with a source it is a number that was read there. */
export interface LinkedPart {
  readonly text: string;
  readonly source?: FactSource;
}

/** Cuts the sentence of a fact at the values that carry a source, in the order in which they are told. */
export function linkedParts(text: string, fact: Fact, words: Words): LinkedPart[] {
  const parts: LinkedPart[] = [];
  let at = 0;
  for (const value of fact.values) {
    if (value.source === undefined) continue;
    const told = words.value(value) ?? "";
    const start = told === "" ? -1 : text.indexOf(told, at);
    if (start < 0) continue;
    if (start > at) parts.push({ text: text.slice(at, start) });
    parts.push({ text: told, source: value.source });
    at = start + told.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}
