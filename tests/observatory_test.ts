/** Every page, of any status, scores 115 or more by the rules of Mozilla's HTTP Observatory. */
import assert from "node:assert/strict";
import { BROWSER_TEST, watchPage, withSite } from "./support/chromium.ts";
import { recordEvidence } from "./support/evidence.ts";
import { observatoryScore } from "./support/observatory.ts";
import { pagesApp } from "./support/pages_app.ts";
import { testWith } from "./support/requirements.ts";

const { handler } = await pagesApp();

Deno.test("the scorer takes off what is weak", () => {
  const headers = (extra: Record<string, string>) =>
    new Headers({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "strict-transport-security": "max-age=31536000",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      ...extra,
    });
  assert.equal(observatoryScore(headers({}), "").total, 130);
  const weak = "default-src 'self'; script-src 'self' 'unsafe-inline'";
  assert.equal(observatoryScore(headers({ "content-security-policy": weak }), "").total, 60);
  assert.equal(observatoryScore(new Headers(), "").total, 30);
  assert.equal(observatoryScore(headers({ "set-cookie": "a=b" }), "").total, 80);
  const foreign = `<script src="https://cdn.example/x.js"></script>`;
  assert.equal(observatoryScore(headers({}), foreign).total, 125);
});

const PAGES = [
  "/",
  "/?q=london",
  "/KJFK",
  "/KJFK?at=2026-11-24T16:00Z",
  "/KSWF",
  "/ZZZZ",
  "/about",
  "/near",
  "/settings",
  "/learn",
  "/offline",
  "/decode",
  "/map",
  "/sigmets",
  "/pireps",
  "/gairmets",
  "/brief",
  "/ask",
  "/ask?q=VFR+at+KJFK+at+18Z",
  "/status",
  "/KJFK+KBOS",
  "/nowhere/at/all",
];
let lowest = Infinity;
for (const path of PAGES) {
  Deno.test(`${path} scores 115 or more, and has no inline script or style attribute`, async () => {
    const answer = await handler(
      new Request(`https://localhost${path}`, { headers: { cookie: "settings=1.palette-red" } }),
    );
    const html = await answer.text();
    const { total, rules } = observatoryScore(answer.headers, html);
    lowest = Math.min(lowest, total);
    assert.ok(total >= 115, `${total}: ${JSON.stringify(rules)}`);
    assert.doesNotMatch(html, /<script(?! type="(module|application\/json)")/);
    assert.doesNotMatch(html, /<[a-z][^>]* (style|on[a-z]+)="/);
  });
}

Deno.test("the cookie of the settings is for https alone, for no script and no other site", async () => {
  const answer = await handler(
    new Request("https://localhost/settings", {
      method: "POST",
      headers: {
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "language=de",
    }),
  );
  assert.match(answer.headers.get("set-cookie")!, /SameSite=Lax; HttpOnly; Secure$/);
});

testWith("Chromium opens every page without a violation of its policy or an error", [
  "chromium",
], async ([chromium]) => {
  const found: string[] = [];
  await withSite(chromium!, handler, async (browser, origin) => {
    for (const path of PAGES) {
      const page = await browser.newPage();
      const problems = await watchPage(page);
      await page.goto(`${origin}${path}`, { waitUntil: "load" });
      await page.evaluate("new Promise((resolve) => requestIdleCallback(resolve))");
      // A page that says 404 is told as such by the browser.
      const own = problems.filter((text) =>
        !/the server responded with a status of 404/.test(text)
      );
      found.push(...own.map((text) => `${path}: ${text}`));
      await page.close();
    }
  });
  assert.deepEqual(found, []);
  await recordEvidence("S1", {
    title: "headers and policy of the pages",
    command: "deno task test tests/observatory_test.ts",
    seed: null,
    totals: {
      "pages": PAGES.length,
      "lowest score": lowest,
      "violations and console errors in Chromium": found.length,
    },
  });
}, BROWSER_TEST);
