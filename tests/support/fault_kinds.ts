/**
 * Broken answers of a provider beside those that the simulator knows: of the protocol, of statuses, of content.
 *
 * @module
 */
import { compress, pause } from "../../lib/simulator/faults/kinds.ts";
import { type WireWriter, writeAll } from "../../lib/simulator/wire.ts";

const encoder = new TextEncoder();

/** Writes one after the other. */
async function send(socket: Deno.Conn, ...parts: (string | Uint8Array)[]): Promise<void> {
  for (const part of parts) {
    await writeAll(socket, typeof part === "string" ? encoder.encode(part) : part);
  }
}

/** An answer with the given head lines and body; the connection ends after it. */
const plain = (
  status: string,
  headers: readonly string[],
  body: string | Uint8Array = "",
): WireWriter =>
async (socket) => {
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  const lines = [`HTTP/1.1 ${status}`, ...headers, `content-length: ${bytes.length}`];
  await send(socket, lines.join("\r\n") + "\r\nconnection: close\r\n\r\n", bytes);
  return false;
};

const data = (body: string | Uint8Array, ...headers: string[]): WireWriter =>
  plain("200 OK", ["content-type: application/octet-stream", ...headers], body);
const status = (line: string, ...headers: string[]): WireWriter =>
  plain(line, ["content-type: text/plain", ...headers], "no");

/** Bytes that are the same in each run. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  let state = 0x2545f491;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

const head = (lines: readonly string[]) => lines.join("\r\n") + "\r\n\r\n";

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = new Blob([bytes]).stream();
  return await new Response(
    isGzip ? stream.pipeThrough(new DecompressionStream("gzip")) : stream,
  ).text();
}

/** The provider's own answer with its text changed. */
const changed =
  (change: (text: string) => string | Uint8Array<ArrayBuffer>): WireWriter =>
  async (socket, answer, closed) => {
    const text = change(await inflate(answer.body));
    return await data(typeof text === "string" ? text : text)(socket, answer, closed);
  };

/** Rows of CSV, elements of XML or records of JSON, changed one by one or as a list. */
function inRows(text: string, change: (rows: string[]) => string[]): string {
  if (text.startsWith("[")) {
    const rows = (JSON.parse(text) as unknown[]).map((row) => JSON.stringify(row));
    return `[${change(rows).join(",")}]`;
  }
  if (text.startsWith("<")) {
    const rows = text.match(/<(METAR|TAF)>.*?<\/\1>/gs) ?? [];
    const first = rows.length === 0 ? -1 : text.indexOf(rows[0]!);
    const last = rows.length === 0 ? -1 : text.lastIndexOf(rows.at(-1)!) + rows.at(-1)!.length;
    return text.slice(0, first) + change([...rows]).join("") + text.slice(last);
  }
  const [header, ...rows] = text.trimEnd().split("\n");
  return [header, ...change(rows)].join("\n") + "\n";
}

const FIVE_DAYS_S = 5 * 86_400;

