/**
 * The one client for outgoing requests: one deadline over connect, headers and body, a cap on the bytes
 * read, no redirects, an honest User-Agent, retries with jitter, a breaker for each endpoint.
 *
 * @module
 */
import type { Clock } from "../time/mod.ts";
import { Breaker } from "./breaker.ts";
import { retryAfterMs, retryDelayMs } from "./retry.ts";

/** What went wrong, for metrics and for the decision to try again. */
export type FaultKind =
  | "connect"
  | "timeout"
  | "redirect"
  | "clientError"
  | "forbidden"
  | "tooManyRequests"
  | "serverError"
  | "tooLarge"
  | "damaged"
  | "wrongContent"
  | "breakerOpen";

/** An outgoing call that failed, as a value. */
export interface Fault {
  readonly kind: "fault";
  readonly fault: FaultKind;
  /** HTTP status, or `null` where none was received. */
  readonly status: number | null;
  /** For an operator: what happened, without secrets. */
  readonly reason: string;
  /** How long the provider wants to be left alone. */
  readonly retryAfterMs: number | null;
}

/** Validators of the last accepted answer. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came back. `T` is what the reader made of the body. */
export type Outcome<T> =
  | {
    readonly kind: "ok";
    readonly value: T;
    readonly headers: Headers;
    readonly validators: Validators;
  }
  /** 304: what is known is still right. */
  | { readonly kind: "notModified" }
  /** 204: a valid question with nothing to tell. Not an outage. */
  | { readonly kind: "empty"; readonly headers: Headers }
  | Fault;

/** Thrown by a reader of a body to refuse it: the only exception that is part of the contract. */
export class BodyError extends Error {
  readonly fault: FaultKind;
  constructor(fault: FaultKind, message: string) {
    super(message);
    this.name = "BodyError";
    this.fault = fault;
  }
}

/** One call. */
export interface Call<T> {
  readonly url: string;
  readonly accept: string;
  /** Over connect, headers, body and all retries. */
  readonly deadlineMs: number;
  /** Most bytes of the body as `fetch` gives them; what they inflate to is capped by the reader. */
  readonly maxBytes: number;
  readonly validators?: Validators;
  /** Most retries; 2 by default. */
  readonly retries?: number;
  readonly signal?: AbortSignal;
  /** Reads the whole body; throws `BodyError` to refuse it. Called again when a damaged body is fetched again. */
  readonly read: (body: ReadableStream<Uint8Array>, headers: Headers) => Promise<T>;
}

