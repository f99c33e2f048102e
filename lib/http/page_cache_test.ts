import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { MINUTE_MS } from "../time/mod.ts";
import { PageCache, type PageGeneration, PERSONAL } from "./page_cache.ts";

const URL_ = "http://localhost/KJFK";
const HEADERS = { "content-type": "text/html; charset=utf-8", link: "</a.js>; rel=modulepreload" };
/** The page from the cache, rendered first where it is not held. */
function answer(
  cache: PageCache,
  request: Request,
  generation: PageGeneration,
  render: () => string,
): Response {
  return cache.find(request, generation)?.response ??
    cache.keep(request, generation, { route: "/:station", content: render(), headers: HEADERS });
}
const ask = (headers: Record<string, string> = {}) => new Request(URL_, { headers });

Deno.test("a page is rendered once for a version of the world and a minute", async () => {
  const cache = new PageCache();
  let rendered = 0;
  const render = () => `page ${++rendered}`;
  const at = (version: number, now: number) => answer(cache, ask(), { version, now }, render);
  assert.equal(await (await at(1, 0)).text(), "page 1");
  assert.equal(await (await at(1, MINUTE_MS - 1)).text(), "page 1");
  assert.equal(await (await at(1, MINUTE_MS)).text(), "page 2");
  assert.equal(await (await at(2, MINUTE_MS)).text(), "page 3");
});

