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
  for (const { pieces, optional } of stretchesOf(template)) {
    if (!optional || isThere(pieces, params)) out += substitute(pieces, params);
  }
  return out;
}

/** A stretch of a message: text and names by turns, beginning with text. */
interface Stretch {
  readonly pieces: readonly string[];
  /** Stood in `[…]`. */
  readonly optional: boolean;
}

/** Messages cut into stretches, each once: a page is made of dozens, and there are some hundreds. */
const cut = new Map<string, readonly Stretch[]>();

function stretchesOf(template: string): readonly Stretch[] {
  let stretches = cut.get(template);
  if (stretches === undefined) {
    stretches = template.split(/\[([^\]]*)\]/).map((part, i) => ({
      pieces: part.split(/\{(\w+)\}/),
      optional: i % 2 === 1,
    }));
    cut.set(template, stretches);
  }
  return stretches;
}

/** Whether every value that `template` wants outside of `[…]` is there. */
export function isComplete(template: string, params: Params): boolean {
  return namesIn(template.replace(/\[[^\]]*\]/g, "")).every((name) => params[name]);
}

function isThere(pieces: readonly string[], params: Params): boolean {
  for (let i = 1; i < pieces.length; i += 2) if (!params[pieces[i]!]) return false;
  return true;
}

function substitute(pieces: readonly string[], params: Params): string {
  let text = pieces[0]!;
  for (let i = 1; i < pieces.length; i += 2) {
    text += (params[pieces[i]!] || "?") + pieces[i + 1]!;
  }
  return text;
}

/** Names of the values that a message wants. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}
