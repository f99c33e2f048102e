/**
 * A decoded tropical cyclone advisory.
 *
 * Rules: ICAO Annex 3, appendix 2, table A2-2.
 *
 * @module
 */
import type { Quantity, SpeedUnit } from "../../units/mod.ts";
import type {
  AdvisoryHead,
  AdvisoryText,
  Area,
  Hazard,
  Levels,
  Movement,
  WrittenTime,
} from "../hazard/mod.ts";
import type { NotReported, Source } from "../product.ts";
import type { Position } from "../raw_report.ts";

export type { AdvisoryNext, AdvisoryText, Area, Levels, Movement } from "../hazard/mod.ts";

/** The centre at one time. */
export interface CyclonePosition {
  readonly written: WrittenTime | null;
  readonly at: string | null;
  readonly position: Position;
  readonly source: Source;
}

/** Maximum surface wind. Annex 3 wants the mean over ten minutes; some centres give that over one. */
export type CycloneWind = Quantity<SpeedUnit> & { readonly source: Source };

/** What is forecast for one time. `null`: the advisory says nothing of it, or that it has none. */
export interface CycloneForecast {
  /** Hours after the observation: 6, 12, 18, 24. */
  readonly hours: number;
  readonly centre: CyclonePosition | null;
  readonly maximumWind: CycloneWind | null;
}

/** A decoded tropical cyclone advisory. */
export interface TcAdvisory extends AdvisoryHead {
  readonly product: "tcAdvisory";
  /** `GLORIA`; `null` while it has no name. */
  readonly cyclone: AdvisoryText | null;
  readonly observed: CyclonePosition | null;
  /** Cumulonimbus of the cyclone: `none` where the advisory says so. */
  readonly cumulonimbus:
    | NotReported
    | { readonly kind: "none"; readonly source: Source }
    | {
      readonly kind: "cumulonimbus";
      readonly area: Area;
      readonly levels: Levels | NotReported;
      readonly source: Source;
    };
  readonly movement: Movement;
  readonly intensityChange: Hazard["intensityChange"];
  readonly centralPressure: (Quantity<"hPa"> & { readonly source: Source }) | null;
  readonly maximumWind: CycloneWind | null;
  readonly forecasts: readonly CycloneForecast[];
}
