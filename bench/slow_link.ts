/**
 * A bad network before a server: a proxy on loopback that delays and paces bytes like a far, narrow link.
 *
 * What TCP adds is part of it: a connection costs a round trip before anything is asked, and what does not
 * fit into the first flight of ten segments waits for acknowledgements, twice as much after each (RFC 6928).
 *
 * @module
 */

/** The link. */
export interface Link {
  readonly roundTripMs: number;
  /** Bits per second, downwards. */
  readonly bitsPerSecond: number;
}

/** First flight: ten segments of 1,460 bytes. */
const FIRST_FLIGHT_BYTES = 14_600;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Starts the link to `origin`; gives its own address and what ends it. */
export function slowLink(origin: string, link: Link): { origin: string; close(): void } {
  const { hostname, port } = new URL(origin);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  void (async () => {
    for await (const client of listener) {
      carry(client, { hostname, port: Number(port) }, link).catch(() => {});
    }
  })().catch(() => {});
  return {
    origin: `http://127.0.0.1:${listener.addr.port}`,
    close: () => listener.close(),
  };
}

async function carry(
  client: Deno.Conn,
  to: { hostname: string; port: number },
  link: Link,
): Promise<void> {
  const server = await Deno.connect(to);
  const ends = () => {
    for (const end of [client, server]) {
      try {
        end.close();
      } catch { /* closed by the other side */ }
    }
  };
  const half = link.roundTripMs / 2;
  // The three-way handshake, which loopback does not have.
  let upReady = performance.now() + link.roundTripMs;
  const up = (async () => {
    for await (const bytes of client.readable.values({ preventCancel: true })) {
      upReady = Math.max(upReady, performance.now());
      await sleep(upReady - performance.now() + half);
      await write(server, bytes);
    }
  })();
  await Promise.race([up, down(server, client, link)]).finally(ends);
}

/**
 * Answers: each piece arrives half a round trip after it left, and pieces leave at the pace of the link, flight
 * by flight. Reading goes on while earlier pieces are under way.
 */
async function down(server: Deno.Conn, client: Deno.Conn, link: Link): Promise<void> {
  const msPerByte = 8000 / link.bitsPerSecond;
  let window = FIRST_FLIGHT_BYTES;
  let inFlight = 0;
  let leftAt = 0;
  let underWay: Promise<void> = Promise.resolve();
  const buffer = new Uint8Array(1460);
  for (let read = await server.read(buffer); read !== null; read = await server.read(buffer)) {
    const bytes = buffer.slice(0, read);
    if (inFlight + read > window) {
      leftAt += link.roundTripMs;
      window *= 2;
      inFlight = 0;
    }
    inFlight += read;
    leftAt = Math.max(leftAt, performance.now()) + read * msPerByte;
    const arrivesAt = leftAt + link.roundTripMs / 2;
    underWay = underWay.then(async () => {
      await sleep(arrivesAt - performance.now());
      await write(client, bytes);
    });
    // The browser may hang up on what is under way; whoever waits for it learns so.
    underWay.catch(() => {});
  }
  await underWay;
}

async function write(to: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await to.write(bytes.subarray(at));
}
