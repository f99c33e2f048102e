import { PageCache } from "../lib/http/page_cache.ts";
import { pageSecurityHeaders } from "../lib/http/page_headers.ts";
import { stylesheetHash } from "../lib/view/styles.ts";
import { define, type State } from "../utils.ts";

const security = pageSecurityHeaders(stylesheetHash);
/** Pages of one world are never taken for those of another. */
const caches = new WeakMap<State["reports"], PageCache>();

function pagesOf(reports: State["reports"]): PageCache {
  let pages = caches.get(reports);
  if (pages === undefined) caches.set(reports, pages = new PageCache(security));
  return pages;
}

/** The API sets its own headers. Pages, of any status, get the policy that allows their stylesheet. */
const secure = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (!isPage || response.headers.has("content-security-policy")) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(security)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-cache");
  return new Response(response.body, { status: response.status, headers });
});

/**
 * Pages that depend on nothing but their address, the world's version and the minute are rendered once
 * and then answered from memory: ages are printed in whole minutes, so their bytes cannot change sooner.
 */
const remember = define.middleware((ctx) => {
  const { req, state } = ctx;
  const cacheable = ctx.route === "/:station" || ctx.route === "/about" ||
    (ctx.route === "/" && !req.url.includes("?"));
  if (!cacheable || (req.method !== "GET" && req.method !== "HEAD")) return ctx.next();
  const { reports } = state;
  const generation = { version: reports.world.version, now: reports.now() };
  return pagesOf(reports).answer(req, generation, ctx.next);
});

export default define.middleware([remember, secure]);
