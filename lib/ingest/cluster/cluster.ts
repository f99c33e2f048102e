/**
 * A node among others on the same store: exactly one polls, the others follow it.
 *
 * @module
 */
import type { Config } from "../../config/mod.ts";
import type { ClusterMetrics, Health, Log, PartState } from "../../observe/mod.ts";
import type { Lease, Leases, StoreKind } from "../../store/mod.ts";
import { type Clock, SECOND_MS } from "../../time/mod.ts";
import type { SharedSync } from "../shared/sync.ts";
import { Follower, LOOK_MS } from "./follower.ts";
import { LeaseKeeper, type LeaseState, STEP_MS } from "./lease_keeper.ts";

/** What a node is made of. */
export interface ClusterOptions {
  readonly role: Config["role"];
  /** Name in log and metrics. */
  readonly node: string;
  readonly shared: Pick<
    SharedSync,
    "store" | "take" | "setLease" | "giveUpShown" | "offerAll" | "flush"
  >;
  /** What polls. May be started and stopped again and again. */
  readonly ingest: { start(): void; stop(): Promise<void> };
  readonly clock: Clock;
  readonly log: Log;
  readonly health: Health;
  readonly metrics: ClusterMetrics;
  /** Told after reports of the poller changed the world. */
  readonly onTaken?: () => void;
  /** Of this process and no other; random by default. */
  readonly owner?: string;
}

/** A node. */
export interface Cluster {
  /** `holds`, `alone`: it polls. `waits`: it follows. */
  readonly state: LeaseState;
  /** One look at the lease, and at what the poller wrote. Called by timers; tests call it themselves. */
  step(): Promise<void>;
  start(): void;
  /** Stops polling and gives the lease back. */
  stop(): Promise<void>;
}

/** The name of the lease in the store. */
export const POLLER_LEASE = "poller";
/** Longer than a lease that ends and is taken over: then something is wrong with the pollers. */
const NOBODY_AFTER_MS = 30 * SECOND_MS;

/**
 * Whether nodes of `role` ask for the lease before they poll. A file in the data folder or the memory of the
 * process has one node, which polls and asks nobody; told to be a `poller` it shares its file with `web` nodes.
 */
export function asksForLease(role: Config["role"], store: StoreKind): boolean {
  if (role === "web") return false;
  return store !== "memory" && (store !== "kv" || role === "poller");
}

/** Makes a node; it does nothing until it is started. */
export function createCluster(options: ClusterOptions): Cluster {
  const { shared, ingest, clock, log, health, metrics, node, role } = options;
  const { leases, kind } = shared.store;
  const follower = new Follower({
    take: shared.take,
    clock,
    log,
    onTaken(reports) {
      metrics.taken(reports);
      options.onTaken?.();
    },
    onGap: () => metrics.gap(),
  });
  const asks = asksForLease(role, kind);
  if (asks) shared.setLease(null);
  const keeper = new LeaseKeeper({
    leases,
    name: POLLER_LEASE,
    owner: options.owner ?? `${node} ${crypto.randomUUID().slice(0, 8)}`,
    clock,
    log,
    onState: change,
  });
  const watch = createHolderWatch(leases, clock);
  const state = (): LeaseState => asks ? keeper.state : role === "web" ? "waits" : "holds";
  let polls = false;
  let timers: (() => Promise<void>)[] = [];

  async function change(next: LeaseState, lease: Lease | null): Promise<void> {
    metrics.state(next);
    log.info("this node " + WORDS[next], { node, fence: lease?.fence });
    if (next === "waits") {
      polls = false;
      await ingest.stop();
      // From here on another node may hold the lease.
      shared.setLease(null);
      shared.giveUpShown();
      // What was written meanwhile is not known.
      follower.forget();
      return;
    }
    if (next === "holds") {
      // What the one before has written comes first; then the store gets what it lacks.
      await follower.catchUp();
      shared.setLease(lease);
      shared.offerAll();
    }
    if (polls) return;
    polls = true;
    ingest.start();
  }

  async function follow(): Promise<void> {
    if (state() !== "waits") return;
    await follower.catchUp();
    if (role === "web") await watch.look();
  }

  health.add("poller", () => partOf(state(), follower, watch, clock));
  metrics.watch(() => ({
    holdsLease: asks && keeper.state === "holds",
    asksForLease: asks,
    polls: asks ? polls : role !== "web",
    behindSeconds: state() !== "waits" || follower.contactAt === null
      ? null
      : Math.max(0, (clock.now() - follower.contactAt) / 1000),
  }));
  return {
    get state() {
      return state();
    },
    async step() {
      if (asks) await keeper.step();
      await follow();
    },
    start() {
      if (!asks && role !== "web") {
        ingest.start();
        return;
      }
      if (asks) timers.push(repeat(STEP_MS, () => keeper.step()));
      timers.push(repeat(LOOK_MS, follow));
      timers.push(hints(shared, follow));
    },
    async stop() {
      const ended = timers.map((end) => end());
      timers = [];
      await Promise.all(ended);
      await ingest.stop();
      // What waits is written while the lease is still ours.
      await shared.flush();
      if (asks) await keeper.release();
    },
  };
}

const WORDS: Readonly<Record<LeaseState, string>> = {
  holds: "is the poller now",
  waits: "is not the poller any more and follows",
  alone: "polls for itself, since the store does not answer",
};

/** Runs `work` now and `ms` after each end of it. */
function repeat(ms: number, work: () => Promise<void>): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let running = Promise.resolve();
  const run = async () => {
    await work();
    if (!ended) timer = setTimeout(() => running = run(), ms);
  };
  running = run();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}

/** Follows at once when the store pushes. Where it cannot be watched now it is tried again. */
function hints({ store }: ClusterOptions["shared"], follow: () => Promise<void>) {
  let end: (() => Promise<void>) | null = null;
  const endRepeat = repeat(LOOK_MS * 2, async () => {
    if (end !== null) return;
    end = await store.feed.watch(() => void follow()).catch(() => null);
  });
  return async () => {
    await endRepeat();
    await end?.().catch(() => {});
  };
}

/** Whether anybody polls, as a node that never does sees it. */
function createHolderWatch(leases: Leases, clock: Clock) {
  let nobodySince: number | null = null;
  return {
    isNobody: () => nobodySince !== null && clock.now() - nobodySince > NOBODY_AFTER_MS,
    async look() {
      try {
        const holder = await leases.holder(POLLER_LEASE);
        nobodySince = holder === null ? nobodySince ?? clock.now() : null;
      } catch {
        // The store is silent: that is told by itself.
      }
    },
  };
}

function partOf(
  state: LeaseState,
  follower: Follower,
  watch: ReturnType<typeof createHolderWatch>,
  clock: Clock,
): PartState {
  if (state === "holds") return { state: "ok", detail: "polls" };
  if (state === "alone") {
    return { state: "degraded", detail: "the store does not answer; polls for itself" };
  }
  if (follower.isSilent(clock.now())) {
    return { state: "degraded", detail: "the store does not answer; what is held may be behind" };
  }
  if (watch.isNobody()) return { state: "degraded", detail: "no node polls" };
  return { state: "ok", detail: "follows" };
}
