/**
 * TAF (WMO-No. 306 FM 51, ICAO Annex 3 appendix 5): the decoded model.
 *
 * @module
 */
import type { HeightUnit, Quantity, SpeedUnit } from "../../units/mod.ts";
import type { DecodedReport, Source } from "../product.ts";
import type { Pressure, WeatherElements } from "../metar/model.ts";

/** A period of time, ISO 8601 UTC; the instants are `null` where unreadable or no receipt time was given. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
  /** As written, `0218/0224`. */
  readonly source: Source;
}

/** `WS020/24045KT`: low-level wind shear, height above ground. */
export interface ForecastWindShear {
  readonly height: Quantity<"ft">;
  readonly direction: Quantity<"deg">;
  readonly speed: Quantity<SpeedUnit>;
  readonly source: Source;
}

/** Military turbulence (`5BhhhT`) or icing (`6IhhhT`) group. */
export interface ForecastLayer {
  /** Code figure as written; `X` is kept (`5X0304`). */
  readonly code: string;
  readonly intensity: "none" | "light" | "moderate" | "severe" | "extreme" | "unknown";
  /** The code figure in words (WMO code tables 0300 and 1733). */
  readonly description: string;
  readonly base: Quantity<HeightUnit>;
  readonly thickness: Quantity<HeightUnit>;
  readonly source: Source;
}

/** `TX12/0215Z`, `TNM03/0306Z`. */
export interface ForecastTemperature {
  readonly temperature: Quantity<"degC">;
  readonly belowZero?: true;
  /** ISO 8601 UTC, or `null`. */
  readonly at: string | null;
  readonly source: Source;
}

/** What is forecast for one period: of a change group only the elements that it names are reported. */
export interface ForecastElements extends WeatherElements {
  readonly windShear: readonly ForecastWindShear[];
  readonly turbulence: readonly ForecastLayer[];
  readonly icing: readonly ForecastLayer[];
  /** `QNH2992INS`: lowest altimeter setting of the period. */
  readonly qnh: Pressure;
}

/** A change group. */
export interface ChangeGroup {
  /** `PROB` stands alone; `PROB30 TEMPO` is a `TEMPO` with a probability. */
  readonly kind: "FM" | "BECMG" | "TEMPO" | "INTER" | "PROB";
  readonly probability?: number;
  /** `FM`: from its time to the next `FM` or the end of the TAF; others: as written. */
  readonly period: Period;
  readonly elements: ForecastElements;
  /** The whole group. */
  readonly source: Source;
}

/** A decoded TAF. */
export interface Taf extends DecodedReport {
  readonly product: "taf";
  readonly locationIndicator: string | null;
  /** ISO 8601 UTC; `null` where absent or unreadable. */
  readonly issuedAt: string | null;
  readonly issuedDayTime: {
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly source: Source;
  } | null;
  /** `null` for `NIL` and where it could not be read. */
  readonly validity: Period | null;
  readonly amended: boolean;
  readonly corrected: boolean;
  /** `CNL`: the forecast is cancelled. */
  readonly cancelled: boolean;
  /** `NIL`: no forecast issued. */
  readonly nil: boolean;
  /** The base forecast. */
  readonly forecast: ForecastElements;
  readonly changeGroups: readonly ChangeGroup[];
  readonly maximumTemperatures: readonly ForecastTemperature[];
  readonly minimumTemperatures: readonly ForecastTemperature[];
  /** Remarks and notices, `AMD NOT SKED`, `RMK NXT FCST BY 110100Z`, each with its text. */
  readonly remarks: readonly {
    readonly kind: string;
    readonly text: string;
    readonly source: Source;
  }[];
}
