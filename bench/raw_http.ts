/**
 * One request over a bare socket: the answer exactly as it went over the wire, not inflated by a client.
 *
 * @module
 */

/** An answer as the floor server repeats it. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: [string, string][];
  readonly base64: string;
  /** Bytes on the wire, status line and headers included. */
  readonly wireBytes: number;
}

/** Headers that the server's own HTTP layer writes. */
const OF_THE_CONNECTION = new Set(["connection", "date", "content-length", "transfer-encoding"]);

/** Asks `path` of `origin` and reads the whole answer; a chunked body is put together. */
export async function connect(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<RecordedAnswer> {
  const { hostname, port } = new URL(origin);
  const socket = await Deno.connect({ hostname, port: Number(port) });
  try {
    const lines = [`GET ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, "Connection: close"];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    await socket.write(new TextEncoder().encode(lines.join("\r\n") + "\r\n\r\n"));
    return parse(new Uint8Array(await new Response(socket.readable).arrayBuffer()));
  } finally {
    try {
      socket.close();
    } catch { /* the stream has closed it */ }
  }
}

function parse(bytes: Uint8Array): RecordedAnswer {
  const text = new TextDecoder("latin1").decode(bytes);
  const end = text.indexOf("\r\n\r\n");
  const [statusLine, ...lines] = text.slice(0, end).split("\r\n");
  const all = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const chunked = all.some(([n, v]) => n === "transfer-encoding" && v === "chunked");
  const body = chunked ? joinChunks(bytes.subarray(end + 4)) : bytes.subarray(end + 4);
  return {
    status: Number(statusLine!.split(" ")[1]),
    headers: all.filter(([name]) => !OF_THE_CONNECTION.has(name)),
    base64: new Uint8Array(body).toBase64(),
    wireBytes: bytes.length,
  };
}

function joinChunks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf(13, at);
    const size = parseInt(new TextDecoder().decode(bytes.subarray(at, lineEnd)), 16);
    if (!(size > 0)) break;
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
