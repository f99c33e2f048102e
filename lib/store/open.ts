/**
 * The stores as the configuration wants them.
 *
 * @module
 */
import type { Config } from "../config/mod.ts";
import { createMemoryStore } from "./memory/shared_store.ts";
import { openKvStore } from "./kv/shared/store.ts";
import type { StoreFault } from "./shared/error.ts";
import { type GuardedStore, guardStore } from "./shared/guard.ts";
import { openWhenThere } from "./shared/opened_when_there.ts";
import type { SharedStore, StoreKind, StoreOptions } from "./shared/port.ts";

/** What stores are opened with, beside the configuration. */
export interface OpenOptions {
  readonly clock: StoreOptions["clock"];
  /** Told of each call: the kind of store, `history.append`, `ok` or the fault, seconds. */
  readonly onCall?: (
    store: StoreKind,
    operation: string,
    outcome: "ok" | StoreFault,
    seconds: number,
  ) => void;
  /** Told of faults of a connection. */
  readonly onError?: (store: StoreKind, error: unknown) => void;
}

/** The stores of a node; `near` and `records` may be the same one. */
export interface OpenedStores {
  /** Current reports, changes, leases, counters. */
  readonly near: GuardedStore;
  /** History and collections. */
  readonly records: GuardedStore;
}

/** Whether a store of this kind is one machine's alone. */
export function isLocalStore(kind: StoreKind): boolean {
  return kind === "kv" || kind === "memory";
}

/** Whether all nodes on the near store have one history. */
export function isHistoryShared({ near, records }: OpenedStores): boolean {
  return near === records || !isLocalStore(records.kind);
}

/** Options that speak of stores. */
export type StoreConfig =
  & Pick<
    Config,
    | "store"
    | "historyStore"
    | "redisUrl"
    | "redisPassword"
    | "upstashUrl"
    | "upstashToken"
    | "mongodbUri"
    | "dataDir"
    | "weatherSource"
    | "retentionDays"
    | "historyDays"
  >
  & Partial<Pick<Config, "role">>;

/** Which stores `config` asks for; `null` for none. */
export function storeKinds(
  config: StoreConfig,
): { readonly near: StoreKind; readonly records: StoreKind } | null {
  if (config.store === "none") return null;
  const near = config.store !== "auto"
    ? config.store
    : config.redisUrl !== ""
    ? "redis"
    : config.upstashUrl !== ""
    ? "upstash"
    : config.mongodbUri !== ""
    ? "mongo"
    : "kv";
  if (config.historyStore !== "auto") return { near, records: config.historyStore };
  if (config.mongodbUri !== "") return { near, records: "mongo" };
  // A Redis is a cache: it may forget. The history is better off on the disk beside it.
  return { near, records: near === "redis" ? "kv" : near };
}

/** An option that a chosen store needs and that is not set, in words; `null` when all is there. */
export function missingOption(config: StoreConfig): string | null {
  const kinds = storeKinds(config);
  if (config.role === "web" && (kinds === null || kinds.near === "memory")) {
    return "ROLE=web needs a store that another node writes: set STORE or an address of one";
  }
  if (kinds === null) return null;
  const needed: Partial<Record<StoreKind, readonly [string, string][]>> = {
    redis: [["REDIS_URL", config.redisUrl]],
    upstash: [
      ["UPSTASH_REDIS_REST_URL", config.upstashUrl],
      ["UPSTASH_REDIS_REST_TOKEN", config.upstashToken],
    ],
    mongo: [["MONGODB_URI", config.mongodbUri]],
  };
  for (const kind of [kinds.near, kinds.records]) {
    for (const [name, value] of needed[kind] ?? []) {
      if (value === "") return `the store ${kind} needs ${name}`;
    }
  }
  return null;
}

/**
 * Opens the stores, or gives `null` where the configuration wants none. One that is away, or a file that
 * cannot be opened, is opened all the same and found when it is back; only a missing option rejects.
 */
export async function openStores(
  config: StoreConfig,
  options: OpenOptions,
): Promise<OpenedStores | null> {
  const kinds = storeKinds(config);
  if (kinds === null) return null;
  const missing = missingOption(config);
  if (missing !== null) throw new Error(missing);
  const open = async (kind: StoreKind) =>
    guardStore(await openAdapter(kind, config, options), {
      clock: options.clock,
      onCall: (operation, outcome, seconds) => options.onCall?.(kind, operation, outcome, seconds),
    });
  const near = await open(kinds.near);
  try {
    return { near, records: kinds.records === kinds.near ? near : await open(kinds.records) };
  } catch (error) {
    await near.close();
    throw error;
  }
}

/** Clients are loaded when they are wanted: a node with a file needs none of them. */
async function openAdapter(
  kind: StoreKind,
  config: StoreConfig,
  { clock, onError }: OpenOptions,
): Promise<SharedStore> {
  const options: StoreOptions = { source: config.weatherSource, clock };
  const tell = (error: unknown) => onError?.(kind, error);
  switch (kind) {
    case "memory":
      return createMemoryStore(options);
    case "kv":
      return await openWhenThere(
        "kv",
        async () => {
          await Deno.mkdir(config.dataDir, { recursive: true });
          return await openKvStore(`${config.dataDir}/store.kv`, options);
        },
        tell,
        isBrokenFile,
      );
    case "redis": {
      const { openRedisStore } = await import("./redis/mod.ts");
      const { redisUrl: url, redisPassword: password } = config;
      return await openRedisStore({ url, password, onError: tell }, options);
    }
    case "upstash": {
      const { openUpstashStore } = await import("./upstash/mod.ts");
      return openUpstashStore({ url: config.upstashUrl, token: config.upstashToken }, options);
    }
    case "mongo": {
      const { openMongoStore } = await import("./mongo/mod.ts");
      const { retentionDays, historyDays } = config;
      return await openMongoStore(
        { uri: config.mongodbUri, retentionDays, historyDays, onError: tell },
        options,
      );
    }
  }
}

/** What SQLite says of a file that is none of its own or not whole, or that could not be written when it was opened. */
function isBrokenFile(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|readonly database/.test(error.message);
}
