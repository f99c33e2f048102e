/**
 * The one client for outgoing requests: one deadline over waiting, connect, headers, body and retries, a cap
 * on the bytes read, no redirects, an honest User-Agent; a breaker for each endpoint, and for each provider a
 * bulkhead and a retry budget.
 *
 * It does not hedge: no reader waits for a provider here, and the second provider's quota is small.
 *
 * @module
 */
import type { Clock } from "../time/mod.ts";
import { Breaker } from "./breaker.ts";
import { Bulkhead } from "./bulkhead.ts";
import { exchange, timeout } from "./exchange.ts";
import { fault, type FaultKind, type Outcome, statusOf, type Validators } from "./outcome.ts";
import { retryDelayMs } from "./retry.ts";
import { RetryBudget } from "./retry_budget.ts";
import { SingleFlight } from "./single_flight.ts";

/** One call. */
export interface Call<T> {
  readonly url: string;
  readonly accept: string;
  /** Over waiting for a place, connect, headers, body and all retries. */
  readonly deadlineMs: number;
  /** Most bytes of the body as `fetch` gives them; what they inflate to is capped by the reader. */
  readonly maxBytes: number;
  readonly validators?: Validators;
  /** Further headers, a key for one. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose bulkhead and retry budget count; the host by default. */
  readonly provider?: string;
  /** Whose breaker and pause count; the path by default. To be given where the path holds ids. */
  readonly endpoint?: string;
  /** Most retries; 2 by default. */
  readonly retries?: number;
  /** Whoever asks for the same address meanwhile gets this call's answer. The readers must be the same. */
  readonly share?: boolean;
  readonly signal?: AbortSignal;
  /**
   * Reads the whole body; throws `BodyError` to refuse it. Called again when a damaged body is fetched again.
   * What computes for long should stop when `signal` ends: the deadline is over it as well.
   */
  readonly read: (
    body: ReadableStream<Uint8Array>,
    headers: Headers,
    signal: AbortSignal,
  ) => Promise<T>;
}

/** What the client is made of. */
export interface HttpClientOptions {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Told the provider and the status or fault of each attempt. */
  readonly onAttempt?: (status: string, provider: string) => void;
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** A signal that ends after so many milliseconds. */
  readonly deadline?: (milliseconds: number) => AbortSignal;
}

/** How an endpoint is doing. */
export interface EndpointState {
  readonly provider: string;
  readonly endpoint: string;
  readonly breaker: "closed" | "open" | "halfOpen";
}

/** Makes calls. */
export interface HttpClient {
  /** Never rejects: what went wrong is a value. */
  get<T>(call: Call<T>): Promise<Outcome<T>>;
  /** Every endpoint asked so far. */
  endpoints(): readonly EndpointState[];
}

const RETRYABLE: ReadonlySet<FaultKind> = new Set(["connect", "serverError", "damaged"]);
/** Faults of our own side: they neither count against a provider nor for it. */
const OURS: ReadonlySet<FaultKind> = new Set(["clientError", "cancelled"]);

interface ProviderState {
  readonly bulkhead: Bulkhead;
  readonly budget: RetryBudget;
}

interface Endpoint {
  readonly provider: string;
  readonly endpoint: string;
  readonly breaker: Breaker;
  /** After 429 the endpoint is left alone until then. */
  pausedUntil: number;
}

/** A client. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { clock, random = Math.random, sleep = sleepFor } = options;
  const deadlineOf = options.deadline ?? ((ms: number) => AbortSignal.timeout(ms));
  const providers = new Map<string, ProviderState>();
  const endpoints = new Map<string, Endpoint>();
  const flights = new SingleFlight();

  async function attempt<T>(
    call: Call<T>,
    endpoint: Endpoint,
    bulkhead: Bulkhead,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    const refused = refusalOf(endpoint, clock.now());
    if (refused !== null) return refused;
    const place = await bulkhead.enter(signal);
    if (place.kind === "full") {
      return fault("busy", "too many calls of the provider wait already");
    }
    if (place.kind === "aborted") return ended(call);
    const pass = endpoint.breaker.enter();
    if (pass === null) {
      place.leave();
      return breakerOpen();
    }
    const { fetch, userAgent } = options;
    let outcome = await exchange({ fetch, userAgent, now: clock.now() }, call, signal);
    place.leave();
    if (outcome.kind === "fault" && call.signal?.aborted) outcome = ended(call);
    if (outcome.kind !== "fault") pass.succeeded();
    else if (OURS.has(outcome.fault)) pass.cancelled();
    else pass.failed();
    if (outcome.kind === "fault" && outcome.fault === "tooManyRequests") {
      endpoint.pausedUntil = clock.now() + (outcome.retryAfterMs ?? 0);
    }
    options.onAttempt?.(statusOf(outcome), endpoint.provider);
    return outcome;
  }

  async function run<T>(call: Call<T>): Promise<Outcome<T>> {
    const endpoint = endpointOf(call, endpoints, clock);
    const provider = entryOf(providers, endpoint.provider, () => ({
      bulkhead: new Bulkhead(),
      budget: new RetryBudget(),
    }));
    const signal = either(deadlineOf(call.deadlineMs), call.signal);
    provider.budget.noteCall();
    for (let done = 0;; done++) {
      const outcome = await attempt(call, endpoint, provider.bulkhead, signal);
      const again = outcome.kind === "fault" && RETRYABLE.has(outcome.fault) &&
        done < (call.retries ?? 2) && !signal.aborted;
      if (!again || !provider.budget.trySpend()) return outcome;
      await sleep(retryDelayMs(done + 1, random()), signal);
      if (signal.aborted) return outcome;
    }
  }

  return {
    get(call) {
      if (call.share !== true) return run(call);
      return flights.share(
        call.url,
        either(deadlineOf(call.deadlineMs), call.signal),
        (signal) => run({ ...call, signal }),
        () => ended(call),
      );
    },
    endpoints: () =>
      [...endpoints.values()].map(({ provider, endpoint, breaker }) => ({
        provider,
        endpoint,
        breaker: breaker.state,
      })),
  };
}

function endpointOf(call: Call<unknown>, known: Map<string, Endpoint>, clock: Clock): Endpoint {
  const { host, pathname } = new URL(call.url);
  const provider = call.provider ?? host;
  const endpoint = call.endpoint ?? pathname;
  return entryOf(known, `${provider} ${endpoint}`, () => ({
    provider,
    endpoint,
    breaker: new Breaker(clock),
    pausedUntil: -Infinity,
  }));
}

function entryOf<V>(map: Map<string, V>, key: string, create: () => V): V {
  const found = map.get(key) ?? create();
  map.set(key, found);
  return found;
}

/** Why an endpoint is not asked now, or `null`. */
function refusalOf({ breaker, pausedUntil }: Endpoint, now: number) {
  if (now < pausedUntil) {
    return fault("tooManyRequests", "the provider asked for a pause", null, pausedUntil - now);
  }
  return breaker.state === "open" ? breakerOpen() : null;
}

function breakerOpen() {
  return fault("breakerOpen", "the provider failed too often and is left alone for a while");
}

/** The fault of a call that was given up by whoever asked, or whose time is over. */
function ended(call: Call<unknown>) {
  return call.signal?.aborted ? fault("cancelled", "given up by whoever asked") : timeout(call);
}

function either(deadline: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
}

function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}
