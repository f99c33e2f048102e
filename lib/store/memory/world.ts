/**
 * The world in the memory of the process.
 *
 * @module
 */
import { type DecodedReport, feedKeyOf } from "../../products/product.ts";
import type { HeldReport, RawReport } from "../../products/raw_report.ts";
import type { Metar } from "../../products/metar/model.ts";
import type { Taf } from "../../products/taf/model.ts";
import type { FeedState, HazardProduct } from "../world.ts";
import type {
  LazyHazard,
  StationProduct,
  StationProducts,
  WritableWorld,
} from "../world_writer.ts";
import { cadenceOf, withTime } from "./cadence.ts";
import { LazyList } from "./lazy_list.ts";
import { LazyReports } from "./lazy_reports.ts";

/** Holds a few thousand reports in a few megabytes; each read is a look-up or two. */
export class MemoryWorld implements WritableWorld {
  readonly simulated: boolean;
  #version = 0;
  readonly #byProduct: { readonly [P in StationProduct]: LazyReports<StationProducts[P]> } = {
    metar: new LazyReports(),
    taf: new LazyReports(),
  };
  readonly #hazards = new Map<HazardProduct, readonly HeldReport<DecodedReport>[]>();
  readonly #waitingHazards = new Map<HazardProduct, LazyList>();
  readonly #feeds = new Map<string, FeedState>();
  #feedList: readonly FeedState[] | null = null;
  readonly #routine = new Map<string, readonly number[]>();
  readonly #cadence = new Map<string, number | null>();

  /** @param simulated whether this world holds simulated or replayed weather; it never changes */
  constructor(simulated: boolean) {
    this.simulated = simulated;
  }

  get version(): number {
    return this.#version;
  }

  metar(stationId: string): HeldReport<Metar> | undefined {
    return this.#byProduct.metar.get(stationId);
  }

  taf(stationId: string): HeldReport<Taf> | undefined {
    return this.#byProduct.taf.get(stationId);
  }

  stationIds(): Iterable<string> {
    return new Set([...this.#byProduct.metar.stationIds(), ...this.#byProduct.taf.stationIds()]);
  }

  hazards(product: HazardProduct): readonly HeldReport<DecodedReport>[] {
    if (this.#waitingHazards.size > 0) this.#decodeHazards(product);
    return this.#hazards.get(product) ?? [];
  }

  feed(key: string): FeedState | undefined {
    return this.#feeds.get(key);
  }

  feeds(): readonly FeedState[] {
    return this.#feedList ??= [...this.#feeds.values()];
  }

  cadenceMs(stationId: string): number | null {
    const known = this.#cadence.get(stationId);
    if (known !== undefined) return known;
    const cadence = cadenceOf(this.#routine.get(stationId) ?? []);
    this.#cadence.set(stationId, cadence);
    return cadence;
  }

  put<P extends StationProduct>(
    product: P,
    stationId: string,
    held: HeldReport<StationProducts[P]>,
  ): void {
    this.#refuseOther(held.raw);
    this.#byProduct[product].put(stationId, held);
    this.#version++;
  }

  putLazily<P extends StationProduct>(
    product: P,
    stationId: string,
    text: string,
    decode: () => HeldReport<StationProducts[P]>,
  ): void {
    this.#byProduct[product].putLazily(stationId, text, decode);
    this.#version++;
  }

  heldText(product: StationProduct, stationId: string): string | undefined {
    return this.#byProduct[product].text(stationId);
  }

  isDegraded(product: StationProduct, stationId: string): boolean {
    return this.#byProduct[product].peek(stationId)?.raw.degraded === true;
  }

  decodeSomeHazards(count: number): number {
    let waiting = 0;
    for (const [product, list] of this.#waitingHazards) {
      list.decodeSome(count);
      waiting += list.waiting;
      if (list.waiting === 0) this.#decodeHazards(product);
    }
    return waiting;
  }

  decodeSome(count: number): number {
    this.#byProduct.metar.decodeSome(count);
    if (this.#byProduct.metar.waiting === 0) this.#byProduct.taf.decodeSome(count);
    return this.#byProduct.metar.waiting + this.#byProduct.taf.waiting;
  }

  putHazards(product: HazardProduct, hazards: readonly HeldReport<DecodedReport>[]): void {
    for (const { raw } of hazards) this.#refuseOther(raw);
    this.#waitingHazards.delete(product);
    this.#hazards.set(product, hazards);
    this.#version++;
  }

  putHazardsLazily(product: HazardProduct, hazards: readonly LazyHazard[]): void {
    for (const { raw } of hazards) this.#refuseOther(raw);
    this.#hazards.delete(product);
    this.#waitingHazards.set(product, new LazyList(hazards.map(({ decode }) => decode)));
    this.#version++;
  }

  putFeed(state: FeedState): void {
    this.#feeds.set(feedKeyOf(state), state);
    this.#feedList = null;
  }

  noteStations(): void {
    this.#version++;
  }

  noteRoutine(stationId: string, observedAt: number): void {
    const times = this.#routine.get(stationId) ?? [];
    const more = withTime(times, observedAt);
    if (more === times) return;
    this.#routine.set(stationId, more);
    this.#cadence.delete(stationId);
  }

  routineTimesOf(stationId: string): readonly number[] {
    return this.#routine.get(stationId) ?? [];
  }

  routineTimes(): Iterable<readonly [string, readonly number[]]> {
    return this.#routine;
  }

  decodedReports(product: StationProduct): Iterable<HeldReport> {
    return this.#byProduct[product].decoded();
  }

  reports(product: StationProduct): Iterable<HeldReport> {
    return this.#byProduct[product].all();
  }

  /** Number of stations with a report of the product, decoded or waiting. */
  count(product: StationProduct): number {
    return this.#byProduct[product].size;
  }

  /** Number of hazards of the product, decoded or waiting. */
  countHazards(product: HazardProduct): number {
    return this.#waitingHazards.get(product)?.size ?? this.#hazards.get(product)?.length ?? 0;
  }

  #decodeHazards(product: HazardProduct): void {
    const list = this.#waitingHazards.get(product);
    if (list === undefined) return;
    this.#hazards.set(product, list.all());
    this.#waitingHazards.delete(product);
  }

  /** The last wall against mixing: whoever gets here with the wrong kind of report has a bug. */
  #refuseOther(raw: RawReport): void {
    if (raw.simulated !== this.simulated) {
      throw new Error(
        `a ${raw.simulated ? "simulated" : "real"} report must not enter a ${
          this.simulated ? "simulated" : "real"
        } world`,
      );
    }
  }
}
