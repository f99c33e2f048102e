/**
 * The ways in which a provider breaks, each as it looks from the other end of the socket.
 *
 * @module
 */
import { headBytes, type WireAnswer, type WireWriter, writeAll, writePlain } from "../wire.ts";

/** Settings of one fault; times in milliseconds, sizes in bytes. */
export interface FaultSettings {
  /** `slowHeaders`: before the first byte. `drip`: between pieces. */
  readonly delayMs: number;
  /** `drip`: bytes in each piece. */
  readonly pieceBytes: number;
  /** `tooMany`: the `Retry-After` header as written; `null` for none. */
  readonly retryAfter: string | null;
  /** `gzipBomb`: bytes when inflated. */
  readonly bombBytes: number;
}

/** Defaults that hurt quickly. */
export const DEFAULT_SETTINGS: FaultSettings = {
  delayMs: 5000,
  pieceBytes: 64,
  retryAfter: null,
  bombBytes: 256 * 1024 * 1024,
};

/** Writes one broken answer. */
export type FaultWriter = (
  settings: FaultSettings,
  ...args: Parameters<WireWriter>
) => Promise<boolean>;

/** Waits; wakes at once when the server stops. */
export function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    }
    stopped.addEventListener("abort", done);
  });
}

const withBody = (
  answer: WireAnswer,
  body: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
  status = 200,
): WireAnswer => {
  const changed = new Headers(answer.headers);
  changed.delete("etag");
  changed.delete("last-modified");
  for (const [name, value] of Object.entries(headers)) changed.set(name, value);
  return {
    status,
    headers: changed,
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
};

const plainStatus =
  (status: number, text: string): FaultWriter => (_settings, socket, answer, stopped) =>
    writePlain(socket, withBody(answer, text, { "content-type": "text/html" }, status), stopped);

const replaced = (
  body: (
    settings: FaultSettings,
  ) => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
): FaultWriter =>
async (settings, socket, answer, stopped) =>
  await writePlain(socket, withBody(answer, await body(settings), headers), stopped);

const HTML = "<!DOCTYPE html><html><head><title>Scheduled maintenance</title></head>" +
  "<body><h1>We will be back soon</h1></body></html>";

const DOCTYPE_XML = '<?xml version="1.0"?><!DOCTYPE response [<!ENTITY a "aaaaaaaaaa">' +
  '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">' +
  '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>' +
  "<response><data><METAR><raw_text>&e;</raw_text></METAR></data></response>";

/** One gzip member that inflates to `bytes` zeros (whole megabytes, at least one). */
async function gzipOfZeros(bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const zeros = new Uint8Array(1024 * 1024);
  let left = Math.max(1, Math.ceil(bytes / zeros.length));
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(zeros);
      else controller.close();
    },
  }).pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Gzip of some bytes. */
export async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Faults of connection, status and framing, by name. Faults of content are in `content.ts`. */
export const WIRE_FAULTS: Readonly<Record<string, FaultWriter>> = {
  /** The connection is closed without a byte. */
  down: () => Promise.resolve(false),
  /** The connection breaks off in the middle of the body. */
  async reset(_settings, socket, answer) {
    answer.headers.set("content-length", String(Math.max(answer.body.length, 2)));
    await writeAll(socket, headBytes(answer));
    await writeAll(socket, answer.body.subarray(0, Math.floor(answer.body.length / 2)));
    return false;
  },
  async slowHeaders(settings, socket, answer, stopped) {
    await pause(settings.delayMs, stopped);
    return writePlain(socket, answer, stopped);
  },
  /** The body comes in small pieces with pauses: never silent for long, never done. */
  async drip(settings, socket, answer, stopped) {
    answer.headers.set("content-length", String(answer.body.length));
    await writeAll(socket, headBytes(answer));
    for (let at = 0; at < answer.body.length && !stopped.aborted; at += settings.pieceBytes) {
      await writeAll(socket, answer.body.subarray(at, at + settings.pieceBytes));
      await pause(settings.delayMs, stopped);
    }
    return !stopped.aborted;
  },
  /** The request is read and never answered. */
  async hang(_settings, _socket, _answer, stopped) {
    await pause(3_600_000, stopped);
    return false;
  },
  tooMany: (settings, socket, answer, stopped) =>
    writePlain(
      socket,
      withBody(
        answer,
        '{"status":"error","error":"Too Many Requests"}',
        {
          "content-type": "application/json",
          ...(settings.retryAfter === null ? {} : { "retry-after": settings.retryAfter }),
        },
        429,
      ),
      stopped,
    ),
  serverError: plainStatus(500, "<h1>Internal Server Error</h1>"),
  badGateway: plainStatus(502, "<h1>502 Bad Gateway</h1>"),
  unavailable: plainStatus(503, "<h1>503 Service Unavailable</h1>"),
  forbidden: plainStatus(403, "<h1>403 Forbidden</h1>"),
  html: replaced(() => HTML, { "content-type": "text/html; charset=utf-8" }),
  jsonError: replaced(() => '{"status":"error","error":"Database unavailable"}', {
    "content-type": "application/json",
  }),
  empty: replaced(() => ""),
  noContent: (_settings, socket, answer, stopped) =>
    writePlain(socket, withBody(answer, "", {}, 204), stopped),
  gzipBomb: replaced((settings) => gzipOfZeros(settings.bombBytes)),
  entityBomb: replaced(() => compress(new TextEncoder().encode(DOCTYPE_XML))),
  /** The gzip stream stops at two thirds; the length agrees with what is sent. */
  truncatedGzip: (_settings, socket, answer, stopped) =>
    writePlain(
      socket,
      withBody(answer, answer.body.slice(0, Math.floor(answer.body.length * 2 / 3))),
      stopped,
    ),
  /** The header promises more than is sent, then the connection closes. */
  async wrongLength(_settings, socket, answer) {
    answer.headers.set("content-length", String(answer.body.length + 1000));
    await writeAll(socket, headBytes(answer));
    await writeAll(socket, answer.body);
    return false;
  },
};
