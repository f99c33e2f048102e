/**
 * The read side over a world in memory.
 *
 * @module
 */
import { isMetarPast, metarFreshness, tafFreshness } from "../derive/mod.ts";
import type { FeedName } from "../products/product.ts";
import type { StationIndex } from "../stations/station.ts";
import type { FeedState, World } from "../store/world.ts";
import type { Clock } from "../time/mod.ts";
import { createHazardsInForce } from "./hazards_in_force.ts";
import { type ProductFeed, productFeed } from "./product_feed.ts";
import type { Reports } from "./reports.ts";

/** What the read side is made of. */
export interface ReportsOptions {
  readonly world: World;
  /** Looked up at each question, since the daily station table may replace the index. */
  readonly stations: StationIndex | (() => StationIndex);
  readonly clock: Clock;
  /** Told of each station that a reader asks for. */
  readonly onAsked?: (stationId: string) => void;
}

/** Makes the read side. Every answer comes from memory; the freshness is of the moment of asking. */
export function createReports(options: ReportsOptions): Reports {
  const { world, clock } = options;
  const stations = typeof options.stations === "function"
    ? options.stations
    : () => options.stations as StationIndex;
  const freshMetar = (held: { readonly observedAt: number }, stationId: string) =>
    metarFreshness(held.observedAt, world.cadenceMs(stationId), clock.now());
  const hazards = createHazardsInForce(world, clock);
  return {
    world,
    get stations() {
      return stations();
    },
    now: () => clock.now(),
    metar(stationId) {
      const held = world.metar(stationId);
      if (held === undefined) return undefined;
      return {
        ...held,
        freshness: freshMetar(held, stationId),
        station: stations().get(stationId),
      };
    },
    taf(stationId) {
      const held = world.taf(stationId);
      if (held === undefined) return undefined;
      const freshness = tafFreshness(held.decoded, clock.now());
      return { ...held, freshness, station: stations().get(stationId) };
    },
    hazards: (product) => hazards(product).current,
    endedHazards: (product) => hazards(product).ended,
    nearestReporting(latitude, longitude, radiusNm, limit) {
      const now = clock.now();
      return stations().near(latitude, longitude, radiusNm, limit, ({ id }) => {
        const held = world.metar(id);
        if (held === undefined || held.decoded.nil) return false;
        return !isMetarPast(held.observedAt, world.cadenceMs(id), now);
      });
    },
    resolve(id) {
      const code = id.trim().toUpperCase();
      const index = stations();
      const isKnown = index.get(code) !== undefined || reports(world, code);
      const found = isKnown ? code : index.byIata(code)?.id;
      if (found !== undefined) options.onAsked?.(found);
      return found;
    },
    feed: feedsByProduct(world),
  };
}

/** Looks up the feeds of a product as one; made anew only when a feed has changed, since every answer asks. */
function feedsByProduct(world: World): Reports["feed"] {
  let feeds: readonly FeedState[] = [];
  const made = new Map<FeedName, ProductFeed | undefined>();
  return (product) => {
    if (feeds !== world.feeds()) {
      feeds = world.feeds();
      made.clear();
    }
    if (!made.has(product)) made.set(product, productFeed(feeds, product));
    return made.get(product);
  };
}

/** Whether a station that no table knows reports weather all the same. */
function reports(world: World, stationId: string): boolean {
  return world.metar(stationId) !== undefined || world.taf(stationId) !== undefined;
}
