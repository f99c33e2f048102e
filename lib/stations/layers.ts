/**
 * A small index laid over a large one, so that a new table of stations costs only what it adds.
 *
 * @module
 */
import { atOnce, type Steps } from "../resilience/steps.ts";
import { indexSteps, mergeStations, STEP } from "./index.ts";
import type { Station, StationIndex } from "./station.ts";

/**
 * An index that knows the stations of `base` and those of `extra`, by the rule of `mergeStations`: what `base`
 * knows is kept, only an unknown elevation is taken over. `base` is neither changed nor built again, which
 * would hold the event loop for a fifth of a second.
 *
 * @example
 * ```ts
 * import { createStationIndex, layStations } from "./mod.ts";
 * import assert from "node:assert/strict";
 * const layered = layStations(createStationIndex([]), []);
 * assert.equal(layered.size, 0);
 * ```
 */
export function layStations(base: StationIndex, extra: readonly Station[]): StationIndex {
  return atOnce(layerSteps(base, newTo(base, extra)));
}

/** `changed`, what `newTo` gave for `base`, laid over it in steps. */
export function* layerSteps(base: StationIndex, changed: readonly Station[]): Steps<StationIndex> {
  const over = yield* indexSteps(changed, { wordsWhenAsked: true });
  let added = 0;
  for (const station of changed) if (base.get(station.id) === undefined) added++;
  /** The station as it is known now. */
  const latest = (station: Station) => over.get(station.id) ?? station;
  return {
    size: base.size + added,
    get: (id) => over.get(id) ?? base.get(id),
    byIata(code) {
      const known = base.byIata(code);
      return known === undefined ? over.byIata(code) : latest(known);
    },
    search: (query, limit) =>
      blended(base.search(query, limit).map(latest), over.search(query, limit), query, limit),
    near(latitude, longitude, radiusNm, limit, keep) {
      const below = base.near(
        latitude,
        longitude,
        radiusNm,
        limit,
        (station) => over.get(station.id) === undefined && (keep?.(station) ?? true),
      );
      return [...below, ...over.near(latitude, longitude, radiusNm, limit, keep)]
        .sort((a, b) =>
          a.distance.value - b.distance.value || (a.station.id < b.station.id ? -1 : 1)
        )
        .slice(0, limit);
    },
    inCircle: (latitude, longitude, radiusNm) => [
      ...base.inCircle(latitude, longitude, radiusNm)
        .filter((station) => over.get(station.id) === undefined),
      ...over.inCircle(latitude, longitude, radiusNm),
    ],
    within(south, west, north, east, limit) {
      const found = new Map<string, Station>();
      for (const station of over.within(south, west, north, east, limit)) {
        found.set(station.id, station);
      }
      for (const station of base.within(south, west, north, east, limit)) {
        if (found.size >= limit) break;
        if (!found.has(station.id)) found.set(station.id, latest(station));
      }
      return [...found.values()].slice(0, Math.max(0, limit));
    },
    *all() {
      for (const station of base.all()) yield latest(station);
      for (const station of changed) if (base.get(station.id) === undefined) yield station;
    },
  };
}

/** What `extra` adds: the stations that `base` lacks, and those of which it knows less. */
export function newTo(base: StationIndex, extra: readonly Station[]): Station[] {
  return atOnce(newToSteps(base, extra));
}

/** The same in steps. */
export function* newToSteps(base: StationIndex, extra: readonly Station[]): Steps<Station[]> {
  const changed = new Map<string, Station>();
  let count = 0;
  for (const station of extra) {
    const before = changed.get(station.id) ?? base.get(station.id);
    const known = before === undefined ? [] : [before];
    const merged = mergeStations(known, [station])[0]!;
    if (merged !== before) changed.set(merged.id, merged);
    if (++count % STEP === 0) yield;
  }
  return [...changed.values()];
}

/** At most this share of a full list is kept for stations that are no aerodromes. */
const EXTRA_SHARE = 0.25;

/** A code typed in full stands first, then aerodromes; a full list of these leaves room for the others. */
function blended(
  below: readonly Station[],
  over: readonly Station[],
  query: string,
  limit: number,
): Station[] {
  const code = query.trim().toUpperCase();
  const room = Math.max(0, limit - Math.min(over.length, Math.ceil(limit * EXTRA_SHARE)));
  const all = [
    ...over.filter((station) => station.id === code),
    ...below.slice(0, room),
    ...over,
    ...below.slice(room),
  ];
  return [...new Map(all.map((station) => [station.id, station])).values()].slice(0, limit);
}
