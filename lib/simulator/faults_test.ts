import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { FakeClock, MINUTE_MS } from "../time/mod.ts";
import { METAR_HEADER } from "./awc/csv.ts";
import { type ActiveFault, createFaultBoard, FAULT_KINDS } from "./faults/mod.ts";
import { createProviderHandler } from "./server.ts";
import { createSimulation } from "./simulation.ts";
import { serveWire } from "./wire.ts";
import { readStations } from "../../tests/support/stations.ts";

const STATIONS = await readStations();
const CSV = "/data/cache/metars.cache.csv.gz";
const XML = "/data/cache/metars.cache.xml.gz";

/** A small world behind real sockets. */
async function withServer(
  use: (url: string, clock: FakeClock) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock("2026-07-10T21:00:30Z");
  const simulation = createSimulation({
    seed: 1,
    stations: STATIONS,
    counts: { metar: 60, taf: 30 },
  });
  const faults = createFaultBoard();
  const server = serveWire({
    port: 0,
    handler: createProviderHandler({ simulation, clock, faults }),
    faultFor: (request) => faults.writerFor(request),
  });
  try {
    await use(server.url, clock);
  } finally {
    await server.close();
  }
}

async function switchOn(url: string, faults: ActiveFault | ActiveFault[]): Promise<void> {
  const response = await fetch(`${url}/_control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(faults),
  });
  assert.equal(response.status, 200, await response.text());
}

async function textOf(url: string, path = CSV): Promise<string> {
  const response = await fetch(url + path);
  return gunzipSync(new Uint8Array(await response.arrayBuffer())).toString();
}

/** What a plain fetch sees of each fault. */
const SEEN: Record<string, (url: string) => Promise<void>> = {
  down: async (url) => void await assert.rejects(fetch(url + CSV)),
  reset: async (url) => {
    const response = await fetch(url + CSV);
    assert.equal(response.status, 200);
    await assert.rejects(response.arrayBuffer());
  },
  hang: async (url) =>
    void await assert.rejects(fetch(url + CSV, { signal: AbortSignal.timeout(150) })),
  slowHeaders: async (url) =>
    void await assert.rejects(fetch(url + CSV, { signal: AbortSignal.timeout(150) })),
  drip: async (url) => {
    const response = await fetch(url + CSV, { signal: AbortSignal.timeout(300) });
    assert.equal(response.status, 200);
    await assert.rejects(response.arrayBuffer());
  },
  tooMany: async (url) => {
    const response = await fetch(url + CSV);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get("retry-after"), "120");
    await response.body?.cancel();
  },
  serverError: (url) => expectStatus(url, 500),
  badGateway: (url) => expectStatus(url, 502),
  unavailable: (url) => expectStatus(url, 503),
  forbidden: (url) => expectStatus(url, 403),
  noContent: (url) => expectStatus(url, 204),
  html: async (url) => {
    const response = await fetch(url + CSV);
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type")!, /^text\/html/);
    assert.match(await response.text(), /^<!DOCTYPE html>/);
  },
  jsonError: async (url) => assert.equal((await (await fetch(url + CSV)).json()).status, "error"),
  empty: async (url) => assert.equal(await (await fetch(url + CSV)).text(), ""),
  gzipBomb: async (url) => {
    const bytes = new Uint8Array(await (await fetch(url + CSV)).arrayBuffer());
    assert.ok(bytes.length < 200_000, String(bytes.length));
    assert.equal(gunzipSync(bytes).length, 8 * 1024 * 1024);
  },
  entityBomb: async (url) => assert.match(await textOf(url, XML), /<!ENTITY/),
  truncatedGzip: async (url) => {
    const bytes = new Uint8Array(await (await fetch(url + CSV)).arrayBuffer());
    assert.throws(() => gunzipSync(bytes));
  },
  wrongLength: async (url) => {
    const response = await fetch(url + CSV);
    await assert.rejects(response.arrayBuffer());
  },
  renamedColumn: async (url) => {
    const header = (await textOf(url)).split("\n")[0]!;
    assert.notEqual(header, METAR_HEADER);
    assert.equal(header.split(",").length, 44);
  },
  missingColumn: async (url) =>
    assert.equal((await textOf(url)).split("\n")[0]!.split(",").length, 43),
  wrongStation: async (url) =>
    assert.match(await textOf(url), /^"(?:METAR|SPECI) (?!KZZZ)[A-Z]{4} .*",KZZZ,/m),
  futureTimes: async (url) => assert.match(await textOf(url), /2026-07-11T0[12]:/),
  oldTimes: async (url) => assert.match(await textOf(url), /2026-07-09T1[45]:/),
  duplicates: async (url) => {
    const rows = (await textOf(url)).trimEnd().split("\n").slice(1).filter((row) => row !== "");
    const first = rows.filter((row) => row === rows[0]);
    assert.equal(first.length, 3);
  },
  invalidUtf8: async (url) => assert.ok((await textOf(url)).includes("\ufffd")),
};

async function expectStatus(url: string, status: number): Promise<void> {
  const response = await fetch(url + CSV);
  assert.equal(response.status, status);
  await response.body?.cancel();
}

const SETTINGS: Record<string, Partial<ActiveFault>> = {
  tooMany: { retryAfter: "120" },
  gzipBomb: { bombBytes: 8 * 1024 * 1024 },
};

Deno.test("each fault is seen by a plain fetch and gone when it is switched off", async (t) => {
  await withServer(async (url) => {
    for (const kind of FAULT_KINDS.filter((name) => name !== "frozen")) {
      await t.step(kind, async () => {
        await switchOn(url, { kind, ...SETTINGS[kind] });
        await SEEN[kind]!(url);
        const off = await fetch(`${url}/_control/faults`, { method: "DELETE" });
        await off.body?.cancel();
        assert.ok((await textOf(url)).startsWith(METAR_HEADER));
      });
    }
  });
});

Deno.test("a frozen feed stays the same while others go on, and thaws", async () => {
  await withServer(async (url, clock) => {
    await switchOn(url, { kind: "frozen", path: "metars.cache.csv" });
    const before = await textOf(url);
    const xmlBefore = await textOf(url, XML);
    clock.advance(45 * MINUTE_MS);
    assert.equal(await textOf(url), before);
    assert.notEqual(await textOf(url, XML), xmlBefore);
    await switchOn(url, []);
    assert.notEqual(await textOf(url), before);
  });
});

Deno.test("a fault hits only its own path and only as often as asked", async () => {
  await withServer(async (url) => {
    await switchOn(url, { kind: "unavailable", path: "metars.cache.csv", times: 1 });
    assert.match(await textOf(url, XML), /<METAR>/);
    await expectStatus(url, 503);
    await expectStatus(url, 200);
  });
});

Deno.test("a spoiled answer is never 304, whatever the client holds", async () => {
  await withServer(async (url) => {
    const good = await fetch(url + CSV);
    await good.body?.cancel();
    await switchOn(url, { kind: "renamedColumn" });
    const response = await fetch(url + CSV, {
      headers: { "if-none-match": good.headers.get("etag")! },
    });
    assert.equal(response.status, 200);
    await response.body?.cancel();
  });
});

Deno.test("unknown faults and bodies that a web page could send are refused", async () => {
  await withServer(async (url) => {
    const post = async (body: string, type: string) => {
      const response = await fetch(`${url}/_control/faults`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
      return [response.status, await response.text()] as const;
    };
    const [status, text] = await post('{"kind":"meteor"}', "application/json");
    assert.equal(status, 400);
    assert.match(text, /meteor/);
    assert.equal((await post("not json", "application/json"))[0], 400);
    assert.equal((await post('{"kind":"down"}', "text/plain"))[0], 400);
  });
});

Deno.test("one connection carries many requests", async () => {
  await withServer(async (url) => {
    const { port } = new URL(url);
    const socket = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
    const ask = "GET /api/data/metar HTTP/1.1\r\nHost: x\r\n\r\n";
    await socket.write(new TextEncoder().encode(ask + ask));
    let text = "";
    while (text.split("HTTP/1.1 400").length < 3) {
      const chunk = new Uint8Array(4096);
      const count = await socket.read(chunk);
      assert.notEqual(count, null, text);
      text += new TextDecoder().decode(chunk.subarray(0, count!));
    }
    socket.close();
  });
});
