/** What pages rely on, written against the public API alone: it also has to hold on the real package. */

import assert from "node:assert/strict";
import { App, type Context, createDefine, HttpError, page, staticFiles } from "fresh";
import { asset, Head, IS_BROWSER } from "fresh/runtime";

interface State {
  user: string;
}
const define = createDefine<State>();

function ask(app: App<State>, path: string, init?: RequestInit): Promise<Response> {
  return app.handler()(new Request(`http://localhost${path}`, init));
}

Deno.test("a handler answers with text, JSON and HTML", async () => {
  const app = new App<State>()
    .get("/text", (ctx) => ctx.text("plain", { status: 201 }))
    .get("/json", (ctx) => ctx.json({ a: 1 }))
    .get("/html", (ctx) => ctx.html("<p>as it is</p>"));
  const text = await ask(app, "/text");
  assert.equal(text.status, 201);
  assert.equal(await text.text(), "plain");
  const json = await ask(app, "/json");
  assert.match(json.headers.get("content-type")!, /^application\/json/);
  assert.deepEqual(await json.json(), { a: 1 });
  const html = await ask(app, "/html");
  assert.equal(html.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(await html.text(), "<p>as it is</p>");
});

Deno.test("parameters, URL, route and request are in the context", async () => {
  const app = new App<State>().get("/station/:icao", (ctx: Context<State>) =>
    ctx.json({
      icao: ctx.params.icao,
      query: ctx.url.searchParams.get("q"),
      route: ctx.route,
      method: ctx.req.method,
    }));
  const response = await ask(app, "/station/K%4AFK?q=1");
  assert.deepEqual(await response.json(), {
    icao: "KJFK",
    query: "1",
    route: "/station/:icao",
    method: "GET",
  });
});

Deno.test("a middleware covers what is added after it, at its path and below", async () => {
  const log: string[] = [];
  const note = (name: string) =>
    define.middleware((ctx) => {
      log.push(name);
      return ctx.next();
    });
  const app = new App<State>()
    .use(note("all"))
    .get("/early", () => new Response("early"))
    .use(note("late"))
    .use("/admin", note("admin"))
    .get("/admin/users", () => new Response("users"))
    .get("/administrator", () => new Response("other"))
    .get("/:any/users", () => new Response("any"));
  for (const path of ["/early", "/admin/users", "/administrator", "/shop/users"]) {
    log.push(path);
    await ask(app, path);
  }
  assert.deepEqual(log, [
    ...["/early", "all"],
    ...["/admin/users", "all", "late", "admin"],
    ...["/administrator", "all", "late"],
    ...["/shop/users", "all", "late"],
  ]);
});

Deno.test("state flows from a middleware through the handler to page, layout and wrapper", async () => {
  const handler = define.handlers({
    GET: (ctx) => page({ greeting: `hello ${ctx.state.user}` }, { status: 203 }),
  });
  const Page = define.page<typeof handler>(({ data, state }) => (
    <p>
      {data.greeting}, {state.user}
    </p>
  ));
  const app = new App<State>()
    .use((ctx) => {
      ctx.state.user = "ann";
      return ctx.next();
    })
    .appWrapper(define.layout(({ Component, state }) => (
      <html lang="en">
        <head>
          <title>{state.user}</title>
        </head>
        <body>
          <Component />
        </body>
      </html>
    )))
    .layout(
      "/",
      define.layout(({ Component }) => (
        <main>
          <Component />
        </main>
      )),
    )
    .route("/", { handler, component: Page });
  const response = await ask(app, "/");
  assert.equal(response.status, 203);
  assert.equal(
    await response.text(),
    `<!DOCTYPE html><html lang="en"><head><title>ann</title></head><body>` +
      `<main><p>hello ann, ann</p></main></body></html>`,
  );
});

Deno.test("pages, layouts and the wrapper may be async", async () => {
  let calls = 0;
  const app = new App<State>()
    .appWrapper(define.layout(async ({ Component }) => {
      await Promise.resolve();
      return (
        <html>
          <head></head>
          <body>
            <Component />
          </body>
        </html>
      );
    }))
    .layout(
      "/",
      define.layout(async ({ Component }) => {
        await Promise.resolve();
        return (
          <main>
            <Component />
          </main>
        );
      }),
    )
    .route("/", {
      component: define.page(async () => {
        calls++;
        return <p>{await Promise.resolve("late")}</p>;
      }),
    });
  const html = await (await ask(app, "/")).text();
  assert.equal(
    html,
    "<!DOCTYPE html><html><head></head><body><main><p>late</p></main></body></html>",
  );
  assert.equal(calls, 1);
});

Deno.test("an async page may answer with a response", async () => {
  const app = new App<State>().route("/", {
    component: define.page(async () => {
      await Promise.resolve();
      return new Response("elsewhere", { status: 418 });
    }),
  });
  assert.equal((await ask(app, "/")).status, 418);
});

Deno.test("Head adds to the head of the page and replaces title and named meta", async () => {
  const app = new App<State>()
    .appWrapper(define.layout(({ Component }) => (
      <html>
        <head>
          <title>general</title>
          <meta name="robots" content="all" />
          <link key="icon" rel="icon" href="/a.svg" />
        </head>
        <body>
          <Component />
        </body>
      </html>
    )))
    .get("/", (ctx) =>
      ctx.render(
        <>
          <Head>
            <title>special</title>
            <meta name="robots" content="noindex" />
            <link key="icon" rel="icon" href="/b.svg" />
          </Head>
          <p>body</p>
        </>,
      ));
  const html = await (await ask(app, "/")).text();
  const head = html.slice(html.indexOf("<head>"), html.indexOf("</head>"));
  assert.equal(
    head,
    `<head><title>special</title><meta name="robots" content="noindex"/><link rel="icon" href="/b.svg"/>`,
  );
});

Deno.test("ctx.redirect keeps to this host for any path", async () => {
  const rows = [
    { to: "/there", status: undefined, location: "/there", expected: 302 },
    { to: "/there?next=//x#y", status: 303, location: "/there?next=//x#y", expected: 303 },
    { to: "//evil.example/a", status: undefined, location: "/evil.example/a", expected: 302 },
    { to: "https://example.org/", status: 307, location: "https://example.org/", expected: 307 },
  ];
  for (const { to, status, location, expected } of rows) {
    const app = new App<State>().get("/", (ctx) => ctx.redirect(to, status));
    const response = await ask(app, "/");
    assert.equal(response.status, expected);
    assert.equal(response.headers.get("location"), location);
  }
});

Deno.test("HttpError reaches onError with its status, and notFound gets the 404s", async () => {
  const app = new App<State>()
    .onError((ctx) => {
      const status = ctx.error instanceof HttpError ? ctx.error.status : 500;
      return new Response(`caught ${status}`, { status });
    })
    .notFound(() => new Response("missing", { status: 404 }))
    .get("/forbidden", () => {
      throw new HttpError(403, "not you");
    });
  const forbidden = await ask(app, "/forbidden");
  assert.equal(forbidden.status, 403);
  assert.equal(await forbidden.text(), "caught 403");
  const missing = await ask(app, "/nowhere");
  assert.equal(missing.status, 404);
  assert.equal(await missing.text(), "missing");
});

Deno.test("with a base path, routes lie below it and ctx.config tells it", async () => {
  const app = new App<State>({ basePath: "/weather" })
    .use(staticFiles())
    .get("/", (ctx) => ctx.text(ctx.config.basePath))
    .get("/about", (ctx) => ctx.text("about"));
  assert.equal(await (await ask(app, "/weather")).text(), "/weather");
  assert.equal(await (await ask(app, "/weather/about")).text(), "about");
  assert.equal((await ask(app, "/about")).status, 404);
});

Deno.test("the runtime knows that this is no browser, and asset() leaves unknown paths alone", () => {
  assert.equal(IS_BROWSER, false);
  assert.equal(asset("/unknown.png"), "/unknown.png");
});
