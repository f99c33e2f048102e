/**
 * Whether a request that changes something came from one of our own pages.
 *
 * @module
 */

/**
 * True for a request that the browser says our own page made (`Sec-Fetch-Site`), or, from a browser that does
 * not say, whose `Origin` is ours. Without either it is not believed: a form of another site must not change a
 * reader's limits (cross-site request forgery). `none` is a request that the reader made without any page.
 *
 * @param url as the client wrote it
 */
export function isSameOrigin(headers: Headers, url: URL): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return false;
  try {
    return new URL(origin).host === url.host;
  } catch {
    return false;
  }
}
