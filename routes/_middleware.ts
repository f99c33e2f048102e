import { PageCache } from "../lib/http/page_cache.ts";
import { define } from "../utils.ts";

const pages = new PageCache();

/**
 * Pages that depend on nothing but their address, the world's version and the minute are rendered once
 * and then answered from memory: ages are printed in whole minutes, so their bytes cannot change sooner.
 */
export default define.middleware((ctx) => {
  const { req, state } = ctx;
  const cacheable = ctx.route === "/:station" || ctx.route === "/about" ||
    (ctx.route === "/" && !req.url.includes("?"));
  if (!cacheable || (req.method !== "GET" && req.method !== "HEAD")) return ctx.next();
  const now = state.reports.now();
  return pages.answer(req, { version: state.reports.world.version, now }, ctx.next);
});
