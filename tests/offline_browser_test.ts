/** The pages without a connection, with news, and on the next visit: in Chromium, with the real service worker. */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { HOUR_MS, MINUTE_MS } from "../lib/time/mod.ts";
import { BROWSER_TEST, watchPage, withSite } from "./support/chromium.ts";
import { pagesApp, putMetar, START } from "./support/pages_app.ts";
import type { PagesApp } from "./support/pages_browser.ts";
import { testWith } from "./support/requirements.ts";

const NEWER = "METAR KJFK 241503Z 30018G31KT 3/4SM -SHRA BR OVC004 10/08 A2990 RMK AO2";

/** What lies between the browser and the app. While the app is `gone`, it answers for it. */
interface Proxy {
  gone: boolean;
}

async function withServer(
  chromium: string,
  run: (
    page: Page,
    origin: string,
    app: PagesApp,
    stop: () => Promise<void>,
    proxy: Proxy,
  ) => Promise<void>,
): Promise<void> {
  const app = await pagesApp();
  const proxy: Proxy = { gone: false };
  const handler = (request: Request) =>
    proxy.gone ? new Response("Bad gateway", { status: 502 }) : app.handler(request);
  await withSite(chromium, handler, async (browser, origin, close) => {
    const page = await (await browser.newContext()).newPage();
    await run(page, origin, app, close, proxy);
  });
}

/** Waits until what a promise of the page gives is true: ten seconds at most. */
async function until(page: Page, promise: string): Promise<void> {
  await page.evaluate(`(async () => {
    for (let i = 0; i < 500; i++) {
      if (await ${promise}) return;
      await new Promise((next) => setTimeout(next, 20));
    }
    throw new Error("it never came to be");
  })()`);
}

/** Opens a station so that the service worker, once it is there, keeps it. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate("navigator.serviceWorker.ready");
  await page.reload();
  await page.getByText("Tap a group to light its meaning").waitFor();
  await until(page, `caches.match(location.pathname)`);
}

/** Lets the kept copy of `path` be older by `ms`, as if the device had lain for so long. */
async function age(page: Page, path: string, ms: number): Promise<void> {
  await page.evaluate(`(async () => {
    const cache = await caches.open("pages-1");
    const kept = await cache.match("${path}");
    const headers = new Headers(kept.headers);
    headers.set("x-kept-at", String(Number(headers.get("x-kept-at")) - ${ms}));
    await cache.put("${path}", new Response(await kept.text(), { headers }));
  })()`);
}

testWith("without a connection the last airports stay readable, at their true age", [
  "chromium",
], async ([chromium]) => {
  await withServer(chromium!, async (page, origin, _app, stop) => {
    await visit(page, `${origin}/KJFK`);
    assert.equal(await page.locator(".offl").isVisible(), false);
    await age(page, "/KJFK", 90 * MINUTE_MS);
    await stop();

    await page.goto(`${origin}/KJFK`);
    await page.locator(".age b", { hasText: "1 h 42 min" }).waitFor();
    assert.equal(await page.locator(".offl").isVisible(), true);
    assert.match(await page.locator(".raw").first().innerText(), /METAR KJFK 241451Z/);
    // What would be too young is not shown: ages of neighbours, the local time.
    assert.equal(await page.locator(".nowonly").first().isVisible(), false);

    await age(page, "/KJFK", 3 * HOUR_MS);
    await page.goto(`${origin}/KJFK`);
    await page.getByText("No current report. The last one is 4 h 42 min old.").waitFor();
    assert.equal(await page.locator(".hero .badge").isVisible(), false);

    // A device clock that was set back says nothing of the time that passed.
    await age(page, "/KJFK", -24 * HOUR_MS);
    await page.goto(`${origin}/KJFK`);
    await page.getByText(/No current report\. The last one is 7 days/).waitFor();

    // An airport that is not kept: those that are.
    await page.goto(`${origin}/KBOS`);
    await page.getByRole("heading", { name: "Offline" }).waitFor();
    assert.equal(await page.locator("#kept a").first().getAttribute("href"), "/KJFK");
  });
}, BROWSER_TEST);

