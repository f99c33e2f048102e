/**
 * `fresh`: the public API of Fresh 2 over Hono's router and Preact. See docs/fresh.md for what is left out.
 *
 * @module
 */

export { App, type ServeHandler } from "./app.ts";
export type { AppOptions, FreshConfig, ResolvedFreshConfig } from "./config.ts";
export { Context } from "./context.ts";
export type { Context as FreshContext } from "./context.ts";
export { createDefine, type Define, page } from "./define.ts";
export { HttpError } from "./error.ts";
export { provideProject } from "./project.ts";
export { staticFiles } from "./static_files.ts";
export type {
  HandlerByMethod,
  HandlerFn,
  LayoutConfig,
  Method,
  Middleware,
  MiddlewareFn,
  PageProps,
  PageResponse,
  RouteConfig,
  RouteHandler,
} from "./types.ts";