/** A row of another station, or of a day to come. */
function wrong(row: string): string {
  return row.replace(/^("(?:METAR|SPECI) [A-Z]{4} [^"]*"),([A-Z0-9]{4}),/, "$1,KZZZ,")
    .replace(/<station_id>[A-Z0-9]{4}</, "<station_id>KZZZ<")
    .replace(/"validTimeFrom":(\d+)/, (_all, at) => `"validTimeFrom":${Number(at) + FIVE_DAYS_S}`);
}

const MEGABYTE = encoder.encode("x".repeat(1024 * 1024));
const DEEP = 10_000;

/** Writers by the name of the fault. */
export const EXTRA_FAULTS: Readonly<Record<string, WireWriter>> = {
  /** Half of the body, then silence. */
  async bodyHangs(socket, answer, closed) {
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    await send(socket, head(["HTTP/1.1 200 OK", `content-length: ${answer.body.length}`]), half);
    await pause(60_000, closed);
    return false;
  },
  /** 1 kB a second. */
  async trickle(socket, answer, closed) {
    const body = answer.body.length > 8_000 ? answer.body : noise(8_000);
    await send(socket, head(["HTTP/1.1 200 OK", `content-length: ${body.length}`]));
    for (let at = 0; at < body.length && !closed.aborted; at += 100) {
      await send(socket, body.subarray(at, at + 100));
      await pause(100, closed);
    }
    return false;
  },
  /** Chunks without their end. */
  async cutChunks(socket, answer) {
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    await send(
      socket,
      head(["HTTP/1.1 200 OK", "transfer-encoding: chunked"]),
      `${half.length.toString(16)}\r\n`,
      half,
      "\r\n",
    );
    return false;
  },
  /** More bytes than the header says. */
  async shortLength(socket, answer) {
    const said = Math.max(1, answer.body.length - 20);
    await send(socket, head(["HTTP/1.1 200 OK", `content-length: ${said}`]), answer.body);
    return false;
  },
  async twoLengths(socket, answer) {
    const { length } = answer.body;
    const lines = ["HTTP/1.1 200 OK", `content-length: ${length}`, `content-length: ${length - 9}`];
    await send(socket, head(lines), answer.body);
    return false;
  },
  /** An answer of old, without length, ended by the end of the connection: no fault. */
  async http10(socket, answer) {
    await send(socket, head(["HTTP/1.0 200 OK", "content-type: text/plain"]), answer.body);
    return false;
  },
  async noHttp(socket) {
    await send(socket, noise(400));
    return false;
  },
  async hugeHeader(socket, answer) {
    const lines = ["HTTP/1.1 200 OK", `x-filler: ${"x".repeat(3_000_000)}`];
    await send(socket, head([...lines, `content-length: ${answer.body.length}`]), answer.body);
    return false;
  },
  async body64MB(socket) {
    await send(socket, head(["HTTP/1.1 200 OK", `content-length: ${64 * MEGABYTE.length}`]));
    for (let sent = 0; sent < 64; sent++) await send(socket, MEGABYTE);
    return false;
  },
  garbage: data(noise(20_000)),
  garbageGzip: data(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...noise(5_000)])),
  /** A bomb that `fetch` itself would inflate. */
  async encodedBomb(socket, answer, closed) {
    const bomb = await compress(new Uint8Array(70 * 1024 * 1024));
    return await data(bomb, "content-encoding: gzip")(socket, answer, closed);
  },
  htmlAsData: data("<!DOCTYPE html><html><body>Scheduled maintenance</body></html>"),
  errorAsData: data('{"status":"error","error":"Database unavailable"}'),
  blank: data("\n\n  \n"),
  redirectToMetadata: status(
    "301 Moved Permanently",
    "location: http://169.254.169.254/latest/meta-data/",
  ),
  redirectAway: status("302 Found", "location: https://other.invalid/data"),
  redirectToItself: status("307 Temporary Redirect", "location: /data/cache/metars.cache.csv.gz"),
  badRequest: plain(
    "400 Bad Request",
    ["content-type: application/json"],
    '{"status":"error","error":"Invalid value for format"}',
  ),
  unauthorized: status("401 Unauthorized", "www-authenticate: Basic"),
  notFound: status("404 Not Found"),
  requestTimeout: status("408 Request Timeout"),
  gone: status("410 Gone"),
  gatewayTimeout: status("504 Gateway Timeout"),
  unavailableFor: status("503 Service Unavailable", "retry-after: 30"),
  tooManySeconds: status("429 Too Many Requests", "retry-after: 90"),
  tooManyUntil: status("429 Too Many Requests", "retry-after: Wed, 31 Dec 2031 23:59:59 GMT"),
  tooManyForAges: status("429 Too Many Requests", "retry-after: 86400"),
  tooManyUnreadable: status("429 Too Many Requests", "retry-after: soon"),
  unknownStatus: status("799 Whatever"),
  /** Rows in another order: no fault. */
  reordered: changed((text) => inRows(text, (rows) => rows.reverse())),
  /** A mark of byte order in front: no fault. */
  byteOrderMark: changed((text) => `\uFEFF${text}`),
  nulBytes: changed((text) => text.replace(/(\d{5}(?:G\d\d)?KT|VALID) /g, "$1\u0000 ")),
  mostlyWrong: changed((text) =>
    inRows(text, (rows) => rows.map((row, i) => i % 5 < 3 ? wrong(row) : row))
  ),
  deepJson: data(`[${'{"a":['.repeat(DEEP)}${"]}".repeat(DEEP)}]`),
  deepArray: data("[".repeat(DEEP)),
  /** A key that would change every object: no fault where records are read key by key. */
  protoKey: changed((text) =>
    text.startsWith("[")
      ? inRows(
        text,
        (rows) =>
          rows.map((row) => row.replace("{", '{"__proto__":{"polluted":true},"constructor":1,')),
      )
      : '[{"__proto__":{"polluted":true}}]'
  ),
  cutText: changed((text) => text.slice(0, Math.floor(text.length * 2 / 3))),
  latin1: changed((text) => {
    const bytes = encoder.encode(text);
    for (let at = 300; at < bytes.length; at += 1499) {
      if (bytes[at]! >= 65 && bytes[at]! <= 90) bytes[at] = 0xfc;
    }
    return bytes;
  }),
};
