import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { MINUTE_MS } from "../time/mod.ts";
import { PageCache } from "./page_cache.ts";

const URL_ = "http://localhost/KJFK";
const html = (body: string) =>
  new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } });
const ask = (headers: Record<string, string> = {}) => new Request(URL_, { headers });

Deno.test("a page is rendered once for a version of the world and a minute", async () => {
  const cache = new PageCache();
  let rendered = 0;
  const render = () => html(`page ${++rendered}`);
  const at = (version: number, now: number) => cache.answer(ask(), { version, now }, render);
  assert.equal(await (await at(1, 0)).text(), "page 1");
  assert.equal(await (await at(1, MINUTE_MS - 1)).text(), "page 1");
  assert.equal(await (await at(1, MINUTE_MS)).text(), "page 2");
  assert.equal(await (await at(2, MINUTE_MS)).text(), "page 3");
});

Deno.test("HEAD has the headers of the page and the server's time, now as well as later", async () => {
  const cache = new PageCache({ "x-content-type-options": "nosniff" });
  const head = new Request(URL_, { method: "HEAD" });
  for (const second of [1, 59]) {
    const generation = { version: 1, now: Date.UTC(2026, 10, 24, 14, 55, second) };
    const answer = await cache.answer(head, generation, () => html("x"));
    assert.equal(
      answer.headers.get("server-time"),
      `2026-11-24T14:55:${second === 1 ? "01" : 59}Z`,
    );
    assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  }
});

Deno.test("the validator of a page answers 304 without a body", async () => {
  const cache = new PageCache();
  const generation = { version: 1, now: Date.UTC(2026, 10, 24, 14, 55) };
  const first = await cache.answer(ask(), generation, () => html("x"));
  const etag = first.headers.get("etag")!;
  for (const given of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
    const again = await cache.answer(ask({ "if-none-match": given }), generation, () => html("y"));
    assert.equal(again.status, 304, given);
    assert.equal(again.headers.get("content-type"), null);
    assert.equal(await again.text(), "");
  }
});

const CODINGS: { accepted: string; coding: string | null }[] = [
  { accepted: "gzip, deflate, br", coding: "br" },
  { accepted: "gzip", coding: "gzip" },
  { accepted: "br;q=0, gzip", coding: "gzip" },
  { accepted: "br;q=0.5", coding: "br" },
  { accepted: "identity", coding: null },
];
for (const { accepted, coding } of CODINGS) {
  Deno.test(`Accept-Encoding "${accepted}" is answered with ${coding ?? "plain bytes"}`, async () => {
    const body = "weather ".repeat(500);
    const answer = await new PageCache().answer(
      ask({ "accept-encoding": accepted }),
      { version: 1, now: 0 },
      () => html(body),
    );
    assert.equal(answer.headers.get("content-encoding"), coding);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const plain = coding === "br"
      ? brotliDecompressSync(bytes)
      : coding === "gzip"
      ? gunzipSync(bytes)
      : bytes;
    assert.equal(new TextDecoder().decode(plain), body);
  });
}

Deno.test("errors, redirects and pages with cookies are never kept", async () => {
  const cache = new PageCache();
  let calls = 0;
  const answers = [
    () => new Response("no", { status: 404 }),
    () => new Response(null, { status: 308, headers: { location: "/KJFK" } }),
    () => new Response("mine", { headers: { "set-cookie": "a=b" } }),
  ];
  for (const answer of answers) {
    for (let i = 0; i < 2; i++) {
      await cache.answer(ask(), { version: 1, now: 0 }, () => (calls++, answer()));
    }
  }
  assert.equal(calls, 6);
});

Deno.test("the oldest pages go when the memory is full", async () => {
  const cache = new PageCache({}, 2500);
  const rendered: string[] = [];
  const get = (path: string) =>
    cache.answer(new Request(`http://localhost${path}`), { version: 1, now: 0 }, () => {
      rendered.push(path);
      return html("x".repeat(1000));
    });
  for (const path of ["/A", "/B", "/C", "/C", "/B", "/A"]) await get(path);
  assert.deepEqual(rendered, ["/A", "/B", "/C", "/A"]);
});
