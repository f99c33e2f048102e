/**
 * The shared store in Redis, over TCP.
 *
 * The client would keep commands in a queue while Redis is away and answer them minutes later; that queue
 * is off: a call fails at once and the memory of the process answers instead.
 *
 * @module
 */
import { createClient } from "@redis/client";
import { StoreError } from "../shared/error.ts";
import type { SharedStore, StoreOptions } from "../shared/port.ts";
import type { RedisConnection, Reply } from "./commands.ts";
import { createRedisStore } from "./store.ts";

/** Where Redis is. */
export interface RedisAddress {
  /** `redis://host:6379/0` or `rediss://…`; user and password may stand in it. */
  readonly url: string;
  /** Instead of the one in the address. */
  readonly password?: string;
  /** Told of each fault of the connection. */
  readonly onError?: (error: unknown) => void;
}

const CONNECT_TIMEOUT_MS = 2_000;
/** How long the start waits for the first connection; without it the service starts all the same. */
const FIRST_WAIT_MS = 1_000;
/** Commands that wait for an answer; more than this means that nobody answers. */
const MAX_WAITING = 10_000;

/** Connects; resolves whether Redis is there or not, and goes on trying. */
export async function openRedisStore(
  address: RedisAddress,
  options: StoreOptions,
): Promise<SharedStore> {
  return createRedisStore("redis", await connect(address), options);
}

/** A connection over TCP that is made again whenever it is lost. */
export async function connect({ url, password, onError }: RedisAddress): Promise<RedisConnection> {
  const client = createClient({
    url,
    ...(password ? { password } : {}),
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_WAITING,
    pingInterval: 10_000,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      // Half a second on the average, at most one: a Redis that is back is used within a second.
      reconnectStrategy: (retries) =>
        Math.min(1_000, 50 * 2 ** Math.min(retries, 5)) * (0.5 + Math.random() / 2),
    },
  });
  const tell = (error: unknown) => onError?.(error);
  client.on("error", tell);
  const connected = client.connect().catch(tell);
  await Promise.race([connected, wait(FIRST_WAIT_MS)]);
  let subscriber: ReturnType<typeof client.duplicate> | null = null;
  let closed = false;
  return {
    async send(args) {
      if (!client.isReady) throw new StoreError("unavailable", "there is no connection to Redis");
      return await client.sendCommand(args as string[]) as unknown as Reply;
    },
    async subscribe(channel, onMessage) {
      if (subscriber === null) {
        subscriber = client.duplicate();
        subscriber.on("error", tell);
        await subscriber.connect();
      }
      const listener = () => onMessage();
      const own = subscriber;
      await own.subscribe(channel, listener);
      return async () => {
        if (!closed && own.isReady) await own.unsubscribe(channel, listener);
      };
    },
    close() {
      closed = true;
      // Without waiting for answers: they may never come.
      for (const one of [client, subscriber]) if (one?.isOpen) one.destroy();
      return Promise.resolve();
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    Deno.unrefTimer(setTimeout(resolve, ms));
  });
}
