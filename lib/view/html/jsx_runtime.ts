/**
 * What the JSX of `lib/view` is compiled to: text at once, instead of elements that are rendered later.
 *
 * A page has hundreds of elements; making an object of each and walking over them costs several times what
 * the text costs. `deno.json` puts this module in the place of `preact/jsx-runtime` for this folder alone
 * (`scopes`); the precompiling transform calls it. In the browser, and wherever this line of `deno.json` is
 * not read, the same files are compiled for Preact and mean the same.
 *
 * The price: a component of this folder is a function from props to markup. Hooks, state and context are for
 * islands; an element that is no component of ours (an island, `<input>` and others that are not
 * precompiled) stays an element and is rendered by Preact in its place.
 *
 * @module
 */
import { type ComponentChildren, type ComponentType, Fragment, h, type JSX as Jsx } from "preact";
import { escaped, Html, HtmlBuilder, htmlOf } from "./html.ts";

export { Fragment };
/** The types of elements and attributes are those of Preact. */
export type { Jsx as JSX };

type Props = Record<string, unknown> & { readonly children?: ComponentChildren };
/** A component of this folder. */
type Part = (props: Props) => ComponentChildren;

/** Templates and what stands between them: markup from the functions below, or elements. */
export function jsxTemplate(templates: readonly string[], ...between: readonly unknown[]): Html {
  let text = templates[0]!;
  for (let i = 0; i < between.length; i++) {
    const value = between[i];
    if (typeof value === "string") text += value + templates[i + 1]!;
    else if (value instanceof Html && value.rest === null) text += value.text + templates[i + 1]!;
    else return withHoles(text, templates, between, i);
  }
  return new Html(text);
}

function withHoles(
  before: string,
  templates: readonly string[],
  between: readonly unknown[],
  from: number,
): Html {
  const builder = new HtmlBuilder();
  builder.text(before);
  for (let i = from; i < between.length; i++) {
    const value = between[i];
    // Strings are markup here: they come from `jsxEscape` and `jsxAttr`.
    if (typeof value === "string") builder.text(value);
    else builder.child(value);
    builder.text(templates[i + 1]!);
  }
  return builder.end();
}

/** A dynamic child: escaped text, or markup. */
export function jsxEscape(value: unknown): string | Html {
  if (typeof value === "string") return escaped(value);
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "number") return String(value);
  if (value instanceof Html) return value.rest === null ? value.text : value;
  if (!Array.isArray(value)) return htmlOf(value as ComponentChildren);
  let text = "";
  for (const each of value) {
    if (!(each instanceof Html) || each.rest !== null) return htmlOf(value);
    text += each.text;
  }
  return text;
}

/** A dynamic attribute with its name, or nothing: `key` is none, `false` and `undefined` leave it out. */
export function jsxAttr(name: string, value: unknown): string {
  if (typeof value === "string") return name === "key" ? "" : `${name}="${escaped(value)}"`;
  if (value === true) return name;
  if (typeof value === "number" && name !== "key") return `${name}="${value}"`;
  return "";
}

/** An element that the transform leaves whole: a component is called, all others are left to Preact. */
export function jsx(type: string | ComponentType<Props>, props: Props, key?: string): unknown {
  if (type === Fragment) return htmlOf(props.children);
  if (typeof type === "function") return htmlOf((type as Part)(props));
  return h(type, key === undefined ? props : { ...props, key });
}

export { jsx as jsxs };
