/**
 * Pilot reports: PIREP (`UA`, `UUA`; FAA Order 7110.10, AIM 7-1-18) and AIREP (`ARP`; ICAO Doc 4444).
 *
 * Heights are above mean sea level, as pilots read them. An intensity of `none` is a report of smooth air or
 * of no ice: it is not the absence of a report.
 *
 * @module
 */
import type { Quantity, SpeedUnit } from "../../units/mod.ts";
import type {
  Absent,
  CompassPoint,
  DecodedReport,
  Measured,
  NotReported,
  Source,
} from "../product.ts";
import type { WeatherPhenomenon } from "../metar/model.ts";

/** Where the aircraft was. Radials are degrees magnetic from the fix, as charted. */
export type PirepPlace =
  | { readonly kind: "fix"; readonly fix: string; readonly source: Source }
  | {
    readonly kind: "fixRadialDistance";
    readonly fix: string;
    readonly radial: Quantity<"deg">;
    readonly distance: Quantity<"NM">;
    readonly source: Source;
  }
  | {
    /** `12NE KABC`. */
    readonly kind: "fixDirectionDistance";
    readonly fix: string;
    readonly direction: CompassPoint;
    readonly distance: Quantity<"NM">;
    readonly source: Source;
  }
  | {
    readonly kind: "position";
    readonly latitude: number;
    readonly longitude: number;
    readonly source: Source;
  }
  | { readonly kind: "route"; readonly points: readonly PirepPlace[]; readonly source: Source }
  | Absent;

/** The level of the aircraft. */
export type PirepLevel =
  | {
    readonly kind: "level";
    readonly altitude: Quantity<"ft">;
    /** Upper end of a range. */
    readonly to?: Quantity<"ft">;
    readonly source: Source;
  }
  | { readonly kind: "duringClimb" | "duringDescent" | "unknown"; readonly source: Source }
  | Absent;

/** Heights between which something was met; `null` where the end is open or not given. */
export interface HeightBand {
  readonly base: Quantity<"ft"> | null;
  readonly top: Quantity<"ft"> | null;
}

/** A cloud layer, heights above mean sea level; `null` for unknown. `clear`: the sky was clear. */
export interface PirepSkyLayer extends HeightBand {
  readonly cover: "clear" | "FEW" | "SCT" | "BKN" | "OVC" | "unknown";
  /** Second cover of `BKN-OVC`. */
  readonly coverTo?: "FEW" | "SCT" | "BKN" | "OVC";
  readonly source: Source;
}

/** Intensities in order; a range `LGT-MOD` has both ends. */
export type TurbulenceIntensity = "none" | "light" | "moderate" | "severe" | "extreme";
export type IcingIntensity = "none" | "trace" | "light" | "moderate" | "heavy" | "severe";

/** Turbulence met. */
export interface PirepTurbulence extends HeightBand {
  /** `null` where only a type was given. */
  readonly intensity: TurbulenceIntensity | null;
  readonly intensityTo?: TurbulenceIntensity;
  readonly type?: "clearAir" | "chop" | "lowLevelWindShear" | "mountainWave";
  readonly frequency?: "isolated" | "occasional" | "intermittent" | "continuous";
  readonly source: Source;
}

/** Icing met. */
export interface PirepIcing extends HeightBand {
  readonly intensity: IcingIntensity | null;
  readonly intensityTo?: IcingIntensity;
  readonly type?: "rime" | "clear" | "mixed";
  readonly source: Source;
}

/** Wind at the level of the aircraft; commonly computed on board, so direction may be true or magnetic. */
export type PirepWind =
  | {
    readonly kind: "wind";
    readonly direction: Quantity<"deg">;
    readonly speed: Quantity<SpeedUnit>;
    readonly gust?: Quantity<SpeedUnit>;
    readonly source: Source;
  }
  | Absent;

/** Why a report counts as urgent (AIM 7-1-18). */
export type UrgentReason =
  | "reportType"
  | "tornado"
  | "turbulence"
  | "icing"
  | "hail"
  | "lowLevelWindShear"
  | "volcanicAsh";

/** A position ahead of an aircraft. */
export interface NextPosition {
  /** `null`: a time without a place that can be read. */
  readonly place: PirepPlace | null;
  readonly time: Pirep["observedTime"];
  readonly at: string | null;
  readonly source: Source;
}

/** A decoded pilot report. */
export interface Pirep extends DecodedReport {
  readonly product: "pirep";
  readonly reportType: "PIREP" | "AIREP";
  /** By its type `UUA` or by its content: a routine report of severe icing is urgent, too. */
  readonly urgent: boolean;
  readonly urgentBecause: readonly { readonly reason: UrgentReason; readonly source: Source }[];
  /** Heading of the bulletin in which it came, with its transmission number. */
  readonly heading: Source | null;
  /** Who collected a PIREP, `FSD`; not the place of the aircraft. */
  readonly station: { readonly id: string; readonly source: Source } | null;
  /** ISO 8601 UTC; `null` where the time is missing or no receipt time was given. */
  readonly observedAt: string | null;
  readonly observedTime:
    | { readonly hour: number; readonly minute: number; readonly source: Source }
    | null;
  readonly place: PirepPlace;
  readonly level: PirepLevel;
  /** Type designator (ICAO Doc 8643), `C172`; moderate for an airliner is not moderate for a two-seater. */
  readonly aircraftType: { readonly text: string; readonly source: Source } | null;
  /** Call sign of an AIREP. */
  readonly aircraftIdentification: { readonly text: string; readonly source: Source } | null;
  readonly sky: readonly PirepSkyLayer[];
  readonly flightVisibility: Measured<"SM"> | NotReported;
  readonly weather: readonly WeatherPhenomenon[];
  readonly airTemperature: Measured<"degC"> | Absent;
  readonly wind: PirepWind;
  readonly turbulence: readonly PirepTurbulence[];
  readonly icing: readonly PirepIcing[];
  /** Where an AIREP says that the aircraft will be next, and when; `at` is resolved after the report's own time. */
  readonly nextPositions: readonly NextPosition[];
  readonly remarks: { readonly text: string; readonly source: Source } | null;
}
