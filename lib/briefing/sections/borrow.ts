/**
 * Reports of a neighbour, where an aerodrome has none that may be used.
 *
 * @module
 */
import type { Station, StationAt } from "../../stations/station.ts";
import { degrees, differenceOf, nauticalMiles } from "../context.ts";
import type { FactPlace } from "../facts.ts";
import type { BriefingWorld } from "../world.ts";

/** Ceiling and visibility are borrowed within these limits (aviation rules, section 5). */
export const BORROW_NM = 25;
export const BORROW_FT = 1000;

/** The nearest station that `has` what is wanted and lies within the limits; `null` where there is none. */
export function neighbourOf(
  home: Station,
  { stations }: BriefingWorld,
  has: (station: Station) => boolean,
): StationAt | null {
  const near = stations.near(
    home.latitude,
    home.longitude,
    BORROW_NM,
    20,
    (station) => station.id !== home.id && alike(home, station) && has(station),
  );
  return near[0] ?? null;
}

/** An elevation that is not known is not a like one. */
function alike(home: Station, other: Station): boolean {
  if (home.elevation === null || other.elevation === null) return false;
  return Math.abs(home.elevation.value - other.elevation.value) <= BORROW_FT;
}

/** How a neighbour's value is labelled: distance, direction, difference in elevation. */
export function borrowedPlace(home: Station, { station, distance, bearing }: StationAt): FactPlace {
  return {
    from: home.id,
    distance: nauticalMiles("distance", distance.value),
    bearing: degrees("bearing", bearing.value),
    elevationDifference: differenceOf(station, home.elevation?.value ?? null),
  };
}
