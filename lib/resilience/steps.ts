/**
 * Long work that can be done at once or in steps with pauses between them.
 *
 * @module
 */

/** Work that yields after each step, of well under a millisecond, and ends with its result. */
export type Steps<T> = Generator<void, T>;

/** Does all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does it step by step, with `pause` after each. */
export async function inSteps<T>(
  steps: Steps<T>,
  pause: () => Promise<void> | undefined,
): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const waited = pause();
    if (waited !== undefined) await waited;
  }
}
