/**
 * What is measured of a node among others.
 *
 * @module
 */
import { Counter, type Registry } from "./prometheus.ts";
import { sampledGauges } from "./sampled_gauge.ts";

/** The node as seen at a scrape. */
export interface ClusterSample {
  readonly holdsLease: boolean;
  /** Whether it may poll under the lease only; a node alone on its file asks nobody. */
  readonly asksForLease: boolean;
  /** Whether it polls: with the lease, or for itself while the store is away. */
  readonly polls: boolean;
  /** Seconds since what the poller wrote was last read to its end; `null` while it polls itself. */
  readonly behindSeconds: number | null;
}

/** Where the changes of a node are counted. */
export interface ClusterMetrics {
  /** A change of what the node is: `holds`, `waits`, `alone`. */
  state(state: string): void;
  /** Reports taken from the poller. */
  taken(reports: number): void;
  /** Everything had to be read again. */
  gap(): void;
  watch(sample: () => ClusterSample): void;
}

/** Adds the metrics of a node called `node` to `registry`. */
export function createClusterMetrics(registry: Registry, node: string): ClusterMetrics {
  const registers = [registry];
  let sample: (() => ClusterSample) | null = null;
  const gauge = sampledGauges(registry, () => sample?.());
  gauge(
    "poller_lease_held",
    "1 on the node that holds the lease of the poller.",
    ["node"],
    (one, { holdsLease }) => one.set({ node }, Number(holdsLease)),
  );
  gauge(
    "poller_lease_asked",
    "1 on a node that polls under the lease of the poller only.",
    ["node"],
    (one, { asksForLease }) => one.set({ node }, Number(asksForLease)),
  );
  gauge(
    "poller_active",
    "1 on a node that polls.",
    ["node"],
    (one, { polls }) => one.set({ node }, Number(polls)),
  );
  gauge(
    "follower_behind_seconds",
    "Seconds since a node that does not poll read the store to its end.",
    ["node"],
    (one, { behindSeconds }) => {
      if (behindSeconds !== null) one.set({ node }, behindSeconds);
    },
  );
  const changes = new Counter({
    name: "poller_state_changes_total",
    help: "Changes of what a node is to the others.",
    labelNames: ["state"],
    registers,
  });
  for (const state of ["holds", "waits", "alone"]) changes.inc({ state }, 0);
  const taken = new Counter({
    name: "follower_reports_total",
    help: "Reports taken from what the poller wrote.",
    registers,
  });
  const gaps = new Counter({
    name: "follower_gaps_total",
    help: "Times that everything was read again, since changes were missed.",
    registers,
  });
  return {
    state: (state) => changes.inc({ state }),
    taken: (reports) => taken.inc(reports),
    gap: () => gaps.inc(),
    watch: (look) => sample = look,
  };
}
