/**
 * Stations and aerodromes: what they are, before any weather.
 *
 * @module
 */
import type { Quantity } from "../units/mod.ts";

/** One direction of a runway. */
export interface RunwayEnd {
  /** `04L`. */
  readonly designator: string;
  /** Degrees true, 0 < h ≤ 360, or `null` where it is not known. */
  readonly trueHeading: number | null;
  /** `published` or computed from the `thresholds`; `designator`: number × 10 + variation, good to ± 5°. */
  readonly headingSource: "published" | "thresholds" | "designator" | null;
}

/** A runway with both its directions (a helipad or one-way strip has one). */
export interface Runway {
  readonly ends: readonly RunwayEnd[];
  readonly length: Quantity<"ft"> | null;
  readonly width: Quantity<"ft"> | null;
  /** `asphalt`, `concrete`, `grass` …, or `unknown`. */
  readonly surface: string;
  readonly lighted: boolean;
}

/** An aerodrome or a weather station. */
export interface Station {
  /** Location indicator, four characters: `KJFK`. */
  readonly id: string;
  readonly iata: string | null;
  readonly name: string;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2; empty where it is not known. */
  readonly country: string;
  /** ISO 3166-2 subdivision without the country: `NY`; or `null`. */
  readonly region: string | null;
  readonly latitude: number;
  readonly longitude: number;
  /** Above mean sea level; `null` where unknown, which is not 0. */
  readonly elevation: Quantity<"ft"> | null;
  /** IANA time zone, or `null`. */
  readonly timeZone: string | null;
  /** Magnetic variation, degrees, east positive (World Magnetic Model), or `null`. */
  readonly magneticVariation: number | null;
  /** Rough size: orders search results. */
  readonly size: "large" | "medium" | "small" | "heliport" | "seaplane" | "station";
  readonly runways: readonly Runway[];
}

/** A station with how far and in which direction (degrees true) it lies from a point. */
export interface StationAt {
  readonly station: Station;
  readonly distance: Quantity<"NM">;
  readonly bearing: Quantity<"deg">;
}

/** Look-ups over all stations; everything answers in well under a millisecond. */
export interface StationIndex {
  readonly size: number;
  /** By location indicator, any case. */
  get(id: string): Station | undefined;
  /** By IATA code, any case. */
  byIata(code: string): Station | undefined;
  /** By ICAO, IATA, name or city, tolerant of accents and small misspellings; best first. */
  search(query: string, limit: number): Station[];
  /** Nearest first. `radiusNm` up to 10,800. */
  near(
    latitude: number,
    longitude: number,
    radiusNm: number,
    limit: number,
    keep?: (station: Station) => boolean,
  ): StationAt[];
  /** All within `radiusNm` of a place, in no order. */
  inCircle(latitude: number, longitude: number, radiusNm: number): Station[];
  /** Inside a box; `west > east` crosses the antimeridian. */
  within(south: number, west: number, north: number, east: number, limit: number): Station[];
  all(): Iterable<Station>;
}
