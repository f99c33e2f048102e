/**
 * Filling in messages: `{name}` is replaced; a part in `[…]` falls away where one of its values is missing.
 *
 * @module
 */

/** Values for a message; `undefined` and the empty text are missing. */
export type Params = Readonly<Record<string, string | undefined>>;

/**
 * `template` with `params` filled in. A missing value outside of `[…]` becomes `?`, so that a hole is seen.
 *
 * @example
 * ```ts
 * import { fill } from "./fill.ts";
 * import assert from "node:assert/strict";
 * assert.equal(fill("Wind {speed}[, gusting {gust}].", { speed: "5 kt" }), "Wind 5 kt.");
 * ```
 */
export function fill(template: string, params: Params = {}): string {
  let out = "";
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf("[", at);
    if (open < 0) return out + substitute(template.slice(at), params);
    const close = template.indexOf("]", open);
    out += substitute(template.slice(at, open), params);
    const part = template.slice(open + 1, close);
    if (namesIn(part).every((name) => params[name])) out += substitute(part, params);
    at = close + 1;
  }
  return out;
}

/** Whether every value that `template` wants outside of `[…]` is there. */
export function isComplete(template: string, params: Params): boolean {
  return namesIn(template.replace(/\[[^\]]*\]/g, "")).every((name) => params[name]);
}

function substitute(part: string, params: Params): string {
  return part.replace(/\{(\w+)\}/g, (_, name: string) => params[name] || "?");
}

/** Names of the values that a message wants. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}
