/**
 * The REST interface of Upstash with a real Redis of its own behind it.
 *
 * @module
 */
import { type RedisServer, startRedis } from "./redis_server.ts";
import { startUpstashGateway } from "./upstash_gateway.ts";

/** A running interface and its database. */
export interface UpstashServer {
  readonly url: string;
  readonly token: string;
  /** The options of a node that uses it. */
  readonly env: Record<string, string>;
  readonly redis: RedisServer;
  /** Takes the interface away and leaves the database. */
  close(): Promise<void>;
  /** Ends both. */
  stop(): Promise<void>;
}

/** Starts both; `program` is redis-server. */
export async function startUpstash(program: string): Promise<UpstashServer> {
  const redis = await startRedis(program);
  const token = "a-token-of-a-test-and-nothing-else";
  const gateway = await startUpstashGateway({ redisUrl: redis.url, token });
  return {
    url: gateway.url,
    token,
    env: { UPSTASH_REDIS_REST_URL: gateway.url, UPSTASH_REDIS_REST_TOKEN: token },
    redis,
    close: () => gateway.stop(),
    async stop() {
      await gateway.stop();
      await redis.stop();
    },
  };
}
