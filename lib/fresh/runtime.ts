/**
 * `fresh/runtime`: what islands and server code may both import.
 *
 * @module
 */

import type { ComponentChildren } from "preact";
import { basePath, hashes } from "./asset_hashes.ts";
import { rendering } from "./render_state.ts";

export { HttpError } from "./error.ts";

/** True where a document exists. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** Adds its children to the `<head>` of the page, on the server; see docs/fresh.md on duplicates. */
export function Head({ children }: { children?: ComponentChildren }): null {
  rendering.sink?.head.push(children);
  return null;
}

/**
 * The URL of a file of `static/` with its content hash, so that it may be cached for a year. A path that is
 * not in `static/` comes back as it is.
 *
 * @example
 * ```ts
 * import { asset } from "fresh/runtime";
 * asset("/styles.css"); // "/styles.css?v=3f1c…" inside a page
 * ```
 */
export function asset(path: string): string {
  if (rendering.sink !== null) return rendering.sink.asset(path);
  const hash = hashes[path];
  return hash === undefined ? path : `${basePath}${path}?v=${hash}`;
}

/** `asset()` for each URL of a `srcset`. */
export function assetSrcSet(srcset: string): string {
  return srcset.split(",").map((candidate) => {
    const [url = "", ...descriptors] = candidate.trim().split(/\s+/);
    return [asset(url), ...descriptors].join(" ");
  }).join(", ");
}
