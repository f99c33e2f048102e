/**
 * What stands before every handler: limits, host and method checks, security headers, count of requests
 * in progress, the log line. A handler that answers at once is not made to wait by any of it.
 *
 * @module
 */
import type { Clock } from "../time/mod.ts";
import type { Log } from "../observe/log.ts";
import { clientAddress, trustedProxies } from "./client_address.ts";
import { type Problem, problemResponse } from "./problem.ts";
import { secured } from "./security_headers.ts";

/** Longest address, longest body, in characters and bytes. */
export const MAX_URL_LENGTH = 2048;
export const MAX_BODY_BYTES = 64 * 1024;
const SLOW_SECONDS = 1;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What `Deno.serve` says of a connection. */
export interface ConnectionInfo {
  readonly remoteAddr: { readonly transport: string };
}
/** A handler as `Deno.serve` takes it. */
export type Handler = (
  request: Request,
  info: ConnectionInfo,
) => Response | Promise<Response>;

/** Limits and helpers of the front. */
export interface FrontOptions {
  readonly log: Log;
  readonly clock: Clock;
  readonly maxInFlight: number;
  /** Addresses and ranges whose `X-Forwarded-For` and `X-Request-Id` are believed. */
  readonly trustProxy: readonly string[];
  /** Hosts that are answered for; empty for any. */
  readonly allowedHosts: readonly string[];
  readonly accessLog: "problems" | "all" | "none";
  /** Counts an answer of the front itself: a refusal or a failure. */
  readonly observe: (route: string, method: string, status: number, seconds: number) => void;
}

const PREFIX = crypto.getRandomValues(new Uint8Array(6)).toHex();
let issued = 0;

/** `handler` behind the checks. */
export function createFront(handler: Handler, options: FrontOptions): Handler {
  const trusted = trustedProxies(options.trustProxy);
  const hosts = new Set(options.allowedHosts.map((host) => host.toLowerCase()));
  let inFlight = 0;

  function finish(
    request: Request,
    info: ConnectionInfo,
    response: Response,
    started: number,
  ): Response {
    const answer = secured(response);
    if (options.accessLog !== "none") logRequest(request, info, answer, started);
    return answer;
  }

  function logRequest(
    request: Request,
    info: ConnectionInfo,
    response: Response,
    started: number,
  ): void {
    const seconds = (performance.now() - started) / 1000;
    // 503 is the answer of readiness and of the limit on requests: counted, but no news for each request.
    const failed = response.status >= 500 && response.status !== 503;
    const problem = failed || seconds > SLOW_SECONDS;
    if (options.accessLog === "problems" && !problem) return;
    options.log[problem ? "warn" : "info"]("request", {
      requestId: response.headers.get("x-request-id"),
      method: request.method,
      path: new URL(request.url).pathname,
      status: response.status,
      seconds: Math.round(seconds * 1e6) / 1e6,
      client: clientAddress(peerOf(info), request.headers.get("x-forwarded-for"), trusted),
    });
  }

  function refuse(request: Request, info: ConnectionInfo, problem: Problem, started: number) {
    const response = problemResponse(problem, `${PREFIX}-${(++issued).toString(36)}`);
    const seconds = (performance.now() - started) / 1000;
    const method = METHODS.has(request.method) ? request.method : "other";
    options.observe("refused", method, response.status, seconds);
    return finish(request, info, response, started);
  }

  function fail(request: Request, info: ConnectionInfo, error: unknown, started: number) {
    options.log.error("a handler failed", { error, path: new URL(request.url).pathname });
    return refuse(request, info, {
      kind: "internalError",
      detail: "The service failed to answer this request. The failure has been logged.",
    }, started);
  }

  return (request, info) => {
    const started = performance.now();
    const problem = wrongWith(request, hosts);
    if (problem !== null) return refuse(request, info, problem, started);
    if (inFlight >= options.maxInFlight) return refuse(request, info, BUSY, started);
    let response: Response | Promise<Response>;
    try {
      response = handler(request, info);
    } catch (error) {
      return fail(request, info, error, started);
    }
    if (response instanceof Response) return finish(request, info, response, started);
    inFlight++;
    return response.then(
      (answer) => finish(request, info, answer, started),
      (error) => fail(request, info, error, started),
    ).finally(() => inFlight--);
  };
}

const BUSY: Problem = {
  kind: "unavailable",
  detail: "Too many requests are in progress. Ask again in a second.",
  headers: { "retry-after": "1" },
};

function peerOf(info: ConnectionInfo): string {
  return (info.remoteAddr as { readonly hostname?: string }).hostname ?? "";
}

/** What is wrong with a request before anyone looks at what it wants; `null` for nothing. */
function wrongWith(request: Request, hosts: ReadonlySet<string>): Problem | null {
  if (!METHODS.has(request.method)) {
    return {
      kind: "methodNotAllowed",
      detail: `The method ${request.method.slice(0, 20)} is not offered anywhere here.`,
      headers: { allow: "GET, HEAD, OPTIONS" },
    };
  }
  if (request.url.length > MAX_URL_LENGTH) {
    return {
      kind: "uriTooLong",
      detail: `The address is longer than ${MAX_URL_LENGTH} characters.`,
    };
  }
  const host = hostOf(request);
  if (host === null) {
    return { kind: "invalidRequest", detail: "The request names no host (RFC 9112, 3.2)." };
  }
  if (hosts.size > 0 && !hosts.has(host.toLowerCase())) {
    return { kind: "misdirectedRequest", detail: "This service does not answer for that host." };
  }
  return wrongBody(request);
}

/**
 * The host that is asked for, with its port: `Host`, or `:authority` of HTTP/2 (RFC 9113, 8.3.1), which the server
 * puts into the URL and nowhere else; `null` for none. Where a request names neither the server puts `localhost`
 * there, so that over HTTP/2 this one name does not count without `Host`.
 */
function hostOf(request: Request): string | null {
  const named = request.headers.get("host");
  if (named !== null) return named;
  const { host, hostname } = new URL(request.url);
  return hostname === "localhost" ? null : host;
}

function wrongBody(request: Request): Problem | null {
  const length = request.headers.get("content-length");
  if (length !== null && Number(length) > MAX_BODY_BYTES) {
    return { kind: "bodyTooLarge", detail: `A body may have at most ${MAX_BODY_BYTES} bytes.` };
  }
  // Without a length the size is known only when it is too late.
  if (length === null && request.headers.get("transfer-encoding") !== null) {
    return { kind: "lengthRequired", detail: "A body needs its Content-Length." };
  }
  return null;
}
