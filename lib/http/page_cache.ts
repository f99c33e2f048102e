/**
 * Rendered pages held in memory, compressed once, answered with validators.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { MINUTE_MS, toIso } from "../time/mod.ts";

/** What a page may depend on besides its address. */
export interface PageGeneration {
  /** Changes with every change of the data. */
  readonly version: number;
  /** Milliseconds since the epoch; only the minute counts. */
  readonly now: number;
}

interface HeldPage {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly headers: Record<string, string>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
}

/** Bytes of bodies and their compressed copies held at most. */
const MAX_BYTES = 16 * 2 ** 20;
/** Headers of the page that belong to its content; all others are made anew for each answer. */
const KEPT_HEADERS = ["content-type", "link", "content-language"];

/**
 * Answers pages from memory for as long as neither the world nor the minute changes.
 *
 * Pages say `no-cache`: a copy may be kept but is asked about before it is shown, because a page shown
 * later without asking would understate the age of its reports. Asking costs a 304.
 */
export class PageCache {
  #generation = "";
  #bytes = 0;
  readonly #pages = new Map<string, HeldPage>();
  readonly #always: Readonly<Record<string, string>>;
  readonly #maxBytes: number;

  /**
   * @param always headers of every answer, such as those of security
   * @param maxBytes of bodies and compressed copies, together
   */
  constructor(always: Readonly<Record<string, string>> = {}, maxBytes = MAX_BYTES) {
    this.#always = always;
    this.#maxBytes = maxBytes;
  }

  /**
   * The page at the request's address; `render` is called when it is not held. Only answers of 200
   * without a cookie are kept; all others pass through.
   */
  async answer(
    request: Request,
    { version, now }: PageGeneration,
    render: () => Response | Promise<Response>,
  ): Promise<Response> {
    const generation = `${version} ${Math.floor(now / MINUTE_MS)}`;
    if (generation !== this.#generation) this.#clear(generation);
    const key = pathOf(request.url);
    let page = this.#pages.get(key);
    if (page === undefined) {
      const response = await render();
      if (response.status !== 200 || response.headers.has("set-cookie")) return response;
      page = await hold(response);
      if (generation === this.#generation) this.#keep(key, page);
    }
    return this.#respond(request, page, now);
  }

  #respond(request: Request, page: HeldPage, now: number): Response {
    const headers: Record<string, string> = {
      ...this.#always,
      ...page.headers,
      etag: page.etag,
      vary: "accept-encoding",
      "cache-control": "no-cache",
      "server-time": toIso(now),
    };
    if (matches(request.headers.get("if-none-match"), page.etag)) {
      delete headers["content-type"];
      return new Response(null, { status: 304, headers });
    }
    const accepted = request.headers.get("accept-encoding");
    const coding = accepted === null ? null : codingOf(accepted);
    if (coding === null) return new Response(page.body, { headers });
    headers["content-encoding"] = coding;
    return new Response(this.#compressed(page, coding), { headers });
  }

  #compressed(page: HeldPage, coding: "br" | "gzip"): Uint8Array<ArrayBuffer> {
    const made = page[coding];
    if (made !== undefined) return made;
    const bytes = coding === "br" ? brotli(page.body) : new Uint8Array(gzipSync(page.body));
    page[coding] = bytes;
    this.#bytes += bytes.byteLength;
    return bytes;
  }

  #keep(key: string, page: HeldPage): void {
    this.#bytes += page.body.byteLength;
    this.#pages.set(key, page);
    for (const [oldest, held] of this.#pages) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#pages.delete(oldest);
      this.#bytes -= sizeOf(held);
    }
  }

  #clear(generation: string): void {
    this.#pages.clear();
    this.#bytes = 0;
    this.#generation = generation;
  }
}

async function hold(response: Response): Promise<HeldPage> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  // Weak: the same page has three encodings.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
  return { body, etag, headers };
}

function sizeOf(page: HeldPage): number {
  return page.body.byteLength + (page.br?.byteLength ?? 0) + (page.gzip?.byteLength ?? 0);
}

/** Quality 5 is the knee: a station page takes about a millisecond, once a minute at most. */
function brotli(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  return new Uint8Array(brotliCompressSync(body, { params }));
}

/** The coding to answer with; one that is refused with `q=0` is not taken. */
function codingOf(accepted: string): "br" | "gzip" | null {
  for (const coding of ["br", "gzip"] as const) {
    const at = accepted.indexOf(coding);
    if (at >= 0 && !/^\s*;\s*q=0(\.0{0,3})?\s*(,|$)/.test(accepted.slice(at + coding.length))) {
      return coding;
    }
  }
  return null;
}

/** RFC 9110, 13.1.2: weak comparison, lists and `*`. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  const opaque = etag.slice(2);
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === opaque);
}

/** Path and query of an absolute URL without parsing it. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start < 0 ? "/" : url.slice(start);
}
