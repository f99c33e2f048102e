/**
 * METAR and SPECI (WMO-No. 306 FM 15/16, ICAO Annex 3 appendix 3, FMH-1): the decoded model.
 *
 * The model is also the JSON of the API and of `deno task decode`. Weather elements that trends and
 * TAF periods share are defined here once.
 *
 * @module
 */
import type {
  DistanceUnit,
  HeightUnit,
  PressureUnit,
  Quantity,
  SpeedUnit,
} from "../../units/mod.ts";
import type {
  Absent,
  CompassPoint,
  DecodedReport,
  Measured,
  NotObservable,
  NotReported,
  NotUnderstood,
  Source,
} from "../product.ts";
import type { Remark } from "./remarks_model.ts";

/** Wind at the surface, degrees true. `calm` is `00000KT`; it is never how a missing wind is shown. */
export type SurfaceWind =
  | { readonly kind: "calm"; readonly unit: SpeedUnit; readonly source: Source }
  | {
    readonly kind: "wind";
    readonly direction: Quantity<"deg">;
    readonly speed: Quantity<SpeedUnit>;
    readonly gust?: Quantity<SpeedUnit>;
    /** `240V300`: clockwise from `from` to `to`. */
    readonly sector?: WindSector;
    /** `E25003KT`: estimated. */
    readonly estimated?: true;
    readonly source: Source;
  }
  | {
    readonly kind: "variable";
    readonly speed: Quantity<SpeedUnit>;
    readonly gust?: Quantity<SpeedUnit>;
    readonly sector?: WindSector;
    readonly estimated?: true;
    readonly source: Source;
  }
  | {
    /** `///05KT`: speed known, direction not. */
    readonly kind: "directionNotObservable";
    readonly speed: Quantity<SpeedUnit>;
    readonly gust?: Quantity<SpeedUnit>;
    readonly source: Source;
  }
  | {
    /** `230//KT`: direction known, speed not. */
    readonly kind: "speedNotObservable";
    readonly direction: Quantity<"deg">;
    readonly source: Source;
  }
  | Absent;

/** Directions between which the wind varies, degrees true, clockwise. */
export interface WindSector {
  readonly from: Quantity<"deg">;
  readonly to: Quantity<"deg">;
  readonly source: Source;
}

/** Prevailing visibility in the unit reported. `9999` is `atLeast` 10 km (value 10000 m); `P6SM` `atLeast` 6 SM. */
export type Visibility =
  | {
    readonly kind: "visibility";
    readonly distance: Quantity<DistanceUnit>;
    /** `4000E`: the only visibility group given has a direction. */
    readonly direction?: CompassPoint;
    /** `NDV`: the automatic station could not report directional variation. */
    readonly noDirectionalVariation?: true;
    readonly source: Source;
  }
  | { readonly kind: "cavok"; readonly source: Source }
  | Absent;

/** A further visibility group: `3000SE`, `0700`. */
export interface DirectionalVisibility {
  readonly distance: Quantity<DistanceUnit>;
  readonly direction?: CompassPoint;
  readonly source: Source;
}

/** Runway visual range (FM 15, 15.7). */
export type RunwayVisualRange =
  | {
    readonly kind: "range";
    readonly runway: string;
    readonly visualRange: Quantity<"m" | "ft">;
    /** Upper value of `1000V1200FT`; `visualRange` is then the lower. */
    readonly variableTo?: Quantity<"m" | "ft">;
    readonly tendency?: "upward" | "downward" | "noChange";
    readonly source: Source;
  }
  | { readonly kind: "notObservable"; readonly runway: string; readonly source: Source };

export type WeatherDescriptor = "MI" | "BC" | "PR" | "DR" | "BL" | "SH" | "TS" | "FZ";
export type WeatherType =
  | "DZ"
  | "RA"
  | "SN"
  | "SG"
  | "IC"
  | "PL"
  | "GR"
  | "GS"
  | "UP"
  | "BR"
  | "FG"
  | "FU"
  | "VA"
  | "DU"
  | "SA"
  | "HZ"
  | "PY"
  | "PO"
  | "SQ"
  | "FC"
  | "SS"
  | "DS";

