/**
 * What is measured of the providers: who stands in for whom, what is left of a quota, which breaker is open.
 *
 * @module
 */
import type { Registry } from "./prometheus.ts";
import { sampledGauges } from "./sampled_gauge.ts";

/** The providers as seen at a scrape. */
export interface ProviderSample {
  /** Products that another than the first provider serves now, with the reason; `null` for none. */
  readonly failover: Readonly<Record<string, string | null>>;
  /** Calls left today, by provider. */
  readonly budgets: Readonly<Record<string, number>>;
  /** Endpoints asked so far. */
  readonly endpoints: readonly {
    readonly provider: string;
    readonly endpoint: string;
    readonly breaker: "closed" | "open" | "halfOpen";
  }[];
  /** Reports held of which two providers say different things, by product. */
  readonly conflicts: Readonly<Record<string, number>>;
}

/** Adds the gauges; each looks at `sample` when it is scraped. */
export function watchProviders(registry: Registry, sample: () => ProviderSample): void {
  const gauge = sampledGauges(registry, sample);
  gauge(
    "failover_active",
    "1 while another than the first provider is asked for a product.",
    ["product"],
    (one, { failover }) => {
      for (const [product, reason] of Object.entries(failover)) {
        one.set({ product }, reason === null ? 0 : 1);
      }
    },
  );
  gauge(
    "provider_budget_remaining",
    "Calls left today of a provider with a daily quota.",
    ["provider"],
    (one, { budgets }) => {
      for (const [provider, left] of Object.entries(budgets)) one.set({ provider }, left);
    },
  );
  gauge(
    "provider_breaker_open",
    "1 while an endpoint is left alone since it failed too often.",
    ["provider", "endpoint"],
    (one, { endpoints }) => {
      for (const { provider, endpoint, breaker } of endpoints) {
        one.set({ provider, endpoint }, breaker === "closed" ? 0 : 1);
      }
    },
  );
  gauge(
    "reports_in_conflict",
    "Reports held of which two providers give different texts.",
    ["product"],
    (one, { conflicts }) => {
      for (const [product, count] of Object.entries(conflicts)) one.set({ product }, count);
    },
  );
}
