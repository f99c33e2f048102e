/**
 * One request and its answer: no redirects, a cap on the bytes read, every end a value.
 *
 * @module
 */
import { BodyError, type Fault, fault, type FaultKind, type Outcome } from "./outcome.ts";
import type { Call } from "./http_client.ts";
import { retryAfterMs } from "./retry.ts";

type Fetch = typeof globalThis.fetch;

/** Least pause after 429, also where the provider names a shorter one or none. */
const LEAST_PAUSE_MS = 60_000;

/** Makes the request and reads the answer with the call's reader. Never rejects. */
export async function exchange<T>(
  options: { readonly fetch: Fetch; readonly userAgent: string; readonly now: number },
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
  const refused = refusal(response, options.now);
  if (refused !== null || response.status !== 200 || response.body === null) {
    await response.body?.cancel().catch(() => {});
    if (refused !== null) return refused;
    return response.status === 304
      ? { kind: "notModified" }
      : { kind: "empty", headers: response.headers };
  }
  try {
    const value = await call.read(capped(response.body, call.maxBytes), response.headers, signal);
    const { headers } = response;
    const validators = { etag: headers.get("etag"), lastModified: headers.get("last-modified") };
    return { kind: "ok", value, headers, validators };
  } catch (error) {
    if (error instanceof BodyError) return fault(error.fault, error.message, 200);
    return signal.aborted ? timeout(call) : fault("damaged", reasonOf(error), 200);
  }
}

function requestHeaders(userAgent: string, call: Call<unknown>): Record<string, string> {
  const headers: Record<string, string> = {
    ...call.headers,
    "user-agent": userAgent,
    accept: call.accept,
  };
  if (call.validators?.etag) headers["if-none-match"] = call.validators.etag;
  if (call.validators?.lastModified) headers["if-modified-since"] = call.validators.lastModified;
  return headers;
}

/** The fault of a call whose time is over. */
export function timeout(call: Call<unknown>): Fault {
  return fault("timeout", `no whole answer within ${call.deadlineMs} ms, or stopped`);
}

/** A status that is a fault, or `null`. */
function refusal(response: Response, now: number): Fault | null {
  const { status } = response;
  if (status === 200 || status === 204 || status === 304) return null;
  const after = retryAfterMs(response.headers.get("retry-after"), now);
  const said = (kind: FaultKind, what: string, pause = after) =>
    fault(kind, `${what} (${status})`, status, pause);
  if (status === 429) {
    return said("tooManyRequests", "asked too often", Math.max(after ?? 0, LEAST_PAUSE_MS));
  }
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
