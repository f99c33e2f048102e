/** Options of an app. @module */

import type { Context } from "./context.ts";

/** What the public Fresh 2 API knows as configuration. */
export interface FreshConfig {
  /** Path under which the whole app is served, such as `/weather`; empty for the root of the host. */
  basePath?: string;
}

/** `FreshConfig` with what this layer adds; the real package ignores the additions. */
export interface AppOptions extends FreshConfig {
  /**
   * Believe `X-Forwarded-Proto` and `X-Forwarded-Host` when building `ctx.url`. Only behind a proxy that
   * overwrites both: a client could otherwise choose the host that absolute links point to.
   */
  trustProxy?: boolean;
  /** What pages see as `config.mode`; `production` unless said otherwise. */
  mode?: "development" | "production";
  /** Called once for each error answered with a status of 500 or more. Default: `console.error`. */
  reportError?: (error: unknown, request: Request) => void;
  /** Makes the answer of a rendered page, in place of `new Response(html, init)`. */
  pageResponse?: (html: string, init: PageInit) => Response;
  /**
   * Called right before each rendering of a page or its wrapper, which nothing then interrupts: the place to
   * set what components read without a context.
   */
  // deno-lint-ignore no-explicit-any -- the state of any app
  beforeRender?: (ctx: Context<any>) => void;
}

/** Status and headers of a rendered page; names of headers in lower case. */
export interface PageInit {
  readonly status: number;
  readonly headers: Record<string, string>;
}

/** The options in force, as `ctx.config` shows them. */
export interface ResolvedFreshConfig {
  readonly basePath: string;
  readonly mode: "development" | "production";
  readonly root: string;
  readonly trustProxy: boolean;
  readonly pageResponse?: (html: string, init: PageInit) => Response;
  // deno-lint-ignore no-explicit-any -- the state of any app
  readonly beforeRender?: (ctx: Context<any>) => void;
}

/** Brings a base path into the form `""` or `/a/b`; throws a `TypeError` on anything that is not a path. */
export function normalizeBasePath(basePath = ""): string {
  const trimmed = basePath.replace(/\/+$/, "");
  if (trimmed === "") return "";
  if (!/^(\/[A-Za-z0-9._~-]+)+$/.test(trimmed)) {
    throw new TypeError(
      `basePath must be empty or like "/weather", not ${JSON.stringify(basePath)}`,
    );
  }
  return trimmed;
}
