/**
 * Makes the pictures of the README: starts the pages over the small world of the tests and photographs them.
 *
 * @module
 */
import { withBrowser } from "../tests/support/chromium.ts";
import { pagesApp } from "../tests/support/pages_app.ts";
import { requirement } from "../tests/support/requirements.ts";

const FOLDER = new URL("../docs/images/", import.meta.url);
const SHOTS = [
  { name: "station-wide.png", path: "/KJFK", width: 1200, height: 880, scheme: "light" },
  { name: "station-narrow.png", path: "/KJFK", width: 390, height: 844, scheme: "light" },
  { name: "station-narrow-dark.png", path: "/KJFK", width: 390, height: 844, scheme: "dark" },
  {
    name: "decode.png",
    path: "/decode?report=METAR+KJFK+241451Z+30015G25KT+1+1/2SM+-SHRA+XYZZY+BKN008+10/07+A2992",
    width: 960,
    height: 900,
    scheme: "light",
  },
] as const;
/** A README should not take long to load. */
const MAX_BYTES = 200_000;

const chromium = requirement("chromium");
if (chromium.kind === "missing") {
  console.error(`screenshots need Chromium: ${chromium.install}`);
  Deno.exit(1);
}
await Deno.mkdir(FOLDER, { recursive: true });
const { handler } = await pagesApp({ simulated: true });
const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
await withBrowser(chromium.path, async (browser) => {
  for (const { name, path, width, height, scheme } of SHOTS) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
    await page.goto(`http://127.0.0.1:${server.addr.port}${path}`, { waitUntil: "networkidle" });
    const bytes = await page.screenshot();
    if (bytes.byteLength > MAX_BYTES) throw new Error(`${name} has ${bytes.byteLength} bytes`);
    await Deno.writeFile(new URL(name, FOLDER), bytes);
    console.log(`${name} ${bytes.byteLength} bytes`);
    await page.close();
  }
});
await server.shutdown();
Deno.exit(0);
