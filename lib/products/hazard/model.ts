/**
 * A hazard over an area, as SIGMETs, AIRMETs and centre weather advisories describe it.
 *
 * @module
 */
import type { Quantity, SpeedUnit } from "../../units/mod.ts";
import type { CompassPoint, NotReported, Source } from "../product.ts";
import type { Position } from "../raw_report.ts";

/** What the warning is about. */
export type Phenomenon =
  | "thunderstorm"
  | "thunderstormWithHail"
  | "cumulonimbus"
  | "toweringCumulus"
  | "turbulence"
  | "icing"
  | "freezingLevel"
  | "mountainWave"
  | "duststorm"
  | "sandstorm"
  | "volcanicAsh"
  | "tropicalCyclone"
  | "radioactiveCloud"
  | "instrumentConditions"
  | "mountainObscuration"
  | "surfaceWind"
  | "surfaceVisibility"
  | "cloud"
  | "lowLevelWindShear";

/** Words that say how strong, how frequent, how arranged. */
export type Qualifier =
  | "light"
  | "moderate"
  | "severe"
  | "extreme"
  | "heavy"
  | "obscured"
  | "embedded"
  | "frequent"
  | "occasional"
  | "isolated"
  | "scattered"
  | "widespread"
  | "squallLine"
  | "line"
  | "area"
  | "developing"
  | "dissipating"
  | "intensifying"
  | "broken"
  | "overcast"
  | "freezingRain"
  | "rime"
  | "clearIce"
  | "mixed";

/** A day and hour as written; a part that is not written is `null`. */
export interface WrittenTime {
  readonly day: number | null;
  readonly hour: number;
  readonly minute: number;
}

/** From when to when, as ISO 8601 UTC, `null` where the month cannot be known. */
export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
  readonly writtenFrom: WrittenTime | null;
  readonly writtenTo: WrittenTime | null;
  readonly source: Source;
}

/** One edge of an area without an outline of its own: everything on `side` of a parallel, meridian or line. */
export interface Limit {
  readonly side: CompassPoint;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly line?: readonly Position[];
}

/** Where the hazard is. A place that cannot be read is never left out: it is `positionUnknown`. */
export type Area =
  | NotReported
  | { readonly kind: "positionUnknown"; readonly source: Source }
  | { readonly kind: "polygon"; readonly points: readonly Position[]; readonly source: Source }
  | {
    readonly kind: "line";
    readonly points: readonly Position[];
    /** Whole width across the line, where given. */
    readonly width: Quantity<"NM" | "km"> | null;
    readonly source: Source;
  }
  | {
    readonly kind: "circle";
    readonly centre: Position;
    readonly radius: Quantity<"NM" | "km">;
    readonly source: Source;
  }
  | { readonly kind: "point"; readonly position: Position; readonly source: Source }
  | { readonly kind: "entire"; readonly source: Source }
  | { readonly kind: "bounded"; readonly limits: readonly Limit[]; readonly source: Source }
  | { readonly kind: "several"; readonly areas: readonly Area[]; readonly source: Source };

/** A lower or upper limit. */
export type LevelLimit =
  | { readonly kind: "surface" }
  | {
    readonly kind: "altitude";
    /** Feet; flight levels in hundreds of feet of standard pressure. */
    readonly height: Quantity<"ft" | "m">;
    readonly flightLevel: boolean;
  }
  | {
    readonly kind: "freezingLevel";
    /** Between which heights the freezing level lies, where the text says so. */
    readonly range: { readonly low: Quantity<"ft">; readonly high: Quantity<"ft"> } | null;
  };

/** The layer: an end that is not written is `null`. */
export interface Levels {
  readonly kind: "levels";
  readonly base: LevelLimit | null;
  readonly top: LevelLimit | null;
  readonly source: Source;
}

/** Where it goes. `direction` is as written: with `sense` `from` (US: `MOV FROM 25010KT`) or `toward` (ICAO: `MOV NE`). */
export type Movement =
  | NotReported
  | { readonly kind: "stationary"; readonly source: Source }
  | { readonly kind: "little"; readonly source: Source }
  | {
    readonly kind: "moving";
    readonly direction: Quantity<"deg">;
    readonly sense: "from" | "toward";
    readonly speed: Quantity<SpeedUnit> | null;
    readonly source: Source;
  };

/** What comes with it. */
export interface Threat {
  readonly kind: "tornado" | "waterspout" | "hail" | "windGust";
  readonly size?: Quantity<"in">;
  readonly speed?: Quantity<"kt">;
  readonly source: Source;
}

/** Observed or forecast, and when. */
export interface Assessment {
  readonly kind: "observed" | "forecast";
  readonly written: WrittenTime | null;
  readonly at: string | null;
  readonly source: Source;
}

/** Where the hazard is expected at a later time. */
export interface ForecastPosition {
  readonly written: WrittenTime | null;
  readonly at: string | null;
  /** `noneExpected`: `NO VA EXP`. */
  readonly area: Area | { readonly kind: "noneExpected"; readonly source: Source };
  readonly source: Source;
}

/** One hazard of a report. */
export interface Hazard {
  /** `null` where the text does not name one. */
  readonly phenomenon: Phenomenon | null;
  readonly qualifiers: readonly Qualifier[];
  /** Where phenomenon and qualifiers stand. */
  readonly source: Source | null;
  /** Its own number within a bulletin: `44E`, `AREA 1`. */
  readonly identifier: { readonly text: string; readonly source: Source } | null;
  /** Its own validity, where the bulletin gives one to each. */
  readonly validity: Validity | null;
  /** States and waters in words. */
  readonly regions: { readonly names: readonly string[]; readonly source: Source } | null;
  readonly assessment: Assessment | null;
  readonly area: Area;
  readonly levels: Levels | NotReported;
  readonly movement: Movement;
  readonly intensityChange:
    | { readonly kind: "noChange" | "intensifying" | "weakening"; readonly source: Source }
    | null;
  readonly forecasts: readonly ForecastPosition[];
  readonly threats: readonly Threat[];
  /** Ceiling and visibility of instrument conditions, strongest wind, as limits. */
  readonly ceilingBelow: Quantity<"ft"> | null;
  readonly visibilityBelow: Quantity<"SM" | "m"> | null;
  readonly windAbove: Quantity<SpeedUnit> | null;
  readonly windFrom: Quantity<"deg"> | null;
  /** The volcano or the cyclone. */
  readonly origin:
    | { readonly name: string | null; readonly position: Position | null; readonly source: Source }
    | null;
  /** Sentences in free words. */
  readonly remarks: readonly Source[];
}
