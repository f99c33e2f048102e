/**
 * Stations as the API shows them: every number with its unit.
 *
 * @module
 */
import { quantity } from "../../lib/units/mod.ts";
import type { Runway, Station, StationAt } from "../../lib/stations/station.ts";

const degrees = (value: number | null) => value === null ? null : quantity(value, "deg");

/** What stands beside a report. */
export function summariseStation(station: Station) {
  return {
    id: station.id,
    iata: station.iata,
    name: station.name,
    country: station.country === "" ? null : station.country,
    latitude: station.latitude,
    longitude: station.longitude,
    elevation: station.elevation,
  };
}

/** A runway with its true headings. */
export function presentRunway(runway: Runway) {
  return {
    ends: runway.ends.map((end) => ({
      designator: end.designator,
      trueHeading: degrees(end.trueHeading),
      headingSource: end.headingSource,
    })),
    length: runway.length,
    width: runway.width,
    surface: runway.surface,
    lighted: runway.lighted,
  };
}

/** All that is known of a station. */
export function presentStation(station: Station) {
  return {
    ...summariseStation(station),
    city: station.city,
    region: station.region,
    timeZone: station.timeZone,
    magneticVariation: degrees(station.magneticVariation),
    size: station.size,
    runways: station.runways.map(presentRunway),
  };
}

/** A station found, with how far it is from the point asked for. */
export function presentStationAt(at: StationAt | { readonly station: Station }) {
  return {
    station: presentStation(at.station),
    distance: "distance" in at ? at.distance : null,
    bearing: "bearing" in at ? at.bearing : null,
  };
}
