/** From a page, its layouts and the app wrapper to one HTML response. @module */

import { type ComponentChildren, type ComponentType, Fragment, h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { ResolvedFreshConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { type PageSink, rawHtml } from "./islands.ts";
import { assetUrl, type Manifest, projectOf } from "./project.ts";
import { jsonForScript } from "./props_json.ts";
import { rendering } from "./render_state.ts";
import type { AnyPage, LayoutConfig, PageProps } from "./types.ts";

/** What stands around the pages of one route: layouts from the outermost in. */
export interface Surroundings {
  app: AnyPage | null;
  layouts: { component: AnyPage; config: LayoutConfig }[];
}

/** What came out of components that returned a promise or a response instead of elements. */
interface Outcomes {
  settled: Map<object, ComponentChildren>;
  waiting: { key: object; promise: Promise<unknown> } | null;
  response: Response | null;
}

interface SettleProps {
  component: AnyPage;
  props: object;
  outcomes: Outcomes;
}

/** Stands in for a page, layout or app wrapper, which may be async and may answer with a response. */
function Settle({ component, props, outcomes }: SettleProps): ComponentChildren {
  if (outcomes.settled.has(props)) return outcomes.settled.get(props);
  if (component.prototype !== undefined && "render" in component.prototype) {
    return h(component as ComponentType, props);
  }
  const output: unknown = (component as (props: object) => unknown)(props);
  if (output instanceof Promise) {
    outcomes.waiting ??= { key: props, promise: output };
    return null;
  }
  if (output instanceof Response) {
    outcomes.response ??= output;
    return null;
  }
  return output as ComponentChildren;
}

function settle(component: AnyPage, props: object, outcomes: Outcomes): VNode {
  return h(Settle, { component, props, outcomes }) as unknown as VNode;
}

function newSink(config: ResolvedFreshConfig): PageSink {
  return {
    head: [],
    islands: new Set(),
    props: [],
    depth: 0,
    closed: false,
    scripts: (sink) => scriptsOf(config, sink),
    asset: (path) => assetUrl(config, path),
  };
}

/** Renders until no component waits for a promise any more; each one is called once. */
async function renderSettled(
  ctx: Context<unknown>,
  node: VNode,
  outcomes: Outcomes,
  makeSink: () => PageSink,
): Promise<{ html: string; sink: PageSink }> {
  while (true) {
    const sink = makeSink();
    ctx.config.beforeRender?.(ctx);
    const html = renderWith(sink, node);
    const { waiting } = outcomes;
    if (waiting === null || outcomes.response !== null) return { html, sink };
    outcomes.waiting = null;
    const value = await waiting.promise;
    if (value instanceof Response) outcomes.response = value;
    else outcomes.settled.set(waiting.key, value as ComponentChildren);
    if (outcomes.response !== null) return { html, sink };
  }
}

function renderWith(sink: PageSink, node: VNode): string {
  const outer = rendering.sink;
  rendering.sink = sink;
  try {
    return renderToString(node);
  } finally {
    rendering.sink = outer;
  }
}

function Nothing(): null {
  return null;
}

/** The props of a page or layout, taken from the context. */
export function pageProps(
  ctx: Context<unknown>,
  data: unknown,
  Component: PageProps["Component"] = Nothing,
): PageProps {
  const { config, url, req, params, info, state, error, route, isPartial } = ctx;
  return { config, url, req, params, info, state, error, route, isPartial, data, Component };
}

function surround(
  ctx: Context<unknown>,
  page: VNode,
  around: Surroundings,
  config: LayoutConfig,
  outcomes: Outcomes,
): { content: VNode; app: AnyPage | null } {
  let content = page;
  let app = config.skipAppWrapper ? null : around.app;
  const layouts = config.skipInheritedLayouts ? [] : around.layouts;
  for (const layout of layouts.toReversed()) {
    const inner = content;
    const props = pageProps(ctx, ctx.data, () => inner);
    content = settle(layout.component, props, outcomes);
    if (layout.config.skipAppWrapper) app = null;
    if (layout.config.skipInheritedLayouts) break;
  }
  return { content, app };
}

function shell(body: VNode): VNode {
  return h(
    "html",
    null,
    h("head", null, h("meta", { charset: "utf-8" })),
    h("body", null, body),
  );
}

/** A page as an element: call it with the props that `pageProps` makes. */
export type PageSource = VNode | { component: AnyPage; data: unknown };

/**
 * Renders `page` within its surroundings. Content is rendered before the wrapper, so that `<Head>` works;
 * scripts are external modules only and props are inert JSON, so that `script-src 'self'` is enough.
 */
export async function renderPage(
  ctx: Context<unknown>,
  page: PageSource | null,
  around: Surroundings,
  init: ResponseInit,
  config: LayoutConfig,
): Promise<Response> {
  const outcomes: Outcomes = { settled: new Map(), waiting: null, response: null };
  const element = page !== null && "component" in page
    ? settle(page.component, pageProps(ctx, page.data), outcomes)
    : page ?? h(Fragment, null);
  const { content, app } = surround(ctx, element, around, config, outcomes);
  const inner = await renderSettled(ctx, content, outcomes, () => newSink(ctx.config));
  if (outcomes.response !== null) return outcomes.response;

  const body = rawHtml(inner.html);
  const document = app === null
    ? bare(inner.html, body)
    : settle(app, pageProps(ctx, ctx.data, () => body), outcomes);
  const { html, sink } = await renderSettled(ctx, document, outcomes, () => ({
    ...inner.sink,
    islands: new Set(inner.sink.islands),
    props: [...inner.sink.props],
  }));
  if (outcomes.response !== null) return outcomes.response;
  return respond(ctx.config, html, sink, init);
}

/** Without an app wrapper, a page that is a whole document stays as it is. */
function bare(html: string, body: VNode): VNode {
  return /^\s*<html[\s>]/i.test(html) ? body : shell(body);
}

function respond(
  config: ResolvedFreshConfig,
  html: string,
  sink: PageSink,
  init: ResponseInit,
): Response {
  const { links } = assetsOf(config, sink.islands);
  // The body prints the scripts itself, unless it was not made of elements.
  const content = sink.closed ? html : beforeEndOfBody(html, scriptsOf(config, sink));
  const document = `<!DOCTYPE html>${content}`;
  if (config.pageResponse !== undefined) {
    const headers = headersOf(init, links);
    return config.pageResponse(document, { status: init.status ?? 200, headers });
  }
  const headers = new Headers(init.headers);
  headers.set("content-type", HTML);
  if (links !== "") headers.append("link", links);
  return new Response(document, { ...init, headers });
}

const HTML = "text/html; charset=utf-8";

function headersOf(init: ResponseInit, links: string): Record<string, string> {
  const headers: Record<string, string> = { "content-type": HTML };
  if (links !== "") headers.link = links;
  if (init.headers === undefined) return headers;
  for (const [name, value] of new Headers(init.headers)) {
    if (name === "content-type") continue;
    headers[name] = name === "link" && links !== "" ? `${value}, ${links}` : value;
  }
  return headers;
}

function beforeEndOfBody(html: string, addition: string): string {
  if (addition === "") return html;
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + addition : html.slice(0, end) + addition + html.slice(end);
}

/** What starts the islands of a page. */
interface Assets {
  /** Script elements. */
  readonly tags: string;
  /** Value of the header that has them loaded early. */
  readonly links: string;
}

const NO_ASSETS: Assets = { tags: "", links: "" };
/** Pages have a handful of sets of islands between them. */
const known = new WeakMap<Manifest, Map<string, Assets>>();
const MAX_KNOWN = 100;

function assetsOf(config: ResolvedFreshConfig, islands: ReadonlySet<string>): Assets {
  const manifest = projectOf(config)?.manifest;
  if (manifest === undefined || islands.size === 0) return NO_ASSETS;
  let ofManifest = known.get(manifest);
  if (ofManifest === undefined) known.set(manifest, ofManifest = new Map());
  const key = `${config.basePath} ${[...islands].join(" ")}`;
  let assets = ofManifest.get(key);
  if (assets === undefined) {
    assets = makeAssets(config, manifest, islands);
    if (ofManifest.size < MAX_KNOWN) ofManifest.set(key, assets);
  }
  return assets;
}

function makeAssets(
  config: ResolvedFreshConfig,
  manifest: Manifest,
  islands: ReadonlySet<string>,
): Assets {
  const entries = new Set<string>();
  const preloads = new Set<string>();
  for (const name of islands) {
    const script = manifest.scripts[name.split("#")[0]!];
    if (script === undefined) continue;
    entries.add(config.basePath + script.entry);
    for (const url of [script.entry, ...script.chunks]) preloads.add(config.basePath + url);
  }
  const tags = Array.from(entries, (url) => `<script type="module" src="${url}"></script>`);
  const links = Array.from(preloads, (url) => `<${url}>; rel=modulepreload`);
  return { tags: tags.join(""), links: links.join(", ") };
}

function scriptsOf(config: ResolvedFreshConfig, sink: PageSink): string {
  const { tags } = assetsOf(config, sink.islands);
  if (tags === "") return "";
  const props = jsonForScript(sink.props);
  return `<script type="application/json" id="fresh-props">${props}</script>${tags}`;
}
