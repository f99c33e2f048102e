/** `App`: collects routes and what stands above them, and compiles them into one handler. @module */

import { type AppOptions, normalizeBasePath, type ResolvedFreshConfig } from "./config.ts";
import { compile, type Registration } from "./compile.ts";
import { registerIslands } from "./islands.ts";
import { bindProject, type Project, providedProject, stemOf } from "./project.ts";
import type {
  AnyHandler,
  AnyPage,
  HandlerFn,
  LayoutConfig,
  Method,
  MiddlewareFn,
  RouteConfig,
  RouteHandler,
} from "./types.ts";

/** Answers requests; the second argument is what `Deno.serve` gives its handler. */
export type ServeHandler = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/**
 * A web application. Items apply from top to bottom: a middleware covers what is added after it.
 *
 * @example
 * ```ts
 * import { App } from "fresh";
 *
 * const app = new App().get("/hello/:name", (ctx) => ctx.text(`hello ${ctx.params.name}`));
 * const response = await app.handler()(new Request("http://localhost/hello/world"));
 * console.assert(await response.text() === "hello world");
 * ```
 */
// deno-lint-ignore no-explicit-any -- an app without a declared state accepts any
export class App<State = any> {
  readonly config: ResolvedFreshConfig;
  readonly #report: (error: unknown, request: Request) => void;
  readonly #registrations: Registration[] = [];
  #project: Project | null = null;

  constructor(options: AppOptions = {}) {
    this.config = {
      basePath: normalizeBasePath(options.basePath),
      mode: options.mode ?? "production",
      root: "",
      trustProxy: options.trustProxy ?? false,
      ...(options.pageResponse !== undefined && { pageResponse: options.pageResponse }),
      ...(options.beforeRender !== undefined && { beforeRender: options.beforeRender }),
    };
    this.#report = options.reportError ?? ((error) => console.error(error));
  }

  /** Adds middlewares for everything, or for a path and what lies below it. */
  use(...middlewares: MiddlewareFn<State>[]): this;
  use(path: string, ...middlewares: MiddlewareFn<State>[]): this;
  use(first: string | MiddlewareFn<State>, ...rest: MiddlewareFn<State>[]): this {
    const [path, middlewares] = typeof first === "string" ? [first, rest] : ["/", [first, ...rest]];
    return this.#add({ kind: "middleware", path, middlewares });
  }

  get(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("GET", path, handlers);
  }

  head(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("HEAD", path, handlers);
  }

  post(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("POST", path, handlers);
  }

  put(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("PUT", path, handlers);
  }

  patch(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("PATCH", path, handlers);
  }

  delete(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("DELETE", path, handlers);
  }

  /**
   * Answers every method, also unknown ones, at a path (`/api/*`: and all below). The response passes
   * through untouched, so this is the door for handlers that do their own HTTP.
   */
  all(path: string, ...handlers: MiddlewareFn<State>[]): this {
    return this.#route("all", path, handlers);
  }

  /** Adds a route with a page, handlers, or both. */
  route<Data>(path: string, route: {
    component?: AnyPage;
    handler?: RouteHandler<Data, State>;
    handlers?: RouteHandler<Data, State>;
    config?: RouteConfig;
  }): this {
    return this.#add({
      kind: "page",
      path,
      component: route.component ?? null,
      handler: (route.handler ?? route.handlers ?? null) as AnyHandler | null,
      config: route.config ?? {},
    });
  }

  /** Sets what stands around every page: `<html>`, `<head>`, `<body>`. */
  appWrapper(component: AnyPage): this {
    return this.#add({ kind: "app", component });
  }

  /** Puts a layout around the pages at a path and below. */
  layout(path: string, component: AnyPage, config: LayoutConfig = {}): this {
    return this.#add({ kind: "layout", path, component, config });
  }

  /** Answers what is thrown, everywhere or below a path. */
  onError(handler: HandlerFn<unknown, State>): this;
  onError(path: string, handler: HandlerFn<unknown, State>): this;
  onError(
    first: string | HandlerFn<unknown, State>,
    second?: HandlerFn<unknown, State>,
  ): this {
    const [path, handler] = typeof first === "string" ? [first, second!] : ["/", first];
    return this.#add({ kind: "error", path, page: errorPage("any", handler) });
  }

  /** Answers every 404. */
  notFound(handler: HandlerFn<unknown, State>): this {
    return this.#add({ kind: "error", path: "/", page: errorPage("notFound", handler) });
  }

  /** Puts the files of `routes/` here, below `path` if one is given. */
  fsRoutes(path = ""): this {
    return this.#add({ kind: "files", path: normalizeBasePath(path.replace(/\/?\*$/, "")) });
  }

  /** Sets the project whose routes, islands and files this app serves (see `load.ts`). */
  withProject(project: Project): this {
    this.#project = project;
    return this;
  }

  /** Compiles everything added so far. Call it once, at start. */
  handler(): ServeHandler {
    const project = this.#project ?? providedProject();
    if (project !== null) {
      bindProject(this.config, project);
      for (const { file, module } of project.islands) registerIslands(stemOf(file), module);
    }
    return compile(this.#registrations, this.config, project, this.#report);
  }

  /** Serves with `Deno.serve`. */
  listen(options: Deno.ServeTcpOptions = {}): Deno.HttpServer<Deno.NetAddr> {
    return Deno.serve(options, this.handler());
  }

  #route(method: Method | "all", path: string, handlers: MiddlewareFn<State>[]): this {
    return this.#add({ kind: "route", method, path, handlers });
  }

  #add(registration: Registration): this {
    this.#registrations.push(registration);
    return this;
  }
}

function errorPage(kind: "any" | "notFound", handler: unknown) {
  return { kind, component: null, handler: handler as AnyHandler, config: {} };
}
