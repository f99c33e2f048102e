/** The pages in Chromium: each island is clicked, with and without script, under the production policy. */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { MINUTE_MS } from "../lib/time/mod.ts";
import { BROWSER_TEST, openPage } from "./support/chromium.ts";
import { START } from "./support/pages_app.ts";
import { sidewaysBy, withPages } from "./support/pages_browser.ts";
import { testWith } from "./support/requirements.ts";

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
}, BROWSER_TEST);

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
}, BROWSER_TEST);

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
}, BROWSER_TEST);

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
  "/KJFK?at=2026-11-24T16:00Z",
  "/settings",
  "/learn?n=5",
  "/offline",
];

testWith("pages reflow at 320 px without scrolling sideways", ["chromium"], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin) => {
    for (const settings of ["", "1.language-de.textSize-huge.ceilingFt-1000.visibilitySm-3"]) {
      const { page, close } = await openPage(browser, { viewport: { width: 320, height: 800 } });
      await choose(page, origin, settings);
      for (const path of PATHS) {
        await page.goto(origin + path);
        assert.equal(await sidewaysBy(page), 0, `${path} ${settings}`);
      }
      await close();
    }
  });
}, BROWSER_TEST);

testWith("without script settings are saved, hours chosen and questions answered", [
  "chromium",
], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin) => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${origin}/settings`);
    await page.getByLabel("Language").selectOption("de");
    await page.getByLabel("Colours").selectOption("red");
    await page.getByLabel("Lowest ceiling, ft").fill("1000");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Gespeichert.", { exact: true }).waitFor();
    assert.equal(await page.locator("html").getAttribute("data-palette"), "red");
    const paper = await page.locator("body").evaluate((node) =>
      getComputedStyle(node).backgroundColor
    );
    assert.equal(paper, "rgb(0, 0, 0)");

    await page.goto(`${origin}/KJFK`);
    await page.getByLabel("Vorhersage zu anderer Stunde (UTC)").selectOption(
      "2026-11-24T16:00Z",
    );
    await page.locator(".pick button").click();
    assert.match(page.url(), /\/KJFK\?at=2026-11-24T16%3A00Z#at$/);
    assert.match(await page.locator("#at").innerText(), /zeitweise \(TEMPO\)/);
    assert.match(
      await page.locator("#min + *, [aria-labelledby=min]").first().innerText(),
      /außerhalb/,
    );

    await page.goto(`${origin}/learn?n=5`);
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Prüfen" }).click();
    assert.match(await page.locator("main").innerText(), /Richtig\.|So nicht\./);
    await page.getByRole("link", { name: "Nächste Frage" }).click();
    assert.match(await page.locator("main").innerText(), /von 1 bisher richtig/);
    await close();
  });
}, BROWSER_TEST);

testWith("by keyboard alone: to the content, through groups and values, to the settings and back", [
  "chromium",
], async ([chromium]) => {
  await withPages(chromium!, async (browser, origin) => {
    const { page, problems, close } = await openPage(browser, { reducedMotion: "reduce" });
    await page.goto(`${origin}/KJFK`);
    await page.getByText("Tap a group to light its meaning").waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to the content");
    await page.keyboard.press("Enter");

    // Every stop is seen: it has an outline and lies within the window.
    const stops: string[] = [];
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(`(() => {
        const element = document.activeElement;
        const { top, bottom, width, height } = element.getBoundingClientRect();
        const seen = bottom > 0 && top < innerHeight && width > 0 && height > 0;
        const outline = getComputedStyle(element).outlineStyle !== "none";
        return [element.tagName, element.textContent.trim().slice(0, 30), seen, outline].join("|");
      })()`) as string;
      if (stop.startsWith("BODY")) break;
      assert.match(stop, /\|true\|true$/);
      stops.push(stop);
    }
    const all = stops.join("\n");
    for (const part of ["30015G25KT", "SELECT", "KLGA", "Explain every group", "Settings"]) {
      assert.ok(all.includes(part), `${part} can be reached`);
    }

    await page.locator(".items a", { hasText: "30015G25KT" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".raw .lit").textContent(), "30015G25KT");
    await page.getByRole("link", { name: "Settings" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await page.getByLabel("Colours").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("button", { name: "Save" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Saved.").waitFor();
    assert.equal(await page.locator("html").getAttribute("data-palette"), "light");
    assert.deepEqual(problems, []);
    await close();
  });
}, BROWSER_TEST);

async function choose(page: Page, origin: string, settings: string): Promise<void> {
  if (settings === "") return;
  await page.context().addCookies([{ name: "settings", value: settings, url: origin }]);
}
