/**
 * What a briefing asks of the world: the read side, handed in.
 *
 * @module
 */
import type { Freshness } from "../derive/freshness.ts";
import type { Metar } from "../products/metar/model.ts";
import type { DecodedReport, FeedName } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Taf } from "../products/taf/model.ts";
import type { Station, StationIndex } from "../stations/station.ts";
import type { FeedState, HazardProduct } from "../store/mod.ts";

/** A report of a station with its freshness now. */
export interface StationReport<R extends DecodedReport> extends HeldReport<R> {
  readonly freshness: Freshness;
  readonly station: Station | undefined;
}

/** From when to when a hazard holds, milliseconds since the epoch; `null` where it does not say. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** When the list of a product was last retrieved whole. */
export interface RetrievalState extends Pick<FeedState, "succeededAt" | "provider"> {
  /** Sources of the product that have never answered, where others have: it is known in part only. */
  readonly never?: readonly string[];
}

/** The read side as far as briefings need it; `lib/reports` fits. */
export interface BriefingWorld {
  readonly world: { readonly simulated: boolean };
  readonly stations: StationIndex;
  now(): number;
  metar(stationId: string): StationReport<Metar> | undefined;
  taf(stationId: string): StationReport<Taf> | undefined;
  /** In force or still to come. */
  hazards(product: HazardProduct): readonly HeldReport<DecodedReport>[];
  resolve(id: string): string | undefined;
  feed(product: FeedName): RetrievalState | undefined;
}

/** What a briefing is made with. */
export interface BriefingSources {
  readonly reports: BriefingWorld;
  /** When a hazard holds. */
  readonly periodOf: (product: HazardProduct, held: HeldReport<DecodedReport>) => Span;
}
