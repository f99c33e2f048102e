/** What axe says of every page, narrow and wide, light, dark and red. */

import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { ReportHistory } from "../lib/reports/history.ts";
import { seriousViolations } from "./support/axe.ts";
import { BROWSER_TEST, openPage } from "./support/chromium.ts";
import { fillHazards, MORE_HAZARDS } from "./support/hazard_reports.ts";
import { START } from "./support/pages_app.ts";
import { withPages } from "./support/pages_browser.ts";
import { dayOfReports } from "./support/past_metars.ts";
import { testWith } from "./support/requirements.ts";

const PATHS = [
  "/",
  "/?q=london",
  "/KJFK?at=2026-11-24T16:00Z",
  "/KACY",
  "/KMTN",
  "/EDDF",
  "/KSWF",
  "/KJFK/history",
  "/KJFK+KBOS+KPWM+KMTN+ZZZZ",
  "/map",
  "/map?near=KJFK&l=metar&l=sigmet&l=gairmet&l=pirep&l=cwa",
  "/map?at=3&c=IFR",
  "/map?region=nowhere",
  "/sigmets",
  "/sigmets?near=KJFK&within=150&from=0&to=100",
  "/gairmets",
  "/pireps",
  "/cwas",
  "/brief",
  "/brief?route=KJFK,KBOS&departure=1530Z&tas=110&altitude=6500",
  "/brief?route=KJFK,QQQQ&tas=5",
  "/ask?q=Will+it+be+VFR+at+KJFK+at+16Z",
  "/ask?q=hello",
  "/ask?q=",
  "/ask",
  "/ask?q=Will+KJFK+be+VFR+at+18Z",
  "/near",
  "/near?lat=40.64&lon=-73.78",
  "/near?lat=99&lon=0",
  "/decode?report=METAR+KJFK+241451Z+30015G25KT+10SM+XYZZY+BKN008+10/07+A2992",
  "/settings",
  "/learn?n=5",
  "/about",
  "/status",
  "/offline",
  "/ZZZZ",
  "/nowhere/at/all",
];

/** Pages that say more to those who chose something. */
const CHOSEN = [
  {
    path: "/KJFK?at=2026-11-24T16:00Z",
    settings: "1.language-de.textSize-huge.rules-colour.ceilingFt-1000.windKt-20",
  },
  { path: "/KJFK+EDDF", settings: "1.rules-icao.textSize-large" },
  { path: "/settings", settings: "1.language-de.textSize-huge.ceilingFt-1000" },
];

/**
 * Colours: what the device likes, and what the reader chose, as the settings write it on the page. The palette
 * with most contrast is measured in `lib/view/palettes_test.ts`.
 */
const MODES = [
  { name: "light", scheme: "light", palette: null },
  { name: "dark", scheme: "dark", palette: null },
  { name: "red", scheme: "dark", palette: "red" },
] as const;
const WIDTHS = [360, 1280];

/** The drawing of a map is hidden from assistance as a whole, and one is as good as all. */
const DRAWING = "svg.map";

testWith("axe finds nothing serious on any page, narrow and wide, light, dark and red", [
  "chromium",
], async ([chromium]) => {
  const history = {
    recent: () => dayOfReports(START),
    metars: () => Promise.resolve(dayOfReports(START)),
  } as unknown as ReportHistory;
  await withPages(
    chromium!,
    async (browser, origin) => {
      const found = await Promise.all(
        WIDTHS.map((width) => look(browser, origin, width)),
      );
      assert.deepEqual(found.flat(), []);
    },
    ({ world }) => fillHazards(world, START, undefined, MORE_HAZARDS),
    { history },
  );
}, BROWSER_TEST);

/** All pages in one tab; where only colours change, the same document is looked at again. */
async function look(browser: Browser, origin: string, width: number): Promise<string[]> {
  const found: string[] = [];
  const { page, problems, close } = await openPage(browser, {
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
  });
  for (const { path, settings } of [...PATHS.map((path) => ({ path, settings: "" })), ...CHOSEN]) {
    await page.context().addCookies([{ name: "settings", value: settings, url: origin }]);
    await page.emulateMedia({ colorScheme: MODES[0].scheme });
    await page.goto(origin + path);
    await page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)");
    for (const { name, scheme, palette } of MODES) {
      await paint(page, scheme, palette);
      const coloursOnly = name !== MODES[0].name;
      const exclude = path === "/map" && !coloursOnly ? undefined : DRAWING;
      const texts = await seriousViolations(page, {
        coloursOnly,
        ...(exclude !== undefined && { exclude }),
      });
      found.push(...texts.map((text) => `${path} ${width} ${name} ${text}`));
    }
  }
  await close();
  const expected = /Failed to load resource: the server responded with a status of 4\d\d/;
  return [...found, ...problems.filter((problem) => !expected.test(problem))];
}

async function paint(page: Page, scheme: "light" | "dark", palette: string | null) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate((name) => {
    // deno-lint-ignore no-explicit-any -- the document of the browser, which this program has none of
    const { documentElement: root } = (globalThis as any).document;
    if (name === null) root.removeAttribute("data-palette");
    else root.setAttribute("data-palette", name);
  }, palette);
}