/** One weather group (WMO code table 4678). */
export interface WeatherPhenomenon {
  /** The group as coded, repaired where an issue says so: `-SHRA`. */
  readonly code: string;
  readonly intensity: "light" | "moderate" | "heavy";
  /** `VC`: 5 to 10 SM from the aerodrome in the US, about 8 to 16 km elsewhere: not at it. */
  readonly inVicinity?: true;
  /** Usually none or one; some stations write two (`SHTS`). */
  readonly descriptors: readonly WeatherDescriptor[];
  /** Empty for a lone `TS`, `SH` in the vicinity. */
  readonly types: readonly WeatherType[];
  readonly source: Source;
}

/** Weather groups of one section. `noSignificantWeather` is `NSW`, in trends and forecasts only. */
export type PresentWeather =
  | { readonly kind: "weather"; readonly phenomena: readonly WeatherPhenomenon[] }
  | { readonly kind: "noSignificantWeather"; readonly source: Source }
  | NotReported
  | NotObservable;

/** Eighths of sky covered: FEW 1–2, SCT 3–4, BKN 5–7, OVC 8. */
export type CloudAmount = "FEW" | "SCT" | "BKN" | "OVC";

/** One cloud layer. */
export interface CloudLayer {
  /** `notObservable` for `///015`. */
  readonly amount: CloudAmount | "notObservable";
  /** Base above the aerodrome; `null` where the report writes `///`. */
  readonly heightAgl: Quantity<HeightUnit> | null;
  /** `CB`, `TCU`, or a genus that some stations add; `notObservable` for `BKN010///`. */
  readonly type?:
    | "CB"
    | "TCU"
    | "CI"
    | "CC"
    | "CS"
    | "AC"
    | "AS"
    | "NS"
    | "SC"
    | "ST"
    | "CU"
    | "ACC"
    | "notObservable";
  readonly source: Source;
}

/** The sky. `clear` says so explicitly; a report without any cloud group is `notReported`, which is not clear. */
export type Cloud =
  | { readonly kind: "layers"; readonly layers: readonly CloudLayer[] }
  | {
    readonly kind: "clear";
    readonly code: "CLR" | "SKC" | "NSC" | "NCD" | "CAVOK";
    readonly source: Source;
  }
  | NotReported
  | NotObservable
  | NotUnderstood;

/** Vertical visibility `VV003`; the sky is obscured. `notObservable` is `VV///`: a ceiling of unknown height. */
export type VerticalVisibility =
  | {
    readonly kind: "value";
    readonly value: number;
    readonly unit: HeightUnit;
    readonly source: Source;
  }
  | NotReported
  | NotObservable;

/** Air or dew-point temperature in degrees Celsius. */
export type Temperature =
  | (Measured<"degC"> & {
    /** `M00`: between −0.5 and 0, which a number cannot say. */
    readonly belowZero?: true;
  })
  | Absent;

/** An altimeter setting in the unit reported. hPa are rounded down by the station. */
export type Pressure = Measured<PressureUnit> | Absent;

/** The weather elements that a METAR body, a trend and a TAF period share. */
export interface WeatherElements {
  readonly surfaceWind: SurfaceWind;
  readonly prevailingVisibility: Visibility;
  /** Minimum or directional visibilities in the order reported. */
  readonly directionalVisibility: readonly DirectionalVisibility[];
  readonly presentWeather: PresentWeather;
  readonly cloud: Cloud;
  readonly verticalVisibility: VerticalVisibility;
}

/** Wind shear in the take-off or approach path (FM 15, 15.13.3). */
export interface WindShear {
  /** Runway designator, or `all`. */
  readonly runway: string;
  readonly source: Source;
}

/** Sea surface (FM 15, 15.13.5): `W17/S3`, `W16/H9`. */
export interface SeaSurface {
  readonly temperature: Quantity<"degC"> | null;
  /** State of the sea, code table 3700, 0 to 9. */
  readonly state?: number;
  readonly waveHeight?: Quantity<"m">;
  readonly source: Source;
}

