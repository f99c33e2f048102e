/** A real browser for tests. @module */

import type { Browser, Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

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
