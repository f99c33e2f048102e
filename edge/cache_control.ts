/**
 * How long an answer may be kept (RFC 9111, RFC 5861).
 *
 * @module
 */

/** Seconds for which clients and shared caches may use an answer, fresh and while asking again. */
const MAX_AGE = 30;
const SHARED_MAX_AGE = 60;
const WHILE_REVALIDATE = 60;
/** Seconds for which an answer may stand in for an error: as long as an hourly METAR may be shown. */
const IF_ERROR = 10_800;

/**
 * `Cache-Control` of an answer that may be shown as what it is until `limitAt`.
 *
 * No span reaches past the limit, so that no cache shows a report for longer than it may be shown: an
 * expired SIGMET or TAF is never served instead of an error.
 *
 * @param limitAt milliseconds since the epoch; `null` where nothing in the answer runs out
 * @param now milliseconds since the epoch
 */
export function reportCacheControl(limitAt: number | null, now: number): string {
  // Whole minutes, less one: the header stays the same for a minute and errs on the early side.
  const left = limitAt === null
    ? Infinity
    : Math.max(0, Math.floor((limitAt - now) / 60_000) - 1) * 60;
  const shared = Math.min(SHARED_MAX_AGE, left);
  const parts = ["public", `max-age=${Math.min(MAX_AGE, left)}`, `s-maxage=${shared}`];
  const revalidate = Math.min(WHILE_REVALIDATE, left - shared);
  if (revalidate > 0) parts.push(`stale-while-revalidate=${revalidate}`);
  const ifError = Math.min(IF_ERROR, left - shared);
  if (ifError > 0) parts.push(`stale-if-error=${ifError}`);
  return parts.join(", ");
}

/** For what changes with a release only: stations, the API's own description. */
export const STATIC_CACHE_CONTROL = "public, max-age=300, s-maxage=3600";
