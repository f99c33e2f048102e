/**
 * How long to wait before trying again.
 *
 * @module
 */

/** Longest wait that a provider may ask for, milliseconds. */
export const MAX_RETRY_AFTER_MS = 15 * 60_000;
const FIRST_MS = 200;
const LONGEST_MS = 2_000;

/**
 * Full jitter: a random wait between 0 and a limit that doubles from 200 ms to 2 s, never under 20 ms.
 *
 * @param attempt 1 for the first retry
 * @param random from 0 to 1
 */
export function retryDelayMs(attempt: number, random: number): number {
  return Math.max(20, Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)));
}

/**
 * `Retry-After` in milliseconds from `now`, both of its forms (RFC 9110, 10.2.3), from 0 to 15 minutes;
 * `null` where absent or unreadable.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms));
}