Deno.test("HEAD has the headers of the page and the server's time, now as well as later", () => {
  const cache = new PageCache({ "x-content-type-options": "nosniff" });
  const head = new Request(URL_, { method: "HEAD" });
  for (const second of [1, 59]) {
    const generation = { version: 1, now: Date.UTC(2026, 10, 24, 14, 55, second) };
    const found = answer(cache, head, generation, () => "x");
    assert.equal(
      found.headers.get("server-time"),
      `2026-11-24T14:55:${second === 1 ? "01" : 59}Z`,
    );
    assert.equal(found.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(found.headers.get("x-content-type-options"), "nosniff");
  }
});

Deno.test("the validator of a page answers 304 without a body", async () => {
  const cache = new PageCache();
  const generation = { version: 1, now: Date.UTC(2026, 10, 24, 14, 55) };
  const first = answer(cache, ask(), generation, () => "x");
  const etag = first.headers.get("etag")!;
  for (const given of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
    const again = answer(cache, ask({ "if-none-match": given }), generation, () => "y");
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
    const found = answer(
      new PageCache(),
      ask({ "accept-encoding": accepted }),
      { version: 1, now: 0 },
      () => body,
    );
    assert.equal(found.headers.get("content-encoding"), coding);
    const bytes = new Uint8Array(await found.arrayBuffer());
    const plain = coding === "br"
      ? brotliDecompressSync(bytes)
      : coding === "gzip"
      ? gunzipSync(bytes)
      : bytes;
    assert.equal(new TextDecoder().decode(plain), body);
  });
}

Deno.test("a page rendered from data that has changed meanwhile is answered and not kept", async () => {
  const cache = new PageCache();
  const old = { version: 1, now: 0 };
  assert.equal(cache.find(ask(), old), undefined);
  assert.equal(cache.find(ask(), { version: 2, now: 0 }), undefined);
  const page = { route: "/:station", content: "old", headers: HEADERS };
  assert.equal(await cache.keep(ask(), old, page).text(), "old");
  assert.equal(cache.find(ask(), { version: 2, now: 0 }), undefined);
});

Deno.test("each answer carries the headers of the page, of all pages, and the time of now", () => {
  const cache = new PageCache({ "x-always": "yes" });
  for (
    const [now, time] of [[0, "1970-01-01T00:00:00Z"], [5000, "1970-01-01T00:00:05Z"]] as const
  ) {
    const { headers } = answer(cache, ask(), { version: 1, now }, () => "x");
    assert.equal(headers.get("server-time"), time);
    assert.equal(headers.get("link"), HEADERS.link);
    assert.equal(headers.get("x-always"), "yes");
    assert.equal(headers.get("content-type"), HEADERS["content-type"]);
  }
});

Deno.test("when the memory is full, a page asked for again takes the place of the oldest", async () => {
  const cache = new PageCache({}, 2500);
  const rendered: string[] = [];
  const get = async (path: string) => {
    const request = new Request(`http://localhost${path}`);
    const response = answer(cache, request, { version: 1, now: 0 }, () => {
      rendered.push(path);
      return path + "x".repeat(1000);
    });
    assert.equal((await response.text()).slice(0, 2), path);
  };
  for (const path of ["/A", "/B", "/C", "/A", "/C", "/C", "/B", "/A", "/D"]) await get(path);
  assert.deepEqual(rendered, ["/A", "/B", "/C", "/C", "/A", "/D"]);
});

Deno.test("what is compressed for a page that is not kept takes no room from those that are", () => {
  const cache = new PageCache({}, 2500);
  const generation = { version: 1, now: 0 };
  const request = (path: string) =>
    new Request(`http://localhost${path}`, { headers: { "accept-encoding": "gzip" } });
  const content = Array.from({ length: 1500 }, (_, i) => String.fromCharCode(33 + i * i % 90));
  const page = { route: "/:station", content: content.join(""), headers: HEADERS };
  cache.find(request("/A"), generation);
  for (let i = 0; i < 20; i++) cache.keep(request("/A"), generation, page, null);
  cache.keep(request("/B"), generation, page);
  assert.notEqual(cache.find(request("/B"), generation), undefined);
});

Deno.test("of pages without room a thousand are remembered, so that made-up addresses take no memory", () => {
  const cache = new PageCache({}, 2500);
  const generation = { version: 1, now: 0 };
  const page = { route: "/:station", content: "x".repeat(2000), headers: HEADERS };
  const isKeptAfter = (path: string) => {
    const request = new Request(`http://localhost${path}`);
    cache.keep(request, generation, page);
    return cache.find(request, generation) !== undefined;
  };
  cache.find(ask(), generation);
  assert.equal(isKeptAfter("/A"), true);
  assert.equal(isKeptAfter("/B"), false);
  for (let i = 0; i < 1_000; i++) assert.equal(isKeptAfter(`/C?${i}`), false);
  assert.equal(isKeptAfter("/B"), false, "forgotten: its second request is a first one");
  assert.equal(isKeptAfter("/B"), true);
});

/** Text that no compression makes much shorter. */
const dense = (length: number) =>
  Array.from({ length }, (_, i) => String.fromCharCode(33 + (i * 7919 + i * i % 131) % 90)).join(
    "",
  );

Deno.test("what is held is the sum of addresses, bodies and compressed copies, and never above the limit", () => {
  const limit = 20_000;
  const cache = new PageCache({}, limit);
  const generation = { version: 1, now: 0 };
  const codings = ["identity", "gzip", "br"];
  cache.find(ask(), generation);
  for (let i = 0; i < 300; i++) {
    const path = `/${i * 31 % 17}`;
    const coding = codings[i % codings.length]!;
    const request = new Request(`http://localhost${path}`, {
      headers: { "accept-encoding": coding },
    });
    if (cache.find(request, generation) === undefined) {
      const content = dense(1_000 + i % 17 * 100);
      cache.keep(request, generation, { route: "/:station", content, headers: HEADERS });
    }
    assert.ok(cache.held.bytes <= limit, `${cache.held.bytes} bytes after ${i}`);
  }
  assert.ok(cache.held.pages > 3);
  cache.find(ask(), { version: 2, now: 0 });
  assert.deepEqual(cache.held, { pages: 0, bytes: 0 });
});

Deno.test("the same page kept twice counts once, its copies as they are made", () => {
  const cache = new PageCache();
  const generation = { version: 1, now: 0 };
  const request = new Request("http://localhost/AB", { headers: { "accept-encoding": "gzip" } });
  const page = { route: "/:station", content: dense(1_000), headers: HEADERS };
  cache.find(request, generation);
  cache.keep(request, generation, page);
  const { bytes } = cache.held;
  const copy = bytes - "/AB".length - page.content.length;
  assert.ok(copy > 100 && copy < page.content.length, `${copy} bytes of a copy`);
  cache.keep(request, generation, page);
  assert.deepEqual(cache.held, { pages: 1, bytes });
});

Deno.test("a page at an endless address, or larger than all room, is answered and not kept", async () => {
  const cache = new PageCache({}, 2500);
  const generation = { version: 1, now: 0 };
  const small = new Request("http://localhost/A");
  cache.find(small, generation);
  cache.keep(small, generation, { route: "/:station", content: "small", headers: HEADERS });
  const rows = [
    { path: `/B?${"x".repeat(700)}`, content: "x" },
    { path: "/C", content: "x".repeat(3000) },
  ];
  for (const { path, content } of rows) {
    const request = new Request(`http://localhost${path}`);
    for (let i = 0; i < 3; i++) {
      const page = { route: "/:station", content, headers: HEADERS };
      assert.equal(await cache.keep(request, generation, page).text(), content);
    }
    assert.equal(cache.find(request, generation), undefined);
  }
  assert.notEqual(cache.find(small, generation), undefined, "and drives out nothing");
});

Deno.test("a page for some readers or one alone is private, the usual one is not", () => {
  const page = { route: "/", content: "x", headers: HEADERS };
  for (
    const [variant, expected] of [["", "no-cache"], ["de ", PERSONAL], [null, PERSONAL]] as const
  ) {
    const answer = new PageCache().keep(ask(), { version: 1, now: 0 }, page, variant);
    assert.equal(answer.headers.get("cache-control"), expected);
  }
});
