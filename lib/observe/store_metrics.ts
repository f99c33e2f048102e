/**
 * What is measured of the stores that nodes share.
 *
 * @module
 */
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

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
  const gauge = <L extends string>(
    name: string,
    help: string,
    label: L,
    values: (one: StoreSample) => Readonly<Record<string, number | boolean>>,
  ) =>
    new Gauge<string>({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        if (sample === null) return;
        for (const [key, value] of Object.entries(values(sample()))) {
          this.set({ [label]: key }, Number(value));
        }
      },
    });
  gauge("store_up", "1 while a store answers.", "store", ({ up }) => up);
  gauge(
    "store_waiting",
    "Things that wait to be written to a store.",
    "kind",
    (one) => one.waiting,
  );
  return {
    call(store, operation, outcome, took) {
      calls.inc({ store, operation, outcome });
      seconds.observe({ store, operation }, took);
    },
    dropped: (kind, reason, count) => dropped.inc({ kind, reason }, count),
    watch: (look) => sample = look,
  };
}
