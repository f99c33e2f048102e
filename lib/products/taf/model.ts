/**
 * TAF (WMO-No. 306 FM 51, ICAO Annex 3 appendix 5): the decoded model.
 *
 * @module
 */
import type { HeightUnit, Quantity, SpeedUnit } from "../../units/mod.ts";
import type { DecodedReport, Source } from "../product.ts";
import type { Pressure, SurfaceWind, WeatherElements } from "../metar/model.ts";

/** A period of time, ISO 8601 UTC; the instants are `null` where unreadable or no receipt time was given. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
  /** As written, `0218/0224`. */
  readonly source: Source;
  /** Days and hours as read, without their month; `to` is `null` for `FM`. Absent where damaged. */
  readonly written?: { readonly from: WrittenTime; readonly to: WrittenTime | null };
}

/** Day of month, hour (24 is midnight at the end of the day) and minute. */
export interface WrittenTime {
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
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
  /** Above ground; `null` where the report writes `////`. */
  readonly base: Quantity<HeightUnit> | null;
  /** Upwards from `base`; 0 means to the top of the cloud (icing) or not given. */
  readonly thickness: Quantity<HeightUnit> | null;
  readonly source: Source;
}

/** `TX12/0215Z`, `TNM03/0306Z`. */
export interface ForecastTemperature {
  readonly temperature: Quantity<"degC">;
  readonly belowZero?: true;
  /** ISO 8601 UTC, or `null`. */
  readonly at: string | null;
  /** Day and hour as written (or, of an hour alone, as placed in the validity). */
  readonly written: WrittenTime;
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

/** `WND 33009KT AFT 1315` of US military TAFs. */
export interface WindChange {
  readonly surfaceWind: SurfaceWind;
  /** ISO 8601 UTC, or `null`. */
  readonly from: string | null;
  readonly source: Source;
}

/** A row of temperatures (°C) or QNH (hPa) for the start of the validity and 3, 6 and 9 hours later (AIP Australia GEN 3.5). */
export interface ForecastRow {
  readonly element: "airTemperature" | "qnh";
  readonly values: readonly {
    readonly value: Quantity<"degC"> | Quantity<"hPa">;
    /** ISO 8601 UTC, or `null`. */
    readonly at: string | null;
  }[];
  readonly source: Source;
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
  /** `WND 33009KT AFT 1315`: the wind changes at an instant while all else stays. */
  readonly windChanges?: readonly WindChange[];
  readonly maximumTemperatures: readonly ForecastTemperature[];
  readonly minimumTemperatures: readonly ForecastTemperature[];
  /** A lone `T08/2111Z`: the report does not say whether it is a maximum or a minimum. */
  readonly otherTemperatures?: readonly ForecastTemperature[];
  /** Australian rows `T 25 21 18 20 Q 1012 1013 1014 1015`: every three hours from the start. */
  readonly forecastRows?: readonly ForecastRow[];
  /** Remarks and notices, `AMD NOT SKED`, `RMK NXT FCST BY 110100Z`, each with its text. */
  readonly remarks: readonly {
    readonly kind: string;
    readonly text: string;
    readonly source: Source;
  }[];
}
