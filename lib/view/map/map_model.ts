/**
 * What a map shows, worked out: the components beside this file only draw it.
 *
 * @module
 */
import type { FeedModel } from "../hazards/feed_model.ts";
import type { HazardCode } from "../hazards/codes.ts";
import type { HazardItem } from "../hazards/item.ts";
import type { Category } from "../category.tsx";
import type { Coast } from "./coast.ts";
import type { Frame } from "./projection.ts";
import type { MapView } from "./view.ts";

/** What can be laid over the land. */
export const LAYERS = ["metar", "sigmet", "gairmet", "cwa", "pirep"] as const;
export type Layer = (typeof LAYERS)[number];

/** How a station stands on the map: its category, not known, or without a report that is current. */
export type StationState = Category | "unknown" | "none";
export const STATION_STATES: readonly StationState[] = [
  "VFR",
  "MVFR",
  "IFR",
  "LIFR",
  "unknown",
  "none",
];

/** What is asked of the map. */
export interface MapQuery {
  readonly view: MapView;
  /** With the picture of a street map behind it. */
  readonly street: boolean;
  /** Hours from now; 0: what is observed. */
  readonly hour: number;
  readonly layers: ReadonlySet<Layer>;
  readonly states: ReadonlySet<StationState>;
}

/** A station as it is drawn and as its row says it. */
export interface MapStation {
  readonly id: string;
  readonly name: string;
  /** Units of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly state: StationState;
  /** Old, so without its colour. */
  readonly stale: boolean;
  /** The worst that the forecast allows besides, where that is worse. */
  readonly worst: StationState | null;
  /** `ceiling 800 ft`, `at times IFR (TEMPO)`. */
  readonly reason: string;
  /** Observed, or issued where a forecast is shown; milliseconds since the epoch. */
  readonly at: number;
}

/** A hazard as it is drawn: its outline, or a mark at a point, with its code. */
export interface DrawnHazard {
  readonly id: string;
  readonly href: string;
  readonly code: HazardCode;
  readonly layer: Layer;
  /** Data of a path; empty for a point. */
  readonly path: string;
  readonly closed: boolean;
  /** Where its code stands; `null` outside the map. */
  readonly label: readonly [number, number] | null;
  /** It begins later. */
  readonly future: boolean;
  readonly urgent: boolean;
}

/** A hazard of the layers chosen, and whether any of it is on the map. */
export interface HazardRow {
  readonly item: HazardItem;
  readonly drawn: boolean;
}

/** A layer with the state of its source and what of it is on the map. */
export interface LayerModel {
  readonly layer: Layer;
  readonly feed: FeedModel;
  /** On the map now; `null` where the layer is switched off. */
  readonly shown: number | null;
}

/** A whole map. */
export interface MapModel {
  readonly query: MapQuery;
  readonly frame: Frame;
  readonly coast: Coast;
  /** Address of the street map behind it; `null` for the drawn land. */
  readonly picture: string | null;
  /** Whether a street map is offered for this view. */
  readonly offersStreet: boolean;
  /** The airport near the middle of a view without a name of its own: `KJFK`. */
  readonly around: string | null;
  readonly now: number;
  /** Instant that the map shows. */
  readonly at: number;
  readonly stations: readonly MapStation[];
  /** Stations in view that have a report and were asked for, drawn or left out for want of room. */
  readonly total: number;
  readonly hazards: readonly DrawnHazard[];
  readonly rows: readonly HazardRow[];
  readonly layers: readonly LayerModel[];
  /** What of the address could not be done. */
  readonly problem:
    | { readonly kind: "view" | "street" }
    | { readonly kind: "airport"; readonly code: string }
    | null;
}
