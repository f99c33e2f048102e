/** Map, hazards, side by side and favourites in Chromium: islands, keyboard, no script, reflow. */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { MINUTE_MS } from "../lib/time/mod.ts";
import { BROWSER_TEST, openPage } from "./support/chromium.ts";
import { fillHazards } from "./support/hazard_reports.ts";
import { START } from "./support/pages_app.ts";
import { sidewaysBy, withPages } from "./support/pages_browser.ts";
import { testWith } from "./support/requirements.ts";

/** The pages with a world full of hazards. */
const withHazards = (chromium: string, run: Parameters<typeof withPages>[1]) =>
  withPages(chromium, run, ({ world }) => fillHazards(world, START));

const path = (page: Page) => page.url().replace(/^http:\/\/[^/]+/, "");

testWith("the map moves by slider, drag and double click, and groups light up in hazards", [
  "chromium",
], async ([chromium]) => {
  await withHazards(chromium!, async (browser, origin) => {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(`${origin}/map?region=europe`);
    const slider = page.locator("#hour");
    await slider.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    assert.match(await page.locator("output").textContent() ?? "", /\+3 h · 18:00Z/);
    await page.waitForURL("**/map?region=europe&at=3");
    await page.getByText("Forecast for 18:00Z, 3 h from now").waitFor();

    await page.goto(`${origin}/map?region=europe`);
    await page.locator("#hour").waitFor();
    const box = (await page.locator("svg.map").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 200];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 150, y + 10, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/\/map\?lat=[^&]+&lon=[^&]+&r=1600$/);
    const before = path(page);
    await page.locator("#hour").waitFor();
    await page.mouse.dblclick(x + 40, y + 40);
    await page.waitForURL(/&r=1000$/);
    assert.notEqual(path(page), before);

    await page.goto(`${origin}/sigmets?fir=shanwick`);
    await page.getByText("Tap a group to light its meaning").waitFor();
    await page.locator(".words a", { hasText: "Turbulence" }).first().click();
    assert.match(await page.locator(".raw .lit").textContent() ?? "", /TURB/);
    await page.locator(".raw a", { hasText: "FL290/400" }).click();
    assert.match(await page.locator(".words .lit").textContent() ?? "", /FL290/);

    assert.deepEqual(problems, []);
    await close();
  });
}, BROWSER_TEST);

testWith("favourites are kept, shown, put side by side and removed", ["chromium"], async (
  [chromium],
) => {
  await withHazards(chromium!, async (browser, origin, { clock }) => {
    const { page, problems, close } = await openPage(browser);
    for (const id of ["KJFK", "KBOS"]) {
      await page.goto(`${origin}/${id}`);
      await page.getByRole("button", { name: "Add to favourites" }).click();
      const kept = page.getByRole("button", { name: "Remove from favourites" });
      assert.equal(await kept.getAttribute("aria-pressed"), "true");
    }
    await page.goto(origin);
    const card = page.locator("section", { hasText: "Favourites" });
    await card.getByRole("link", { name: "Side by side" }).click();
    await page.waitForURL("**/KJFK+KBOS");

    // Ages go on by the server's clock, and colour goes with the state of the report.
    const side = page.locator(".side").first();
    assert.match(await side.locator("[data-observed]").textContent() ?? "", /^12 min old$/);
    clock.set(START + 4 * 60 * MINUTE_MS);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText("4 h 12 min old").waitFor();
    assert.equal(await side.getAttribute("data-freshness"), "notCurrent");
    assert.equal(await side.locator(".why .badge").isVisible(), false);
    clock.set(START);

    await page.goto(`${origin}/KJFK+KDEN+EGLL`);
    await page.getByRole("button", { name: "Keep these as favourites" }).click();
    await page.goto(origin);
    await page.getByRole("button", { name: "Remove KJFK from favourites" }).click();
    const text = await card.innerText();
    assert.doesNotMatch(text, /KJFK/);
    for (const id of ["KBOS", "KDEN", "EGLL"]) assert.match(text, new RegExp(id));
    assert.deepEqual(problems, []);
    await close();
  });
}, BROWSER_TEST);

