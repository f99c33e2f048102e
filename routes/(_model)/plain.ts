/**
 * Pages as plain text.
 *
 * @module
 */

/** Text for the one who asked: no shared cache keeps it, and it is asked for anew each time. */
export function plainResponse(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-cache" },
  });
}
