/** The page that answers questions over HTTP: the form, what is wrong, links to tokens, languages, what it weighs. */

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { violationsOf } from "./support/axe.ts";
import { BROWSER_TEST, openPage, withSite } from "./support/chromium.ts";
import { pagesApp } from "./support/pages_app.ts";
import { testWith } from "./support/requirements.ts";

const { handler } = await pagesApp();
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await handler(new Request(`http://localhost${path}`, { headers }));
  return { response, html: await response.text() };
};
const ASKED = "/ask?q=Will+it+be+VFR+at+KJFK+at+16Z%3F";

Deno.test("without a question there is a form that needs no script, and examples that have answers", async () => {
  for (const language of ["en", "de"]) {
    const headers = { "accept-language": language };
    const { response, html } = await get("/ask", headers);
    assert.equal(response.status, 200);
    assert.match(html, /<form[^>]*action="\/ask"/);
    assert.doesNotMatch(html, /<script/);
    const examples = [...html.matchAll(/href="(\/ask\?q=[^"]+)"/g)].map(([, href]) => href!);
    assert.equal(examples.length, 4);
    for (const example of examples) {
      const json = await get(`${example}&format=text`, headers);
      assert.equal(json.response.status, 200);
      assert.doesNotMatch(json.html, /Not understood|Nicht verstanden|No place|kein Ort/);
      const page = await get(example, headers);
      assert.match(page.html, /TAF (?:KJFK|EDDF)/, example);
    }
  }
});

Deno.test("an answer shows what was understood, links its numbers to their tokens, and says how old each report is", async () => {
  const { response, html } = await get(ASKED);
  assert.equal(response.status, 200);
  assert.match(html, /Flight category at KJFK \([^)]+\) at 16:00Z: VFR/);
  assert.match(html, /METAR KJFK<\/b> 14:51Z, 12 min old, awc/);
  assert.match(html, /<a\s+href="#r\d+-\d+">800 ft<\/a>/);
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
  assert.ok(links.length > 5);
  for (const id of links) assert.ok(ids.has(id), `#${id}`);
  assert.doesNotMatch(html, /<script|\sstyle="/);
  assert.ok(gzipSync(html).byteLength <= 40_000);
});

Deno.test("what was not understood is listed, and a model is not offered where there is none", async () => {
  const { html } = await get("/ask?q=frobnicate+KJFK");
  assert.match(html, /Not understood: frobnicate\./);
  assert.match(html, /No time was read: now is meant\./);
  assert.doesNotMatch(html, /text=model/);
});

Deno.test("an empty question and one too long are refused in the reader's language", async () => {
  const empty = await get("/ask?q=+", { "accept-language": "de" });
  assert.equal(empty.response.status, 400);
  assert.match(empty.html, /role="alert">Einen Ort nennen/);
  const long = await get(`/ask?q=${"x".repeat(301)}`);
  assert.equal(long.response.status, 400);
  assert.match(long.html, /A question may have 300 characters; this one has 301\./);
  const text = await get("/ask?q=&format=text", { "accept-language": "de" });
  assert.equal(text.response.status, 400);
  assert.match(text.html, /^Einen Ort nennen/);
});

Deno.test("it speaks German to those who read it, whatever the language of the question", async () => {
  const { html } = await get(ASKED, { "accept-language": "de" });
  assert.match(html, /Flugkategorie in KJFK/);
  assert.match(html, /zeitweise \(TEMPO\)/);
  assert.match((await get(ASKED, { cookie: "settings=1.language-de" })).html, /Flugkategorie/);
});

Deno.test("a hostile question is text and nothing else", async () => {
  const question = '"><script>alert(1)</script><img src=x onerror=alert(2)> KJFK';
  const { html } = await get(`/ask?q=${encodeURIComponent(question)}`);
  assert.doesNotMatch(html, /<script>|<img/);
});

testWith(
  "it is not wider than a phone, prints its answer, works without script, and axe finds nothing",
  [
    "chromium",
  ],
  async ([chromium]) => {
    await withSite(chromium!, handler, async (browser, origin) => {
      const { page, problems, close } = await openPage(browser, {
        viewport: { width: 360, height: 800 },
        javaScriptEnabled: false,
      });
      await page.goto(`${origin}/ask`);
      await page.getByLabel("Your question").fill("Wind and gusts at KJFK from 16Z to 20Z");
      await page.getByRole("button", { name: "Ask" }).click();
      await page.getByText("Wind at KJFK").waitFor();
      assert.match(await page.locator("main").innerText(), /gusting 24 kt/);
      await page.locator(".said a", { hasText: "24 kt" }).first().click();
      assert.match(new URL(page.url()).hash, /^#r\d+-\d+$/);
      const sheets = (await page.pdf({ format: "A4" })).toString("latin1")
        .match(/\/Type\s*\/Page[^s]/g)!;
      assert.equal(sheets.length, 1);
      assert.deepEqual(problems, []);
      await close();
      const checked = await openPage(browser, { viewport: { width: 360, height: 800 } });
      for (const path of ["/ask", ASKED, "/ask?q=hello", "/ask?q="]) {
        await checked.page.goto(origin + path);
        assert.deepEqual(await violationsOf(checked.page), [], path);
        const width = await checked.page.evaluate("document.documentElement.scrollWidth");
        assert.equal(width, 360, `${path}: no sideways scrolling`);
      }
      await checked.close();
    });
  },
  BROWSER_TEST,
);
