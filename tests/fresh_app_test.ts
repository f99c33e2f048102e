/** The pitfalls of the layer, on the fixture project and in its built form, over a real server. */

import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { build } from "../lib/fresh/build.ts";
import { loadBuild, loadSource } from "../lib/fresh/load.ts";

const FIXTURE = new URL("./fixtures/fresh_app/", import.meta.url);

async function serveFixture(run: (origin: string) => Promise<void>): Promise<void> {
  const app = new App({ reportError: () => {} })
    .withProject(await loadBuild(FIXTURE))
    .use(staticFiles())
    .all("/raw/*", (ctx) => new Response(`${ctx.req.method} ${ctx.params["0"]}`))
    .fsRoutes();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    app.handler(),
  );
  try {
    await run(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** Sends a request as bytes, for methods and paths that `fetch` would not send. */
async function sendRaw(origin: string, method: string, path: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  const request = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
  await connection.write(new TextEncoder().encode(request));
  return await new Response(connection.readable).text();
}

await build({ root: FIXTURE });

Deno.test("requests and their answers", async (t) => {
  const rows: [string, string, number, Record<string, string | null>, RegExp][] = [
    ["GET", "/about", 200, { "x-trail": "root,info" }, /<article id="info"><h1>About/],
    ["GET", "/station/KJFK", 200, { "x-icao": "KJFK" }, /<h1>KJFK<\/h1>/],
    ["GET", "/station/KJFK.txt", 200, {}, /^raw KJFK$/],
    ["GET", "/shop/a/b%20c", 200, { "x-trail": "root,shop" }, /"path":"a\/b c"/],
    ["GET", "/shop", 404, { "x-trail": "root,shop" }, /nothing here/],
    ["GET", "/station/nope", 404, { "x-trail": "root" }, /nothing here/],
    ["GET", "/nowhere", 404, { "x-trail": "root" }, /<main><div id="missing">/],
    ["GET", "/boom", 500, { "x-trail": "root" }, /500 something broke at \/boom/],
    ["GET", "/station/%zz", 400, {}, /not valid percent-encoding/],
    ["POST", "/about", 405, { allow: "GET, HEAD, OPTIONS" }, /405 Method Not Allowed/],
    ["PUT", "/station/KJFK", 405, { allow: "GET, HEAD, POST, OPTIONS" }, /405/],
    ["POST", "/api/time", 405, { allow: "GET, HEAD, OPTIONS" }, /405/],
    ["PROPFIND", "/about", 405, { allow: "GET, HEAD, OPTIONS" }, /405/],
    ["OPTIONS", "/station/KJFK", 204, { allow: "GET, HEAD, POST, OPTIONS" }, /^$/],
    ["OPTIONS", "/nowhere", 404, { allow: null }, /nothing here/],
    ["POST", "/station/KJFK", 303, { location: "/station/KJFK" }, /^$/],
    ["GET", "/gate", 307, { location: "https://example.org/away", "x-trail": "root" }, /^$/],
    ["GET", "/about/?q=a//b", 308, { location: "/about?q=a//b", "x-trail": "root" }, /^$/],
    ["GET", "/shop//a///b", 308, { location: "/shop/a/b" }, /^$/],
    ["DELETE", "/raw/x/y", 200, { "x-trail": null }, /^DELETE x\/y$/],
    ["GET", "/raw", 200, {}, /^GET $/],
  ];
  await serveFixture(async (origin) => {
    for (const [method, path, status, headers, body] of rows) {
      await t.step(`${method} ${path} is ${status}`, async () => {
        const response = await fetch(origin + path, { method, redirect: "manual" });
        assert.equal(response.status, status);
        for (const [name, value] of Object.entries(headers)) {
          assert.equal(response.headers.get(name), value, name);
        }
        assert.match(await response.text(), body);
      });
    }
  });
});

Deno.test("a header set after next() is on every status", async () => {
  await serveFixture(async (origin) => {
    const paths = ["/", "/nowhere", "/boom", "/gate", "/about/", "/station/%zz"];
    const seen: number[] = [];
    for (const path of paths) {
      const response = await fetch(origin + path, { redirect: "manual" });
      seen.push(response.status);
      assert.match(response.headers.get("content-security-policy")!, /^default-src 'none'/, path);
      await response.body?.cancel();
    }
    const posted = await fetch(`${origin}/about`, { method: "POST" });
    seen.push(posted.status);
    assert.match(posted.headers.get("content-security-policy")!, /^default-src 'none'/);
    await posted.body?.cancel();
    assert.deepEqual(seen, [200, 404, 500, 307, 308, 400, 405]);
  });
});

Deno.test("TRACE gets 405 with Allow, and a path like another host stays here", async () => {
  await serveFixture(async (origin) => {
    const traced = await sendRaw(origin, "TRACE", "/about");
    assert.match(traced, /^HTTP\/1\.1 405 /);
    assert.match(traced, /\r\nallow: GET, HEAD, OPTIONS\r\n/i);
    for (const path of ["//evil.example", "/%5C/evil.example/", "//evil.example//"]) {
      const moved = await sendRaw(origin, "GET", path);
      assert.match(moved, /^HTTP\/1\.1 308 /, path);
      assert.match(moved, /\r\nlocation: \/[^/\\]/i, path);
    }
  });
});

Deno.test("HEAD has the length of the page and no body", async () => {
  await serveFixture(async (origin) => {
    for (const path of ["/", "/about", "/api/time", "/nowhere", "/styles.css"]) {
      const got = await (await fetch(origin + path, { headers: { "accept-encoding": "identity" } }))
        .arrayBuffer();
      const answer = await sendRaw(origin, "HEAD", path);
      const length = /\r\ncontent-length: (\d+)\r\n/i.exec(answer)?.[1];
      assert.equal(Number(length), got.byteLength, path);
      assert.ok(answer.endsWith("\r\n\r\n"), path);
    }
  });
});

Deno.test("a page with islands carries inert props, external modules and their preloads", async () => {
  await serveFixture(async (origin) => {
    const response = await fetch(origin);
    const html = await response.text();
    assert.match(html, /<td><!--i:Counter:0--><button[^>]*>.*<\/button><!--\/i--><\/td>/);
    assert.equal(html.match(/<\/script>/g)!.length, 2, "no prop ends a script early");
    const [source] = /\/_fresh\/assets\/Counter-[A-Z0-9]+\.js/.exec(html)!;
    assert.ok(response.headers.get("link")!.includes(`<${source}>; rel=modulepreload`));
    const executable = html.match(/<script(?![^>]*type="application\/json")[^>]*>/g)!;
    assert.ok(executable.every((tag) => tag.includes(" src=")), executable.join());
    assert.equal(await (await fetch(origin)).text(), html, "the same page has the same bytes");
  });
});

Deno.test("an async page keeps its islands, and a nested island stays plain", async () => {
  await serveFixture(async (origin) => {
    const html = await (await fetch(`${origin}/slow`)).text();
    const markers = html.match(/<!--i:[^>]*-->/g);
    assert.deepEqual(markers, ["<!--i:Counter:0-->", "<!--i:Pair#Pair:1-->"]);
    assert.match(html, /\[\{"start":40,"label":"async"\},\{\}\]/);
  });
});

Deno.test("source and build serve the same pages", async () => {
  const bodies = [];
  for (const load of [loadSource, loadBuild]) {
    const app = new App({ reportError: () => {} }).withProject(await load(FIXTURE))
      .use(staticFiles()).fsRoutes();
    bodies.push(await (await app.handler()(new Request("http://localhost/slow"))).text());
  }
  assert.equal(bodies[0], bodies[1]);
});

Deno.test("static files: types, validators, lifetimes, encodings, and nothing outside", async () => {
  await serveFixture(async (origin) => {
    const html = await (await fetch(origin)).text();
    const [hashed] = /\/styles\.css\?v=[0-9a-f]{16}/.exec(html)!;
    const [script] = /\/_fresh\/assets\/chunk-[A-Z0-9]+\.js/.exec(
      (await fetch(origin)).headers.get("link")!,
    )!;
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(origin + path, { headers });
    const plain = await get("/styles.css", { "accept-encoding": "identity" });
    assert.equal(plain.headers.get("content-type"), "text/css; charset=utf-8");
    assert.equal(plain.headers.get("cache-control"), "no-cache");
    assert.equal(plain.headers.get("vary"), "accept-encoding");
    await plain.body?.cancel();
    for (const path of [hashed, script]) {
      const response = await get(path);
      assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
      await response.body?.cancel();
    }
    const wrong = await get("/styles.css?v=0000000000000000");
    assert.equal(wrong.headers.get("cache-control"), "no-cache");
    await wrong.body?.cancel();

    const etag = plain.headers.get("etag")!;
    for (const tag of [etag, `W/${etag}`, `"x", ${etag.replace(/"$/, '-br"')}`, "*"]) {
      assert.equal((await get("/styles.css", { "if-none-match": tag })).status, 304, tag);
    }
    const packed = await sendRaw(origin, "GET", script);
    assert.doesNotMatch(packed, /content-encoding/i);
    for (
      const path of ["/../deno.json", "/%2e%2e/deno.json", "/_fresh/manifest.json", "/utils.ts"]
    ) {
      assert.match(await sendRaw(origin, "GET", path), /^HTTP\/1\.1 404 /, path);
    }
    const posted = await fetch(`${origin}/styles.css`, { method: "POST" });
    assert.equal(posted.status, 405);
    assert.equal(posted.headers.get("allow"), "GET, HEAD, OPTIONS");
    await posted.body?.cancel();
  });
});
