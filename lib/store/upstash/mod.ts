/**
 * The shared store in Upstash: Redis over REST, for runtimes that have no sockets.
 *
 * Each call is a request, so that nothing is pushed and a watch asks once a second.
 *
 * @module
 */
import { Redis } from "@upstash/redis/cloudflare";
import type { RedisConnection, Reply } from "../redis/commands.ts";
import { createRedisStore } from "../redis/store.ts";
import { StoreError } from "../shared/error.ts";
import type { SharedStore, StoreOptions } from "../shared/port.ts";

/** Where the REST endpoint is. */
export interface UpstashAddress {
  readonly url: string;
  readonly token: string;
  /** Over one request; the guard around the store has shorter limits for reads. */
  readonly deadlineMs?: number;
}

/** The build for Cloudflare's workers is used everywhere: it reads no environment. */
export function openUpstashStore(address: UpstashAddress, options: StoreOptions): SharedStore {
  return createRedisStore("upstash", connect(address), options);
}

function connect({ url, token, deadlineMs = 10_000 }: UpstashAddress): RedisConnection {
  const closing = new AbortController();
  const redis = new Redis({
    url,
    token,
    // Reports are text: "007" must not become 7, nor a JSON text an object.
    automaticDeserialization: false,
    enableTelemetry: false,
    // Several calls of one tick are not one: each has its own limit.
    enableAutoPipelining: false,
    retry: { retries: 1, backoff: () => 50 },
    signal: () => AbortSignal.any([closing.signal, AbortSignal.timeout(deadlineMs)]),
  });
  return {
    async send(args) {
      try {
        return await redis.exec<Reply>(args as [string, ...string[]]);
      } catch (error) {
        throw plain(error);
      }
    },
    subscribe: null,
    close() {
      closing.abort();
      return Promise.resolve();
    },
  };
}

/** The client prints the whole command behind each error: it may be as long as a world. */
function plain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "TimeoutError") {
    return new StoreError("timeout", "no answer of Upstash within the limit");
  }
  const [said] = error.message.split(", command was:");
  return new Error(said, { cause: error.name });
}
