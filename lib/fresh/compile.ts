/** Turns the registrations of an app into one function from request to response. @module */

import { compose, type Rescue, type Run } from "./compose.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import { Context, type RenderFn } from "./context.ts";
import { HttpError, MethodNotAllowed } from "./error.ts";
import { answerError, type ErrorPage, type ErrorPageSource } from "./errors.ts";
import { pathOfFolder, readRoutes } from "./fs_routes.ts";
import { canonicalPath, pathOf, queryOf, withoutBase } from "./path.ts";
import { parsePattern, type Pattern, prefixPattern } from "./pattern.ts";
import type { Project } from "./project.ts";
import { renderPage, type Surroundings } from "./render.ts";
import { PathRouter } from "./router.ts";
import { applying, scopeAt, type Scoped, select, type Target } from "./scope.ts";
import {
  type AnyHandler,
  type AnyMiddleware,
  type AnyPage,
  type LayoutConfig,
  type Method,
  METHODS,
  type PageResponse,
  type RouteConfig,
} from "./types.ts";

/** One call on `App`. */
export type Registration =
  | { kind: "middleware"; path: string; middlewares: AnyMiddleware[] }
  | { kind: "route"; method: Method | "all"; path: string; handlers: AnyMiddleware[] }
  | {
    kind: "page";
    path: string;
    component: AnyPage | null;
    handler: AnyHandler | null;
    config: RouteConfig;
  }
  | { kind: "app"; component: AnyPage }
  | { kind: "layout"; path: string; component: AnyPage; config: LayoutConfig }
  | { kind: "error"; path: string; page: ErrorPageSource }
  | { kind: "files"; path: string };

type Report = (error: unknown, request: Request) => void;
type Layout = Surroundings["layouts"][number];
/** Layouts and wrapper that hold for a request. */
type SurroundingsOf = (ctx: Context<unknown>) => Surroundings;

/** What runs where no route does: headers and logs of the middlewares reach these answers too. */
interface Nowhere {
  render: RenderFn;
  notFound: Run;
  malformed: Run;
  moved: Run;
}

/** Everything known to stand above what comes next. */
interface Above {
  middlewares: Scoped<AnyMiddleware>[];
  layouts: Scoped<Layout>[];
  errors: Scoped<ErrorPage>[];
}

/** The functions of one path. */
interface Place {
  render: RenderFn;
  methods: Map<string, Run>;
  all: Run | null;
  /** Answers methods that are not there: 204 to OPTIONS, else 405. */
  other: Run;
}

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
};

