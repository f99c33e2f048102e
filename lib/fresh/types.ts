/** The types that routes, layouts and middlewares are written against. @module */

import type { AnyComponent, FunctionComponent } from "preact";
import type { Context } from "./context.ts";

/** Methods a handler object can name. */
export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
export const METHODS: readonly Method[] = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
];

/** What `page()` returns: data for the page component, and the head of the response. */
export interface PageResponse<Data> {
  data: Data;
  headers?: HeadersInit;
  status?: number;
}

/** Answers one request, or hands data to the page component beside it. */
export interface HandlerFn<Data, State> {
  (
    ctx: Context<State>,
  ): Response | PageResponse<Data> | Promise<Response | PageResponse<Data>>;
}

/** One handler a method. */
export type HandlerByMethod<Data, State> = { [M in Method]?: HandlerFn<Data, State> };

/** What a route exports as `handler` (or `handlers`). */
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

/** Runs before (and around, by `await ctx.next()`) what it stands above. */
export type MiddlewareFn<State> = (ctx: Context<State>) => Response | Promise<Response>;
export type Middleware<State> = MiddlewareFn<State>;

/** What pages, layouts and the app wrapper receive. */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    "config" | "url" | "req" | "params" | "info" | "state" | "error" | "route" | "isPartial"
  >
  & {
    data: Data;
    /** What this layout or wrapper stands around; renders nothing in a page. */
    Component: FunctionComponent;
  };

/** `export const config` of a layout. */
export interface LayoutConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

/** `export const config` of a route. */
export interface RouteConfig extends LayoutConfig {
  /** Pattern that stands in for the one the file name gives. */
  routeOverride?: string;
}

// The two below are where values of any page meet: their data types cannot be named here.
// deno-lint-ignore no-explicit-any
export type AnyPage = AnyComponent<any>;
// deno-lint-ignore no-explicit-any
export type AnyHandler = RouteHandler<any, any>;
// deno-lint-ignore no-explicit-any
export type AnyMiddleware = MiddlewareFn<any>;

/** What a file in `routes/` may export. */
export interface RouteModule {
  default?: unknown;
  handler?: unknown;
  handlers?: unknown;
  config?: RouteConfig;
}