/** What the client is made of. */
export interface HttpClientOptions {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Told the status or fault of each attempt. */
  readonly onAttempt?: (status: string) => void;
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Makes calls. */
export interface HttpClient {
  get<T>(call: Call<T>): Promise<Outcome<T>>;
}

const RETRYABLE: ReadonlySet<FaultKind> = new Set(["connect", "serverError", "damaged"]);

/** A client; breakers are kept for each host and path. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { random = Math.random, sleep = sleepFor } = options;
  const breakers = new Map<string, Breaker>();
  const breakerOf = (url: string): Breaker => {
    const { host, pathname } = new URL(url);
    const key = host + pathname;
    const breaker = breakers.get(key) ?? new Breaker(options.clock);
    breakers.set(key, breaker);
    return breaker;
  };

  async function attempt<T>(call: Call<T>, signal: AbortSignal): Promise<Outcome<T>> {
    const breaker = breakerOf(call.url);
    if (!breaker.tryPass()) {
      return fault("breakerOpen", "the provider failed too often and is left alone for a while");
    }
    const outcome = await fetchOnce(options, call, signal);
    const failed = outcome.kind === "fault" && outcome.fault !== "clientError";
    if (failed) breaker.failed();
    else breaker.succeeded();
    options.onAttempt?.(statusOf(outcome));
    return outcome;
  }

  return {
    async get(call) {
      const deadline = AbortSignal.timeout(call.deadlineMs);
      const signal = call.signal ? AbortSignal.any([deadline, call.signal]) : deadline;
      const retries = call.retries ?? 2;
      for (let done = 0;; done++) {
        const outcome = await attempt(call, signal);
        const again = outcome.kind === "fault" && RETRYABLE.has(outcome.fault);
        if (!again || done >= retries || signal.aborted) return outcome;
        await sleep(retryDelayMs(done + 1, random()), signal);
        if (signal.aborted) return outcome;
      }
    },
  };
}

function fault(
  kind: FaultKind,
  reason: string,
  status: number | null = null,
  retryAfter: number | null = null,
): Fault {
  return { kind: "fault", fault: kind, status, reason, retryAfterMs: retryAfter };
}

function statusOf(outcome: Outcome<unknown>): string {
  switch (outcome.kind) {
    case "ok":
      return "200";
    case "notModified":
      return "304";
    case "empty":
      return "204";
    case "fault":
      return outcome.status === null || outcome.status === 200
        ? outcome.fault
        : String(outcome.status);
  }
}

async function fetchOnce<T>(
  options: HttpClientOptions,
  call: Call<T>,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await options.fetch(call.url, {
      headers: requestHeaders(options.userAgent, call),
      redirect: "manual",
      signal,
    });
  } catch (error) {
    return signal.aborted ? timeout(call) : fault("connect", reasonOf(error));
  }
  const refused = refusal(response, options.clock.now());
  if (refused !== null || response.status !== 200 || response.body === null) {
    await response.body?.cancel().catch(() => {});
    if (refused !== null) return refused;
    return response.status === 304
      ? { kind: "notModified" }
      : { kind: "empty", headers: response.headers };
  }
  try {
    const value = await call.read(capped(response.body, call.maxBytes), response.headers);
    const { headers } = response;
    const validators = { etag: headers.get("etag"), lastModified: headers.get("last-modified") };
    return { kind: "ok", value, headers, validators };
  } catch (error) {
    if (error instanceof BodyError) return fault(error.fault, error.message, 200);
    return signal.aborted ? timeout(call) : fault("damaged", reasonOf(error), 200);
  }
}

function requestHeaders(userAgent: string, call: Call<unknown>): Record<string, string> {
  const headers: Record<string, string> = { "user-agent": userAgent, accept: call.accept };
  if (call.validators?.etag) headers["if-none-match"] = call.validators.etag;
  if (call.validators?.lastModified) headers["if-modified-since"] = call.validators.lastModified;
  return headers;
}

function timeout(call: Call<unknown>): Fault {
  return fault("timeout", `no whole answer within ${call.deadlineMs} ms, or stopped`);
}

/** A status that is a fault, or `null`. */
function refusal(response: Response, now: number): Fault | null {
  const { status } = response;
  if (status === 200 || status === 204 || status === 304) return null;
  const after = retryAfterMs(response.headers.get("retry-after"), now);
  const said = (kind: FaultKind, what: string) => fault(kind, `${what} (${status})`, status, after);
  if (status === 429) return said("tooManyRequests", "asked too often");
  if (status === 401 || status === 403) {
    return said("forbidden", "the provider refuses this client");
  }
  if (status === 408) return said("serverError", "the provider timed out");
  if (status >= 300 && status < 400) return said("redirect", "redirects are not followed");
  if (status >= 400 && status < 500) {
    return said("clientError", "the provider finds the request wrong");
  }
  return said("serverError", "the provider failed");
}

/** `body`, ended with an error after `maxBytes`. */
function capped(body: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array> {
  let seen = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > maxBytes) throw new BodyError("tooLarge", `the body has over ${maxBytes} bytes`);
        controller.enqueue(chunk);
      },
    }),
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 300);
  // What went wrong on the network is the cause; the message may just be "fetch failed".
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return (error.message + cause).slice(0, 300);
}

function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}
