/** The pages in Chromium: each island is clicked, with and without script, under the production policy. */

import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { MINUTE_MS } from "../lib/time/mod.ts";
import { watchPage, withBrowser } from "./support/chromium.ts";
import { pagesApp, START } from "./support/pages_app.ts";
import { testWith } from "./support/requirements.ts";

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The browser driver keeps handles of its own open until the process ends. */
const OPTIONS = { sanitizeOps: false, sanitizeResources: false };

type PagesApp = Awaited<ReturnType<typeof pagesApp>>;

async function withPages(
  chromium: string,
  run: (browser: Browser, origin: string, app: PagesApp) => Promise<void>,
): Promise<void> {
  const app = await pagesApp({ simulated: true });
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    app.handler,
  );
  try {
    await withBrowser(
      chromium,
      (browser) => run(browser, `http://127.0.0.1:${server.addr.port}`, app),
    );
  } finally {
    await server.shutdown();
  }
}

async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { page, problems: await watchPage(page), close: () => context.close() };
}

testWith("every island answers a click, without a console error or a policy violation", [
  "chromium",
], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin, { clock }) => {
    const { page, problems, close } = await openPage(browser, {
      permissions: ["geolocation"],
      geolocation: { latitude: 40.64, longitude: -73.78 },
    });

    // TokenLink: a value lights its group, a group lights its value.
    await page.goto(`${origin}/KJFK`);
    await page.getByText("Tap a group to light its meaning").waitFor();
    await page.locator(".items a", { hasText: "30015G25KT" }).click();
    assert.equal(await page.locator(".raw .lit").textContent(), "30015G25KT");
    assert.match(await page.locator(".items > .lit").textContent() ?? "", /^Wind/);
    await page.locator(".raw a", { hasText: "A2992" }).click();
    assert.match(await page.locator(".items > .lit").textContent() ?? "", /^QNH/);

    // Age: follows the server's clock, and the category's colour goes with the report's state.
    const age = page.locator(".age b");
    assert.equal(await age.textContent(), "12 min");
    clock.set(START + 4 * 60 * MINUTE_MS);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText("No current report. The last one is 4 h 12 min old.").waitFor();
    assert.equal(await page.locator("#now").getAttribute("data-freshness"), "notCurrent");
    assert.equal(await page.locator(".hero .badge").isVisible(), false);
    clock.set(START);

    // Recent: what was looked at is on the first page, and can be forgotten.
    await page.goto(origin);
    const recent = page.locator("section", { hasText: "Recently looked at" });
    await recent.locator("a", { hasText: "KJFK" }).waitFor();
    await recent.getByRole("button", { name: "Forget these" }).click();
    await recent.waitFor({ state: "detached" });

    // NearMe: asks only when tapped.
    await page.getByRole("button", { name: "Stations near me" }).click();
    await page.waitForURL("**/near?lat=40.64&lon=-73.78");
    assert.match(await page.locator(".list").textContent() ?? "", /KJFK.*KLGA/s);

    assert.deepEqual(problems, []);
    await close();
  });
}, OPTIONS);

testWith("a device clock that is three hours wrong does not change an age", [
  "chromium",
], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin) => {
    for (const wrongBy of [-3, 3]) {
      const { page, close } = await openPage(browser);
      await page.clock.setSystemTime(Date.now() + wrongBy * 60 * MINUTE_MS);
      await page.goto(`${origin}/KJFK`);
      await page.getByText("Tap a group to light its meaning").waitFor();
      assert.equal(await page.locator(".age b").textContent(), "12 min");
      await close();
    }
  });
}, OPTIONS);

testWith("without script the pages are complete and their links work", [
  "chromium",
], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin) => {
    const { page, close } = await openPage(browser, {
      javaScriptEnabled: false,
      reducedMotion: "reduce",
    });
    await page.goto(origin);
    await page.getByRole("searchbox").fill("new yrok");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.locator(".list a", { hasText: "KJFK" }).first().click();
    assert.equal(new URL(page.url()).pathname, "/KJFK");
    const text = await page.locator("main").innerText();
    for (const part of [/IFR/, /12 min old/, /31L/, /29\.92 inHg/, /TEMPO 2414\/2417/, /KLGA/]) {
      assert.match(text, part);
    }
    await page.locator(".items a", { hasText: "A2992" }).click();
    assert.equal(await page.locator(".raw :target").innerText(), "A2992");
    const lit = await page.locator(".raw :target").evaluate((node) =>
      getComputedStyle(node).backgroundColor
    );
    assert.equal(lit, "rgb(255, 226, 122)");
    await close();
  });
}, OPTIONS);

const PATHS = [
  "/",
  "/?q=london",
  "/KJFK",
  "/KACY",
  "/KMTN",
  "/EDDF",
  "/KSWF",
  "/ZZZZ",
  "/about",
  "/near",
  "/decode?report=METAR+KJFK+241451Z+30015G25KT+10SM+XYZZY+BKN008+10/07+A2992",
  "/nowhere/at/all",
];

testWith("axe finds nothing serious on any page, narrow and wide, light and dark", [
  "chromium",
], async ([chromium]) => {
  const { AxeBuilder } = await import("@axe-core/playwright");
  await withPages(chromium!, async (browser, origin) => {
    const found: string[] = [];
    for (const width of [360, 1280]) {
      for (const colorScheme of ["light", "dark"] as const) {
        const { page, close } = await openPage(browser, {
          viewport: { width, height: 900 },
          colorScheme,
          reducedMotion: "reduce",
        });
        // The narrow light and the wide dark one look at all pages, the others at the fullest.
        const all = (width === 360) === (colorScheme === "light");
        for (const path of all ? PATHS : ["/KJFK"]) {
          await page.goto(origin + path);
          const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
          for (const { id, impact, nodes } of violations) {
            if (impact !== "serious" && impact !== "critical") continue;
            const { html, failureSummary } = nodes[0]!;
            found.push(`${path} ${width} ${colorScheme} ${id}: ${html} ${failureSummary}`);
          }
        }
        await close();
      }
    }
    assert.deepEqual(found, []);
  });
}, OPTIONS);

testWith("pages reflow at 320 px without scrolling sideways", ["chromium"], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin) => {
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 800 } });
    for (const path of PATHS) {
      await page.goto(origin + path);
      assert.equal(await sidewaysBy(page), 0, path);
    }
    await close();
  });
}, OPTIONS);

function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - innerWidth");
}
