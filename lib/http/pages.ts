/**
 * The pages behind their cache: what is held is answered before any router or middleware runs.
 *
 * @module
 */
import { App, type AppOptions, type Context, staticFiles } from "fresh";
import { PAGE_VARY, PageCache, type PageGeneration, PERSONAL } from "./page_cache.ts";

/** What the pages are made of. */
export interface PagesOptions<State> extends AppOptions {
  /** Put into the state of each request. */
  readonly state: State;
  /** Headers of every page, error pages included. */
  readonly security: Readonly<Record<string, string>>;
  /**
   * What a page depends on in the headers of its request: put into the state beside `state`, and the name under
   * which the page may be kept for all who ask alike (`null`: for nobody else).
   */
  readonly variant?: (headers: Headers) => PageVariant<State>;
  /** Called right before anything is rendered, with the state of the request. */
  readonly beforeRender?: (ctx: Context<State>) => void;
  /** What pages are true for, now. */
  readonly generation: () => PageGeneration;
  /** Counts an answer. */
  readonly observe?: (route: string, method: string, status: number, seconds: number) => void;
}

/** A page for one kind of reader. */
export interface PageVariant<State> {
  readonly key: string | null;
  readonly state: Partial<State>;
}

/** Answers requests for pages; the second argument is what `Deno.serve` gives. */
export type PageHandler = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

/** A page between its rendering and its answer: a response without body stands for it in the meantime. */
interface Waiting {
  readonly html: string;
  readonly headers: Record<string, string>;
}

/**
 * Where a response keeps its page. A `WeakMap` would do as well, but what it holds survives the collections of
 * the young generation: each page would then wait for a full one, which takes longer than the page.
 */
const PAGE = Symbol("page");
type WithPage = Response & { [PAGE]?: Waiting };

/**
 * The app with the routes of the project provided. Pages that depend on nothing but their address, the
 * world's version and the minute are rendered once and then answered from memory: ages are printed in whole
 * minutes, so their bytes cannot change sooner.
 */
export function createPages<State extends object>(options: PagesOptions<State>): PageHandler {
  const { state, security, generation, observe, variant, ...config } = options;
  const cache = new PageCache(security);
  const app = new App<State>({
    ...config,
    pageResponse: (html, { status, headers }) => {
      // A page may bring a policy of its own, where it needs more than the others.
      const own = { "content-security-policy": security["content-security-policy"]!, ...headers };
      const response: WithPage = new Response(null, { status, headers: own });
      response[PAGE] = { html, headers };
      return response;
    },
  });
  const handler = app
    .use(async (ctx) => {
      const started = performance.now();
      const asks = variant?.(ctx.req.headers);
      Object.assign(ctx.state, state, asks?.state);
      const asked = generation();
      const { req, route } = ctx;
      let response = await ctx.next();
      const page = (response as WithPage)[PAGE];
      if (isKept(req, route, response)) {
        const content = page?.html ?? await response.text();
        const headers = page?.headers ?? { "content-type": response.headers.get("content-type")! };
        response = cache.keep(req, asked, { route: route!, content, headers }, asks?.key);
      } else if (page !== undefined && isPlain(req, response)) {
        // Compressed and with a validator like the others, but kept for nobody else.
        const { html: content, headers } = page;
        response = cache.keep(req, asked, { route: route ?? "other", content, headers }, null);
      } else if (page !== undefined) response = finished(response, page, security);
      else if (!response.headers.has("cache-control")) response = unshared(response);
      observe?.(route ?? "other", req.method, response.status, secondsSince(started));
      return response;
    })
    .use(staticFiles())
    .fsRoutes()
    .handler();
  return (request, info) => {
    if (request.method === "GET" || request.method === "HEAD") {
      const started = performance.now();
      const key = variant === undefined ? "" : variant(request.headers).key;
      const known = key === null ? undefined : cache.find(request, generation(), key);
      if (known !== undefined) {
        const { response, route } = known;
        observe?.(route, request.method, response.status, secondsSince(started));
        return response;
      }
    }
    return handler(request, info);
  };
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

/** Pages without a question in their address that are the same for everybody. */
const KEPT = new Set(["/map", "/sigmets", "/gairmets", "/cwas", "/pireps", "/:station", "/about"]);

function isKept(request: Request, route: string | null, response: Response): boolean {
  if (response.status !== 200 || route === null) return false;
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  // A file of `static/` has the shape of a station's address; it brings its own validator and coding.
  if (response.headers.has("etag")) return false;
  const kept = KEPT.has(route) || (route === "/" && !request.url.includes("?"));
  return kept && !response.headers.has("set-cookie");
}

/** A page that was read and does nothing else: its headers are those of every page and its own. */
function isPlain({ method }: Request, { status, headers }: Response): boolean {
  return status === 200 && (method === "GET" || method === "HEAD") &&
    !headers.has("set-cookie") && !headers.has("cache-control");
}

/** A page that is not kept, with its body and the headers of every page. */
function finished(
  response: Response,
  { html }: Waiting,
  security: Readonly<Record<string, string>>,
): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(security)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return unshared(new Response(html, { status: response.status, headers }));
}

/** An answer that no shared cache gives to anybody else: a text or a redirect may be in a reader's language as well. */
function unshared(response: Response): Response {
  const headers = new Headers(response.headers);
  if (!headers.has("cache-control")) headers.set("cache-control", PERSONAL);
  headers.append("vary", PAGE_VARY);
  return new Response(response.body, { status: response.status, headers });
}
