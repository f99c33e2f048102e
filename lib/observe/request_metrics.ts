/**
 * Counts and durations of HTTP requests, kept in plain arrays and handed to prom-client when scraped.
 *
 * prom-client hashes the labels at every `inc` and `observe`; for a hot answer that takes longer than the
 * answer itself. Here a request costs one look-up and a few additions.
 *
 * @module
 */
import {
  type Metric,
  type MetricObjectWithValues,
  type MetricValue,
  type Registry,
} from "./prometheus.ts";

/** Upper limits of the duration buckets in seconds: the usual ones of the guide, and finer ones below. */
export const DURATION_BUCKETS = [
  0.001,
  0.0025,
  0.005,
  0.01,
  0.025,
  0.05,
  0.1,
  0.3,
  0.5,
  0.7,
  1,
  3,
  5,
  7,
  10,
] as const;

/** At most so many combinations of labels; what comes later is counted under the route `other`. */
const MAX_SERIES = 500;

interface Series {
  readonly labels: {
    readonly method: string;
    readonly route: string;
    readonly status_code: string;
  };
  readonly buckets: Float64Array;
  count: number;
  sum: number;
}

/** `http_requests_total` and `http_request_duration_seconds`. */
export class RequestMetrics {
  readonly #series = new Map<string, Series>();

  constructor(registry: Registry) {
    register(
      registry,
      "http_requests_total",
      "HTTP requests answered.",
      "counter",
      () => [...this.#series.values()].map((one) => ({ labels: one.labels, value: one.count })),
    );
    register(
      registry,
      "http_request_duration_seconds",
      "Time from the whole request head to the response head.",
      "histogram",
      () => [...this.#series.values()].flatMap(histogramValues),
    );
  }

  /**
   * Counts one answered request.
   *
   * @param route the template, never the raw path
   * @param seconds time it took
   */
  observe(route: string, method: string, status: number, seconds: number): void {
    const series = this.#seriesOf(route, method, status);
    series.count++;
    series.sum += seconds;
    for (let i = 0; i < DURATION_BUCKETS.length; i++) {
      if (seconds <= DURATION_BUCKETS[i]!) {
        series.buckets[i]!++;
        return;
      }
    }
  }

  #seriesOf(route: string, method: string, status: number): Series {
    const key = `${status} ${method} ${route}`;
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    if (this.#series.size >= MAX_SERIES && route !== "other") {
      return this.#seriesOf("other", "other", status);
    }
    const series: Series = {
      labels: { method, route, status_code: String(status) },
      buckets: new Float64Array(DURATION_BUCKETS.length),
      count: 0,
      sum: 0,
    };
    this.#series.set(key, series);
    return series;
  }
}

function histogramValues(series: Series): MetricValue<string>[] {
  const name = "http_request_duration_seconds";
  let below = 0;
  const buckets = DURATION_BUCKETS.map((le, i) => ({
    metricName: `${name}_bucket`,
    labels: { ...series.labels, le },
    value: below += series.buckets[i]!,
  }));
  return [
    ...buckets,
    { metricName: `${name}_bucket`, labels: { ...series.labels, le: "+Inf" }, value: series.count },
    { metricName: `${name}_sum`, labels: series.labels, value: series.sum },
    { metricName: `${name}_count`, labels: series.labels, value: series.count },
  ] as unknown as MetricValue<string>[];
}

/** Registers a metric whose values are made when it is scraped. */
function register(
  registry: Registry,
  name: string,
  help: string,
  type: "counter" | "histogram",
  values: () => MetricValue<string>[],
): void {
  const get = (): Promise<MetricObjectWithValues<MetricValue<string>>> =>
    Promise.resolve(
      {
        name,
        help,
        type,
        aggregator: "sum",
        values: values(),
      } as unknown as MetricObjectWithValues<
        MetricValue<string>
      >,
    );
  // The registry asks a metric for no more than its name and `get`.
  registry.registerMetric({ name, help, get, reset: () => {} } as unknown as Metric<string>);
}
