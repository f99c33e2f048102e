/**
 * `/data/cache/…`: bulk files over HTTP, with validators.
 *
 * @module
 */
import type { BulkFile, BulkFiles } from "./files.ts";

/** Answers a request for a bulk file; 404 for an unknown name. */
export async function serveBulkFile(
  request: Request,
  files: BulkFiles,
  name: string,
  now: number,
): Promise<Response> {
  const pending = files.get(name, now);
  if (pending === undefined) return new Response("Not Found", { status: 404 });
  const file = await pending;
  const headers = {
    "etag": file.etag,
    "last-modified": new Date(file.lastModified).toUTCString(),
    "cache-control": "max-age=60",
  };
  if (isUnchanged(request, file)) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : file.bytes, {
    headers: { ...headers, "content-type": "application/octet-stream" },
  });
}

/** RFC 9110, 13.2.2: `If-None-Match` wins over `If-Modified-Since`. */
function isUnchanged(request: Request, file: BulkFile): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null) {
    return tags === "*" ||
      tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === file.etag);
  }
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return Number.isFinite(since) && Math.floor(file.lastModified / 1000) * 1000 <= since;
}