/** State of a runway: eight figures (old), `R24/590230`, `R24/CLRD70`, `R/SNOCLO`. */
export interface RunwayState {
  /** Designator; `all` for `R88` or 88, `lastRepeated` for `R99` or 99; `aerodrome` for `R/SNOCLO`. */
  readonly runway: string;
  readonly condition:
    | {
      readonly kind: "deposits";
      /** Code table 0919, 0 to 9; `null` for `/`. */
      readonly deposit: number | null;
      /** Code table 0519: 1, 2, 5 or 9; `null` for `/`. */
      readonly extent: number | null;
      /** Code table 1079: depth code 00 to 99; `null` for `//`. */
      readonly depthCode: number | null;
      readonly depth?: Quantity<"mm">;
      /** Code table 0366: friction or braking code; `null` for `//`. */
      readonly frictionCode: number | null;
      readonly friction?: { readonly kind: "coefficient"; readonly value: number } | {
        readonly kind: "braking";
        readonly action: "poor" | "mediumPoor" | "medium" | "mediumGood" | "good" | "unreliable";
      };
    }
    | {
      readonly kind: "cleared";
      readonly frictionCode: number | null;
      readonly friction?: unknown;
    }
    | { readonly kind: "closedBySnow" }
    | { readonly kind: "notObservable" };
  readonly source: Source;
}

/** Military colour state, `BLU`, `YLO1`, `BLACKWHT`. */
export interface ColourState {
  readonly code: "BLU" | "WHT" | "GRN" | "YLO" | "YLO1" | "YLO2" | "AMB" | "RED" | null;
  /** `BLU+`. */
  readonly plus?: true;
  /** `BLACK`: not usable for reasons other than weather. */
  readonly black: boolean;
  readonly source: Source;
}

/** Landing forecast: valid two hours from the observation; its values never mix with those of the observation. */
export interface Trend {
  readonly kind: "NOSIG" | "BECMG" | "TEMPO" | "INTER" | "FM" | "PROB";
  /** 30 or 40 with `PROB`, also where it precedes `TEMPO`. */
  readonly probability?: number;
  /** ISO 8601; from `FM`, and `null` where not given. */
  readonly from: string | null;
  /** ISO 8601; from `TL`. */
  readonly until: string | null;
  /** ISO 8601; from `AT`. */
  readonly at: string | null;
  readonly elements: WeatherElements;
  readonly colourStates: readonly ColourState[];
  /** Runway state or other groups that some stations put into a trend stay in `unparsed`. */
  readonly source: Source;
}

/** A decoded METAR or SPECI. */
export interface Metar extends DecodedReport, WeatherElements {
  readonly product: "metar";
  readonly reportType: "METAR" | "SPECI";
  /** Four characters, `KJFK`; `null` where the header could not be read. */
  readonly locationIndicator: string | null;
  /** ISO 8601 UTC; `null` where day and time could not be read or no receipt time was given. */
  readonly observedAt: string | null;
  /** Day of month, hour and minute as written; `null` where damaged. */
  readonly observedDayTime: {
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly source: Source;
  } | null;
  readonly automatic: boolean;
  readonly corrected: boolean;
  /** `CCA` gives `A`. */
  readonly correction?: string;
  /** `RTD`: delayed. */
  readonly delayed: boolean;
  /** `NIL`: the station sent no observation. */
  readonly nil: boolean;
  readonly runwayVisualRange: readonly RunwayVisualRange[];
  readonly airTemperature: Temperature;
  readonly dewPointTemperature: Temperature;
  /** The first altimeter setting of the report. */
  readonly qnh: Pressure;
  /** Further altimeter settings (`Q1013 A2992`), in order. */
  readonly otherPressures: readonly Measured<PressureUnit>[];
  /** `RE` groups; `notObservable` for `RE//`. */
  readonly recentWeather: PresentWeather;
  readonly windShear: readonly WindShear[];
  readonly seaSurface: SeaSurface | null;
  readonly runwayStates: readonly RunwayState[];
  readonly colourStates: readonly ColourState[];
  readonly trends: readonly Trend[];
  /** `$` in the remarks: the station needs maintenance. */
  readonly maintenanceNeeded: boolean;
  readonly remarks: readonly Remark[];
}
