/**
 * Clients that take their time: headers that never end, bodies that never end, answers that are never read.
 *
 * @module
 */
import { pause } from "../../../tests/support/wait.ts";

/** What a slow client is slow at. */
export type SlowMode = "header" | "body" | "read";

/** Where slow clients connect. */
export interface Target {
  readonly port: number;
  readonly caCert: string;
  readonly hostname: string;
}

/** How often a slow client gives a little more, and how often it looks whether it was cut off. */
const DRIP_MS = 1000;
/** Answers that a client asks for at once and does not read: more than the kernel takes. */
const UNREAD_ANSWERS = 60;
const encoder = new TextEncoder();

/**
 * Opens one slow client and keeps it slow until the server closes it.
 *
 * @param path of an answer that is large, for the mode `read`
 * @param opened called when it is connected and has sent its first bytes
 * @returns milliseconds from the handshake to the close; `limitMs` where it was still open then
 */
export async function slowClient(
  target: Target,
  mode: SlowMode,
  path: string,
  limitMs: number,
  opened: () => void = () => {},
): Promise<number> {
  const connection = await Deno.connectTls({
    hostname: target.hostname,
    port: target.port,
    caCerts: [target.caCert],
    alpnProtocols: ["http/1.1"],
  });
  await connection.handshake();
  const started = performance.now();
  try {
    await write(connection, firstBytes(target, mode, path));
    opened();
    const closed = mode === "read" ? writeUntilClosed(connection, "x", limitMs) : Promise.race([
      readUntilClosed(connection),
      // A body stops after its first bytes; a drip would only be cut by its length.
      mode === "header" ? writeUntilClosed(connection, "x-a: b\r\n", limitMs) : pause(limitMs),
    ]);
    await closed;
  } catch {
    // Reset by the server: closed as well.
  } finally {
    try {
      connection.close();
    } catch {
      // Closed already.
    }
  }
  return performance.now() - started;
}

function firstBytes({ hostname, port }: Target, mode: SlowMode, path: string): string {
  const host = `Host: ${hostname}:${port}\r\n`;
  if (mode === "header") return `GET / HTTP/1.1\r\n${host}`;
  if (mode === "body") {
    return `POST /api/v1/decode HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: 9000\r\n\r\nMET`;
  }
  return `GET ${path} HTTP/1.1\r\n${host}Accept-Encoding: identity\r\n\r\n`.repeat(UNREAD_ANSWERS);
}

async function write(connection: Deno.TlsConn, text: string): Promise<void> {
  const bytes = encoder.encode(text);
  for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
}

async function readUntilClosed(connection: Deno.TlsConn): Promise<void> {
  const buffer = new Uint8Array(4096);
  while (await connection.read(buffer) !== null);
}

async function writeUntilClosed(
  connection: Deno.TlsConn,
  text: string,
  limitMs: number,
): Promise<void> {
  for (let waited = 0; waited < limitMs; waited += DRIP_MS) {
    await pause(DRIP_MS);
    await write(connection, text);
  }
}
