/**
 * The write side of the world: used by ingest and by the snapshot, by nobody else.
 *
 * @module
 */
import type { DecodedReport } from "../products/product.ts";
import type { HeldReport, RawReport } from "../products/raw_report.ts";
import type { Metar } from "../products/metar/model.ts";
import type { Taf } from "../products/taf/model.ts";
import type { FeedState, HazardProduct, World } from "./world.ts";

/** The decoded type of each product that belongs to a station. */
export interface StationProducts {
  readonly metar: Metar;
  readonly taf: Taf;
}
/** Products that belong to a station. */
export type StationProduct = keyof StationProducts;

/** A hazard that is decoded when somebody asks for those of its product. */
export interface LazyHazard {
  readonly raw: RawReport;
  readonly decode: () => HeldReport<DecodedReport>;
}

/** A world that can be written. Which report wins is decided by the caller: what is put is held. */
export interface WritableWorld extends World {
  put<P extends StationProduct>(
    product: P,
    stationId: string,
    held: HeldReport<StationProducts[P]>,
  ): void;
  /** Puts a report that is decoded when it is first asked for: a restart must not wait for the decoder. */
  putLazily<P extends StationProduct>(
    product: P,
    stationId: string,
    text: string,
    decode: () => HeldReport<StationProducts[P]>,
  ): void;
  /** The text held, without decoding what waits to be decoded. */
  heldText(product: StationProduct, stationId: string): string | undefined;
  /** Whether the report held is not from the first provider; one that waits to be decoded says no. */
  isDegraded(product: StationProduct, stationId: string): boolean;
  /** Decodes up to `count` of the reports put lazily; gives how many still wait. */
  decodeSome(count: number): number;
  /** Replaces all hazards of a product. */
  putHazards(product: HazardProduct, hazards: readonly HeldReport<DecodedReport>[]): void;
  /** Replaces all hazards of a product by such as are decoded when they are first asked for. */
  putHazardsLazily(product: HazardProduct, hazards: readonly LazyHazard[]): void;
  /** Decodes up to `count` of the hazards of each product put lazily; gives how many still wait. */
  decodeSomeHazards(count: number): number;
  putFeed(state: FeedState): void;
  /** Tells of a report that was judged and is not shown, an older one that came late: the history has it. */
  noteKept?(held: HeldReport): void;
  /** Tells that what is known about stations changed: answers made before may name a station otherwise. */
  noteStations(): void;
  /** Tells that the station made a routine (not a special) report then: its cadence is learnt from these. */
  noteRoutine(stationId: string, observedAt: number): void;
  /** The instants noted for a station, newest last. */
  routineTimesOf(stationId: string): readonly number[];
  /** The instants noted for each station, newest last: for the snapshot. */
  routineTimes(): Iterable<readonly [string, readonly number[]]>;
  /** The reports of a product that are decoded already. */
  decodedReports(product: StationProduct): Iterable<HeldReport>;
  /** Every report of a product that belongs to stations; those that wait are decoded. */
  reports(product: StationProduct): Iterable<HeldReport>;
}
