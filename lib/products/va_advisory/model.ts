/**
 * A decoded volcanic ash advisory.
 *
 * Rules: ICAO Annex 3, appendix 2, table A2-1.
 *
 * @module
 */
import type { Quantity } from "../../units/mod.ts";
import type {
  AdvisoryHead,
  AdvisoryText,
  Area,
  Levels,
  Movement,
  WrittenTime,
} from "../hazard/mod.ts";
import type { NotReported, Source } from "../product.ts";
import type { Position } from "../raw_report.ts";

export type { AdvisoryNext, AdvisoryText, Area, Levels, Movement } from "../hazard/mod.ts";

/** The volcano. `name` is `null` where it is unknown. */
export interface Volcano {
  readonly name: string | null;
  /** Its number in the list of the Smithsonian Institution (IAVCEI): `300130`, before 2013 `1000-13`. */
  readonly number: string | null;
  readonly source: Source;
}

/** One cloud of ash. */
export interface AshCloud {
  readonly levels: Levels | NotReported;
  readonly area: Area;
  readonly movement: Movement;
  readonly source: Source;
}

/** The wind at the levels where ash may be, given while the cloud itself cannot be seen. */
export interface AshWind {
  readonly levels: Levels | NotReported;
  /** Degrees true; `null` for variable. */
  readonly direction: Quantity<"deg"> | null;
  readonly speed: Quantity<"kt" | "m/s" | "km/h">;
  readonly source: Source;
}

/** Ash at one time. */
export interface AshPhase {
  readonly kind: "observed" | "estimated" | "forecast";
  /** Hours after the observation; 0 for now. */
  readonly hours: number;
  readonly written: WrittenTime | null;
  readonly at: string | null;
  /**
   * `clouds`: where they are; `notIdentifiable`: not seen, which is not the same as none; `noneExpected`: no ash
   * expected; `notAvailable`: nothing is said.
   */
  readonly state: "clouds" | "notIdentifiable" | "noneExpected" | "notAvailable" | "notUnderstood";
  readonly clouds: readonly AshCloud[];
  readonly winds: readonly AshWind[];
  readonly source: Source;
}

/** A decoded volcanic ash advisory. */
export interface VaAdvisory extends AdvisoryHead {
  readonly product: "vaAdvisory";
  readonly volcano: Volcano | null;
  /** Where the volcano stands; `position` is `null` where the advisory does not know. */
  readonly position: { readonly position: Position | null; readonly source: Source } | null;
  /** Country or region: `RUSSIA`. */
  readonly region: AdvisoryText | null;
  /** Height of summit or source above mean sea level. */
  readonly elevation: (Quantity<"ft" | "m"> & { readonly source: Source }) | null;
  readonly informationSource: AdvisoryText | null;
  readonly colourCode:
    | {
      readonly code: "green" | "yellow" | "orange" | "red" | "unknown" | "notGiven";
      readonly source: Source;
    }
    | null;
  readonly eruptionDetails: AdvisoryText | null;
  readonly phases: readonly AshPhase[];
}
