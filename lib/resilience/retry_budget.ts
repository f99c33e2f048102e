/**
 * A retry budget: when everything fails, retries must not double the load.
 *
 * @module
 */

/** Share of calls that may be followed by a retry. */
const SHARE = 10;
/** Most retries saved up in good times, in tenths. */
const MAX_TENTHS = 10 * SHARE;

/**
 * Of any number of calls at most 10 %, rounded up, are retried: the very first failure may be tried again, and
 * at most ten retries are saved up for a bad moment. Counted in whole tenths, since sums of 0.1 drift.
 */
export class RetryBudget {
  #tenths = SHARE - 1;

  /** To be called for each call, not for its retries. */
  noteCall(): void {
    this.#tenths = Math.min(MAX_TENTHS, this.#tenths + 1);
  }

  /** Whether a retry may be made; it is then spent. */
  trySpend(): boolean {
    if (this.#tenths < SHARE) return false;
    this.#tenths -= SHARE;
    return true;
  }
}
