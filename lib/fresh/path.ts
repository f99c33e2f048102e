/** Paths of request URLs, read without parsing the whole URL. @module */

/** The path of an absolute URL, as sent (percent-encoded). */
export function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  if (start < 0) return "/";
  for (let i = start; i < url.length; i++) {
    const code = url.charCodeAt(i);
    if (code === 63 || code === 35) return url.slice(start, i);
  }
  return url.slice(start);
}

/** The query of an absolute URL with its `?`, or "". */
export function queryOf(url: string): string {
  const hash = url.indexOf("#");
  const sent = hash < 0 ? url : url.slice(0, hash);
  const start = sent.indexOf("?");
  return start < 0 ? "" : sent.slice(start);
}

/**
 * The one spelling of a path: single slashes, none at the end; null when it is already that. Browsers read
 * `\` as `/`, so it is treated alike: the result must never start like the name of another host.
 */
export function canonicalPath(path: string): string | null {
  if (!path.includes("//") && !path.includes("\\") && (path.length === 1 || !path.endsWith("/"))) {
    return null;
  }
  const single = path.replace(/[/\\]+/g, "/");
  return single.length > 1 && single.endsWith("/") ? single.slice(0, -1) : single;
}

/** A path without the base path, `/` at least; null when it lies outside. */
export function withoutBase(path: string, basePath: string): string | null {
  if (basePath === "") return path;
  if (path === basePath) return "/";
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : null;
}
