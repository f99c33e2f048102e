/**
 * Rendered pages held in memory, compressed once, answered with validators.
 *
 * @module
 */
import { brotliCompressSync, constants, crc32, gzipSync } from "node:zlib";
import { MINUTE_MS, toIso } from "../time/mod.ts";
import { whole } from "./security_headers.ts";

/** What a page may depend on besides its address. */
export interface PageGeneration {
  /** Changes with every change of the data. */
  readonly version: number;
  /** Milliseconds since the epoch; only the minute counts. */
  readonly now: number;
}

/** A page as it was rendered. */
export interface RenderedPage {
  /** The template of its route: the label of metrics. */
  readonly route: string;
  /**
   * As text: the server writes it to the wire as UTF-8 in one go, where bytes made here would be one more copy
   * for the collector, and the larger part of a page's time.
   */
  readonly content: string;
  /** Headers that belong to the content: its type, its preloads. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer from the cache, and the route that it is counted under. */
export interface PageAnswer {
  readonly response: Response;
  readonly route: string;
}

type Coding = "identity" | "br" | "gzip";
type HeaderList = [string, string][];

interface HeldPage {
  readonly route: string;
  /** Under which it is among the pages; `null` for one that is not: its bytes do not count. */
  key: string | null;
  /**
   * Bytes once it is among the pages: text that lives for a minute moves to where only a full collection takes it away,
   * and pages would bring on one collection after the other.
   */
  body: string | Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** All headers but the coding; `server-time` comes last and is renewed. */
  readonly headers: HeaderList;
  /** The same without a content type. */
  readonly unchanged: HeaderList;
  br?: Compressed;
  gzip?: Compressed;
}

interface Compressed {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: HeaderList;
}

/** Bytes of bodies and of compressed copies, and characters of addresses, held at most. */
const MAX_BYTES = 8 * 2 ** 20;
/** Addresses remembered of pages without room: anybody can make up as many as he likes. */
const MAX_REFUSED = 1_000;
/** Characters of an address and its variant whose page is kept: without a made-up query they have fewer. */
const MAX_KEY_LENGTH = 600;

/**
 * Answers pages from memory for as long as neither the world nor the minute changes. When the memory is full,
 * a page is let in at its second request only, in the place of the oldest: whoever reads through all stations
 * neither drives out what many ask for nor fills the memory with what nobody asks for again.
 *
 * Pages say `no-cache`, and `private` where they are for one kind of reader: a copy may be kept but is asked about
 * before it is shown, because a page shown later without asking would understate the age of its reports. Asking
 * costs a 304. The list of headers is made once for a page and coding: making it anew for each answer costs more
 * than all the rest.
 */
export class PageCache {
  #version = -1;
  #minute = -1;
  #bytes = 0;
  #second = -1;
  #serverTime = "";
  readonly #pages = new Map<string, HeldPage>();
  /** Pages for which there was no room when they were asked for the first time. */
  readonly #refused = new Set<string>();
  readonly #always: HeaderList;
  readonly #maxBytes: number;

  /**
   * @param always headers of every answer: those of security, complete
   * @param maxBytes of bodies and compressed copies, together
   */
  constructor(always: Readonly<Record<string, string>> = {}, maxBytes = MAX_BYTES) {
    this.#always = Object.entries(always);
    this.#maxBytes = maxBytes;
  }

  /**
   * The page at the request's address, if it is held and still true. For GET and HEAD only.
   *
   * @param variant of the page: pages of one address for readers who chose differently
   */
  find(request: Request, generation: PageGeneration, variant = ""): PageAnswer | undefined {
    if (!this.#isCurrent(generation)) this.#clear(generation);
    const page = this.#pages.get(keyOf(request, variant));
    if (page === undefined) return undefined;
    return { response: this.#respond(request, page, generation.now), route: page.route };
  }

  /**
   * Answers with a page that was rendered for `request` in `generation`, and keeps it unless the data or the
   * minute has changed since it was looked for, or `variant` is `null`: a page for one reader alone.
   */
  keep(
    request: Request,
    generation: PageGeneration,
    rendered: RenderedPage,
    variant: string | null = "",
  ): Response {
    const page = this.#hold(rendered, generation.now, variant !== "");
    // While it is text: bytes would be copied once more.
    const response = this.#respond(request, page, generation.now);
    if (variant !== null && this.#isCurrent(generation)) this.#keep(keyOf(request, variant), page);
    return response;
  }

  /** What is held: pages, and the sum of what `maxBytes` bounds. */
  get held(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes };
  }

  #isCurrent({ version, now }: PageGeneration): boolean {
    return version === this.#version && Math.floor(now / MINUTE_MS) === this.#minute;
  }

  #hold({ route, content, headers }: RenderedPage, now: number, isPersonal: boolean): HeldPage {
    const etag = entityTagOf(content, now);
    const common: HeaderList = [
      // A page with a policy of its own replaces that of all.
      ...("content-security-policy" in headers
        ? this.#always.filter(([name]) => !(name in headers))
        : this.#always),
      ["etag", etag],
      ["vary", PAGE_VARY],
      ["cache-control", isPersonal ? PERSONAL : USUAL],
      ["server-time", ""],
    ];
    const own = Object.entries(headers);
    const kept = own.filter(([name]) => name !== "content-type");
    return {
      route,
      body: content,
      etag,
      key: null,
      headers: [...own, ...common],
      unchanged: [...kept, ...common],
    };
  }

  #respond(request: Request, page: HeldPage, now: number): Response {
    const asked = request.headers;
    const time = this.#timeText(now);
    if (matches(asked.get("if-none-match"), page.etag)) {
      return whole(new Response(null, { status: 304, headers: at(page.unchanged, time) }));
    }
    const coding = codingOf(asked.get("accept-encoding"));
    if (coding === "identity") {
      return whole(new Response(page.body, { headers: at(page.headers, time) }));
    }
    const { body, headers } = page[coding] ?? this.#compress(page, coding);
    return whole(new Response(body, { headers: at(headers, time) }));
  }

