/**
 * One request on its way through the API.
 *
 * @module
 */
import type { Problem } from "../lib/http/problem.ts";
import { problemResponse } from "../lib/http/problem.ts";
import { COMMON_HEADERS } from "./encoded.ts";

/** A request with what is known of it. */
export interface Exchange {
  readonly request: Request;
  readonly requestId: string;
  /** Path with query, as sent. */
  readonly target: string;
  /** The template of the route once it is found: the label of metrics. */
  route: string;
}

/** Answers with a problem. */
export function refuse(exchange: Exchange, problem: Problem): Response {
  const response = problemResponse(problem, exchange.requestId, COMMON_HEADERS);
  // HEAD is GET without the body, errors included.
  return exchange.request.method === "HEAD" ? new Response(null, response) : response;
}

/** Refuses a method that the resource does not have. */
export function refuseMethod(exchange: Exchange, allowed: readonly string[]): Response {
  const allow = allowed.join(", ");
  return refuse(exchange, {
    kind: "methodNotAllowed",
    detail: `This resource can be asked with ${allow}.`,
    headers: { allow },
  });
}

/** Answers OPTIONS: what is allowed, for people and for a browser's CORS preflight alike. */
export function answerOptions(exchange: Exchange, allowed: readonly string[]): Response {
  const allow = allowed.join(", ");
  return new Response(null, {
    status: 204,
    headers: {
      ...COMMON_HEADERS,
      allow,
      "access-control-allow-methods": allow,
      "access-control-allow-headers": "Accept, Content-Type, If-None-Match, X-Request-Id",
      "access-control-max-age": "86400",
      "cache-control": "public, max-age=86400",
      "x-request-id": exchange.requestId,
    },
  });
}
