/**
 * The index over all stations: by code, by words, by place.
 *
 * @module
 */
import { atOnce, inSteps, type Steps } from "../resilience/steps.ts";
import type { Station, StationIndex } from "./station.ts";
import { StationGrid } from "./grid.ts";
import { StationSearch } from "./search.ts";

/** Stations handled in one step: well under a millisecond. */
export const STEP = 200;

/** What is indexed at the first question for it; everything but the codes is most of the work. */
export interface IndexOptions {
  readonly wordsWhenAsked?: boolean;
  readonly placesWhenAsked?: boolean;
}

/** An index that may be made whole ahead of the first questions. */
export interface PreparedIndex extends StationIndex {
  /**
   * Indexes places, and then words, in small steps with `pause` between them; a question before the end does it at
   * once.
   */
  prepare(pause: () => Promise<void> | undefined): Promise<void>;
}

/**
 * Indexes `stations`; the index never changes afterwards.
 *
 * @example
 * ```ts
 * import { createStationIndex, parseStations } from "./mod.ts";
 * import assert from "node:assert/strict";
 * const text = "EGLL\tLHR\tL\t51.47\t-0.46\t83\t1.1\tEurope/London\tGB\tENG\tLondon Heathrow Airport\tLondon";
 * const index = createStationIndex(parseStations(text));
 * assert.equal(index.search("hethrow", 5)[0]?.id, "EGLL");
 * ```
 */
export function createStationIndex(
  stations: readonly Station[],
  options: IndexOptions = {},
): PreparedIndex {
  return atOnce(indexSteps(stations, options));
}

/** The same in steps. */
export function* indexSteps(
  stations: readonly Station[],
  options: IndexOptions = {},
): Steps<PreparedIndex> {
  const byId = new Map<string, Station>();
  const byIata = new Map<string, Station>();
  let count = 0;
  for (const station of stations) {
    byId.set(station.id.toUpperCase(), station);
    if (station.iata !== null) byIata.set(station.iata.toUpperCase(), station);
    if (++count % STEP === 0) yield;
  }
  let places: StationGrid | null = null;
  const grid = () => places ??= atOnce(gridSteps(byId.values()));
  if (!options.placesWhenAsked) places = yield* gridSteps(byId.values());
  let words: StationSearch | null = null;
  const search = () => words ??= new StationSearch(byId.values());
  if (!options.wordsWhenAsked) search();
  return {
    size: byId.size,
    get: (id) => byId.get(id.toUpperCase()),
    byIata: (code) => byIata.get(code.toUpperCase()),
    search: (query, limit) => search().search(query, limit),
    async prepare(pause) {
      const placed = await inSteps(gridSteps(byId.values()), pause);
      places ??= placed;
      const made = await StationSearch.create(byId.values(), pause);
      words ??= made;
    },
    near: (latitude, longitude, radiusNm, limit, keep) =>
      grid().near(latitude, longitude, radiusNm, limit, keep),
    inCircle: (latitude, longitude, radiusNm) => grid().inCircle(latitude, longitude, radiusNm),
    within: (south, west, north, east, limit) => grid().within(south, west, north, east, limit),
    all: () => byId.values(),
  };
}

function* gridSteps(stations: Iterable<Station>): Steps<StationGrid> {
  const grid = new StationGrid();
  let count = 0;
  for (const station of stations) {
    grid.add(station);
    if (++count % STEP === 0) yield;
  }
  return grid;
}

/**
 * `base` and the stations of `extra` that it lacks: weather stations that are no aerodromes (buoys, mountain
 * stations, `KW29`), from a provider's station table. What `base` knows is kept; only an elevation or a
 * magnetic variation that it does not know is taken over.
 */
export function mergeStations(base: readonly Station[], extra: readonly Station[]): Station[] {
  const merged = new Map(base.map((station) => [station.id, station]));
  for (const station of extra) {
    const known = merged.get(station.id);
    if (known === undefined) merged.set(station.id, station);
    else if (known.elevation === null && station.elevation !== null) {
      merged.set(station.id, { ...known, elevation: station.elevation });
    }
  }
  return [...merged.values()];
}
