/**
 * What a list of hazards shows.
 *
 * @module
 */
import type { Coast } from "../map/coast.ts";
import type { DrawnHazard } from "../map/map_model.ts";
import type { Frame } from "../map/projection.ts";
import type { HazardCode } from "./codes.ts";
import type { FeedModel } from "./feed_model.ts";
import type { HazardQuery } from "./filter.ts";
import type { HazardItem, ListedProduct } from "./item.ts";

/** A report that another text has ended before its time. */
export interface EndedItem {
  readonly item: HazardItem;
  readonly kind: "cancelled" | "corrected" | "renewed";
  /** The text that ended it, verbatim. */
  readonly by: string;
}

/** A page of a list with its map. */
export interface HazardListModel {
  readonly product: ListedProduct;
  readonly query: HazardQuery;
  /** Parts of the address that were not understood. */
  readonly problems: readonly ("within" | "level" | "hour" | "region" | "code" | "page")[];
  readonly unknownAirport: string | null;
  readonly now: number;
  readonly feed: FeedModel;
  /** In the list, and of them those that match. */
  readonly total: number;
  readonly found: number;
  /** Those of this page. */
  readonly shown: readonly HazardItem[];
  /** They may concern the area asked for: their place cannot be measured. */
  readonly unplaced: readonly HazardItem[];
  /** Would still be in force, had not another text ended them. */
  readonly ended: readonly EndedItem[];
  readonly pages: number;
  /** Kinds in the list. */
  readonly codes: readonly HazardCode[];
  readonly frame: Frame;
  readonly coast: Coast;
  readonly drawn: readonly DrawnHazard[];
  /** The instant of the map, where it does not show all that were found. */
  readonly drawnAt: number | null;
  /** The airport asked for, and where it lies on the map. */
  readonly near: { readonly id: string; readonly at: readonly [number, number] | null } | null;
}
