/**
 * The reports that a briefing rests on, each once, under a key that facts name.
 *
 * @module
 */
import type { FreshnessState } from "../derive/freshness.ts";
import type { DecodedReport, ProductName, Source } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import { toIso } from "../time/mod.ts";
import type { FactSource } from "./facts.ts";

/** A report as it stands beside a briefing: verbatim, with where it came from. */
export interface BriefingReport {
  readonly key: string;
  readonly product: ProductName;
  readonly stationId: string | null;
  /** Verbatim. */
  readonly raw: string;
  /** Observed, or issued. */
  readonly at: string;
  readonly receivedAt: string;
  readonly provider: string;
  readonly simulated: boolean;
  readonly freshness: FreshnessState;
  /** Groups that no rule claimed: what is derived from the report may be incomplete. */
  readonly unparsed: readonly Source[];
}

/** From good to bad. */
const STATES: readonly FreshnessState[] = [
  "future",
  "current",
  "ageing",
  "stale",
  "notCurrent",
  "expired",
];

/** Collects reports. */
export class ReportBook {
  readonly #keys = new Map<HeldReport, string>();
  readonly #reports = new Map<string, BriefingReport>();
  readonly #counts = new Map<ProductName, number>();

  /** The key of a report; it is added when it is first named. */
  key(
    held: HeldReport<DecodedReport>,
    freshness: FreshnessState,
    stationId = held.raw.stationId,
  ): string {
    const known = this.#keys.get(held);
    if (known !== undefined) return known;
    const { raw, decoded, observedAt } = held;
    const at = toIso(observedAt);
    const count = (this.#counts.get(raw.product) ?? 0) + 1;
    this.#counts.set(raw.product, count);
    const base = stationId ?? String(count);
    const key = `${raw.product}:${base}:${at.slice(8, 10)}${at.slice(11, 13)}${at.slice(14, 16)}`;
    this.#keys.set(held, key);
    this.#reports.set(key, {
      key,
      product: raw.product,
      stationId,
      raw: raw.text,
      at,
      receivedAt: toIso(raw.receivedAt),
      provider: raw.provider,
      simulated: raw.simulated,
      freshness,
      unparsed: decoded.unparsed.slice(0, 20),
    });
    return key;
  }

  /** The worst freshness among the reports of these keys; `null` where there are none. */
  worst(keys: readonly string[]): FreshnessState | null {
    const found = keys.flatMap((key) => {
      const report = this.#reports.get(key);
      return report === undefined ? [] : [STATES.indexOf(report.freshness)];
    });
    return STATES[Math.max(...found)] ?? null;
  }

  get all(): readonly BriefingReport[] {
    return [...this.#reports.values()];
  }
}

/** A source of a decoded report as a fact names it. */
export function factSource(report: string, { text, start, end }: Source): FactSource {
  return { report, text, start, end };
}