  #compress(page: HeldPage, coding: "br" | "gzip"): Compressed {
    const body = coding === "br" ? brotli(page.body) : new Uint8Array(gzipSync(page.body));
    const made: Compressed = { body, headers: [["content-encoding", coding], ...page.headers] };
    page[coding] = made;
    if (page.key !== null) {
      this.#bytes += body.byteLength;
      this.#makeRoom();
    }
    return made;
  }

  #keep(key: string, page: HeldPage): void {
    const size = key.length + page.body.length;
    if (key.length > MAX_KEY_LENGTH || size > this.#maxBytes) return;
    if (this.#bytes + size > this.#maxBytes && !this.#refused.delete(key)) {
      if (this.#refused.size >= MAX_REFUSED) this.#refused.clear();
      this.#refused.add(key);
      return;
    }
    // Two requests may have rendered it at once.
    const before = this.#pages.get(key);
    if (before !== undefined) this.#drop(before);
    page.key = key;
    page.body = bytesOf(page.body);
    this.#pages.set(key, page);
    this.#bytes += sizeOf(page);
    this.#makeRoom();
  }

  /** Drops the oldest pages until the others fit. */
  #makeRoom(): void {
    for (const held of this.#pages.values()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#drop(held);
    }
  }

  #drop(page: HeldPage): void {
    this.#bytes -= sizeOf(page);
    this.#pages.delete(page.key!);
    page.key = null;
  }

  #clear({ version, now }: PageGeneration): void {
    this.#pages.clear();
    this.#refused.clear();
    this.#bytes = 0;
    this.#version = version;
    this.#minute = Math.floor(now / MINUTE_MS);
  }

  /** ISO 8601 to the second, written once for each second. */
  #timeText(now: number): string {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#serverTime = toIso(now);
    }
    return this.#serverTime;
  }
}

/**
 * Weak, since the same page has three encodings; the same on every replica. A page is true for a minute, so
 * its minute is part of it: what is left to tell apart are the few versions of one minute, for which length
 * and checksum are enough (every change within four bytes shows, any other but for one in four thousand
 * million) and take a fifth of the time of a digest.
 */
function entityTagOf(content: string, now: number): string {
  const minute = Math.floor(now / MINUTE_MS).toString(36);
  return `W/"${minute}-${content.length.toString(36)}-${crc32(content).toString(36)}"`;
}

/** The list with the server's time in its last entry: copied by `new Response`, so it may be shared. */
function at(headers: HeaderList, time: string): HeaderList {
  headers[headers.length - 1]![1] = time;
  return headers;
}

function sizeOf(page: HeldPage): number {
  return (page.key?.length ?? 0) + page.body.length + (page.br?.body.byteLength ?? 0) +
    (page.gzip?.body.byteLength ?? 0);
}

const encoder = new TextEncoder();

function bytesOf(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : body;
}

/** Quality 5 is the knee: a station page takes about a millisecond, once a minute at most. */
function brotli(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return new Uint8Array(brotliCompressSync(body, { params }));
}

const codings = new Map<string, Coding>();
/** Values of `Accept-Encoding` remembered, and their longest: browsers send a handful, none of 100 characters. */
const MAX_CODINGS = 64;
const MAX_CODING_LENGTH = 100;

/** The coding to answer with. */
function codingOf(accepted: string | null): Coding {
  if (accepted === null) return "identity";
  let coding = codings.get(accepted);
  if (coding === undefined) {
    coding = readCoding(accepted);
    if (accepted.length > MAX_CODING_LENGTH) return coding;
    if (codings.size >= MAX_CODINGS) codings.clear();
    codings.set(accepted, coding);
  }
  return coding;
}

/** The best coding offered; one that is refused with `q=0` is not taken. */
function readCoding(accepted: string): Coding {
  for (const coding of ["br", "gzip"] as const) {
    const at = accepted.indexOf(coding);
    if (at >= 0 && !/^\s*;\s*q=0(\.0{0,3})?\s*(,|$)/.test(accepted.slice(at + coding.length))) {
      return coding;
    }
  }
  return "identity";
}

/** RFC 9110, 13.1.2: weak comparison, lists and `*`. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  const opaque = etag.slice(2);
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === opaque);
}

/** What an answer depends on besides its address: coding, language and settings. */
export const PAGE_VARY = "accept-encoding, accept-language, cookie";
/**
 * `Cache-Control` of the page that whoever chose nothing gets, and of one made for somebody, by settings,
 * language or input: no shared cache stores the latter, whatever it makes of `Vary`.
 */
const USUAL = "no-cache";
export const PERSONAL = "private, no-cache";

function keyOf(request: Request, variant: string): string {
  const path = pathOf(request.url);
  return variant === "" ? path : `${path} ${variant}`;
}

/** Path and query of an absolute URL without parsing it. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start < 0 ? "/" : url.slice(start);
}
