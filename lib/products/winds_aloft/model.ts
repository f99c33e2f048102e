/**
 * Winds and temperatures aloft (FB): FAA AIM 7-1-6, NWS Instruction 10-812.
 *
 * @module
 */
import type { Quantity } from "../../units/mod.ts";
import type { DecodedReport, Source } from "../product.ts";

/** The wind of one level. Light and variable is under 5 kt and has no direction; it is not calm. */
export type WindAloft =
  | { readonly kind: "lightAndVariable" }
  | {
    readonly kind: "wind";
    /** Degrees true, in tens. */
    readonly direction: Quantity<"deg">;
    /** 199 kt is `atLeast`. */
    readonly speed: Quantity<"kt">;
  };

/** One level of one station. */
export interface LevelForecast {
  /** Feet above mean sea level. */
  readonly level: Quantity<"ft">;
  /** `null`: the group is there, but cannot be read. */
  readonly wind: WindAloft | null;
  /** `null`: not forecast at this level, or not readable. */
  readonly temperature: Quantity<"degC"> | null;
  readonly source: Source;
}

/** One line. Levels near the ground that are not forecast are left out. */
export interface StationWinds {
  readonly station: string;
  readonly levels: readonly LevelForecast[];
  readonly source: Source;
}

/** A decoded bulletin. */
export interface WindsAloft extends DecodedReport {
  readonly product: "windsAloft";
  readonly heading:
    | { readonly id: string; readonly office: string; readonly source: Source }
    | null;
  /** Time of the model run, ISO 8601; `null` where the month cannot be known. */
  readonly basedOn: string | null;
  /** The instant that the values are for. */
  readonly validAt: string | null;
  /** The hours for which they may be used. */
  readonly useFrom: string | null;
  readonly useTo: string | null;
  /** Above this height temperatures are negative without a sign. */
  readonly negativeAbove: Quantity<"ft"> | null;
  readonly levels: readonly Quantity<"ft">[];
  readonly stations: readonly StationWinds[];
  readonly valid: boolean;
}
