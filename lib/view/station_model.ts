/**
 * What the station page shows, worked out and in words: the components below it only lay it out.
 *
 * @module
 */
import type { FreshnessState } from "../derive/freshness.ts";
import type { Source, TokenMeaning } from "../products/product.ts";
import type { Category } from "./category.tsx";
import type { ForecastStateModel } from "./forecast_state_model.ts";
import type { MinimaSituation } from "./minima_model.ts";
import type { NearbyHazards } from "./nearby_hazards.tsx";
import type { SunModel } from "./sun.tsx";

/** One decoded item with the groups it came from. */
export interface Item {
  /** Id of its element in the page. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly details: readonly string[];
  readonly sources: readonly Source[];
  /** The station sent nothing usable for it: shown as such, never as zero, calm or clear. */
  readonly absent?: true;
}

/** A flight category with its reason. */
export interface CategoryModel {
  readonly category: Category | null;
  /** Something was missing: it can only be worse. */
  readonly partial: boolean;
  /** `ceiling 800 ft`, or what is missing. */
  readonly reason: string;
  readonly sources: readonly Source[];
}

/** The answer of rules that the viewer chose beside the US flight categories. */
export interface RuleModel {
  readonly label: string;
  /** `VMC`, `AMB` …; `null`: not known. */
  readonly word: string | null;
  readonly note: string | null;
  readonly sources: readonly Source[];
}

/** The latest METAR or SPECI: what changes with the minutes. */
export interface Latest {
  readonly reportType: string;
  readonly observedAt: number;
  readonly freshness: FreshnessState;
  readonly changes: readonly { readonly state: FreshnessState; readonly at: number }[];
  /** Id of the element that shows the age: where the time group leads. */
  readonly timeId: string;
  /** As received. */
  readonly text: string;
  /** Where it came from and when. */
  readonly source: string;
}

/** The conditions of the latest METAR or SPECI. */
export interface ConditionsModel extends Latest {
  readonly category: CategoryModel;
  readonly rule: RuleModel | null;
  readonly items: readonly Item[];
  readonly raw: RawModel;
  /** What the remarks mean, in their order. */
  readonly remarks: readonly TokenMeaning[];
  /** Sensors that are out, corrections, maintenance: what a value may not be trusted for. */
  readonly warnings: readonly string[];
}

/** A raw report with the spans that can be reached in it. */
export interface RawModel {
  readonly text: string;
  readonly tokens: readonly Source[];
  readonly unparsed: readonly Source[];
  readonly issues: readonly string[];
  /** Decoded item by token start. */
  readonly targets: ReadonlyMap<number, string>;
}

/** The wind along and across one direction of a runway, in whole knots. */
export interface RunwayRow {
  readonly designator: string;
  readonly trueHeading: number;
  /** `null` where the variation is not known. */
  readonly magneticHeading: number | null;
  /** True when the heading was only made from the runway's number. */
  readonly approximate: boolean;
  readonly length: string;
  readonly head: string;
  readonly cross: string;
  /** Head and cross of the gusts, `23 / 8 L`; `null` without gusts. */
  readonly gust: string | null;
  /** With gusts and shifts of direction. */
  readonly worstCross: string;
  readonly best: boolean;
  /** Mean headwind in knots for the order of rows; `null` where there is no answer. */
  readonly headKt: number | null;
}

/** All runways against the wind, or why there is no answer. */
export interface RunwaysModel {
  readonly rows: readonly RunwayRow[];
  readonly note: string;
  /** The direction with the best headwind in one line, or `null`. */
  readonly summary: string | null;
  readonly rose: {
    readonly runways: readonly {
      readonly ends: readonly [string, string];
      readonly heading: number;
      readonly best: boolean;
    }[];
    readonly windFrom: number | null;
    readonly sector: readonly [number, number] | null;
    readonly label: string;
    /** Components on the direction with the best headwind, and their share of the strongest: 0 to 1. */
    readonly components: {
      readonly runway: string;
      readonly heading: number;
      readonly head: string;
      readonly cross: string;
      readonly headShare: number;
      readonly crossShare: number;
    } | null;
  } | null;
  /** The wind in both directions of north, in words; `null` without a direction. */
  readonly windText: string | null;
}

/** A state by the rules that the viewer chose: a US category, or their word (`IMC`, `AMB`); `null`: not known. */
export type StripMark =
  | { readonly rules: "us"; readonly category: Category | null }
  | { readonly rules: "icao" | "colour"; readonly word: string | null };

/** One hour of the forecast. */
export interface StripCell {
  readonly at: number;
  readonly mark: StripMark;
  /** The worst that may happen besides, when it is worse, and why (`TEMPO`, `PROB30`). */
  readonly worst: { readonly mark: StripMark; readonly why: string } | null;
  /** Id of the forecast period that rules the hour. */
  readonly target: string;
}

/** A part of the forecast in words. */
export interface PeriodModel {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly category: CategoryModel | null;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** The terminal aerodrome forecast. */
export interface ForecastModel {
  /** `issued 11:30Z, valid 24 Nov 12:00Z to 25 Nov 18:00Z`. */
  readonly headline: string;
  /** Expired, cancelled, NIL: in words, and nothing of it is used. */
  readonly unusable: string | null;
  readonly cells: readonly StripCell[];
  readonly periods: readonly PeriodModel[];
  readonly raw: RawModel;
  readonly source: string;
}

/** A piece of a sentence; `href` leads to the group that it was read from. */
export interface SummaryPart {
  readonly text: string;
  readonly href?: string;
}

/** METAR and TAF in words. */
export interface SummaryModel {
  readonly observed: readonly SummaryPart[];
  readonly forecast: readonly SummaryPart[];
}

/** Another station with weather. */
export interface NeighbourModel {
  readonly id: string;
  readonly name: string;
  /** `18 NM NE, 120 ft higher`. */
  readonly where: string;
  readonly category: CategoryModel;
  /** Shown as outline, without its colour. */
  readonly stale: boolean;
  readonly age: string;
}

/** The whole page. */
export interface StationModel {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly string[];
  readonly now: number;
  /** Changes with each report of the station. */
  readonly reportKey: string;
  readonly local: string | null;
  /** In words, with the field beside it; `null` where something for it is missing. */
  readonly densityAltitude: string | null;
  readonly banners: readonly { readonly text: string; readonly bad: boolean }[];
  /** `null` without a METAR; `conditions` is then, too. */
  readonly latest: Latest | null;
  readonly conditions: ConditionsModel | null;
  /** Whether there is a TAF, without working out `forecast`. */
  readonly hasForecast: boolean;
  readonly forecast: ForecastModel | null;
  readonly runways: RunwaysModel;
  readonly summary: SummaryModel;
  readonly neighbours: readonly NeighbourModel[];
  /** The forecast at a chosen hour; `null` without a forecast that can be used. */
  readonly at: ForecastStateModel | null;
  /** Own limits against METAR and TAF; empty where none is set. */
  readonly minima: readonly MinimaSituation[];
  /** `null` where the place is not known. */
  readonly sun: SunModel | null;
  readonly hazards: NearbyHazards | null;
  /** What parts of the page are made from, to be compared: as long as it is the same, so are they. */
  readonly from: {
    readonly metar: readonly unknown[];
    readonly taf: readonly unknown[];
    readonly summary: readonly unknown[];
    /** For what tells of the hours from now on. */
    readonly hours: readonly unknown[];
  };
}
