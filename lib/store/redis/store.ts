/**
 * The shared store over a Redis, however it is reached.
 *
 * @module
 */
import type { SharedStore, StoreOptions } from "../shared/port.ts";
import { createRedisCollections } from "./collections.ts";
import type { RedisConnection, RedisContext } from "./commands.ts";
import { createRedisCounters } from "./counters.ts";
import { createRedisCurrent } from "./current.ts";
import { createRedisFeed } from "./feed.ts";
import { createRedisHistory } from "./history.ts";
import { createRedisLeases } from "./leases.ts";

/** All facets over `connection`. */
export function createRedisStore(
  kind: "redis" | "upstash",
  connection: RedisConnection,
  { source, clock }: StoreOptions,
): SharedStore {
  if (!/^[a-z0-9-]{1,64}$/.test(source)) throw new Error(`not the name of a source: ${source}`);
  const context: RedisContext = { connection, prefix: `{aw:${source}}:`, clock };
  return {
    kind,
    current: createRedisCurrent(context),
    feed: createRedisFeed(context),
    history: createRedisHistory(context),
    leases: createRedisLeases(context),
    counters: createRedisCounters(context),
    collections: createRedisCollections(context),
    async ping() {
      await connection.send(["PING"]);
    },
    close: () => connection.close(),
  };
}
