/**
 * Differences that were looked at one by one and decided by the standard.
 *
 * @module
 */
import reviewed from "./reviewed.json" with { type: "json" };

/** A decided difference; field `*` is the whole report. `where` limits it to one period of a TAF. */
export interface Review {
  readonly id: string;
  readonly field: string;
  readonly where?: string;
  /** Who is right and by which paragraph. */
  readonly rule: string;
}

const REVIEWS: readonly Review[] = reviewed;

/** The rule that decides the difference, or `undefined` where nobody has looked at it. */
export function reviewedRule(id: string, field: string, where?: string): string | undefined {
  return REVIEWS.find((review) =>
    review.id === id && (review.field === field || review.field === "*") &&
    (review.where === undefined || review.where === where)
  )?.rule;
}
