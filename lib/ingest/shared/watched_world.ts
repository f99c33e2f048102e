/**
 * The world as ingest writes it, with the shared store listening: what is put goes there as well.
 *
 * @module
 */
import type { ProductName } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import type { Slicer } from "../../resilience/mod.ts";
import {
  type FeedState,
  HAZARD_PRODUCTS,
  isHazardProduct,
  type StationProduct,
  type WritableWorld,
} from "../../store/mod.ts";
import { currentId, entryOf } from "./entries.ts";
import type { StoreWriter } from "./store_writer.ts";

/** What it is made of. */
export interface WatchedWorldOptions {
  readonly world: WritableWorld;
  readonly writer: Pick<StoreWriter, "put" | "remove" | "keep" | "putFeed">;
  readonly slicer: Slicer;
  /** How long after its observation a station's report is current in the store. */
  readonly retentionMs: number;
  /** Whether the history is kept. */
  readonly history: boolean;
}

/** A world for ingest. */
export interface WatchedWorld extends WritableWorld {
  /** A report that was judged and is not shown: an older one that came late. The history has it. */
  noteKept(held: HeldReport): void;
  /** Offers everything that is held once more: to a store that may have lost it. */
  offerAll(): void;
  /** Resolves when what the first rounds of feeds set going is on its way. */
  settled(): Promise<void>;
}

/**
 * Puts the listener before `world`. When a feed answers for the first time since the start everything held
 * of its product is offered once: what was restored, and what the process before could not write any more.
 */
export function watchWorld(options: WatchedWorldOptions): WatchedWorld {
  const { world, writer, slicer } = options;
  const answered = new Set<string>();
  /** What came in since the start: it need not be offered. */
  let came = new WeakSet<HeldReport>();
  let offering: Promise<void> = Promise.resolve();

  const keep = (held: Pick<HeldReport, "raw" | "observedAt">) => {
    if (options.history) writer.keep({ raw: held.raw, observedAt: held.observedAt });
  };
  const timesOf = ({ raw: { product, stationId } }: HeldReport) =>
    product === "metar" && stationId !== null ? world.routineTimesOf(stationId) : [];
  const show = (held: HeldReport) => {
    came.add(held);
    writer.put(held.raw.product, currentId(held), () =>
      // Asked for when it is written: only then does the world know whether the report was a routine one.
      entryOf(held, options.retentionMs, timesOf(held)));
  };

  async function offer(product: ProductName): Promise<void> {
    const reports = isStationProduct(product)
      ? world.reports(product)
      : isHazardProduct(product)
      ? world.hazards(product)
      : [];
    for (const held of reports) {
      await slicer.pause();
      if (came.has(held)) continue;
      show(held);
      keep(held);
    }
  }

  const own: Partial<WatchedWorld> = {
    put(product, stationId, held) {
      const before = product === "metar" ? world.metar(stationId) : world.taf(stationId);
      world.put(product, stationId, held);
      show(held);
      keep(held);
      // A text that lost by rule came in all the same; those of before were kept when they came.
      const known = new Set([before, ...before?.conflicts ?? []].map((one) => textOf(one)));
      for (const raw of held.conflicts ?? []) {
        if (!known.has(raw.text)) keep({ raw, observedAt: held.observedAt });
      }
    },
    putHazards(product, hazards) {
      const before = new Map(world.hazards(product).map((held) => [currentId(held), held]));
      world.putHazards(product, hazards);
      for (const held of hazards) {
        const id = currentId(held);
        if (before.get(id) !== held) {
          show(held);
          keep(held);
        }
        before.delete(id);
      }
      for (const id of before.keys()) writer.remove(product, id);
    },
    putFeed(state: FeedState) {
      world.putFeed(state);
      writer.putFeed(state);
      const key = state.key ?? state.product;
      if (state.succeededAt === null || state.error !== null || answered.has(key)) return;
      answered.add(key);
      if (state.product === "stations") return;
      const { product } = state;
      offering = offering.then(() => offer(product)).catch(() => {});
    },
    noteKept: keep,
    offerAll() {
      came = new WeakSet();
      for (const product of ["metar", "taf", ...HAZARD_PRODUCTS] as const) {
        offering = offering.then(() => offer(product)).catch(() => {});
      }
      // States of feeds go after the reports.
      offering = offering.then(() => world.feeds().forEach((state) => writer.putFeed(state)));
    },
    settled: () => offering,
  };
  return withOwn(world, own);
}

/** `world` with functions of our own before its own. */
function withOwn(world: WritableWorld, own: Partial<WatchedWorld>): WatchedWorld {
  const bound = new Map<PropertyKey, unknown>(Object.entries(own));
  return new Proxy(world, {
    get(target, name) {
      const known = bound.get(name);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      // Private fields of the world are not reachable through a proxy.
      const method: unknown = value.bind(target);
      bound.set(name, method);
      return method;
    },
  }) as WatchedWorld;
}

function textOf(one: HeldReport | { readonly text: string } | undefined): string | undefined {
  return one === undefined ? undefined : "raw" in one ? one.raw.text : one.text;
}

function isStationProduct(product: ProductName): product is StationProduct {
  return product === "metar" || product === "taf";
}
