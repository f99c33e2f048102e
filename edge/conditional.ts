/**
 * Conditional requests (RFC 9110, section 13): whether the caller already has what would be sent.
 *
 * @module
 */
import { createHash } from "node:crypto";

/** A strong entity tag from the content: equal bytes give an equal tag on every replica. */
export function entityTagOf(body: Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/**
 * Whether `header` (the value of `If-None-Match`) names `tag`, by weak comparison: `W/"x"` matches `"x"`.
 * `*` matches whatever exists. Commas inside a quoted tag do not split the list.
 */
export function matchesEntityTag(header: string, tag: string): boolean {
  if (header === tag) return true;
  let at = 0;
  while (at < header.length) {
    const c = header[at]!;
    if (c === " " || c === "," || c === "\t") {
      at++;
      continue;
    }
    if (c === "*") return true;
    if (c === "W" && header[at + 1] === "/") at += 2;
    if (header[at] !== '"') return false;
    const end = header.indexOf('"', at + 1);
    if (end < 0) return false;
    if (header.slice(at, end + 1) === tag) return true;
    at = end + 1;
  }
  return false;
}

/**
 * Whether the caller's copy is still good.
 *
 * `If-None-Match` wins: where it is present `If-Modified-Since` is not looked at (RFC 9110, 13.1.3).
 *
 * @param modifiedAt milliseconds since the epoch, compared in whole seconds; `null` for unknown
 */
export function isNotModified(headers: Headers, tag: string, modifiedAt: number | null): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) return matchesEntityTag(tags, tag);
  if (modifiedAt === null) return false;
  const since = headers.get("if-modified-since");
  if (since === null) return false;
  const instant = Date.parse(since);
  return !Number.isNaN(instant) && Math.floor(modifiedAt / 1000) * 1000 <= instant;
}