testWith(
  "a proxy that answers for a service that is gone does not take the place of what is kept",
  ["chromium"],
  async ([chromium]) => {
    await withServer(chromium!, async (page, origin, _app, _stop, proxy) => {
      await visit(page, `${origin}/KJFK`);
      await age(page, "/KJFK", 90 * MINUTE_MS);
      proxy.gone = true;

      await page.goto(`${origin}/KJFK`);
      await page.locator(".age b", { hasText: "1 h 42 min" }).waitFor();
      assert.equal(await page.locator(".offl").isVisible(), true);
      assert.match(await page.locator(".raw").first().innerText(), /METAR KJFK 241451Z/);
      const time = await page.evaluate(
        `fetch("/KJFK", { method: "HEAD" }).then(({ headers }) => headers.get("server-time"))`,
      );
      assert.ok(Date.parse(String(time)) >= START + 90 * MINUTE_MS);

      // Nothing is kept of this one: the failure is told as it is.
      assert.equal((await page.goto(`${origin}/KBOS`))!.status(), 502);

      proxy.gone = false;
      await page.goto(`${origin}/KJFK`);
      await page.locator(".age b", { hasText: /^12 min/ }).waitFor();
      assert.equal(await page.locator(".offl").isVisible(), false);
    });
  },
  BROWSER_TEST,
);

testWith("scripts of former versions go once no kept page needs them, and the icon is not kept", [
  "chromium",
], async ([chromium]) => {
  await withServer(chromium!, async (page, origin) => {
    await visit(page, `${origin}/KJFK`);
    const own = await page.evaluate(`(async () => {
      const pages = await caches.open("pages-1");
      const link = "</_fresh/assets/of-kbos.js>; rel=modulepreload";
      await pages.put("/KBOS", new Response("", { headers: { link } }));
      const assets = await caches.open("assets-1");
      for (const path of ["/_fresh/assets/of-kbos.js", "/_fresh/assets/former.js", "/favicon.svg"]) {
        await assets.put(path, new Response(""));
      }
      const links = (await pages.match("/KJFK")).headers.get("link");
      return [...links.matchAll(/<([^>]+)>/g)].map(([, path]) => path);
    })()`) as string[];
    assert.ok(own.length > 1);

    await page.reload();
    await until(
      page,
      `Promise.all(["/_fresh/assets/former.js", "/favicon.svg"].map((path) => caches.match(path)))
        .then((found) => found.every((one) => !one))`,
    );
    await page.evaluate(`fetch("/favicon.svg").then((answer) => answer.text())`);
    const left = await page.evaluate(`caches.open("assets-1").then((cache) => cache.keys())
      .then((all) => all.map(({ url }) => new URL(url).pathname).sort())`);
    assert.deepEqual(left, [...own, "/_fresh/assets/of-kbos.js"].sort());
  });
}, BROWSER_TEST);

testWith("a new report is announced without a jump, and shown when asked for", [
  "chromium",
], async ([chromium]) => {
  await withServer(chromium!, async (page, origin, { world, clock }) => {
    const problems = await watchPage(page);
    await page.goto(`${origin}/KJFK`);
    await page.getByText("Nothing seen before on this device.").waitFor();
    await page.reload();
    await page.getByText("It is still the report that you saw.").waitFor();
    await page.evaluate("scrollTo(0, 500)");

    clock.set(START + 2 * MINUTE_MS);
    putMetar(world, NEWER, START + MINUTE_MS);
    await page.getByText("A new report has arrived.").waitFor();
    assert.equal(await page.evaluate("scrollY"), 500);
    assert.equal(await page.locator(".news").getAttribute("role"), "status");
    assert.match(await page.locator(".raw").first().innerText(), /241451Z/);

    await page.getByRole("button", { name: "Show it" }).click();
    await page.getByText("METAR 1503Z").waitFor();
    await page.getByText("Flight category: IFR → LIFR").waitFor();
    const changes = await page.locator("h3", { hasText: "Since you last looked" })
      .locator("xpath=..").innerText();
    assert.match(changes, /Ceiling: 800 ft → 400 ft, across 500 ft \(worse\)/);
    assert.match(changes, /Gusts: 25 kt → 31 kt \(worse\)/);
    assert.deepEqual(problems, []);
  });
}, BROWSER_TEST);
