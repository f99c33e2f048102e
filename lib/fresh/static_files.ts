/**
 * Serves the files of `static/` and of the build. Only names that the build (or the scan at start) listed
 * are known, so no path of a request ever reaches the file system.
 *
 * @module
 */

import { chooseEncoding, type Encoding } from "./accept_encoding.ts";
import { contentTypeOf } from "./content_type.ts";
import type { Context } from "./context.ts";
import { pathOf, withoutBase } from "./path.ts";
import { type Project, projectOf, type ServedFile } from "./project.ts";
import type { MiddlewareFn } from "./types.ts";

const YEAR = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";

/**
 * Middleware: answers GET and HEAD for static files, and 405 for other methods on them. Files with their
 * hash in the name or in `?v=` may be kept for a year, others are revalidated by ETag. Bytes are kept in
 * memory once read, so a disk that fails later costs nothing.
 */
export function staticFiles<State>(): MiddlewareFn<State> {
  const contents = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (ctx) => {
    const project = projectOf(ctx.config);
    const file = project === null ? undefined : lookup(ctx as Context<unknown>, project);
    if (project === null || file === undefined) return ctx.next();
    const { method } = ctx.req;
    if (method === "GET" || method === "HEAD") return serve(ctx.req, project, file, contents);
    const status = method === "OPTIONS" ? 204 : 405;
    return new Response(null, { status, headers: { allow: "GET, HEAD, OPTIONS" } });
  };
}

function lookup(ctx: Context<unknown>, project: Project): ServedFile | undefined {
  const path = withoutBase(pathOf(ctx.req.url), ctx.config.basePath);
  if (path === null) return undefined;
  const { files } = project.manifest;
  if (Object.hasOwn(files, path)) return files[path];
  if (!path.includes("%")) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return Object.hasOwn(files, decoded) ? files[decoded] : undefined;
  } catch {
    return undefined;
  }
}

async function serve(
  req: Request,
  project: Project,
  file: ServedFile,
  contents: Map<string, Promise<Uint8Array<ArrayBuffer>>>,
): Promise<Response> {
  const available = (["br", "gzip"] as const).filter((encoding) => file[encoding] !== undefined);
  const encoding = chooseEncoding(req.headers.get("accept-encoding"), available);
  const headers = headersOf(req, file, encoding, available.length > 0);
  if (matches(req.headers.get("if-none-match"), file.hash)) {
    headers.delete("content-type");
    headers.delete("content-encoding");
    return new Response(null, { status: 304, headers });
  }
  const name = encoding === "identity" ? file.file : file[encoding]!;
  return new Response(await read(project.root, name, contents), { headers });
}

function headersOf(
  req: Request,
  file: ServedFile,
  encoding: Encoding,
  varies: boolean,
): Headers {
  const headers = new Headers({
    "content-type": contentTypeOf(file.file),
    "etag": encoding === "identity" ? `"${file.hash}"` : `"${file.hash}-${encoding}"`,
    "cache-control": isForever(req, file) ? YEAR : REVALIDATE,
    "x-content-type-options": "nosniff",
  });
  if (encoding !== "identity") headers.set("content-encoding", encoding);
  if (varies) headers.set("vary", "accept-encoding");
  return headers;
}

/** True when the URL names this very content. A `?v=` of another version must not be kept for long. */
function isForever(req: Request, file: ServedFile): boolean {
  return file.hashedName || new URL(req.url).searchParams.get("v") === file.hash;
}

/** Weak comparison (RFC 9110 13.1.2) with any encoding of the content: all of them hold the same bytes. */
function matches(header: string | null, hash: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => {
    const opaque = tag.trim().replace(/^W\//, "");
    return [`"${hash}"`, `"${hash}-br"`, `"${hash}-gzip"`].includes(opaque);
  });
}

function read(
  root: string,
  name: string,
  contents: Map<string, Promise<Uint8Array<ArrayBuffer>>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = contents.get(name);
  if (known !== undefined) return known;
  const reading = Deno.readFile(new URL(encodeURI(name), root));
  contents.set(name, reading);
  // A failed read must not be remembered: the next request tries again.
  reading.catch(() => contents.delete(name));
  return reading;
}
