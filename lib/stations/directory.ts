/**
 * What is known about stations while the service runs: the bundled table, a provider's daily table, and the
 * places that reports themselves give.
 *
 * @module
 */
import { layerSteps, layStations, newTo, newToSteps } from "./layers.ts";
import type { Station, StationIndex } from "./station.ts";
import { inSteps } from "../resilience/steps.ts";

/** What a report says about where it was made. */
export interface ReportedPlace {
  /** Location indicator in capitals. */
  readonly id: string;
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  /** Above mean sea level, feet; `null` where it is not known. */
  readonly elevationFt: number | null;
}

/** A reader asks `index` at each question: it is replaced as a whole and never changes. */
export interface StationDirectory {
  readonly index: StationIndex;
  /** What the last daily table adds to the bundled one; empty before the first. */
  readonly table: readonly Station[];
  /** Takes a table in place of the one before. */
  setTable(stations: readonly Station[]): void;
  /** The same in small steps with `pause` between them; the index is replaced at their end. */
  takeTable(
    stations: readonly Station[],
    pause: () => Promise<void> | undefined,
  ): Promise<void>;
  /** Takes the place of a station that no table knows; gives whether that is news. Shown from `publish` on. */
  noteReported(place: ReportedPlace): boolean;
  /** Replaces the index when something was noted; gives whether it did. */
  publish(): boolean;
}

/** Stations known from their reports alone. There are some hundreds. */
const MAX_REPORTED = 5_000;
/** Degrees by which a station must have moved to be shown elsewhere: platforms and field stations do. */
const MOVED = 0.02;

/** A directory over `base`. */
export function createStationDirectory(base: StationIndex): StationDirectory {
  const reported = new Map<string, Station>();
  let table: readonly Station[] = [];
  let tabled = new Set<string>();
  /** The base with the table over it; reports lie above, so that a new one costs nothing but reports. */
  let below = base;
  let index = base;
  let pending = false;
  const lay = () => {
    pending = false;
    index = reported.size === 0 ? below : layStations(below, [...reported.values()]);
  };
  const replace = (changed: readonly Station[], laid: StationIndex) => {
    table = changed;
    below = laid;
    tabled = new Set(table.map((station) => station.id));
    for (const id of reported.keys()) if (tabled.has(id)) reported.delete(id);
    lay();
  };
  return {
    get index() {
      return index;
    },
    get table() {
      return table;
    },
    setTable(stations) {
      const changed = newTo(base, stations);
      replace(changed, layStations(base, changed));
    },
    async takeTable(stations, pause) {
      const changed = await inSteps(newToSteps(base, stations), pause);
      replace(changed, await inSteps(layerSteps(base, changed), pause));
    },
    noteReported(place) {
      if (tabled.has(place.id) || base.get(place.id) !== undefined) return false;
      const before = reported.get(place.id);
      if (before === undefined ? reported.size >= MAX_REPORTED : isSamePlace(before, place)) {
        return false;
      }
      reported.set(place.id, stationAt(place));
      pending = true;
      return true;
    },
    publish() {
      if (!pending) return false;
      lay();
      return true;
    },
  };
}

function isSamePlace(station: Station, place: ReportedPlace): boolean {
  return Math.abs(station.latitude - place.latitude) < MOVED &&
    Math.abs(station.longitude - place.longitude) < MOVED;
}

/** Nothing but place and height is known; the country is not guessed from the indicator. */
function stationAt({ id, latitude, longitude, elevationFt }: ReportedPlace): Station {
  return {
    id,
    iata: null,
    name: "Weather station",
    city: null,
    country: "",
    region: null,
    latitude,
    longitude,
    elevation: elevationFt === null ? null : { value: elevationFt, unit: "ft" },
    timeZone: null,
    magneticVariation: null,
    size: "station",
    runways: [],
  };
}
