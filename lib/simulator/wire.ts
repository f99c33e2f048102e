/**
 * A small HTTP/1.1 server on bare sockets: what a provider's front does, and the ways in which it can break.
 *
 * `Deno.serve` only lets correct answers through; faults need the socket itself. One request at a time on
 * a connection, keep-alive, bodies up to 64 KiB.
 *
 * @module
 */

/** A request → response handler, as everywhere. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** An answer ready for the socket. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Writes an answer; returns whether the connection may be kept. */
export type WireWriter = (
  socket: Deno.Conn,
  answer: WireAnswer,
  closed: AbortSignal,
) => Promise<boolean>;

/** What the server asks before it answers; `null` for no fault. */
export type FaultFor = (request: Request) => WireWriter | null;

/** A running server. */
export interface WireServer {
  readonly port: number;
  readonly url: string;
  /** Closes the listener and every connection. */
  close(): Promise<void>;
}

const MAX_HEAD = 16 * 1024;
const MAX_BODY = 64 * 1024;
const REASONS: Readonly<Record<number, string>> = {
  200: "OK",
  204: "No Content",
  304: "Not Modified",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** Serves `handler` on 127.0.0.1. */
export function serveWire(
  options: { readonly port: number; readonly handler: Handler; readonly faultFor?: FaultFor },
): WireServer {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: options.port });
  const port = (listener.addr as Deno.NetAddr).port;
  const open = new Set<Deno.Conn>();
  const stop = new AbortController();
  const running = new Set<Promise<void>>();

  async function accept() {
    for await (const socket of listener) {
      // Head and body go out as two writes; waiting to join them would cost 40 ms an answer.
      socket.setNoDelay(true);
      open.add(socket);
      const served = serveConnection(socket, port, options, stop.signal)
        .catch(() => {})
        .finally(() => {
          open.delete(socket);
          running.delete(served);
          try {
            socket.close();
          } catch {
            // Closed already, by a fault or by the other side.
          }
        });
      running.add(served);
    }
  }
  const accepting = accept().catch(() => {});
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async close() {
      stop.abort();
      listener.close();
      for (const socket of open) {
        try {
          socket.close();
        } catch {
          // Closed already.
        }
      }
      await accepting;
      await Promise.all(running);
    },
  };
}

async function serveConnection(
  socket: Deno.Conn,
  port: number,
  options: { readonly handler: Handler; readonly faultFor?: FaultFor },
  stopped: AbortSignal,
): Promise<void> {
  let buffered: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  while (!stopped.aborted) {
    const read = await readRequest(socket, buffered, port);
    if (read === null) return;
    buffered = read.rest;
    const fault = options.faultFor?.(read.request) ?? null;
    const response = await options.handler(fault === null ? read.request : whole(read.request));
    const headers = new Headers(response.headers);
    headers.set("date", new Date().toUTCString());
    const answer = {
      status: response.status,
      headers,
      body: new Uint8Array(await response.arrayBuffer()),
    };
    const kept = await (fault ?? writePlain)(socket, answer, stopped);
    if (!kept || read.request.headers.get("connection")?.toLowerCase() === "close") return;
  }
}

/** A spoiled answer needs a body to spoil: the request without its conditions. */
function whole(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("if-none-match");
  headers.delete("if-modified-since");
  return request.method === "GET" ? new Request(request.url, { headers }) : request;
}

/** Writes a correct answer. */
export const writePlain: WireWriter = async (socket, answer) => {
  const bodiless = answer.status === 204 || answer.status === 304;
  if (!bodiless) answer.headers.set("content-length", String(answer.body.length));
  await writeAll(socket, headBytes(answer));
  if (!bodiless) await writeAll(socket, answer.body);
  return true;
};

/** Status line and headers as bytes. */
export function headBytes(answer: WireAnswer): Uint8Array<ArrayBuffer> {
  const lines = [`HTTP/1.1 ${answer.status} ${REASONS[answer.status] ?? "Status"}`];
  for (const [name, value] of answer.headers) lines.push(`${name}: ${value}`);
  return new TextEncoder().encode(lines.join("\r\n") + "\r\n\r\n");
}

/** Writes every byte. */
export async function writeAll(socket: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await socket.write(bytes.subarray(at));
}

async function readRequest(
  socket: Deno.Conn,
  buffered: Uint8Array<ArrayBuffer>,
  port: number,
): Promise<{ request: Request; rest: Uint8Array<ArrayBuffer> } | null> {
  let bytes = buffered;
  let end = headEnd(bytes);
  while (end < 0) {
    if (bytes.length > MAX_HEAD) return null;
    const more = await readSome(socket, bytes);
    if (more === null) return null;
    bytes = more;
    end = headEnd(bytes);
  }
  const [first, ...lines] = new TextDecoder().decode(bytes.subarray(0, end)).split("\r\n");
  const [method, target] = (first ?? "").split(" ");
  if (method === undefined || target === undefined || !target.startsWith("/")) return null;
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const length = Number(headers.get("content-length") ?? 0);
  if (!(length <= MAX_BODY)) return null;
  const bodyStart = end + 4;
  while (bytes.length < bodyStart + length) {
    const more = await readSome(socket, bytes);
    if (more === null) return null;
    bytes = more;
  }
  const body = bytes.slice(bodyStart, bodyStart + length);
  const request = new Request(`http://127.0.0.1:${port}${target}`, {
    method,
    headers,
    body: length > 0 ? body : null,
  });
  return { request, rest: bytes.slice(bodyStart + length) };
}

function headEnd(bytes: Uint8Array): number {
  for (let i = 0; i + 3 < bytes.length; i++) {
    if (bytes[i] === 13 && bytes[i + 1] === 10 && bytes[i + 2] === 13 && bytes[i + 3] === 10) {
      return i;
    }
  }
  return -1;
}

async function readSome(
  socket: Deno.Conn,
  before: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunk = new Uint8Array(4096);
  const count = await socket.read(chunk);
  if (count === null) return null;
  const joined = new Uint8Array(before.length + count);
  joined.set(before);
  joined.set(chunk.subarray(0, count), before.length);
  return joined;
}
