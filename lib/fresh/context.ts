/** What handlers, middlewares and pages know of the request. @module */

import type { VNode } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import type { LayoutConfig } from "./types.ts";

/** Renders a page for a context; handed in so that the context knows nothing of the renderer. */
export type RenderFn = (
  ctx: Context<unknown>,
  vnode: VNode | null,
  init: ResponseInit,
  config: LayoutConfig,
) => Promise<Response>;

/** One per request, shared by all middlewares, the handler and the page. */
export class Context<State = unknown> {
  readonly config: ResolvedFreshConfig;
  /** The request as it came: for HEAD, the method is HEAD. */
  readonly req: Request;
  readonly info: Deno.ServeHandlerInfo;
  /** Pattern of the matched route (`/station/:icao`), or null where none matched. */
  readonly route: string | null;
  /** Decoded parameters of the path. */
  readonly params: Record<string, string>;
  /** Values that middlewares leave for what comes after them. */
  readonly state: State = {} as State;
  /** What the handler gave to `page()`. */
  data: unknown = undefined;
  /** What was thrown, once something was; null before. */
  error: unknown = null;
  /** Fresh's partial requests are not built here, so this is always false. */
  readonly isPartial = false;
  /** Runs what follows and resolves to its response; a failure arrives as the response of its error page. */
  next: () => Promise<Response>;
  #url: URL | undefined;
  readonly #render: RenderFn;

  constructor(init: {
    config: ResolvedFreshConfig;
    req: Request;
    info: Deno.ServeHandlerInfo;
    route: string | null;
    params: Record<string, string>;
    render: RenderFn;
  }) {
    this.config = init.config;
    this.req = init.req;
    this.info = init.info;
    this.route = init.route;
    this.params = init.params;
    this.next = endOfChain;
    this.#render = init.render;
  }

  /** The URL asked for; parsed on first use. Behind a trusted proxy, as the client wrote it. */
  get url(): URL {
    return this.#url ??= readUrl(this.req, this.config.trustProxy);
  }

  /**
   * Answers with a redirect. A path never leads to another host: `//evil.example` becomes `/evil.example`.
   * @param status 302 unless given
   */
  redirect(pathOrUrl: string, status = 302): Response {
    const end = pathOrUrl.search(/[?#]/);
    const path = end < 0 ? pathOrUrl : pathOrUrl.slice(0, end);
    const rest = end < 0 ? "" : pathOrUrl.slice(end);
    const location = /^[/\\]/.test(path) ? path.replace(/[/\\]+/g, "/") + rest : pathOrUrl;
    return new Response(null, { status, headers: { location } });
  }

  /** Renders an element inside the layouts and the app wrapper of this route. */
  render(
    vnode: VNode | null,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    return this.#render(this as Context<unknown>, vnode, init, config);
  }

  /** Answers with plain text. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** Answers with a string of HTML, as it is. */
  html(content: string, init: ResponseInit = {}): Response {
    const headers = new Headers(init.headers);
    headers.set("content-type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  /** Answers with JSON. */
  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}

function endOfChain(): Promise<Response> {
  return Promise.reject(new Error("ctx.next() was called where nothing follows"));
}

const FORWARDED_HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/;

/** The request's URL; with `trustProxy`, scheme and host are those the proxy says it was asked for. */
function readUrl(req: Request, trustProxy: boolean): URL {
  const url = new URL(req.url);
  if (!trustProxy) return url;
  const proto = req.headers.get("x-forwarded-proto");
  if (proto === "http" || proto === "https") url.protocol = `${proto}:`;
  const host = req.headers.get("x-forwarded-host");
  if (host !== null && FORWARDED_HOST.test(host)) {
    // Assigning `host` without a port keeps the old one, which is the port behind the proxy.
    url.port = "";
    url.host = host;
  }
  return url;
}
