/**
 * A fault proxy in front of a provider: every way in which an upstream can fail, from the name that does not
 * resolve to the answer that is well-formed and wrong.
 *
 * Faults of the wire and of content stand in `fault_kinds.ts` and in the simulator; those that lie before any
 * answer (a refused connection, a reset, a handshake that hangs, a certificate of somebody else, a name without
 * an address) have listeners of their own here, to which `fetch` is led.
 *
 * @module
 */
import { createFaultBoard, FAULT_KINDS, type Handler, serveWire } from "../../lib/simulator/mod.ts";
import { EXTRA_FAULTS } from "./fault_kinds.ts";
import { freePort } from "./loopback.ts";
import { pause } from "./wait.ts";
import { WRONG_CERTIFICATE } from "./wrong_certificate.ts";

/** Faults that happen before the provider's answer is asked for. */
const ROUTED = [
  "refused",
  "resetAtOnce",
  "resetInBody",
  "connectHangs",
  "wrongCertificate",
  "noTls",
  "noSuchHost",
] as const;
type Routed = (typeof ROUTED)[number];

/** Every kind of fault that the proxy makes. */
export const PROXY_FAULTS: readonly string[] = [
  ...ROUTED,
  ...FAULT_KINDS,
  ...Object.keys(EXTRA_FAULTS),
];

/** A running proxy. */
export interface FaultProxy {
  /** Where the provider is, as long as all is well. */
  readonly url: string;
  /** Like `fetch`; requests for `url` meet the fault that is on. */
  readonly fetch: typeof fetch;
  /** Switches one fault on for every path that contains `path`, or all off. */
  set(fault: { readonly kind: string; readonly path: string } | null): void;
  /** Whether the provider stands still for `path`, for handlers that ask. */
  readonly board: ReturnType<typeof createFaultBoard>;
  /** Requests that met the fault since it was switched on. */
  readonly met: number;
  close(): Promise<void>;
}

/** Bytes inflated of a bomb: more than any file may have. */
const BOMB_BYTES = 70 * 1024 * 1024;

/** Starts the proxy in front of `makeHandler(board)`, on loopback. */
export function startFaultProxy(
  makeHandler: (board: ReturnType<typeof createFaultBoard>) => Handler,
): FaultProxy {
  const board = createFaultBoard();
  let active: { kind: string; path: string } | null = null;
  let met = 0;
  const isMet = (url: string) => active !== null && new URL(url).pathname.includes(active.path);
  const server = serveWire({
    port: 0,
    handler: makeHandler(board),
    faultFor: (request) => {
      if (!isMet(request.url)) return null;
      return EXTRA_FAULTS[active!.kind] ?? board.writerFor(request);
    },
  });
  const doors = openDoors(() => active?.kind ?? "");
  const addresses: Record<Routed, string> = {
    refused: `http://127.0.0.1:${freePort()}`,
    resetAtOnce: `http://127.0.0.1:${doors.reset}`,
    resetInBody: `http://127.0.0.1:${doors.reset}`,
    connectHangs: `https://127.0.0.1:${doors.hang}`,
    wrongCertificate: `https://127.0.0.1:${doors.tls}`,
    noTls: `https://127.0.0.1:${server.port}`,
    noSuchHost: "http://weather.invalid",
  };
  return {
    url: server.url,
    board,
    get met() {
      return met;
    },
    fetch: (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (!url.startsWith(server.url) || !isMet(url)) return fetch(input, init);
      met++;
      const address = addresses[active!.kind as Routed];
      return fetch(address === undefined ? url : address + url.slice(server.url.length), init);
    },
    set(fault) {
      active = fault;
      met = 0;
      const isSimulators = fault !== null && FAULT_KINDS.includes(fault.kind);
      board.set(isSimulators ? [{ ...fault, bombBytes: BOMB_BYTES }] : []);
    },
    async close() {
      await doors.close();
      await server.close();
    },
  };
}

/** Listeners that never give a whole answer. */
function openDoors(kind: () => string) {
  const open = new Set<Deno.Conn>();
  const listen = (serve: (socket: Deno.Conn) => Promise<void>, tls = false) => {
    const address = { hostname: "127.0.0.1", port: 0 };
    const listener = tls
      ? Deno.listenTls({ ...address, ...WRONG_CERTIFICATE })
      : Deno.listen(address);
    const accept = async () => {
      for await (const socket of listener as AsyncIterable<Deno.Conn>) {
        open.add(socket);
        serve(socket).catch(() => {}).finally(() => closeQuietly(socket, open));
      }
    };
    const done = accept().catch(() => {});
    return { listener, done, port: (listener.addr as Deno.NetAddr).port };
  };
  const reset = listen(async (socket) => {
    // One byte is read and the rest is not: closing with unread bytes makes the kernel send a reset.
    await socket.read(new Uint8Array(1));
    if (kind() === "resetInBody") {
      const head =
        "HTTP/1.1 200 OK\r\ncontent-length: 5000\r\ncontent-type: application/json\r\n\r\n[{";
      await socket.write(new TextEncoder().encode(head));
      await pause(10);
    }
  });
  const hang = listen(async (socket) => {
    // Bytes of a handshake come in and nothing goes out; ends when the other side gives up.
    while (await socket.read(new Uint8Array(1024)) !== null);
  });
  const tls = listen(async (socket) => {
    await (socket as Deno.TlsConn).handshake();
  }, true);
  const doors = [reset, hang, tls];
  return {
    reset: reset.port,
    hang: hang.port,
    tls: tls.port,
    async close() {
      for (const door of doors) door.listener.close();
      for (const socket of open) closeQuietly(socket, open);
      await Promise.all(doors.map((door) => door.done));
    },
  };
}

function closeQuietly(socket: Deno.Conn, open: Set<Deno.Conn>): void {
  if (!open.delete(socket)) return;
  try {
    socket.close();
  } catch {
    // Closed by the other side.
  }
}
