/**
 * What a station means to say: the truth of a report, before it is written down.
 *
 * The values are already rounded as the station's own rules ask, so that decoding the text must give
 * exactly these back.
 *
 * @module
 */
import type { CloudAmount } from "../products/metar/model.ts";

/** Wind as reported, in the dialect's unit. */
export type ObservedWind =
  | { readonly kind: "calm" }
  | {
    readonly kind: "wind";
    readonly direction: number;
    readonly speed: number;
    readonly gust: number | null;
    readonly sector: readonly [number, number] | null;
  }
  | { readonly kind: "variable"; readonly speed: number; readonly gust: number | null }
  | { readonly kind: "missing" };

/** Visibility as reported. `cavok` stands for 10 km or more, no cloud below 5,000 ft and no weather. */
export type ObservedVisibility =
  | { readonly kind: "cavok" }
  | {
    readonly kind: "distance";
    readonly value: number;
    readonly unit: "SM" | "m";
    readonly bound: "atLeast" | "atMost" | null;
    /** The group as written. */
    readonly text: string;
  }
  | { readonly kind: "missing" };

/** A layer as reported. */
export interface ObservedLayer {
  readonly amount: CloudAmount;
  readonly heightFt: number;
  readonly type: "CB" | "TCU" | "notObservable" | null;
}

/** The sky as reported. */
export type ObservedSky =
  | { readonly kind: "clear"; readonly code: "CLR" | "SKC" | "NSC" | "NCD" | "CAVOK" }
  | { readonly kind: "layers"; readonly layers: readonly ObservedLayer[] }
  | { readonly kind: "obscured"; readonly verticalFt: number | null }
  | { readonly kind: "missing" };

/** A temperature in whole degrees as in the body, and in tenths as in the remarks. */
export interface ObservedTemperature {
  readonly whole: number;
  readonly tenths: number;
  /** `M00`. */
  readonly belowZero: boolean;
}

/** Runway visual range as reported. */
export interface ObservedRvr {
  readonly runway: string;
  readonly value: number;
  readonly unit: "m" | "ft";
  readonly bound: "atLeast" | "atMost" | null;
  readonly tendency: "U" | "D" | "N" | null;
}

/** The truth of one METAR or SPECI. */
export interface Observation {
  readonly stationId: string;
  readonly type: "METAR" | "SPECI";
  /** Milliseconds since the epoch, whole minutes. */
  readonly observedAt: number;
  readonly automatic: boolean;
  /** `COR`, or `CCA` in Canada; `null` for an uncorrected report. */
  readonly correction: "COR" | "CCA" | null;
  readonly nil: boolean;
  readonly windUnit: "KT" | "MPS";
  readonly wind: ObservedWind;
  readonly visibility: ObservedVisibility;
  readonly rvr: readonly ObservedRvr[];
  /** Weather groups; `null` where the sensor is out (`//`). */
  readonly weather: readonly string[] | null;
  readonly sky: ObservedSky;
  readonly temperature: ObservedTemperature | null;
  readonly dewPoint: ObservedTemperature | null;
  /** Whole hPa, rounded down. */
  readonly qnhHpa: number | null;
  /** Hundredths of an inch of mercury. */
  readonly altimeterInHg: number | null;
  readonly recentWeather: readonly string[];
  /** The station asks for maintenance (`$`). */
  readonly maintenance: boolean;
}
