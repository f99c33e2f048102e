/** HTTP/2 without TLS (prior knowledge), as some proxies speak it to what is behind them: over a real socket. */
import assert from "node:assert/strict";
import { connect } from "node:http2";
import { silentLog } from "../observe/mod.ts";
import { FakeClock } from "../time/mod.ts";
import { createFront } from "./front.ts";

interface Row {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowedHosts?: readonly string[];
  readonly status: number;
}

const ROWS: readonly Row[] = [
  { name: "an authority is enough", headers: { ":authority": "weather.example" }, status: 200 },
  { name: "so is an address with its port", headers: {}, status: 200 },
  { name: "so is a Host", headers: { ":authority": "localhost", host: "localhost" }, status: 200 },
  {
    name: "an authority that is answered for",
    headers: { ":authority": "Weather.example" },
    allowedHosts: ["weather.example"],
    status: 200,
  },
  {
    name: "an authority that is not answered for",
    headers: { ":authority": "evil.example" },
    allowedHosts: ["weather.example"],
    status: 421,
  },
];

for (const { name, headers, allowedHosts = [], status } of ROWS) {
  Deno.test(`HTTP/2: ${name}: ${status}`, async () => {
    await withFront(allowedHosts, async (port) => {
      assert.equal(await statusOverHttp2(port, headers), status);
    });
  });
}

Deno.test("HTTP/1.1 without Host is refused, though the server makes a URL for it", async () => {
  await withFront([], async (port) => {
    const socket = await Deno.connect({ hostname: "127.0.0.1", port });
    await socket.write(new TextEncoder().encode("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
    const answer = await new Response(socket.readable).text();
    assert.match(answer, /^HTTP\/1\.1 400 /);
  });
});

async function withFront(
  allowedHosts: readonly string[],
  work: (port: number) => Promise<void>,
): Promise<void> {
  const handler = createFront(() => new Response("ok"), {
    log: silentLog,
    clock: new FakeClock(0),
    maxInFlight: 5,
    trustProxy: [],
    allowedHosts,
    accessLog: "none",
    observe: () => {},
  });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  try {
    await work(server.addr.port);
  } finally {
    await server.shutdown();
  }
}

async function statusOverHttp2(
  port: number,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const session = connect(`http://127.0.0.1:${port}`);
  try {
    return await new Promise<number>((resolve, reject) => {
      session.on("error", reject);
      const asked = session.request({ ":path": "/", ...headers });
      let status = 0;
      asked.on("response", (answer) => status = Number(answer[":status"]));
      asked.on("error", reject);
      asked.on("end", () => resolve(status));
      asked.resume();
      asked.end();
    });
  } finally {
    await new Promise<void>((resolve) => session.close(() => resolve()));
  }
}
