import assert from "node:assert/strict";
import type { AppOptions } from "./config.ts";
import { App, HttpError, staticFiles } from "./mod.ts";
import type { Project } from "./project.ts";
import type { RouteModule } from "./types.ts";

type Routes = Record<string, RouteModule>;

function appOf(
  routes: Routes,
  options: AppOptions = {},
  manifest: Partial<Project["manifest"]> = {},
) {
  const project: Project = {
    root: new URL("./", import.meta.url).href,
    routes: Object.entries(routes).map(([file, module]) => ({ file, module })),
    islands: [],
    manifest: { routes: [], islands: [], scripts: {}, files: {}, ...manifest },
  };
  return new App({ reportError: () => {}, ...options }).withProject(project);
}

function ask(app: App, path: string, init?: RequestInit): Promise<Response> {
  return app.handler()(new Request(`http://localhost${path}`, init));
}

const fails = () => {
  throw new Error("secret detail");
};

Deno.test("when the error page fails too, the next one out answers, and in the end plain markup", async () => {
  const reported: string[] = [];
  const options = { reportError: (error: unknown) => reported.push(String(error)) };
  const outer = { default: () => <p>outer</p> };
  const inner = { default: fails };
  const routes: Routes = {
    "_error.tsx": outer,
    "a/_error.tsx": inner,
    "a/x.tsx": { default: fails },
  };
  const response = await ask(appOf(routes, options).fsRoutes(), "/a/x");
  assert.equal(response.status, 500);
  assert.match(await response.text(), /<p>outer<\/p>/);
  assert.equal(reported.length, 2);

  const bare = await ask(appOf({ "_error.tsx": inner, "x.tsx": inner }, options).fsRoutes(), "/x");
  assert.equal(bare.status, 500);
  const html = await bare.text();
  assert.match(html, /500 Internal Server Error/);
  assert.doesNotMatch(html, /secret/);
});

Deno.test("a layout that fails is answered by an error page outside of it", async () => {
  const routes: Routes = {
    "_error.tsx": { default: () => <p>outside</p> },
    "a/_layout.tsx": { default: fails },
    "a/x.tsx": { default: () => <p>x</p> },
  };
  const response = await ask(appOf(routes).fsRoutes(), "/a/x");
  assert.equal(response.status, 500);
  assert.match(await response.text(), /<p>outside<\/p>/);
});

Deno.test("only errors of 500 and more are reported, and middlewares see each in ctx.error", async () => {
  const reported: unknown[] = [];
  const seen: number[] = [];
  const app = new App({ reportError: (error) => reported.push(error) })
    .use(async (ctx) => {
      const response = await ctx.next();
      if (ctx.error !== null) seen.push(response.status);
      return response;
    })
    .get("/gone", () => {
      throw new HttpError(410);
    })
    .get("/broken", () => {
      throw new HttpError(503);
    })
    .get("/nothing", (() => undefined) as unknown as () => Response);
  for (const path of ["/gone", "/broken", "/nothing", "/nowhere"]) await ask(app, path);
  assert.deepEqual(seen, [410, 503, 500, 404]);
  assert.equal(reported.length, 2);
});

Deno.test("a middleware may set headers on any response and may replace it", async () => {
  const app = new App()
    .use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-seen", "yes");
      return response;
    })
    .use("/replaced", async (ctx) => {
      await ctx.next();
      return new Response("other");
    })
    .get("/replaced", () => new Response("first"))
    .get("/same", () => new Response(null, { status: 304 }))
    .get("/away", () => Response.redirect("https://example.org/"));
  assert.equal(await (await ask(app, "/replaced")).text(), "other");
  for (const [path, status] of [["/same", 304], ["/away", 302], ["/none", 404]] as const) {
    const response = await ask(app, path);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("x-seen"), "yes");
  }
});

Deno.test("all() passes a response through untouched and sees every method", async () => {
  const made = new Response("same object");
  const app = new App().all("/api/*", () => made);
  assert.equal(await ask(app, "/api/x"), made);
  assert.equal(await ask(app, "/api", { method: "PROPFIND" }), made);
});

Deno.test("forwarded host and scheme count behind a trusted proxy only", async () => {
  const headers = { "x-forwarded-host": "weather.example", "x-forwarded-proto": "https" };
  const rows: [boolean, Record<string, string>, string][] = [
    [false, headers, "http://localhost"],
    [true, headers, "https://weather.example"],
    [true, { "x-forwarded-host": "weather.example:8443" }, "http://weather.example:8443"],
    [
      true,
      { "x-forwarded-host": "evil.example/path", "x-forwarded-proto": "javascript" },
      "http://localhost",
    ],
  ];
  for (const [trustProxy, sent, expected] of rows) {
    const app = new App({ trustProxy }).get("/", (ctx) => ctx.text(ctx.url.origin));
    assert.equal(await (await ask(app, "/", { headers: sent })).text(), expected);
  }
});

Deno.test("below a base path, assets and redirects carry it", async () => {
  const files = { "/mod.ts": { file: "mod.ts", hash: "0123456789abcdef", hashedName: false } };
  const app = appOf({}, { basePath: "/w/" }, { files }).use(staticFiles()).fsRoutes();
  assert.equal((await ask(app, "/w/mod.ts?v=0123456789abcdef")).status, 200);
  assert.equal((await ask(app, "/mod.ts")).status, 404);
  const moved = await ask(app, "/w/a/?q");
  assert.equal(moved.status, 308);
  assert.equal(moved.headers.get("location"), "/w/a?q");
  assert.equal((await ask(app, "/other/")).status, 404);
  assert.throws(() => new App({ basePath: "w" }), /basePath must be/);
});

Deno.test("route files that make no sense are named when the app is compiled", () => {
  const rows: [Routes, RegExp][] = [
    [{ "a.tsx": {} }, /routes\/a\.tsx exports neither/],
    [{ "_middleware.ts": { default: 1 } }, /routes\/_middleware\.ts must export/],
    [{ "_layout.tsx": {} }, /routes\/_layout\.tsx has no component/],
    [{ "(a)/x.tsx": { default: () => null }, "(b)/x.tsx": { default: () => null } }, /two routes/],
  ];
  for (const [routes, message] of rows) {
    assert.throws(() => appOf(routes).fsRoutes().handler(), message);
  }
  assert.throws(() => new App().fsRoutes().handler(), /fsRoutes\(\) has no project/);
});

Deno.test("a route's configuration skips layouts and wrapper, and overrides its path", async () => {
  const wrap = (name: string) => ({
    default: ({ Component }: { Component: () => null }) => (
      <div id={name}>
        <Component />
      </div>
    ),
  });
  const app = appOf({
    "_app.tsx": wrap("app"),
    "_layout.tsx": wrap("outer"),
    "a/_layout.tsx": { ...wrap("inner"), config: { skipInheritedLayouts: true } },
    "a/x.tsx": { default: () => <p>x</p> },
    "y.tsx": {
      default: () => <p>y</p>,
      config: { skipInheritedLayouts: true, skipAppWrapper: true, routeOverride: "/z/:id" },
    },
  }).fsRoutes();
  const x = await (await ask(app, "/a/x")).text();
  assert.match(x, /<div id="app"><div id="inner"><p>x<\/p><\/div><\/div>/);
  assert.doesNotMatch(x, /outer/);
  const z = await (await ask(app, "/z/1")).text();
  assert.match(z, /<body><p>y<\/p><\/body>/);
  assert.equal((await ask(app, "/y")).status, 404);
});
