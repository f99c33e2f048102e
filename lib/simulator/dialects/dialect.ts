/**
 * A dialect: how one part of the world writes its reports.
 *
 * @module
 */
import type { Station } from "../../stations/station.ts";
import type { Observation } from "../observation.ts";
import type { Site } from "../sites.ts";
import type { Conditions, WeatherWorld } from "../world/mod.ts";

/** What the writers of remarks and supplements may look at. */
export interface WritingContext {
  readonly site: Site;
  readonly observation: Observation;
  readonly conditions: Conditions;
  readonly world: WeatherWorld;
  /** The air at this station at another instant. */
  readonly at: (instant: number) => Conditions;
  /** Uniform in [0, 1), fixed for this report and `salt`. */
  readonly chance: (salt: number) => number;
}

/** The habits of one part of the world. */
export interface Dialect {
  readonly name: string;
  readonly windUnit: "KT" | "MPS";
  readonly visibilityUnit: "SM" | "m";
  /** Highest visibility reported with statute miles. */
  readonly visibilityCap: number;
  /** Altimeter settings in the order written. */
  readonly pressure: readonly ("Q" | "A")[];
  readonly rvrUnit: "m" | "ft";
  readonly usesCavok: boolean;
  /** Only cloud below 5,000 ft and CB, TCU are reported (Annex 3); others report what they see. */
  readonly significantCloudOnly: boolean;
  /** Word for a sky without reportable cloud. */
  readonly clearCode: (automatic: boolean) => "CLR" | "SKC" | "NSC" | "NCD";
  /** Layers of automatic stations end in `///`. */
  readonly unknownCloudType: boolean;
  /** Automatic stations write `//` for weather that they cannot see. */
  readonly slashWeather: boolean;
  /** Automatic stations write `9999NDV`. */
  readonly noDirectionalVariation: boolean;
  readonly correction: "COR" | "CCA";
  /** The station writes SPECIs between its routine reports. */
  readonly special: boolean;
  readonly automaticShare: (station: Station) => number;
  /** Share of the automatic stations that are blind. */
  readonly blindShare: number;
  readonly cadence: (
    station: Station,
    key: number,
  ) => { readonly every: number; readonly minute: number };
  /** Share of stations that add a landing forecast. */
  readonly trendShare: number;
  /** `NOSIG`, `BECMG`, `TEMPO` (Annex 3), or the Australian trend-type forecast with `FM` groups. */
  readonly trendStyle: "landing" | "TTF";
  /** Whether this station asks for maintenance (`$`) these days. */
  readonly needsMaintenance: (station: Station, key: number) => boolean;
  /** Groups between pressure and trend: runway state, colour, rainfall. */
  readonly supplements?: (context: WritingContext) => readonly string[];
  /** What follows `RMK`, without the word; empty for no remarks. */
  readonly remarks?: (context: WritingContext) => readonly string[];
  /** TAF: hours of validity and hours of issue. */
  readonly taf: TafHabits;
}

/** How a part of the world writes its forecasts. */
export interface TafHabits {
  /** `FM` groups (North America, Australia) or `BECMG`. */
  readonly change: "FM" | "BECMG";
  readonly probability: readonly (30 | 40)[];
  readonly hours: (station: Station) => 9 | 12 | 18 | 24 | 30;
  /** Issue every so many hours. */
  readonly everyHours: 3 | 6;
  /** Minutes before the period begins. */
  readonly leadMinutes: number;
  readonly temperatures: boolean;
  /** Ends with `RMK NXT FCST BY …` (Canada). */
  readonly nextForecast: boolean;
  /** Australian `INTER` beside `TEMPO`. */
  readonly inter: boolean;
  /** Ends with the Australian rows `T … Q …`. */
  readonly australianRows: boolean;
}

/** Habits that most of the world shares: Annex 3 as it stands. */
export const ANNEX_3: Dialect = {
  name: "Annex 3",
  windUnit: "KT",
  visibilityUnit: "m",
  visibilityCap: 10,
  pressure: ["Q"],
  rvrUnit: "m",
  usesCavok: true,
  significantCloudOnly: true,
  clearCode: (automatic) => automatic ? "NCD" : "NSC",
  unknownCloudType: false,
  slashWeather: false,
  noDirectionalVariation: false,
  correction: "COR",
  special: true,
  automaticShare: () => 0.1,
  blindShare: 0.05,
  cadence: (station) =>
    station.size === "large" ? { every: 30, minute: 0 } : { every: 60, minute: 0 },
  trendShare: 0.6,
  trendStyle: "landing",
  needsMaintenance: () => false,
  taf: {
    change: "BECMG",
    probability: [30, 40],
    hours: (station) => station.size === "large" ? 30 : 24,
    everyHours: 6,
    leadMinutes: 60,
    temperatures: false,
    nextForecast: false,
    inter: false,
    australianRows: false,
  },
};
