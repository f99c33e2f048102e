/**
 * From a path to its resource. Routing and the parameters of paths are Hono's; what Hono does not
 * decide — 405 with `Allow`, unknown paths, faults — is decided here.
 *
 * @module
 */
import { type Context, Hono } from "hono";
import { type Exchange, refuse } from "./exchange.ts";

/** Answers an exchange whose path led here. `params` are those of the path, decoded. */
export type Handler = (
  exchange: Exchange,
  params: Readonly<Record<string, string>>,
) => Response | Promise<Response>;

/** A path with braces, as OpenAPI writes it, and its handler. */
export interface Route {
  readonly path: string;
  readonly handler: Handler;
  /** Not named to those who ask for a path that does not exist. */
  readonly unlisted?: true;
}

type Bindings = { Bindings: Exchange };

/** `/metar/{ids}` in Hono's own way of writing: `/metar/:ids`. */
function toHonoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** Makes the dispatcher of `routes`. `onFault` is told of errors that a handler throws. */
export function createRouter(
  routes: readonly Route[],
  onFault: (error: unknown, exchange: Exchange) => void,
): (exchange: Exchange) => Response | Promise<Response> {
  const app = new Hono<Bindings>({ strict: true });
  for (const { path, handler } of routes) {
    app.all(toHonoPath(path), (context: Context<Bindings>) => {
      context.env.route = path;
      return handler(context.env, context.req.param() as Record<string, string>);
    });
  }
  const known = routes.filter((one) => !one.unlisted).map(({ path }) => path);
  app.notFound((context) =>
    refuse(context.env, {
      kind: "pathNotFound",
      detail: `There is nothing at this path. The resources are ${known.join(", ")}.`,
      errors: [{ in: "path", detail: "The path leads to no resource.", accepted: known }],
    })
  );
  app.onError((error, context) => {
    onFault(error, context.env);
    return refuse(context.env, {
      kind: "internalError",
      detail: "The request could not be answered. The fault is logged with this request's id.",
    });
  });
  return (exchange) => app.fetch(exchange.request, exchange);
}
