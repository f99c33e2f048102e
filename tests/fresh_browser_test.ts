/** Islands in Chromium, under the strict policy that the fixture sends with every page. */

import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { build } from "../lib/fresh/build.ts";
import { loadBuild } from "../lib/fresh/load.ts";
import { BROWSER_TEST, watchPage, withSite } from "./support/chromium.ts";
import { testWith } from "./support/requirements.ts";

const FIXTURE = new URL("./fixtures/fresh_app/", import.meta.url);

testWith(
  "islands react to clicks under default-src 'none'; script-src 'self'; style-src 'self'",
  ["chromium"],
  async ([chromium]) => {
    await build({ root: FIXTURE });
    const app = new App().withProject(await loadBuild(FIXTURE)).use(staticFiles()).fsRoutes();
    await withSite(chromium!, app.handler(), async (browser, origin) => {
      const page = await browser.newPage();
      const problems = await watchPage(page);

      // An island in a table cell; the label would end the page's script were it not escaped.
      await page.goto(origin);
      const counter = page.locator("td > button.counter");
      const before = await counter.elementHandle();
      await counter.click();
      await page.waitForFunction(
        `document.querySelector("td > button.counter").textContent.endsWith(": 4")`,
      );
      assert.ok((await counter.textContent())!.startsWith("</script><!-- runs & lines"));
      const same = await counter.evaluate((node, other) => node === other, before);
      assert.ok(same, "hydration keeps the node the server sent");
      assert.equal(await counter.evaluate((node) => getComputedStyle(node).color), PURPLE);

      // An async page: two islands, one of them with another inside and with nodes that come and go.
      await page.goto(`${origin}/slow`);
      await page.locator("button.counter", { hasText: "async" }).click();
      await page.locator("button.counter", { hasText: "async: 41" }).waitFor();
      await page.locator("button.counter", { hasText: "nested" }).click();
      await page.locator("button.counter", { hasText: "nested: 1" }).waitFor();
      await page.locator("button.toggle").click();
      await page.locator("em.opened").waitFor();
      const order = await page.locator("section").evaluate((node) =>
        Array.from(node.children, (child) => child.tagName).join(" ")
      );
      assert.equal(order, "P BUTTON BUTTON BUTTON EM");
      await page.locator("button.toggle").click();
      await page.locator("em.opened").waitFor({ state: "detached" });

      assert.deepEqual(problems, []);
    });
  },
  BROWSER_TEST,
);

const PURPLE = "rgb(102, 51, 153)";
