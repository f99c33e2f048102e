/**
 * What templates share.
 *
 * @module
 */
import type { Fact } from "../../facts.ts";
import type { Words } from "../words.ts";

/** Makes the text of a fact. */
export type Template = (fact: Fact, words: Words) => string;

/** Parts that are there, with blanks between them. */
export const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(" ");

/** A first letter in capitals, as a sentence begins. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is said of a report that is not current. */
export const freshness = (fact: Fact, words: Words) =>
  fact.freshness === null ? undefined : words.sayIfKnown(`freshness.${fact.freshness}`);

/** "Up to" is said by the sentence. */
export function withoutBound<T extends { readonly bound?: unknown }>(
  value: T | undefined,
): T | undefined {
  if (value === undefined) return undefined;
  const { bound: _, ...rest } = value;
  return rest as T;
}
