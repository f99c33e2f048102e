/** A real browser for tests. @module */

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { endStreams } from "../../lib/http/event_stream.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Options of every test with a browser: its driver keeps handles of its own open until the process ends. */
export const BROWSER_TEST = { sanitizeOps: false, sanitizeResources: false };

/** Whatever answers requests: an app, or the pages alone. */
type SiteHandler = (
  request: Request,
  info: Deno.ServeHandlerInfo<Deno.NetAddr>,
) => Response | Promise<Response>;

/**
 * Loads Playwright. On loading it looks into `/proc` whether it runs on Windows' Linux, which Deno allows only
 * with all permissions; this variable of that check keeps it from looking.
 */
async function loadPlaywright() {
  Deno.env.set("__IS_WSL_TEST__", "1");
  return await import("playwright-core");
}

/** Starts Chromium from `path`, hands it to `run`, and closes it whatever happens. */
export async function withBrowser(
  path: string,
  run: (browser: Browser) => Promise<void>,
): Promise<void> {
  const { chromium } = await loadPlaywright();
  const browser = await chromium.launch({ executablePath: path, args: FLAGS });
  try {
    await run(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Serves `handler` on loopback and starts Chromium from `path`; both end whatever happens.
 *
 * @param run gets the browser, the address of the site, and what takes the site away before the end
 */
export async function withSite(
  path: string,
  handler: SiteHandler,
  run: (browser: Browser, origin: string, close: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  const close = async () => {
    endStreams();
    await server.shutdown();
  };
  try {
    await withBrowser(
      path,
      (browser) => run(browser, `http://127.0.0.1:${server.addr.port}`, close),
    );
  } finally {
    await close();
  }
}

/** A page in a context of its own, watched from the beginning. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { page, problems: await watchPage(page), close: () => context.close() };
}

/** Everything that went wrong on a page: console errors, uncaught exceptions, violations of its policy. */
export async function watchPage(page: Page): Promise<string[]> {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.exposeFunction("reportViolation", (text: string) => problems.push(text));
  await page.addInitScript(`document.addEventListener("securitypolicyviolation", (event) =>
    globalThis.reportViolation("CSP " + event.violatedDirective + " " + event.blockedURI))`);
  return problems;
}
