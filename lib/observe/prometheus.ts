/**
 * The parts of prom-client that are used, each from its own file: the package as a whole has a push gateway as well,
 * for which all of Node's HTTP is loaded. That took a tenth of a start.
 *
 * @module
 */
import type * as client from "prom-client";
import counter from "prom-client/lib/counter.js";
import gauge from "prom-client/lib/gauge.js";
import histogram from "prom-client/lib/histogram.js";
import registry from "prom-client/lib/registry.js";

export type { Metric, MetricObjectWithValues, MetricValue } from "prom-client";

/** A number that grows. */
export const Counter: typeof client.Counter = counter;
export type Counter<T extends string = string> = client.Counter<T>;
/** A number that goes up and down. */
export const Gauge: typeof client.Gauge = gauge;
export type Gauge<T extends string = string> = client.Gauge<T>;
/** How many values lie below each of its limits. */
export const Histogram: typeof client.Histogram = histogram;
export type Histogram<T extends string = string> = client.Histogram<T>;
/** The metrics of a service, written in Prometheus' text format at a scrape. */
export const Registry: typeof client.Registry = registry;
export type Registry = client.Registry;
