/**
 * A graphical AIRMET: one hazard at one time, NWS Instruction 10-811.
 *
 * @module
 */
import type { Quantity } from "../../units/mod.ts";
import type { Area, LevelLimit } from "../hazard/model.ts";
import type { DecodedReport } from "../product.ts";

/** What the area or line is about. */
export type GairmetHazard =
  | "instrumentConditions"
  | "mountainObscuration"
  | "turbulenceHigh"
  | "turbulenceLow"
  | "icing"
  | "lowLevelWindShear"
  | "surfaceWind"
  | "freezingLevel"
  | "multipleFreezingLevels";

/** A decoded G-AIRMET snapshot. It has no text: `raw` is the provider's record as JSON. */
export interface Gairmet extends DecodedReport {
  readonly product: "gairmet";
  readonly hazard: GairmetHazard | null;
  readonly series: "sierra" | "tango" | "zulu" | null;
  readonly tag: string | null;
  /** Hours after the issue, 0 to 12. */
  readonly forecastHour: number | null;
  readonly severity: "light" | "moderate" | "severe" | null;
  /** In the record's own words: `CIG BLW 010/VIS BLW 3SM BR`. */
  readonly dueTo: string | null;
  readonly amended: boolean;
  readonly corrected: boolean;
  readonly cancelled: boolean;
  readonly issuedAt: string | null;
  /** The instant of the snapshot. */
  readonly validAt: string | null;
  /** The three hours around `validAt`, for which the snapshot speaks. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** End of the whole issue. */
  readonly expiresAt: string | null;
  readonly base: LevelLimit | null;
  readonly top: LevelLimit | null;
  /** Height of a freezing level line. */
  readonly level: LevelLimit | null;
  readonly area: Area;
  /** Between which heights the freezing level lies, where the record says so. */
  readonly freezingRange: { readonly low: Quantity<"ft">; readonly high: Quantity<"ft"> } | null;
  readonly valid: boolean;
}
