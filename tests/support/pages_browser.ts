/**
 * The pages over the small world in Chromium.
 *
 * @module
 */
import type { Browser, Page } from "playwright-core";
import { withSite } from "./chromium.ts";
import { pagesApp } from "./pages_app.ts";

/** The pages, their clock and their world. */
export type PagesApp = Awaited<ReturnType<typeof pagesApp>>;

/** Serves the pages over a simulated small world, which `fill` may add to, and opens a browser for them. */
export async function withPages(
  chromium: string,
  run: (browser: Browser, origin: string, app: PagesApp) => Promise<void>,
  fill: (app: PagesApp) => void = () => {},
  options: Parameters<typeof pagesApp>[0] = {},
): Promise<void> {
  const app = await pagesApp({ simulated: true, ...options });
  fill(app);
  await withSite(chromium, app.handler, (browser, origin) => run(browser, origin, app));
}

/** How far a page can be scrolled sideways, in pixels. */
export function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - innerWidth");
}
