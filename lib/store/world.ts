/**
 * The world in memory: the latest report of each station and the hazards in force, decoded.
 *
 * The port between ingest, which writes it, and the read side. Reads never wait and never fail.
 *
 * @module
 */
import type { DecodedReport, FeedName } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { Metar } from "../products/metar/model.ts";
import type { Taf } from "../products/taf/model.ts";

/** Products that belong to a place or an area and not to a station. */
export const HAZARD_PRODUCTS = ["pirep", "sigmet", "gairmet", "cwa", "windsAloft"] as const;
export type HazardProduct = (typeof HAZARD_PRODUCTS)[number];

/** Whether `product` is one of them. */
export function isHazardProduct(product: string): product is HazardProduct {
  return (HAZARD_PRODUCTS as readonly string[]).includes(product);
}

/** How a feed is doing. Instants in milliseconds since the epoch, `null` for never. */
export interface FeedState {
  readonly product: FeedName;
  /** The feed's own name where a product has several: `isigmet`. Absent: the product's name. */
  readonly key?: string;
  /** Asked only while the product's first feeds fail: its silence says nothing about the product. */
  readonly backup?: true;
  readonly provider: string;
  /** Last time the provider was asked. */
  readonly attemptedAt: number | null;
  /** Last time its answer was accepted, changed or not (304). Empty after success differs from never. */
  readonly succeededAt: number | null;
  /** What went wrong last, in words for an operator; `null` when the last attempt went well. */
  readonly error: string | null;
  /** Reports (for the table of stations: stations) in the last accepted file. */
  readonly count: number;
  /** Observation or issue time of the newest report in it: a file may come and still stand still. */
  readonly newestAt?: number;
}

/** Reads of the world. */
export interface World {
  metar(stationId: string): HeldReport<Metar> | undefined;
  taf(stationId: string): HeldReport<Taf> | undefined;
  /** Every station that has a METAR or a TAF. */
  stationIds(): Iterable<string>;
  hazards(product: HazardProduct): readonly HeldReport<DecodedReport>[];
  /** State of a feed by its key; `undefined` before the first attempt. */
  feed(key: string): FeedState | undefined;
  feeds(): readonly FeedState[];
  /** The station's own interval between routine reports, learnt from its last day; `null` when not known yet. */
  cadenceMs(stationId: string): number | null;
  /** Changes with every change of any report or of the stations: a cheap validator. */
  readonly version: number;
  /** Whether what is held is simulated or replayed. Never mixed with real weather. */
  readonly simulated: boolean;
}
