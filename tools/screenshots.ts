/**
 * Makes the pictures of the README: starts the pages over the small world of the tests, those of many things over
 * the whole simulated world, and photographs them.
 *
 * @module
 */
import { simulatedWorld } from "../bench/simulated_world.ts";
import { FakeClock } from "../lib/time/mod.ts";
import { withSite } from "../tests/support/chromium.ts";
import { pagesApp, START } from "../tests/support/pages_app.ts";
import { requirement } from "../tests/support/requirements.ts";

const FOLDER = new URL("../docs/images/", import.meta.url);
const SHOTS = [
  { name: "station-wide.png", path: "/KJFK", width: 1200, height: 880, scheme: "light" },
  { name: "station-narrow.png", path: "/KJFK", width: 390, height: 844, scheme: "light" },
  { name: "station-narrow-dark.png", path: "/KJFK", width: 390, height: 844, scheme: "dark" },
  {
    name: "station-narrow-red.png",
    path: "/KJFK",
    width: 390,
    height: 844,
    scheme: "dark",
    settings: "1.palette-red",
  },
  {
    name: "station-german-minima.png",
    path: "/KJFK?at=2026-11-24T16:00Z#min",
    width: 1200,
    height: 880,
    scheme: "light",
    settings:
      "1.language-de.rules-icao.visibility-m.ceilingFt-1000.visibilitySm-3.windKt-20.thunder-yes",
  },
  { name: "settings.png", path: "/settings", width: 960, height: 1100, scheme: "light" },
  { name: "learn.png", path: "/learn?n=5", width: 960, height: 700, scheme: "light" },
  {
    name: "decode.png",
    path: "/decode?report=METAR+KJFK+241451Z+30015G25KT+1+1/2SM+-SHRA+XYZZY+BKN008+10/07+A2992",
    width: 960,
    height: 900,
    scheme: "light",
  },
] as const;
/** Over the whole world at the same instant. */
const WORLD_SHOTS = [
  { name: "map.png", path: "/map", width: 1200, height: 860, scheme: "light" },
  {
    name: "map-dark.png",
    path: "/map?region=united-states&l=metar&l=sigmet&l=gairmet",
    width: 1200,
    height: 1050,
    scheme: "dark",
  },
  { name: "map-narrow.png", path: "/map?near=KJFK", width: 390, height: 844, scheme: "light" },
  { name: "sigmets.png", path: "/sigmets", width: 1200, height: 1300, scheme: "light" },
  {
    name: "side-by-side.png",
    path: "/KJFK+KBOS+KPWM+EDDF",
    width: 1200,
    height: 900,
    scheme: "light",
  },
] as const;
type Shot = (typeof SHOTS | typeof WORLD_SHOTS)[number];
/** A README should not take long to load. */
const MAX_BYTES = 330_000;

const chromium = requirement("chromium");
if (chromium.kind === "missing") {
  console.error(`screenshots need Chromium: ${chromium.install}`);
  Deno.exit(1);
}
await Deno.mkdir(FOLDER, { recursive: true });
/** Photographs the pages that `handler` answers. */
async function photograph(
  path: string,
  handler: Parameters<typeof withSite>[1],
  shots: readonly Shot[],
): Promise<void> {
  await withSite(path, handler, async (browser, origin) => {
    for (const shot of shots) {
      const { name, path, width, height, scheme } = shot;
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      if ("settings" in shot) {
        await page.context().addCookies([{
          name: "settings",
          value: shot.settings,
          url: origin,
        }]);
      }
      // A page may keep a connection for news, so its network never rests.
      await page.goto(`${origin}${path}`, { waitUntil: "load" });
      await page.waitForTimeout(500);
      const bytes = await page.screenshot();
      if (bytes.byteLength > MAX_BYTES) throw new Error(`${name} has ${bytes.byteLength} bytes`);
      await Deno.writeFile(new URL(name, FOLDER), bytes);
      console.log(`${name} ${bytes.byteLength} bytes`);
      await page.close();
    }
  });
}

const small = await pagesApp({ simulated: true });
await photograph(chromium.path, small.handler, SHOTS);
const { world } = await simulatedWorld(new FakeClock(START));
const whole = await pagesApp({ world });
await photograph(chromium.path, whole.handler, WORLD_SHOTS);
Deno.exit(0);
