/** The briefing page over HTTP: the form, what is wrong, the links from numbers to tokens, what it weighs. */

import assert from "node:assert/strict";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { simulatedWorld } from "../bench/simulated_world.ts";
import { pageSecurityHeaders } from "../lib/http/page_headers.ts";
import { createPages } from "../lib/http/pages.ts";
import { FakeClock } from "../lib/time/mod.ts";
import { stylesheetHash } from "../lib/view/styles.ts";
import { DEFAULT_VIEWER, FOR_VIEWERS } from "../lib/view/viewer.ts";
import type { State } from "../utils.ts";
import { violationsOf } from "./support/axe.ts";
import { withCharacters } from "./support/characters.ts";
import { BROWSER_TEST, openPage, withSite } from "./support/chromium.ts";
import { pagesApp } from "./support/pages_app.ts";
import { testWith } from "./support/requirements.ts";

const { handler } = await pagesApp();
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await handler(new Request(`http://localhost${path}`, { headers }));
  return { response, html: await response.text() };
};
const ROUTE = "/brief?route=KJFK,KBOS&departure=1530Z&tas=110&altitude=6500";

Deno.test("without a route there is a form that needs no script", async () => {
  const { response, html } = await get("/brief");
  assert.equal(response.status, 200);
  assert.match(html, /<form[^>]*action="\/brief"/);
  assert.match(html, /name="route"[^>]*required/);
  assert.doesNotMatch(html, /<script/);
});

Deno.test("what is wrong is told above the form, which keeps what was typed", async () => {
  const { response, html } = await get("/brief?route=KJFK,QQQQ&tas=5");
  assert.equal(response.status, 400);
  assert.match(html, /No airport QQQQ is known/);
  assert.match(html, /tas must be a number from 30 to 600/);
  assert.match(html, /value="KJFK,QQQQ"/);
  const text = await get("/brief?route=KJFK,QQQQ&format=text");
  assert.equal(text.response.status, 400);
  assert.match(text.html, /^No airport QQQQ/);
});

Deno.test("a text that is too long is refused and not cut, with the limit by its name", async () => {
  const long = `KJFK,${"KBOS,".repeat(100)}KJFK`;
  const rows: [query: string, says: RegExp][] = [
    [`route=${long}`, /route may have 400 characters at most/],
    [`route=KJFK,KBOS&alternates=${"KPVD,".repeat(20)}`, /alternates may have 40 characters/],
    [`route=KJFK,KBOS&tas=${"1".repeat(600)}`, /tas may have 40 characters at most/],
    [`route=KJFK,KBOS&since=${"A".repeat(1501)}`, /since may have 1500 characters at most/],
  ];
  for (const [query, says] of rows) {
    const { response, html } = await get(`/brief?${query}`);
    assert.equal(response.status, 400, query);
    assert.match(html, says);
  }
  assert.ok((await get(`/brief?route=${long}`)).html.includes(`value="${long}"`), "kept as typed");
});

