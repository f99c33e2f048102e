/**
 * When a feed is asked next.
 *
 * @module
 */

/** Least time between two questions to one file of a provider after a fault. */
const FIRST_WAIT_MS = 60_000;

/**
 * Milliseconds until the next question: the interval ± 5 %, so that many instances do not ask together;
 * after faults 1, 2, 4 … minutes, but never longer than the interval, unless the provider asked for more.
 *
 * @param failures faults in a row, 0 after a success
 * @param random from 0 to 1
 */
export function nextDelayMs(
  intervalMs: number,
  failures: number,
  retryAfterMs: number | null,
  random: number,
): number {
  const wait = failures === 0
    ? intervalMs
    : Math.min(intervalMs, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(Math.max(wait * (0.95 + 0.1 * random), retryAfterMs ?? 0));
}
