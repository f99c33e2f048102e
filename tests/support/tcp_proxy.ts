/**
 * A proxy of bytes in front of a store: the ways in which a connection fails.
 *
 * @module
 */
import { pause } from "./wait.ts";

/** What happens to bytes and connections. */
export type WireFault =
  /** They pass. */
  | "none"
  /** Nobody listens, and what is open is closed. */
  | "refused"
  /** Connections are taken and everything in them is lost. */
  | "lost"
  /** Every piece comes late. */
  | "slow"
  /** Connections end in the middle of a request. */
  | "reset"
  /** Answers are not what was sent. */
  | "garbage";

/** How late a piece is when slow: more than a read may take. */
const SLOW_MS = 400;

/** A running proxy. */
export interface TcpProxy {
  readonly port: number;
  set(fault: WireFault): void;
  close(): Promise<void>;
}

/** Starts it in front of a port of the loopback. */
export function startTcpProxy(target: number): TcpProxy {
  let fault: WireFault = "none";
  const open = new Set<Deno.Conn>();
  let listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  let accepting = accept(listener);

  async function accept(from: Deno.TcpListener): Promise<void> {
    try {
      for await (const client of from) void join(client);
    } catch {
      // Closed.
    }
  }

  async function join(client: Deno.Conn): Promise<void> {
    open.add(client);
    let server: Deno.Conn | null = null;
    try {
      server = await Deno.connect({ hostname: "127.0.0.1", port: target });
      open.add(server);
      await Promise.race([pipe(client, server, false), pipe(server, client, true)]);
    } catch {
      // One side has gone: so does the other.
    } finally {
      closeAll([client, ...(server === null ? [] : [server])]);
    }
  }

  async function pipe(from: Deno.Conn, to: Deno.Conn, isAnswer: boolean): Promise<void> {
    const bytes = new Uint8Array(64 * 1024);
    for (;;) {
      const count = await from.read(bytes);
      if (count === null) return;
      if (fault === "reset") return;
      if (fault === "lost") continue;
      if (fault === "slow") await pause(SLOW_MS);
      const piece = bytes.subarray(0, count);
      if (fault === "garbage" && isAnswer) crypto.getRandomValues(piece.subarray(0, 4096));
      for (let sent = 0; sent < count;) sent += await to.write(piece.subarray(sent));
    }
  }

  function closeAll(sockets: Iterable<Deno.Conn>): void {
    for (const socket of [...sockets]) {
      if (!open.delete(socket)) continue;
      try {
        socket.close();
      } catch {
        // Closed by the other side.
      }
    }
  }

  return {
    port,
    set(next) {
      if (fault === "refused" && next !== "refused") {
        listener = Deno.listen({ hostname: "127.0.0.1", port });
        accepting = accept(listener);
      }
      // What was lost in the middle of a stream cannot be made good: such connections end with the fault.
      const isBroken = fault === "lost" || fault === "garbage";
      if (next === "refused" && fault !== "refused") listener.close();
      if (next === "refused" || isBroken) closeAll(open);
      fault = next;
    },
    async close() {
      if (fault !== "refused") listener.close();
      closeAll(open);
      await accepting;
    },
  };
}
