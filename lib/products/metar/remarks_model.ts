/**
 * Remarks of METAR and SPECI: one union, one member for each kind of remark.
 *
 * @module
 */
import type { Source } from "../product.ts";
import type {
  DepthUnit,
  DistanceUnit,
  PressureUnit,
  Quantity,
  SpeedUnit,
} from "../../units/mod.ts";

/** The members that other parts of the program read; further kinds may be added in the remark table. */
export type Remark =
  & { readonly source: Source }
  & (
    | { readonly kind: "automatedStation"; readonly type: "AO1" | "AO2" }
    | { readonly kind: "seaLevelPressure"; readonly pressure: Quantity<PressureUnit> | null }
    | {
      /** `T01060067`, tenths of a degree. */
      readonly kind: "hourlyTemperature";
      readonly airTemperature: Quantity<"degC">;
      readonly dewPointTemperature: Quantity<"degC"> | null;
    }
    | {
      readonly kind: "hourlyPrecipitation";
      readonly amount: Quantity<DepthUnit> | null;
      readonly trace: boolean;
    }
    | {
      /** `6RRRR` (3 or 6 hours) and `7RRRR` (24 hours); `amount` is `null` for `6////`. */
      readonly kind: "precipitation";
      readonly hours: 3 | 6 | 24;
      readonly amount: Quantity<DepthUnit> | null;
      readonly trace: boolean;
    }
    | { readonly kind: "snowDepth"; readonly depth: Quantity<DepthUnit> }
    | {
      readonly kind: "extremeTemperature";
      readonly extreme: "maximum" | "minimum";
      readonly hours: 6 | 24;
      readonly temperature: Quantity<"degC">;
    }
    | {
      /** `5appp`: signed change over three hours; codes 5 to 8 are falls. */
      readonly kind: "pressureTendency";
      readonly characteristic: number;
      readonly change: Quantity<"hPa"> | null;
    }
    | {
      readonly kind: "peakWind";
      readonly direction: Quantity<"deg">;
      readonly speed: Quantity<SpeedUnit>;
      readonly hour: number | null;
      readonly minute: number;
    }
    | {
      readonly kind: "windShift";
      readonly hour: number | null;
      readonly minute: number;
      readonly frontalPassage: boolean;
    }
    | {
      readonly kind: "variableCeiling";
      readonly from: Quantity<"ft">;
      readonly to: Quantity<"ft">;
    }
    | {
      readonly kind: "visibility";
      /** `tower`, `surface`, `variable`, `sector`, `secondSite`. */
      readonly at: "tower" | "surface" | "variable" | "sector" | "secondSite";
      readonly distance: Quantity<DistanceUnit>;
      readonly to?: Quantity<DistanceUnit>;
      readonly place?: string;
    }
    | {
      readonly kind: "sensorStatus";
      /** `RVRNO PWINO PNO FZRANO TSNO VISNO CHINO SLPNO`: what is missing says nothing about the weather. */
      readonly sensor:
        | "runwayVisualRange"
        | "presentWeather"
        | "precipitation"
        | "freezingRain"
        | "lightning"
        | "visibility"
        | "ceiling"
        | "seaLevelPressure";
      readonly place?: string;
    }
    | { readonly kind: "maintenance" }
    | { readonly kind: "qfe"; readonly pressure: Quantity<PressureUnit> }
    | {
      /** Any other remark that a row of the table understands: `name` is the row's name, `data` its values. */
      readonly kind: "other";
      readonly name: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
  );
