/**
 * Why a sentence is refused.
 *
 * @module
 */

/** The reasons, as metrics count them. */
export const REFUSAL_REASONS = [
  /** It names no fact, or more than one, or one that there is not. */
  "fact",
  /** Facts of this kind, or with this freshness, are told by their template alone. */
  "notWorded",
  /** Too long, empty, or with signs that no sentence about weather has. */
  "form",
  /** It says what to do, or judges. */
  "advice",
  /** A word that is neither neutral nor in what the fact says. */
  "word",
  /** A code, station or category that the fact does not have. */
  "code",
  /** A number that the fact does not have, or has of something else. */
  "number",
  /** More or less than the fact says: a bound left out, added or turned round. */
  "bound",
  /** Another datum: above sea level for above ground, magnetic for true. */
  "datum",
  /** An instant that the fact does not have, or its end for its beginning. */
  "time",
  /** Another direction. */
  "direction",
  /** Something denied that the fact does not deny, or said that it denies. */
  "negation",
  /** An intensity, amount or certainty of something else. */
  "intensity",
  /** Observed for forecast or the other way round. */
  "tense",
  /** A hazard, a qualifier or a category of the fact is left out: softened. */
  "omission",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A refusal with the piece of the sentence that it rests on. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly detail: string;
}

/** A refusal; of a long piece its beginning. */
export function refuse(reason: RefusalReason, detail: string): Refusal {
  return { reason, detail: detail.slice(0, 80) };
}

/** A sentence of a model, with the facts that it claims to tell. */
export interface DraftSentence {
  readonly text: string;
  readonly factIds: readonly string[];
}