testWith("without script and by keyboard alone the map leads to a station and a warning", [
  "chromium",
], async ([chromium]) => {
  await withHazards(chromium!, async (browser, origin) => {
    const { page, close } = await openPage(browser, {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(`${origin}/map`);
    // The drawing takes no part in the walk: its links stand in the tables.
    await follow(page, /^United States$/);
    assert.equal(path(page), "/map?region=united-states");
    await follow(page, /^\+3 h/);
    assert.equal(path(page), "/map?region=united-states&at=3");
    await follow(page, /^Now$/);
    await open(page, "#stations summary");
    await follow(page, /^KDEN$/);
    assert.equal(path(page), "/KDEN");

    await page.goto(`${origin}/map`);
    await open(page, "#hazards summary");
    await follow(page, /Thunderstorm/);
    assert.match(path(page), /^\/sigmets\?one=/);
    assert.match(await page.locator("main").innerText(), /CONVECTIVE SIGMET 12E|OAKLAND OCEANIC/);

    await page.goto(`${origin}/sigmets`);
    await open(page, "summary:text('Filter')");
    await page.locator("#near").fill("kjfk");
    await page.locator("#near").press("Enter");
    assert.match(await page.locator("main").innerText(), /1 of 6 match/);

    await page.goto(`${origin}/KJFK+KBOS`);
    await page.locator("#add").fill("ewr");
    await page.locator("#add").press("Enter");
    assert.equal(path(page), "/KJFK+KBOS+KEWR");
    await follow(page, /^Leave out KBOS$/);
    assert.equal(path(page), "/KJFK+KEWR");
    await close();
  });
}, BROWSER_TEST);

/** Presses Tab until a link with this text has the focus, then Enter. */
async function follow(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press("Tab");
    const focused = page.locator("a:focus");
    if (await focused.count() === 0) continue;
    if (!name.test((await focused.innerText()).trim())) continue;
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    return;
  }
  throw new Error(`no link ${name} was reached by the tab key`);
}

async function open(page: Page, summary: string): Promise<void> {
  await page.locator(summary).first().focus();
  await page.keyboard.press("Enter");
}

const PATHS = [
  "/map",
  "/map?region=pacific",
  "/map?near=KJFK&l=metar&l=sigmet&l=gairmet&l=pirep&l=cwa",
  "/map?at=3&c=IFR",
  "/map?region=nowhere",
  "/sigmets",
  "/sigmets?near=KJFK&within=150&from=0&to=100",
  "/gairmets",
  "/pireps",
  "/cwas",
  "/KJFK+KBOS+KPWM+KMTN+ZZZZ",
  "/",
];

testWith("the pages of many things reflow at 320 px and have targets of a finger's size", [
  "chromium",
], async ([chromium]) => {
  await withHazards(chromium!, async (browser, origin) => {
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 800 } });
    for (const path of PATHS) {
      await page.goto(origin + path);
      await page.evaluate("document.querySelectorAll('details').forEach(d=>d.open=true)");
      assert.equal(await sidewaysBy(page), 0, path);
      const small = await page.evaluate(SMALL_TARGETS);
      assert.deepEqual(small, [], path);
    }
    await close();
  });
}, BROWSER_TEST);

/** Buttons, fields and links outside of running text and drawings that are lower than 44 px. */
const SMALL_TARGETS = `[...document.querySelectorAll(
  "main button, main select, main summary, main input:not([type=hidden]):not([type=checkbox]):not([type=range]), .chips a, .hours a, a.more, a.hz-line"
)].filter((node) => node.offsetParent !== null && node.getBoundingClientRect().height < 43.5)
  .map((node) => node.outerHTML.slice(0, 120))`;
