/**
 * Whether the process lives, and whether it should get traffic.
 *
 * @module
 */
import type { ApiOptions, Readiness } from "./context.ts";
import { answerOptions, type Exchange, refuseMethod } from "./exchange.ts";
import { COMMON_HEADERS } from "./encoded.ts";

const METHODS = ["GET", "HEAD", "OPTIONS"];

/** A small answer that no cache keeps. */
export function answerNow(
  exchange: Exchange,
  status: number,
  contentType: string,
  text: string,
): Response {
  const body = new TextEncoder().encode(text);
  return new Response(exchange.request.method === "HEAD" ? null : body, {
    status,
    headers: {
      ...COMMON_HEADERS,
      "content-type": contentType,
      "content-length": String(body.byteLength),
      "cache-control": "no-store",
      "x-request-id": exchange.requestId,
    },
  });
}

/** Liveness: touches nothing, so that a sick dependency never gets a healthy process killed. */
export function answerHealth(exchange: Exchange): Response {
  return readOnly(
    exchange,
    () => answerNow(exchange, 200, "application/json; charset=utf-8", '{"status":"ok"}\n'),
  );
}

/** From what is held, where no health checks are handed in: without any report there is nothing to serve. */
function readinessOfReports({ reports }: ApiOptions): Readiness {
  const holds = !reports.world.stationIds()[Symbol.iterator]().next().done;
  return {
    ready: holds,
    parts: [
      holds ? { name: "reports", state: "ok" } : {
        name: "reports",
        state: "failed",
        detail: "no report is held yet",
      },
    ],
  };
}

/** Readiness: each part as its background check last found it; asks none of them. */
export function answerReady(exchange: Exchange, api: ApiOptions): Response {
  return readOnly(exchange, () => {
    const { ready, parts } = api.readiness?.() ?? readinessOfReports(api);
    const text = JSON.stringify({ ready, parts }) + "\n";
    return answerNow(exchange, ready ? 200 : 503, "application/json; charset=utf-8", text);
  });
}

/** Lets GET and HEAD through to `answer`, answers OPTIONS and refuses the rest. */
export function readOnly<R extends Response | Promise<Response>>(
  exchange: Exchange,
  answer: () => R,
): R | Response {
  const { method } = exchange.request;
  if (method === "GET" || method === "HEAD") return answer();
  return method === "OPTIONS" ? answerOptions(exchange, METHODS) : refuseMethod(exchange, METHODS);
}