Deno.test("a briefing has ten sections, the side view and the raw reports on the same page", async () => {
  const { response, html } = await get(ROUTE);
  assert.equal(response.status, 200);
  for (let number = 1; number <= 10; number++) assert.match(html, new RegExp(`<h2>${number}\\. `));
  assert.match(html, /<svg class="prof"/);
  assert.match(html, /METAR KJFK 241451Z/);
  assert.match(html, /Written by software from the reports beside it/);
  assert.doesNotMatch(html, /<script|\sstyle="/);
});

Deno.test("every link within the page leads to something, and numbers lead to their token", async () => {
  const { html } = await get(ROUTE);
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
  for (const id of links) assert.ok(ids.has(id), `#${id}`);
  assert.match(html, /<a\s+href="#r\d+-\d+">25 kt<\/a>/);
});

Deno.test("a hostile route is text and nothing else", async () => {
  const { html } = await get("/brief?route=" + encodeURIComponent('"><script>alert(1)</script>'));
  assert.doesNotMatch(html, /<script>alert/);
});

Deno.test("the address of a briefing holds its departure as an instant", async () => {
  const { html } = await get(ROUTE);
  assert.match(html, /href="\/brief\?route=KJFK%2CKBOS&amp;departure=2026-11-24T15%3A30Z/);
  const again = /href="(\/brief\?[^"]*&amp;since=[^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&");
  assert.ok(again.length < 2048, `${again.length} characters`);
  assert.match((await get(again)).html, /Nothing has changed since the briefing of/);
});

Deno.test("it speaks German to those who read it", async () => {
  const { html } = await get(ROUTE, { "accept-language": "de" });
  assert.match(withCharacters(html), /Gefährliche Bedingungen/);
  assert.match(html, /Wind aus/);
});

Deno.test("the minima of the settings are compared where the address names none", async () => {
  const { html } = await get(ROUTE, { cookie: "settings=1.ceilingFt-3000" });
  assert.match(html, /ceiling .* is below your minimum of 3,000 ft/);
});

/** The pages over a world full of weather; made once. */
let full: Promise<(request: Request) => Response | Promise<Response>> | null = null;
function fullWorld() {
  return full ??= (async () => {
    const clock = new FakeClock("2026-01-15T15:03:00Z");
    const { reports, world } = await simulatedWorld(clock, 7);
    return createPages<State>({
      ...FOR_VIEWERS,
      state: { reports, viewer: DEFAULT_VIEWER } as State,
      security: pageSecurityHeaders(stylesheetHash),
      generation: () => ({ version: world.version, now: reports.now() }),
    });
  })();
}

Deno.test("on a world full of weather a page has 40 kB at most, the short text 4 kB", async () => {
  const pages = await fullWorld();
  let largest = 0;
  for (const route of ["KSEA,KSFO", "KJFK,KORD", "KDEN,KSLC", "KMIA,KSEA"]) {
    const path = `/brief?route=${route}&departure=1600Z&altitude=8500&tas=220`;
    const html = await (await pages(new Request(`http://localhost${path}`))).text();
    const bytes = gzipSync(html, { level: 6 }).byteLength;
    largest = Math.max(largest, bytes);
    assert.ok(bytes <= 40_000, `${route}: ${bytes} bytes gzip`);
    assert.ok(brotliCompressSync(html).byteLength <= bytes);
    const short = await (await pages(new Request(`http://localhost${path}&format=text`))).text();
    assert.ok(new TextEncoder().encode(short).byteLength <= 4096, route);
  }
  console.log(`    largest page: ${largest} bytes gzip`);
  // Twenty places with their legs, in the longer language.
  const places = Array.from(
    { length: 20 },
    (_, i) => `${(30 + i * 0.71).toFixed(2)}/${(-120 + i * 2.51).toFixed(2)}`,
  );
  const path = `/brief?route=${places}&departure=1600Z&corridor=100&tas=300&format=text`;
  const short = await pages(
    new Request(`http://localhost${path}`, { headers: { "accept-language": "de" } }),
  );
  assert.equal(short.status, 200);
  assert.ok((await short.arrayBuffer()).byteLength <= 4096);
});

Deno.test("winds aloft are there in Alaska, over islands and at high levels, and where none is, that is said", async () => {
  const pages = await fullWorld();
  const rows: [route: string, altitude: number, text: RegExp][] = [
    ["PANC,PAFA", 9500, /0 NM along the route, .*: wind from \d{3}° true at \d+ kt.*\(from ANC/],
    ["PHNL,PHTO", 6500, /wind from .*\(from HNL/],
    ["KJFK,KORD", 35_000, /at 35,000 ft MSL: wind from /],
    ["KJFK,KORD", 43_000, /at 43,000 ft MSL: wind from /],
    ["KSFO,PHNL", 35_000, /Winds aloft are not forecast for \d\d % of the route/],
    ["EGLL,EDDF", 9500, /Winds aloft are not forecast for 100 % of the route/],
  ];
  for (const [route, altitude, told] of rows) {
    const query = `route=${route}&altitude=${altitude}&departure=1800Z&tas=250`;
    const path = `/brief?${query}&format=text&length=full`;
    const text = await (await pages(new Request(`http://localhost${path}`))).text();
    assert.match(text, told, path);
    if (!String(told).includes("not forecast")) assert.doesNotMatch(text, /are not forecast/, path);
  }
});

Deno.test("while a long route is briefed others are answered", async () => {
  const pages = await fullWorld();
  const route = "KJFK,KORD,KATL,KBOS,KDFW,KMSP,KMIA,KDTW,KDEN";
  const path = `/brief?route=${route}&departure=1600Z&altitude=35000&tas=450&corridor=100`;
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  const response = await pages(new Request(`http://localhost${path}`));
  clearInterval(counting);
  assert.equal(response.status, 200);
  assert.ok(turns >= 3, `the event loop has turned ${turns} times`);
  await response.text();
});

testWith("it prints on two sheets, is not wider than a phone, and axe finds nothing", [
  "chromium",
], async ([chromium]) => {
  const pages = await fullWorld();
  await withSite(chromium!, pages, async (browser, origin) => {
    const form = `${origin}/brief`;
    const { page, problems, close } = await openPage(browser, {
      viewport: { width: 360, height: 800 },
    });
    for (const address of [form, `${form}?route=KSEA,KSFO&departure=1600Z`]) {
      await page.goto(address);
      assert.deepEqual(await violationsOf(page), []);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      assert.equal(width, 360, "no sideways scrolling");
    }
    const minima = "minCeiling=2000&minVisibility=5&maxWind=20&maxCrosswind=10";
    for (const query of ["route=KSEA,KSFO", `route=KDCA,KJFK&${minima}`]) {
      await page.goto(`${form}?${query}&departure=1600Z`);
      for (const format of ["A4", "Letter"] as const) {
        const sheets = (await page.pdf({ format })).toString("latin1")
          .match(/\/Type\s*\/Page[^s]/g)!;
        assert.ok(sheets.length <= 2, `${query}: ${sheets.length} sheets of ${format}`);
      }
    }
    assert.deepEqual(problems, []);
    await close();
  });
}, BROWSER_TEST);
