/** The answer to whatever was thrown: the nearest error page, or a bare one when that fails too. @module */

import type { Context } from "./context.ts";
import { HttpError, MethodNotAllowed, reasonPhrase } from "./error.ts";
import { renderPage, type Surroundings } from "./render.ts";
import type { AnyHandler, AnyPage, LayoutConfig, PageResponse } from "./types.ts";

/** `_error`, `_404`, `_500`, or what `app.onError()` and `app.notFound()` were given. */
export interface ErrorPageSource {
  kind: "any" | "notFound" | "server";
  component: AnyPage | null;
  handler: AnyHandler | null;
  config: LayoutConfig;
}

/** An error page in its place. */
export interface ErrorPage extends ErrorPageSource {
  /** How deep it lies; the deepest that covers a request answers. */
  depth: number;
  surroundings: (ctx: Context<unknown>) => Surroundings;
}

/** The status an error is answered with: its own if it is an `HttpError` of 400 to 599, else 500. */
export function statusOf(error: unknown): number {
  if (error instanceof HttpError && error.status >= 400 && error.status <= 599) return error.status;
  return 500;
}

/** Answers `error`. Tries the nearest of `pages`, then those farther out, and ends in plain markup. */
export async function answerError(
  ctx: Context<unknown>,
  error: unknown,
  pages: readonly ErrorPage[],
  report: (error: unknown, request: Request) => void,
): Promise<Response> {
  ctx.error = error;
  const status = statusOf(error);
  if (status >= 500) report(error, ctx.req);
  for (const page of candidates(pages, status)) {
    try {
      return withAllow(await renderError(ctx, page, status), error);
    } catch (failure) {
      // The page of the error failed as well: say so, and try the next one out.
      report(failure, ctx.req);
    }
  }
  return withAllow(bareError(status), error);
}

/** Nearest first; in one place the page made for the status comes before the general one. */
function candidates(pages: readonly ErrorPage[], status: number): ErrorPage[] {
  const fits = (page: ErrorPage) =>
    page.kind === "any" || (page.kind === "notFound" ? status === 404 : status >= 500);
  const special = (page: ErrorPage) => page.kind === "any" ? 1 : 0;
  return pages.filter(fits).toReversed().sort((a, b) =>
    b.depth - a.depth || special(a) - special(b)
  );
}

async function renderError(
  ctx: Context<unknown>,
  page: ErrorPage,
  status: number,
): Promise<Response> {
  let given: PageResponse<unknown> = { data: undefined };
  const handler = typeof page.handler === "function" ? page.handler : page.handler?.GET;
  if (handler !== undefined) {
    const answer = await handler(ctx);
    if (answer instanceof Response) return answer;
    given = answer;
  }
  if (page.component === null) throw new TypeError("an error page without a component or Response");
  const source = { component: page.component, data: given.data };
  const init = { status: given.status ?? status, headers: given.headers };
  return await renderPage(ctx, source, page.surroundings(ctx), init, page.config);
}

/** Needs nothing that could fail, and tells nothing but the status. */
function bareError(status: number): Response {
  const title = `${status} ${reasonPhrase(status)}`;
  return new Response(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
      `<body><h1>${title}</h1></body></html>`,
    { status, headers: { "content-type": "text/html; charset=utf-8" } },
  );
}

function withAllow(response: Response, error: unknown): Response {
  if (error instanceof MethodNotAllowed) response.headers.set("allow", error.allow);
  return response;
}
