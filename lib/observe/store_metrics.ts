/**
 * What is measured of the stores that nodes share.
 *
 * @module
 */
import { Counter, Histogram, type Registry } from "./prometheus.ts";
import { sampledGauges } from "./sampled_gauge.ts";

/** The stores as seen at a scrape. */
export interface StoreSample {
  /** Whether each store answers. */
  readonly up: Readonly<Record<string, boolean>>;
  /** Things that wait to be written, by kind. */
  readonly waiting: Readonly<Record<string, number>>;
}

/** Where calls and losses are counted. */
export interface StoreMetrics {
  /** One call of a store: `history.append`, `ok` or the fault, seconds. */
  call(store: string, operation: string, outcome: string, seconds: number): void;
  dropped(kind: string, reason: string, count: number): void;
  watch(sample: () => StoreSample): void;
}

/** Adds the metrics of stores to `registry`. */
export function createStoreMetrics(registry: Registry): StoreMetrics {
  const registers = [registry];
  const calls = new Counter({
    name: "store_calls_total",
    help: "Calls of a store, by what became of them.",
    labelNames: ["store", "operation", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "store_call_seconds",
    help: "Time of the calls of a store.",
    labelNames: ["store", "operation"],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.25, 1, 5],
    registers,
  });
  const dropped = new Counter({
    name: "store_dropped_total",
    help: "Reports that could not be written and were given up.",
    labelNames: ["kind", "reason"],
    registers,
  });
  // Known from the start: an alert on an increase needs the zero before it.
  dropped.inc({ kind: "history", reason: "full" }, 0);
  let sample: (() => StoreSample) | null = null;
  const gauge = sampledGauges(registry, () => sample?.());
  gauge("store_up", "1 while a store answers.", ["store"], (one, { up }) => {
    for (const [store, isUp] of Object.entries(up)) one.set({ store }, Number(isUp));
  });
  gauge("store_waiting", "Things that wait to be written to a store.", ["kind"], (one, seen) => {
    for (const [kind, count] of Object.entries(seen.waiting)) one.set({ kind }, count);
  });
  return {
    call(store, operation, outcome, took) {
      calls.inc({ store, operation, outcome });
      seconds.observe({ store, operation }, took);
    },
    dropped: (kind, reason, count) => dropped.inc({ kind, reason }, count),
    watch: (look) => sample = look,
  };
}
