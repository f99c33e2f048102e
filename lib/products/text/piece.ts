/**
 * A description in pieces: one for each group, which make the sentences of a text and the meanings of tokens.
 *
 * @module
 */
import type { Sentence, Source, TokenMeaning } from "../product.ts";
import type { Voice } from "./voice.ts";
import { type Element, RULES, type Rules } from "./rules.ts";

/** What one group says. */
export interface Piece {
  readonly element: Element;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** A piece from its parts; sources that are `null` or `undefined` are left out. */
export function piece(
  element: Element,
  text: string,
  ...sources: readonly (Source | null | undefined)[]
): Piece {
  return { element, text, sources: sources.filter((s) => s !== null && s !== undefined) };
}

/** The sentences of a text. */
export function toSentences(pieces: readonly Piece[]): Sentence[] {
  return pieces.map(({ text, sources }) => ({ text, sources }));
}

/** The meanings of the tokens that pieces speak of, in the order of the report; what shares a token is joined. */
export function toMeanings(
  pieces: readonly Piece[],
  voice: Voice,
  rules: Rules = RULES,
): TokenMeaning[] {
  const meanings = new Map<string, TokenMeaning>();
  for (const { element, text, sources } of pieces) {
    for (const source of sources) {
      const key = `${source.start}-${source.end}`;
      const known = meanings.get(key);
      if (known === undefined) {
        const rule = rules[element];
        meanings.set(key, {
          source,
          element: voice.say(`element.${element}`),
          meaning: text,
          ...(rule !== null && { rule }),
        });
      } else if (!known.meaning.includes(text)) {
        meanings.set(key, { ...known, meaning: `${known.meaning} ${text}` });
      }
    }
  }
  return [...meanings.values()].sort((a, b) =>
    a.source.start - b.source.start || a.source.end - b.source.end
  );
}
