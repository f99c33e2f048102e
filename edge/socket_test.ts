/** What only a real socket shows: lengths without bodies, methods that `fetch` refuses, raw bytes. */
import assert from "node:assert/strict";
import { fakeApi } from "./testing/ask.ts";

interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Sends `head` as it is and reads until the server closes. */
async function send(port: number, head: string): Promise<RawAnswer> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(head));
  const chunks: Uint8Array[] = [];
  const buffer = new Uint8Array(64 * 1024);
  for (
    let read = await connection.read(buffer);
    read !== null;
    read = await connection.read(buffer)
  ) {
    chunks.push(buffer.slice(0, read));
  }
  const text = await new Blob(chunks as BlobPart[]).text();
  const at = text.indexOf("\r\n\r\n");
  const [first = "", ...lines] = text.slice(0, at).split("\r\n");
  return {
    status: Number(first.split(" ")[1]),
    headers: new Headers(lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    })),
    body: text.slice(at + 4),
  };
}

const ask = (method: string, target: string, headers = "") =>
  `${method} ${target} HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n${headers}\r\n`;

async function withServer(use: (port: number) => Promise<void>): Promise<void> {
  const { api } = fakeApi();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => api.fetch(request),
  );
  try {
    await use(server.addr.port);
  } finally {
    await server.shutdown();
  }
}

Deno.test({
  name: "over a real socket",
  fn: async (t) => {
    await withServer(async (port) => {
      await t.step("HEAD has the true length and the tag of GET, and no body", async () => {
        for (const target of ["/api/v1/metar/KJFK", "/api/docs", "/health"]) {
          const get = await send(port, ask("GET", target));
          const head = await send(port, ask("HEAD", target));
          assert.equal(head.status, 200);
          assert.equal(head.body, "");
          const length = new TextEncoder().encode(get.body).byteLength;
          assert.equal(head.headers.get("content-length"), String(length), target);
          assert.equal(head.headers.get("etag"), get.headers.get("etag"));
        }
      });
      await t.step("a 304 has no body and keeps the headers that matter", async () => {
        const get = await send(port, ask("GET", "/api/v1/metar/KJFK"));
        const tag = get.headers.get("etag")!;
        const again = await send(
          port,
          ask("GET", "/api/v1/metar/KJFK", `If-None-Match: W/${tag}\r\n`),
        );
        assert.equal(again.status, 304);
        assert.equal(again.body, "");
        for (const name of ["etag", "cache-control", "vary", "last-modified"]) {
          assert.equal(again.headers.get(name), get.headers.get(name), name);
        }
      });
      await t.step("TRACE and an unknown method are refused with Allow", async () => {
        for (const method of ["TRACE", "BREW"]) {
          const answer = await send(port, ask(method, "/api/v1/metar/KJFK"));
          assert.equal(answer.status, 405, method);
          assert.equal(answer.headers.get("allow"), "GET, HEAD, OPTIONS");
          assert.match(answer.body, /"status":405/);
        }
      });
      await t.step(
        "a URL of 3,000 or of 30,000 characters is too long",
        async () => {
          for (const length of [3000, 30_000]) {
            const answer = await send(port, ask("GET", `/api/v1/metar/${"K".repeat(length)}`));
            assert.equal(answer.status, 414);
          }
        },
      );
    });
  },
});
