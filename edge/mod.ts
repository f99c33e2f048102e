/**
 * The API: pure handlers from `Request` to `Response` under `/api`, with health and metrics beside it.
 *
 * @module
 */
import type { Problem } from "../lib/http/problem.ts";
import type { ApiOptions } from "./context.ts";
import { type EncodedAnswer, isStillTrue, respondWith } from "./encoded.ts";
import { type Exchange, refuse } from "./exchange.ts";
import { answerHealth, answerReady, readOnly } from "./health.ts";
import { HotAnswers } from "./hot_answers.ts";
import { answerMetrics } from "./metrics.ts";
import { answerDecode } from "./decode.ts";
import { describeRoutes } from "./docs.ts";
import { answerHistory, HISTORY_PATH } from "./history.ts";
import { readRequest, readResource } from "./read.ts";
import { requestIdOf } from "./request_id.ts";
import type { ReadResource } from "./resource.ts";
import { READ_RESOURCES } from "./resources.ts";
import { createRouter, type Route } from "./router.ts";
import { MAX_URL_LENGTH, searchOf } from "./validate.ts";

export type { ApiInfo, ApiLog, ApiMetrics, ApiOptions, Readiness } from "./context.ts";

/** The API as something that answers requests. */
export interface Api {
  /** Answers any request; never throws, never rejects. */
  fetch(request: Request): Response | Promise<Response>;
}

/** Encoded answers held: one for each of some ten thousand stations and formats, 64 MB at most. */
const MAX_HOT_ANSWERS = 16_384;
const MAX_HOT_BYTES = 16 * 1024 * 1024;
/** An `Accept` longer than this is answered, but not remembered. */
const MAX_KEPT_ACCEPT = 200;

/** Path and query of a URL, without looking at the rest of it. */
function targetOf(url: string): string {
  const at = url.indexOf("/", url.indexOf("//") + 2);
  return at < 0 ? "/" : url.slice(at);
}

/**
 * Makes the API.
 *
 * @example
 * ```ts ignore
 * const api = createApi({ reports, clock, info: { title: "Aviation Weather", version: "0.1.0" } });
 * const response = await api.fetch(new Request("http://localhost/api/v1/metar/KJFK"));
 * ```
 */
export function createApi(options: ApiOptions): Api {
  const hot = new HotAnswers<EncodedAnswer>(MAX_HOT_ANSWERS, MAX_HOT_BYTES);
  const { metrics, log } = options;
  const { world } = options.reports;

  const onFault = (error: unknown, exchange: Exchange) =>
    log?.error("a request failed", {
      requestId: exchange.requestId,
      route: exchange.route,
      error,
    });

  function keyOf(exchange: Exchange): string | null {
    const accept = exchange.request.headers.get("accept") ?? "";
    return accept.length > MAX_KEPT_ACCEPT ? null : `${exchange.target}\n${accept}`;
  }

  function answerRead(
    resource: ReadResource,
    route: string,
    exchange: Exchange,
    params: Readonly<Record<string, string>>,
  ): Response | Promise<Response> {
    const respond = (answer: EncodedAnswer | Problem) => {
      if ("kind" in answer) return refuse(exchange, answer);
      const key = keyOf(exchange);
      if (key !== null && answer.until > answer.from) hot.set(key, answer);
      return respondWith(answer, exchange.request, exchange.requestId);
    };
    return readOnly<Response | Promise<Response>>(exchange, () => {
      const { request, target } = exchange;
      const input = readRequest(resource, {
        params,
        search: searchOf(target),
        accept: request.headers.get("accept"),
      });
      if ("kind" in input) return refuse(exchange, input);
      const waited = resource.wait?.(input, exchange, options) ?? null;
      if (waited !== null) return waited;
      const answer = readResource(resource, options, input, route);
      return answer instanceof Promise ? answer.then(respond) : respond(answer);
    });
  }

  const routes: Route[] = READ_RESOURCES.map((resource) => {
    const path = `/api${resource.path}`;
    return {
      path,
      handler: (exchange, params) => answerRead(resource, path, exchange, params),
    };
  });
  routes.push({
    path: "/api/v1/decode",
    handler: (exchange) => answerDecode(exchange, options),
  });
  routes.push({
    path: HISTORY_PATH,
    handler: (exchange, params) => answerHistory(exchange, params, options),
  });
  for (const path of ["/api/health", "/health", "/healthz"]) {
    routes.push({ path, handler: answerHealth });
  }
  for (const path of ["/api/ready", "/readyz"]) {
    routes.push({ path, handler: (exchange) => answerReady(exchange, options) });
  }
  if (options.serveMetrics ?? true) {
    for (const path of ["/api/metrics", "/metrics"]) {
      routes.push({ path, handler: (exchange) => answerMetrics(exchange, options) });
    }
  }
  routes.push(...describeRoutes(options.info));
  const route = createRouter(routes, onFault);

  function dispatch(exchange: Exchange): Response | Promise<Response> {
    if (exchange.target.length > MAX_URL_LENGTH) {
      return refuse(exchange, {
        kind: "uriTooLong",
        detail:
          `Path and query may have ${MAX_URL_LENGTH} characters; these have ${exchange.target.length}.`,
      });
    }
    return route(exchange);
  }

  function count(name: string, method: string, status: number, started: number): void {
    metrics?.requests.observe(name, method, status, (performance.now() - started) / 1000);
  }

  async function finish(
    exchange: Exchange,
    response: Response | Promise<Response>,
    started: number,
  ): Promise<Response> {
    const done = await response;
    count(
      exchange.route,
      METHODS.has(exchange.request.method) ? exchange.request.method : "other",
      done.status,
      started,
    );
    return done;
  }

  /** The answer kept for this request, if it is still true: no router, no parsing. */
  function fromMemory(exchange: Exchange): EncodedAnswer | null {
    const key = keyOf(exchange);
    const kept = key === null ? undefined : hot.get(key);
    return kept !== undefined && isStillTrue(kept, world, options.reports.now()) ? kept : null;
  }

  return {
    fetch(request) {
      const started = performance.now();
      const { method } = request;
      const exchange: Exchange = {
        request,
        requestId: requestIdOf(request),
        target: targetOf(request.url),
        route: "unknown",
      };
      if (method === "GET" || method === "HEAD") {
        const kept = fromMemory(exchange);
        metrics?.cache("answer", kept !== null);
        if (kept !== null) {
          const response = respondWith(kept, request, exchange.requestId);
          count(kept.route, method, response.status, started);
          return response;
        }
      }
      return finish(exchange, dispatch(exchange), started);
    },
  };
}

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
