/**
 * The id that ties an answer, an error and a log line together.
 *
 * @module
 */

const SANE = /^[A-Za-z0-9._:-]{1,64}$/;
// Random once for each process, then counted: unique, and a hundred times cheaper than a UUID a request.
const PREFIX = crypto.getRandomValues(new Uint8Array(9)).toBase64({ alphabet: "base64url" });
let count = 0;

/** The id given by the caller or proxy where it is sane (1 to 64 of `A–Z a–z 0–9 . _ : -`), else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && SANE.test(given) ? given : `${PREFIX}-${(++count).toString(36)}`;
}
