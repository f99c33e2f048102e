/**
 * A space weather advisory: ICAO Annex 3, appendix 2, table A2-3.
 *
 * @module
 */
import type { Quantity } from "../../units/mod.ts";
import type { Source } from "../product.ts";
import type { Position } from "../raw_report.ts";

/** Bands of latitude, and the sunlit and the dark half of the earth. */
export type SpaceWeatherRegion =
  | "highNorth"
  | "middleNorth"
  | "equatorialNorth"
  | "equatorialSouth"
  | "middleSouth"
  | "highSouth"
  | "daylightSide"
  | "nightSide";

/** One region with its severity: `MOD HNH HSH E180 - W180 ABV FL340`. */
export interface SpaceWeatherExtent {
  readonly severity: "moderate" | "severe";
  readonly regions: readonly SpaceWeatherRegion[];
  /** Meridians between which it is: from west to east as written. */
  readonly longitudes: { readonly from: number; readonly to: number } | null;
  readonly polygon: readonly Position[] | null;
  readonly base: Quantity<"ft"> | null;
  readonly top: Quantity<"ft"> | null;
}

/** One of the five times of an advisory. */
export interface SpaceWeatherPhase {
  readonly kind: "observed" | "forecast";
  /** Hours after the advisory; 0 for the first. */
  readonly hours: 0 | 6 | 12 | 18 | 24;
  readonly at: string | null;
  /** `noneExpected`: `NO SWX EXP`; `notAvailable`: `NOT AVBL`. */
  readonly state: "expected" | "noneExpected" | "notAvailable" | "notUnderstood";
  readonly extents: readonly SpaceWeatherExtent[];
  readonly source: Source;
}

/** The advisory. What is absent or unreadable is `null`, with an issue that names it. */
export interface SpaceWeather {
  readonly centre: string | null;
  readonly effects:
    readonly ("hfCommunications" | "satelliteCommunications" | "gnss" | "radiation")[];
  readonly advisory: string | null;
  readonly replaces: string | null;
  readonly phases: readonly SpaceWeatherPhase[];
  readonly remarks: Source | null;
  readonly nextAdvisory:
    | { readonly kind: "none"; readonly source: Source }
    | { readonly kind: "by"; readonly at: string; readonly source: Source }
    | null;
}
