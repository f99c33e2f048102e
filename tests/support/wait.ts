/**
 * Waiting for real processes and sockets: for a moment, or until something is so.
 *
 * @module
 */

/** A moment. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Asks every `everyMs` until it is so.
 *
 * @param what in words, for the error where it is not so within `withinMs`
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  withinMs: number,
  what = "so",
  everyMs = 50,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!await holds()) {
    if (performance.now() >= end) throw new Error(`not ${what} within ${withinMs} ms`);
    await pause(everyMs);
  }
}
