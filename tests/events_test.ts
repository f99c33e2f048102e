/** Streams of news over sockets: so many for each client, whoever stands before the service. */

import assert from "node:assert/strict";
import { endStreams } from "../lib/http/event_stream.ts";
import type { MemoryWorld } from "../lib/store/mod.ts";
import { FakeClock, MINUTE_MS } from "../lib/time/mod.ts";
import { BROWSER_TEST, openPage, withBrowser } from "./support/chromium.ts";
import { putMetar, START } from "./support/pages_app.ts";
import { testWith } from "./support/requirements.ts";
import { keepsNothing, openService } from "./support/simulated_service.ts";
import { until } from "./support/wait.ts";

/** Streams that one client may have. */
const EACH = 32;
const METAR = "METAR KJFK 241451Z 30015G25KT 10SM BKN008 10/07 A2992";

/** The whole service on loopback, with a METAR of KJFK; streams that are open end with it. */
async function withService(
  trustProxy: readonly string[],
  run: (port: number, world: MemoryWorld) => Promise<void>,
): Promise<void> {
  const changes = { ...keepsNothing("http://127.0.0.1:9"), trustProxy };
  const service = await openService(changes, { clock: new FakeClock(START) });
  const world = service.reports.world as MemoryWorld;
  putMetar(world, METAR, START - 8 * MINUTE_MS, true);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    service.handler,
  );
  try {
    await run(server.addr.port, world);
  } finally {
    endStreams();
    await server.shutdown();
    await service.stop();
  }
}

interface Asked {
  /** Status line and headers. */
  readonly head: string;
  close(): void;
}

/** Asks for a stream on a socket of its own, which stays open. */
async function ask(port: number, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const socket = await Deno.connect({ hostname: "127.0.0.1", port });
  const all = { host: "localhost", accept: "text/event-stream", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  await socket.write(
    new TextEncoder().encode(`GET /events?stations=KJFK HTTP/1.1\r\n${lines}\r\n`),
  );
  const buffer = new Uint8Array(4096);
  let head = "";
  while (!head.includes("\r\n\r\n")) {
    const read = await socket.read(buffer);
    if (read === null) break;
    head += new TextDecoder().decode(buffer.subarray(0, read));
  }
  return { head, close: () => socket.close() };
}

const IS_STREAM = /^HTTP\/1\.1 200 [\s\S]*content-type: text\/event-stream/i;
const IS_REFUSED = /^HTTP\/1\.1 429 [\s\S]*retry-after: 60\r\n/i;

Deno.test("a client has 32 streams; the next is refused until one of them is closed", async () => {
  await withService([], async (port) => {
    const open: Asked[] = [];
    try {
      for (let i = 0; i < EACH; i++) {
        // Nobody is trusted: what a client says of itself makes it no other.
        const headers: Record<string, string> = i % 2 ? { "x-forwarded-for": `192.0.2.${i}` } : {};
        open.push(await ask(port, headers));
        assert.match(open.at(-1)!.head, IS_STREAM, `stream ${i}`);
      }
      const refused = await ask(port);
      refused.close();
      assert.match(refused.head, IS_REFUSED);

      const asked = await fetch(`http://127.0.0.1:${port}/events?stations=KJFK`);
      assert.equal(asked.status, 200, "asking from time to time goes on");
      assert.match((await asked.json()).KJFK, /^\w+\.-$/);

      open.pop()!.close();
      await until(
        async () => {
          const again = await ask(port);
          if (IS_STREAM.test(again.head)) open.push(again);
          else again.close();
          return open.length === EACH;
        },
        30_000,
        "a stream after one was closed",
      );
    } finally {
      for (const one of open) one.close();
    }
  });
});

Deno.test("behind a trusted proxy each of its clients has streams of its own", async () => {
  await withService(["127.0.0.1"], async (port) => {
    const open: Asked[] = [];
    try {
      for (let i = 0; i < EACH; i++) open.push(await ask(port, { "x-forwarded-for": "192.0.2.7" }));
      // The left part is what the client wrote itself.
      open.push(await ask(port, { "x-forwarded-for": "198.51.100.1, 192.0.2.7" }));
      assert.match(open.at(-1)!.head, IS_REFUSED);
      open.push(await ask(port, { "x-forwarded-for": "192.0.2.8" }));
      assert.match(open.at(-1)!.head, IS_STREAM);
    } finally {
      for (const one of open) one.close();
    }
  });
});

Deno.test("HEAD takes no place", async () => {
  await withService([], async (port) => {
    const headers = { accept: "text/event-stream" };
    for (let i = 0; i <= EACH; i++) {
      const url = `http://127.0.0.1:${port}/events?stations=KJFK`;
      assert.equal((await fetch(url, { method: "HEAD", headers })).status, 200);
    }
    const stream = await ask(port);
    stream.close();
    assert.match(stream.head, IS_STREAM);
  });
});

testWith("a page that is refused a stream asks from time to time, and finds the news", [
  "chromium",
], async ([chromium]) => {
  await withService([], async (port, world) => {
    const open: Asked[] = [];
    try {
      for (let i = 0; i < EACH; i++) open.push(await ask(port));
      await withBrowser(chromium!, async (browser) => {
        const { page, close } = await openPage(browser);
        await page.clock.install();
        const refused = page.waitForResponse((answer) => answer.status() === 429);
        await page.goto(`http://127.0.0.1:${port}/KJFK`);
        await refused;
        putMetar(
          world,
          METAR.replace("241451Z", "241502Z").replace("BKN008", "BKN004"),
          START,
          true,
        );
        await page.clock.runFor(2 * MINUTE_MS);
        await page.getByRole("button", { name: "Show it" }).waitFor();
        await close();
      });
    } finally {
      for (const one of open) one.close();
    }
  });
}, BROWSER_TEST);
