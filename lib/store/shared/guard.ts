/**
 * The guard around every adapter: a limit on each call, a breaker, typed errors, counts.
 *
 * @module
 */
import { Breaker, type BreakerOptions, type Pass } from "../../resilience/mod.ts";
import { StoreError, type StoreFault, toStoreError } from "./error.ts";
import type { SharedStore } from "./port.ts";

/** How long a call may take, by what it is for. */
export interface StoreLimits {
  /** On the path of a request. */
  readonly readMs: number;
  readonly writeMs: number;
  /** Pages of everything, sweeps: nobody waits for them. */
  readonly backgroundMs: number;
}

/** 250 ms for a read: longer than that, what is in memory is the better answer. */
export const STORE_LIMITS: StoreLimits = { readMs: 250, writeMs: 2_000, backgroundMs: 10_000 };

/**
 * A store is near and has no quota, so its breaker is quicker than that of a provider: it opens after
 * about four failed calls and tries again after one to five seconds, so that a loss is noticed within two
 * seconds and a return within ten.
 */
export const STORE_BREAKER: Partial<BreakerOptions> = {
  windowMs: 10_000,
  minCalls: 4,
  failureShare: 0.5,
  openMs: 1_000,
  maxOpenMs: 5_000,
  successesToClose: 1,
};

/** What the guard is made of. */
export interface GuardOptions {
  /** The clock of breakers. */
  readonly clock: { now(): number };
  readonly limits?: Partial<StoreLimits>;
  readonly breaker?: Partial<BreakerOptions>;
  /** Told of each call: `history.append`, what became of it, how long it took. */
  readonly onCall?: (operation: string, outcome: "ok" | StoreFault, seconds: number) => void;
}

type Limit = keyof StoreLimits;

/** Every function of the port, and how long it may take. */
export const OPERATIONS = {
  current: { put: "writeMs", remove: "writeMs", get: "readMs", page: "backgroundMs" },
  feed: { append: "writeMs", since: "readMs", version: "readMs", watch: "writeMs" },
  history: {
    append: "writeMs",
    query: "readMs",
    scan: "backgroundMs",
    sweep: "backgroundMs",
  },
  leases: { acquire: "writeMs", renew: "writeMs", release: "writeMs", holder: "readMs" },
  counters: { addIfBelow: "writeMs", read: "readMs" },
  collections: { get: "readMs", put: "writeMs", remove: "writeMs", page: "backgroundMs" },
} as const satisfies { [F in keyof SharedStore]?: { [O in keyof SharedStore[F]]: Limit } };

/** A store whose every call ends within its limit, and which is left alone while it fails. */
export interface GuardedStore extends SharedStore {
  readonly breaker: "closed" | "open" | "halfOpen";
}

/** Puts the guard around `store`. */
export function guardStore(store: SharedStore, options: GuardOptions): GuardedStore {
  const breaker = new Breaker(options.clock, { ...STORE_BREAKER, ...options.breaker });
  const limits = { ...STORE_LIMITS, ...options.limits };
  let closed = false;

  async function run<T>(name: string, limit: Limit, call: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const told = (outcome: "ok" | StoreFault) =>
      options.onCall?.(name, outcome, (performance.now() - started) / 1000);
    try {
      if (closed) throw new StoreError("closed", "the store is closed");
      const pass = breaker.enter();
      if (pass === null) {
        throw new StoreError("breakerOpen", "the store failed too often and is left alone");
      }
      const result = await watched(pass, () => within(limits[limit], call));
      told("ok");
      return result;
    } catch (error) {
      const fault = toStoreError(error);
      told(fault.fault);
      throw fault;
    }
  }

  const guarded: Record<string, unknown> = { kind: store.kind };
  for (const [facet, operations] of Object.entries(OPERATIONS)) {
    const own = store[facet as keyof SharedStore] as unknown as Record<
      string,
      (...given: unknown[]) => Promise<unknown>
    >;
    guarded[facet] = Object.fromEntries(
      Object.entries(operations).map(([name, limit]) => [
        name,
        (...given: unknown[]) => run(`${facet}.${name}`, limit, () => own[name]!(...given)),
      ]),
    );
  }
  Object.defineProperty(guarded, "breaker", { get: () => breaker.state, enumerable: true });
  return Object.assign(guarded, {
    ping: () => run("ping", "readMs", () => store.ping()),
    async close() {
      if (closed) return;
      closed = true;
      await within(limits.writeMs, () => store.close()).catch(() => {});
    },
  }) as unknown as GuardedStore;
}

/** Tells the breaker how the call went. A store that answers "no" is not down. */
async function watched<T>(pass: Pass, call: () => Promise<T>): Promise<T> {
  try {
    const result = await call();
    pass.succeeded();
    return result;
  } catch (error) {
    const { fault } = toStoreError(error);
    if (fault === "unavailable" || fault === "timeout") pass.failed();
    else pass.succeeded();
    throw error;
  }
}

/** The result of `call`, or a `timeout` after `ms`. What comes later is nobody's. */
async function within<T>(ms: number, call: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreError("timeout", `no answer of the store within ${ms} ms`)),
      ms,
    );
  });
  // A rejection after the limit must not count as one that nobody caught.
  const result = (async () => await call())();
  result.catch(() => {});
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
