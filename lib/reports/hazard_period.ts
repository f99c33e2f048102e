/**
 * When a hazard is in force.
 *
 * @module
 */
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import { HOUR_MS } from "../time/mod.ts";
import type { HazardProduct } from "../store/world.ts";

/** A span of time, milliseconds since the epoch; `null` where the report does not say. */
export interface HazardPeriod {
  readonly from: number | null;
  readonly to: number | null;
}

/** How long a report without an end of its own is given: a PIREP speaks of about two hours. */
const ASSUMED_MS: Readonly<Record<HazardProduct, number>> = {
  pirep: 2 * HOUR_MS,
  sigmet: 6 * HOUR_MS,
  gairmet: 6 * HOUR_MS,
  cwa: 2 * HOUR_MS,
  windsAloft: 6 * HOUR_MS,
};

/**
 * The period of a hazard. The text and what the provider says beside it (`attributes.validFrom`,
 * `attributes.validTo`, milliseconds) may differ: then the text counts, which is the report; a convective SIGMET that reads
 * `VALID UNTIL 0355Z` has been seen with 0254Z beside it, and would have vanished an hour early. A hazard without any end gets the
 * longest validity of its product.
 */
export function hazardPeriod(
  product: HazardProduct,
  held: HeldReport<DecodedReport>,
): HazardPeriod {
  const stated = {
    from: instant(held.raw.attributes?.["validFrom"]),
    to: instant(held.raw.attributes?.["validTo"]),
  };
  const read = decodedPeriod(held.decoded);
  const from = read.from ?? stated.from;
  const to = read.to ?? stated.to ?? (from ?? held.observedAt) + ASSUMED_MS[product];
  return { from, to };
}

/** The decoders of hazards name their period `validity` or `validFrom` and `validTo`, ISO 8601. */
function decodedPeriod(decoded: DecodedReport): HazardPeriod {
  const report = decoded as unknown as Readonly<Record<string, unknown>>;
  const validity = (report["validity"] ?? {}) as Readonly<Record<string, unknown>>;
  return {
    from: instant(report["validFrom"] ?? report["useFrom"] ?? validity["from"]),
    to: instant(report["validTo"] ?? report["useTo"] ?? validity["to"]),
  };
}

function instant(value: unknown): number | null {
  const at = typeof value === "number"
    ? value
    : typeof value === "string"
    ? Date.parse(value)
    : NaN;
  return Number.isFinite(at) ? at : null;
}
