/**
 * Gauges that are looked at when they are scraped: nothing is kept up to date in between.
 *
 * @module
 */
import { Gauge, type Registry } from "./prometheus.ts";

/** Adds a gauge; `set` gives its values of what was seen. */
export type AddGauge<S> = <L extends string>(
  name: string,
  help: string,
  labelNames: L[],
  set: (gauge: Gauge<L>, seen: S) => void,
) => void;

/** Makes what adds gauges to `registry` that look at `sample`; where it gives nothing they have no value. */
export function sampledGauges<S>(
  registry: Registry,
  sample: () => S | null | undefined,
): AddGauge<S> {
  return <L extends string>(
    name: string,
    help: string,
    labelNames: L[],
    set: (gauge: Gauge<L>, seen: S) => void,
  ) => {
    new Gauge<L>({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        const seen = sample();
        if (seen !== null && seen !== undefined) set(this, seen);
      },
    });
  };
}
