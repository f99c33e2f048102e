/** Middlewares and a handler, put together once at start into one function. @module */

import type { Context } from "./context.ts";
import type { AnyMiddleware } from "./types.ts";

type Answer = Response | Promise<Response>;
export type Run = (ctx: Context<unknown>) => Answer;
/** Turns what was thrown into a response; must not throw. */
export type Rescue = (ctx: Context<unknown>, error: unknown) => Answer;

/**
 * One function for a whole chain. A failure becomes its error page where it happens, so every middleware
 * outside of it sees a response and can put its headers on it, whatever the status.
 */
export function compose(middlewares: readonly AnyMiddleware[], last: Run, rescue: Rescue): Run {
  const innermost = guard(last, rescue);
  let run = middlewares.length === 0 ? innermost : withOpenHeaders(innermost);
  for (const middleware of middlewares.toReversed()) {
    const inner = run;
    run = guard((ctx) => {
      ctx.next = () => Promise.resolve(inner(ctx));
      return middleware(ctx);
    }, rescue);
  }
  return run;
}

function guard(step: Run, rescue: Rescue): Run {
  return (ctx) => {
    try {
      const answer = step(ctx);
      if (answer instanceof Response) return answer;
      if (answer instanceof Promise) {
        return answer.then(
          (settled) => settled instanceof Response ? settled : rescue(ctx, noResponse(settled)),
          (error) => rescue(ctx, error),
        );
      }
      return rescue(ctx, noResponse(answer));
    } catch (error) {
      return rescue(ctx, error);
    }
  };
}

function noResponse(value: unknown): TypeError {
  return new TypeError(`a handler or middleware returned ${typeof value} instead of a Response`);
}

/**
 * Headers of `Response.redirect()` and of answers to `fetch()` are immutable, and a middleware that sets one
 * would fail: such responses are copied. All others pass through as they are.
 */
function withOpenHeaders(run: Run): Run {
  return (ctx) => {
    const answer = run(ctx);
    return answer instanceof Promise ? answer.then(openHeaders) : openHeaders(answer);
  };
}

function openHeaders(response: Response): Response {
  const maybeImmutable = response.url !== "" || (response.status >= 300 && response.status < 400);
  return maybeImmutable ? new Response(response.body, response) : response;
}
