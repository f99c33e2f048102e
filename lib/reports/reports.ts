/**
 * The read side: the latest report with its freshness and what is derived from it.
 *
 * @module
 */
import type { HeldReport } from "../products/raw_report.ts";
import type { DecodedReport } from "../products/product.ts";
import type { Metar } from "../products/metar/model.ts";
import type { Taf } from "../products/taf/model.ts";
import type { Station, StationAt, StationIndex } from "../stations/station.ts";
import type { HazardProduct, World } from "../store/world.ts";
import type { FeedName } from "../products/product.ts";
import type { Freshness } from "../derive/freshness.ts";
import type { EndedHazard } from "./ended_hazards.ts";
import type { ProductFeed } from "./product_feed.ts";

/** A report ready to be shown. */
export interface CurrentReport<R extends DecodedReport> extends HeldReport<R> {
  readonly freshness: Freshness;
  readonly station: Station | undefined;
}

/** What pages and API ask. Nothing here waits: answers come from memory. */
export interface Reports {
  readonly world: World;
  readonly stations: StationIndex;
  now(): number;
  metar(stationId: string): CurrentReport<Metar> | undefined;
  taf(stationId: string): CurrentReport<Taf> | undefined;
  /** Hazards in force now or still to come; expired, cancelled and replaced ones are never given. */
  hazards(product: HazardProduct): readonly HeldReport<DecodedReport>[];
  /** Those that would still be in force had not another text cancelled, corrected or renewed them. */
  endedHazards(product: HazardProduct): readonly EndedHazard[];
  /** Stations near a point that have a METAR that is not past its limit, nearest first. */
  nearestReporting(
    latitude: number,
    longitude: number,
    radiusNm: number,
    limit: number,
  ): StationAt[];
  /** Resolves ICAO or IATA in any case; a station that only reports weather counts as well. */
  resolve(id: string): string | undefined;
  /** State of a product's feeds as one; `undefined` before the first attempt. */
  feed(product: FeedName): ProductFeed | undefined;
}
