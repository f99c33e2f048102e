/**
 * An answer once it is written: bytes and headers that can be sent any number of times until something
 * changes.
 *
 * @module
 */
import { whole } from "../lib/http/mod.ts";
import type { World } from "../lib/store/world.ts";
import { reportCacheControl } from "./cache_control.ts";
import { entityTagOf, isNotModified } from "./conditional.ts";
import { CONTENT_TYPES, type Format } from "./negotiate.ts";
import type { Found } from "./resource.ts";

/** Headers of every answer of the API, errors included: read from anywhere, without credentials. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  // Nothing here is a page. Whoever opens an answer in a browser gets text that can do nothing.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, X-Request-Id, Allow, Retry-After",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

/** An answer is written again after this long at the latest: its `Cache-Control` counts down. */
const MAX_REUSE_MS = 60_000;

/** For `new Response`, which copies it: the last header is the id of the request and is renewed for each. */
interface SharedInit {
  readonly status: number;
  readonly headers: [string, string][];
}

/** A written answer. */
export interface EncodedAnswer {
  readonly route: string;
  /** As text: the server writes it without a buffer of its own for each answer, which the collector would have to count. */
  readonly body: string;
  readonly bytes: number;
  readonly tag: string;
  readonly modifiedAt: number | null;
  /** Status and headers of the whole answer and of its 304, ready for `new Response`. */
  readonly whole: SharedInit;
  readonly unchanged: SharedInit;
  /** Good from … until …, milliseconds since the epoch, end exclusive; a clock that jumps back ends it, too. */
  readonly from: number;
  readonly until: number;
  readonly identity: readonly unknown[] | null;
  readonly identify: (() => readonly unknown[]) | null;
  /** Version of the world at which it was last known to be true. */
  worldVersion: number;
}

const encoder = new TextEncoder();

/** Writes `text`, the representation of `found` in `format`, as an answer that can be kept. */
export function encodeAnswer(
  route: string,
  found: Found<unknown>,
  text: string,
  format: Format,
  varies: boolean,
  now: number,
  worldVersion: number,
): EncodedAnswer {
  const encoded = encoder.encode(text);
  const tag = entityTagOf(encoded);
  const headers: [string, string][] = [
    ["content-type", CONTENT_TYPES[format]],
    ["content-length", String(encoded.byteLength)],
    ["etag", tag],
    ["cache-control", found.cacheControl ?? reportCacheControl(found.limitAt, now)],
  ];
  if (found.modifiedAt !== null) {
    headers.push(["last-modified", new Date(found.modifiedAt).toUTCString()]);
  }
  if (varies) headers.push(["vary", "Accept"]);
  headers.push(...Object.entries(COMMON_HEADERS), ["x-request-id", ""]);
  return {
    route,
    body: text,
    bytes: encoded.byteLength + 512,
    tag,
    modifiedAt: found.modifiedAt,
    whole: { status: 200, headers },
    unchanged: {
      status: 304,
      headers: headers.filter(([name]) => name !== "content-type" && name !== "content-length"),
    },
    from: now,
    until: Math.min(found.changesAt, now + MAX_REUSE_MS),
    identify: found.identify ?? null,
    identity: found.identify?.() ?? null,
    worldVersion,
  };
}

/** Whether `answer` may still be sent at `now`. */
export function isStillTrue(answer: EncodedAnswer, world: World, now: number): boolean {
  if (now >= answer.until || now < answer.from) return false;
  if (answer.worldVersion === world.version) return true;
  if (answer.identify === null || answer.identity === null) return false;
  const version = world.version;
  const identity = answer.identify();
  if (identity.length !== answer.identity.length) return false;
  for (let i = 0; i < identity.length; i++) if (identity[i] !== answer.identity[i]) return false;
  answer.worldVersion = version;
  return true;
}

/** The response to `request`: whole, 304 with the same headers, or HEAD with the true length. */
export function respondWith(answer: EncodedAnswer, request: Request, requestId: string): Response {
  const isUnchanged = isNotModified(request.headers, answer.tag, answer.modifiedAt);
  const init = isUnchanged ? answer.unchanged : answer.whole;
  init.headers[init.headers.length - 1]![1] = requestId;
  const body = isUnchanged || request.method === "HEAD" ? null : answer.body;
  return whole(new Response(body, init));
}
