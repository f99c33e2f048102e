/** The API reference in a real browser, under its own policy. */

import assert from "node:assert/strict";
import { fakeApi } from "../edge/testing/ask.ts";
import { BROWSER_TEST, watchPage, withSite } from "./support/chromium.ts";
import { testWith } from "./support/requirements.ts";

testWith("the API reference is styled and violates nothing at 360 and 1280 px", [
  "chromium",
], async ([chromium]) => {
  const { api } = fakeApi();
  await withSite(chromium!, (request) => api.fetch(request), async (browser, origin) => {
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const problems = await watchPage(page);
      await page.goto(`${origin}/api/docs`);
      assert.equal(
        await page.evaluate("getComputedStyle(document.querySelector('.page')).display"),
        "grid",
      );
      const overflow =
        "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assert.equal(await page.evaluate(overflow), 0, `nothing is cut off at ${width} px`);
      await page.getByRole("link", { name: "/v1/airport/{id}" }).click();
      assert.match(page.url(), /#getAirport$/);
      await page.getByRole("link", { name: "/api/v1/airport/KJFK" }).click();
      assert.match(await page.content(), /METAR KJFK 241651Z/);
      assert.deepEqual(problems, []);
      await page.close();
    }
  });
}, BROWSER_TEST);
