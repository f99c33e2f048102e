/**
 * Islands on the server. An element whose type is a known island is swapped for a boundary when it is
 * created (an async page creates its elements before any rendering starts), and the boundary prints the
 * island between two comments, which survive where a wrapper element would not: inside `<table>`.
 *
 * @module
 */

import { type Attributes, type ComponentType, Fragment, h, options, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { checkProps } from "./props_json.ts";
import { rendering, type RenderSink } from "./render_state.ts";

/** What one page collects while it is rendered. */
export interface PageSink extends RenderSink {
  /** Names of the islands met, and the props of each instance in order of appearance. */
  islands: Set<string>;
  props: Record<string, unknown>[];
  /** How many islands stand around what is being rendered: one within another is part of it. */
  depth: number;
  /** True once the end of the body has printed the scripts. */
  closed: boolean;
  /** The markup that starts the islands met so far. */
  scripts(sink: PageSink): string;
}

// deno-lint-ignore no-explicit-any -- props of any component
type AnyType = ComponentType<any>;
const names = new WeakMap<AnyType, string>();
let creatingPlain = false;

/** Creates an element that the hook below leaves alone. */
export function plain(
  type: AnyType | string,
  props: Attributes | null,
  ...children: unknown[]
): VNode {
  creatingPlain = true;
  try {
    return h(type as AnyType, props, ...children as never[]);
  } finally {
    creatingPlain = false;
  }
}

/** Raw markup as an element, by the public way that precompiled JSX uses. */
export function rawHtml(html: string): VNode {
  return jsxTemplate([html]) as VNode;
}

/** Name of an export of `islands/<stem>`: the stem for the default export, else `stem#Export`. */
export function islandName(stem: string, exportName: string): string {
  return exportName === "default" ? stem : `${stem}#${exportName}`;
}

/** Makes every component that a file in `islands/` exports an island. */
export function registerIslands(stem: string, module: Record<string, unknown>): void {
  for (const [exportName, value] of Object.entries(module)) {
    if (typeof value === "function") names.set(value as AnyType, islandName(stem, exportName));
  }
}

function Boundary({ type, props, name }: { type: AnyType; props: object; name: string }): VNode {
  const sink = rendering.sink as PageSink | null;
  if (sink === null || sink.depth > 0) return plain(type, props);
  checkProps(name, props as Record<string, unknown>);
  sink.islands.add(name);
  const index = sink.props.push(props as Record<string, unknown>) - 1;
  return h(
    Fragment,
    null,
    rawHtml(`<!--i:${name}:${index}-->`),
    h(Step, { sink, by: 1 }),
    plain(type, props),
    h(Step, { sink, by: -1 }),
    rawHtml("<!--/i-->"),
  );
}

/**
 * Prints nothing; counts islands on the way in and out. Elements are rendered in the order of the document,
 * and a context would cost a provider whose page stays in memory until the next full collection.
 */
function Step({ sink, by }: { sink: PageSink; by: number }): null {
  sink.depth += by;
  return null;
}

/** Prints `<head>` with the children of every `<Head>` of the page; its own are dropped where overridden. */
function HeadSlot(props: Record<string, unknown>): VNode {
  const collected = flatten((rendering.sink?.head ?? []) as unknown[]);
  const own = flatten([props.children]);
  const { children: _children, ...attributes } = props;
  return plain("head", attributes, ...withoutDuplicates([...own, ...collected]));
}

/**
 * Prints `<body>` with the scripts of the page at its end. By then all islands have been met: elements are
 * rendered in the order of the document.
 */
function BodySlot(props: Record<string, unknown>): VNode {
  const { children, ...attributes } = props;
  return plain("body", attributes, children, h(Scripts, null));
}

function Scripts(): VNode | null {
  const sink = rendering.sink as PageSink | null;
  if (sink === null) return null;
  sink.closed = true;
  const html = sink.scripts(sink);
  return html === "" ? null : rawHtml(html);
}

function flatten(children: unknown[]): unknown[] {
  return children.flat(Infinity).flatMap((child) =>
    isElement(child) && child.type === Fragment ? flatten([child.props.children]) : [child]
  );
}

function isElement(value: unknown): value is VNode<Record<string, unknown>> {
  return typeof value === "object" && value !== null && "type" in value && "props" in value;
}

/** What two head elements share when the later one replaces the earlier: title, key, id, or meta name. */
function headIdentity(child: unknown): string | null {
  if (!isElement(child)) return null;
  if (child.type === "title") return "title";
  if (child.key !== null && child.key !== undefined) return `key:${child.key}`;
  if (typeof child.props.id === "string") return `id:${child.props.id}`;
  if (child.type === "meta" && typeof child.props.name === "string") {
    return `meta:${child.props.name}`;
  }
  return null;
}

function withoutDuplicates(children: unknown[]): unknown[] {
  const last = new Map<string, number>();
  const identities = children.map(headIdentity);
  for (const [index, identity] of identities.entries()) {
    if (identity !== null) last.set(identity, index);
  }
  return children.filter((_, index) => {
    const identity = identities[index];
    return identity === null || identity === undefined || last.get(identity) === index;
  });
}

const previousHook = options.vnode;
options.vnode = (vnode) => {
  if (!creatingPlain) {
    const type = vnode.type as AnyType | string;
    if (typeof type === "function") {
      const name = names.get(type);
      if (name !== undefined) {
        vnode.type = Boundary as AnyType;
        const { props } = vnode;
        vnode.props = { type, props, name } as unknown as typeof props;
      }
    } else if (type === "head") vnode.type = HeadSlot as AnyType;
    else if (type === "body") vnode.type = BodySlot as AnyType;
  }
  previousHook?.(vnode);
};

/** Names of Preact's hooks and fields as its build shortens them. */
interface PreactInternals {
  /** Called before a component is rendered. */
  __r?: (vnode: { __c?: { __f?: boolean } }) => void;
}

/**
 * `useState` gives each component functions for updates to come, once. On the server none come, and the
 * functions keep the whole page in memory until the next full collection: a page then costs twice its time.
 */
const internals = options as unknown as PreactInternals;
const previousRender = internals.__r;
internals.__r = (vnode) => {
  if (rendering.sink !== null && vnode.__c !== undefined) vnode.__c.__f = true;
  previousRender?.(vnode);
};
