import assert from "node:assert/strict";
import { parsePattern, patternsOfFile } from "./pattern.ts";
import { PathRouter } from "./router.ts";

Deno.test("file names give their patterns", () => {
  const rows: [string, string[]][] = [
    ["index.tsx", ["/"]],
    ["about.ts", ["/about"]],
    ["blog/index.jsx", ["/blog"]],
    ["blog/[slug].ts", ["/blog/:slug"]],
    ["blog/[slug]/comments.ts", ["/blog/:slug/comments"]],
    ["old/[...path].ts", ["/old/:path+"]],
    ["docs/[[version]]/index.ts", ["/docs", "/docs/:version"]],
    ["(info)/about.tsx", ["/about"]],
    ["(a)/(b)/index.tsx", ["/"]],
    ["[icao].txt.ts", ["/:icao.txt"]],
    ["sitemap.xml.ts", ["/sitemap.xml"]],
  ];
  for (const [file, expected] of rows) {
    assert.deepEqual(patternsOfFile(file).map(({ text }) => text), expected, file);
  }
});

Deno.test("patterns this layer cannot match are refused by name", () => {
  const rows = ["about", "/x/*/y", "/a{/:b}?", "/(\\d+)", "/:a:b", "/:1"];
  for (const text of rows) assert.throws(() => parsePattern(text), TypeError, text);
  assert.throws(() => patternsOfFile("[a][b].ts"), /routes\/\[a\]\[b\]\.ts/);
});

Deno.test("the most exact route answers, in whatever order they were added", async (t) => {
  const patterns = [
    "/:icao",
    "/*",
    "/:icao.txt",
    "/about",
    "/",
    "/api/*",
    "/api/v1/docs",
    "/station/:icao",
    "/station/:id/history",
    "/:lang/about",
    "/old/:path+",
    "/opt/:rest*",
  ];
  const rows: [string, string, Record<string, string>][] = [
    ["/", "/", {}],
    ["/about", "/about", {}],
    ["/KJFK", "/:icao", { icao: "KJFK" }],
    ["/KJFK.txt", "/:icao.txt", { icao: "KJFK" }],
    ["/api", "/api/*", { "0": "" }],
    ["/api/v1/metar/KJFK", "/api/*", { "0": "v1/metar/KJFK" }],
    ["/api/v1/docs", "/api/v1/docs", {}],
    ["/station/a%2Fb", "/station/:icao", { icao: "a/b" }],
    ["/station/x/history", "/station/:id/history", { id: "x" }],
    ["/de/about", "/:lang/about", { lang: "de" }],
    ["/old/a/b", "/old/:path+", { path: "a/b" }],
    ["/old", "/:icao", { icao: "old" }],
    ["/opt", "/opt/:rest*", { rest: "" }],
    ["/opt/a/b", "/opt/:rest*", { rest: "a/b" }],
    ["/not/a/route", "/*", { "0": "not/a/route" }],
  ];
  for (const list of [patterns, patterns.toReversed()]) {
    const routes = list.map((text) => ({ pattern: parsePattern(text), value: text }));
    const router = new PathRouter(routes);
    for (const [path, value, params] of rows) {
      await t.step(`${path} is ${value}`, () => {
        const match = router.match(path);
        assert.ok(match.kind === "found");
        assert.equal(match.value, value);
        assert.deepEqual(match.params, params);
      });
    }
  }
});

Deno.test("a path that is not valid percent-encoding is malformed, an unknown one is none", () => {
  const router = new PathRouter([{ pattern: parsePattern("/station/:icao"), value: 1 }]);
  assert.equal(router.match("/station/%zz").kind, "malformed");
  assert.equal(router.match("/nowhere").kind, "none");
});