/** See `App.handler()`. Throws a `TypeError` when a pattern or a route file makes no sense. */
export function compile(
  registrations: readonly Registration[],
  config: ResolvedFreshConfig,
  project: Project | null,
  report: Report,
): (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response> {
  const compiler = new Compiler(config, report);
  for (const registration of registrations) compiler.add(registration, project);
  const router = compiler.router();
  const nowhere = compiler.nowhere();
  const { basePath } = config;

  return (req, info = NO_INFO) => {
    const fullPath = pathOf(req.url);
    const canonical = canonicalPath(fullPath);
    if (canonical !== null) {
      const run = withoutBase(canonical, basePath) === null ? nowhere.notFound : nowhere.moved;
      return runNowhere(run, req, info);
    }
    const path = withoutBase(fullPath, basePath);
    const match = path === null ? null : router.match(path);
    if (match?.kind === "malformed") return runNowhere(nowhere.malformed, req, info);
    if (match?.kind !== "found") return runNowhere(nowhere.notFound, req, info);
    const { value: place, pattern, params } = match;
    const route = pattern.text;
    const ctx = new Context<unknown>({ config, req, info, route, params, render: place.render });
    return Promise.resolve(runOf(place, req.method)(ctx));
  };

  function runNowhere(run: Run, req: Request, info: Deno.ServeHandlerInfo): Promise<Response> {
    const { render } = nowhere;
    const ctx = new Context<unknown>({ config, req, info, route: null, params: {}, render });
    return Promise.resolve(run(ctx));
  }
}

function runOf(place: Place, method: string): Run {
  return place.methods.get(method) ??
    (method === "HEAD" ? place.methods.get("GET") : undefined) ?? place.all ?? place.other;
}

class Compiler {
  readonly #above: Above = { middlewares: [], layouts: [], errors: [] };
  readonly #places = new Map<string, { pattern: Pattern; value: Place }>();
  #app: AnyPage | null = null;

  constructor(readonly config: ResolvedFreshConfig, readonly report: Report) {}

  add(registration: Registration, project: Project | null): void {
    switch (registration.kind) {
      case "middleware":
        for (const middleware of registration.middlewares) {
          this.#above.middlewares.push(scopeAt(registration.path, middleware));
        }
        return;
      case "layout":
        this.#above.layouts.push(scopeAt(registration.path, registration));
        return;
      case "error":
        return this.#addError(registration.path, registration.page);
      case "app":
        this.#app = registration.component;
        return;
      case "route":
        return this.#addRoute(registration);
      case "page":
        return this.#addPage({ pattern: parsePattern(registration.path) }, registration);
      case "files":
        return this.#addFiles(registration.path, project);
      default:
        registration satisfies never;
    }
  }

  #addRoute({ method, path, handlers }: Registration & { kind: "route" }): void {
    const target = { pattern: parsePattern(path) };
    const last = handlers.at(-1);
    if (last === undefined) throw new TypeError(`route ${path} has no handler`);
    const run = this.#chain(target, handlers.slice(0, -1), last);
    const place = this.#placeOf(target);
    if (method === "all") place.all ??= run;
    else if (!place.methods.has(method)) place.methods.set(method, run);
  }

  #addPage(
    target: Target,
    page: { component: AnyPage | null; handler: AnyHandler | null; config: RouteConfig },
  ): void {
    const place = this.#placeOf(target);
    const { component, handler, config } = page;
    const around = this.#surroundings(target);
    const run = (handle: AnyHandler | null) =>
      this.#chain(target, [], pageRun(handle, component, config, around));
    if (typeof handler === "function") {
      place.all ??= run(handler);
      return;
    }
    for (const method of METHODS) {
      const handle = handler?.[method];
      if (handle !== undefined && !place.methods.has(method)) {
        place.methods.set(method, run(handle));
      }
    }
    if (component !== null && !place.methods.has("GET")) place.methods.set("GET", run(null));
  }

  #addFiles(prefix: string, project: Project | null): void {
    if (project === null) {
      throw new TypeError(
        "fsRoutes() has no project: call provideProject() or app.withProject() before app.handler()",
      );
    }
    const entries = readRoutes(project.routes);
    for (const entry of entries.toSorted((a, b) => depthOf(a.folder) - depthOf(b.folder))) {
      const at = prefix + pathOfFolder(entry.folder);
      const { folder } = entry;
      if (entry.kind === "app") this.#app = entry.component;
      else if (entry.kind === "layout") this.#above.layouts.push(scopeAt(at, entry, folder));
      else if (entry.kind === "middleware") {
        for (const middleware of entry.middlewares) {
          this.#above.middlewares.push(scopeAt(at, middleware, folder));
        }
      }
    }
    for (const entry of entries) {
      if (entry.kind !== "error") continue;
      this.#addError(prefix + pathOfFolder(entry.folder), entry.page, entry.folder);
    }
    for (const entry of entries) {
      if (entry.kind !== "route") continue;
      for (const pattern of entry.patterns) {
        const target = { pattern: prefixPattern(prefix, pattern), folder: entry.folder };
        if (this.#places.has(target.pattern.text) && entry.config.routeOverride === undefined) {
          throw new TypeError(`two routes answer ${target.pattern.text}`);
        }
        this.#addPage(target, entry);
      }
    }
  }

  /** An error page stands within the layouts of its own place: those below may be what failed. */
  #addError(path: string, source: ErrorPageSource, folder?: string): void {
    const scope = scopeAt(path, source, folder);
    const surroundings = this.#surroundings({ pattern: scope.path, folder });
    const depth = folder === undefined ? scope.path.segments.length : depthOf(folder);
    this.#above.errors.push({ ...scope, value: { ...source, depth, surroundings } });
  }

  /** Layouts and wrapper of a target. The wrapper is read late: it is one for the whole app. */
  #surroundings(target: Target): SurroundingsOf {
    const layouts = applying(this.#above.layouts, target);
    const fixed = layouts.every(({ when }) => when === null) ? select(layouts, "") : null;
    return (ctx) => ({ app: this.#app, layouts: fixed ?? select(layouts, this.#pathOf(ctx)) });
  }

  #rescue(target: Target): Rescue {
    const pages = applying(this.#above.errors, target);
    return (ctx, error) => answerError(ctx, error, select(pages, this.#pathOf(ctx)), this.report);
  }

  #pathOf(ctx: Context<unknown>): string {
    const path = pathOf(ctx.req.url);
    return withoutBase(path, this.config.basePath) ?? path;
  }

  #chain(target: Target, own: readonly AnyMiddleware[], last: Run): Run {
    const outer = applying(this.#above.middlewares, target).map(({ value, when }) =>
      when === null ? value : ((ctx) => {
        return when.test(this.#pathOf(ctx)) ? value(ctx) : ctx.next();
      }) as AnyMiddleware
    );
    return compose([...outer, ...own], last, this.#rescue(target));
  }

  #renderer(target: Target): RenderFn {
    const surroundings = this.#surroundings(target);
    return (ctx, vnode, init, config) => renderPage(ctx, vnode, surroundings(ctx), init, config);
  }

  #placeOf(target: Target): Place {
    const key = target.pattern.text;
    const existing = this.#places.get(key);
    if (existing !== undefined) return existing.value;
    const methods = new Map<string, Run>();
    const other = this.#chain(target, [], (ctx) => {
      const allow = allowOf(methods);
      if (ctx.req.method === "OPTIONS") {
        return new Response(null, { status: 204, headers: { allow } });
      }
      throw new MethodNotAllowed(allow);
    });
    const value: Place = { render: this.#renderer(target), methods, all: null, other };
    this.#places.set(key, { pattern: target.pattern, value });
    return value;
  }

  router(): PathRouter<Place> {
    return new PathRouter([...this.#places.values()]);
  }

  nowhere(): Nowhere {
    const target = { pattern: parsePattern("/*") };
    const chain = (last: Run) => this.#chain(target, [], last);
    return {
      render: this.#renderer(target),
      notFound: chain(() => {
        throw new HttpError(404);
      }),
      malformed: chain(() => {
        throw new HttpError(400, "The path is not valid percent-encoding");
      }),
      moved: chain(({ req }) => {
        const location = canonicalPath(pathOf(req.url)) + queryOf(req.url);
        return new Response(null, { status: 308, headers: { location } });
      }),
    };
  }
}

function depthOf(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}

function allowOf(methods: ReadonlyMap<string, Run>): string {
  const has = (method: Method) =>
    methods.has(method) || method === "OPTIONS" || (method === "HEAD" && methods.has("GET"));
  return METHODS.filter(has).join(", ");
}

/** The innermost function of a page: handler first, then the component with what the handler gave. */
function pageRun(
  handler: AnyHandler | null,
  component: AnyPage | null,
  config: RouteConfig,
  surroundings: SurroundingsOf,
): Run {
  const settle = (ctx: Context<unknown>, output: Response | PageResponse<unknown>) => {
    if (output instanceof Response) return output;
    if (component === null || typeof output !== "object" || output === null) {
      throw new TypeError(`the handler of ${ctx.route} returned no Response, and there is no page`);
    }
    ctx.data = output.data;
    const init = { status: output.status, headers: output.headers };
    const source = { component, data: output.data };
    return renderPage(ctx, source, surroundings(ctx), init, config);
  };
  if (typeof handler !== "function") return (ctx) => settle(ctx, { data: undefined });
  return (ctx) => {
    const output = handler(ctx);
    return output instanceof Promise
      ? output.then((value) => settle(ctx, value))
      : settle(ctx, output);
  };
}
