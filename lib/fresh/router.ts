/**
 * Finds the route of a path with Hono's routers. Hono's `Context` and middleware adapter stay out: they cost
 * more than the rest of a small answer, answer HEAD with `content-length: 0`, and copy headers on the way.
 *
 * @module
 */

import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import { bySpecificity, honoPaths, type Pattern, readParams } from "./pattern.ts";

export type Match<T> =
  | { kind: "found"; value: T; pattern: Pattern; params: Record<string, string> }
  | { kind: "malformed" }
  | { kind: "none" };

const NONE = { kind: "none" } as const;
const MALFORMED = { kind: "malformed" } as const;

/** Routes by path alone: what a method may do there is the route's own business (405 needs to know both). */
export class PathRouter<T> {
  readonly #router: SmartRouter<{ pattern: Pattern; value: T }>;

  constructor(routes: readonly { pattern: Pattern; value: T }[]) {
    this.#router = new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
    const sorted = routes.toSorted((a, b) => bySpecificity(a.pattern, b.pattern));
    for (const route of sorted) {
      for (const path of honoPaths(route.pattern)) this.#router.add("ALL", path, route);
    }
  }

  /** The most exact route of a path (as sent, still percent-encoded). */
  match(path: string): Match<T> {
    const [handlers, stash] = this.#router.match("ALL", path) as [
      [{ pattern: Pattern; value: T }, Record<string, number | string>][],
      string[] | undefined,
    ];
    const first = handlers[0];
    if (first === undefined) return NONE;
    const [{ pattern, value }, captures] = first;
    const params = readParams(pattern, (index) => {
      const capture = captures[`p${index}`];
      return typeof capture === "number" ? stash?.[capture] : capture;
    });
    return params === null ? MALFORMED : { kind: "found", value, pattern, params };
  }
}
