/**
 * What a page with airports side by side shows.
 *
 * @module
 */
import type { ConditionsModel, Item, StripCell } from "../station_model.ts";

/** Most airports on a page. */
export const MOST_SIDES = 10;
/** Hours of the forecast. */
export const SIDE_HOURS = 12;

/** One airport. */
export interface SideModel {
  readonly id: string;
  readonly name: string;
  /** `null` without any report. */
  readonly conditions: ConditionsModel | null;
  /** What is compared, in the same order for all. */
  readonly items: readonly Item[];
  /** Hours to come; `null` without a TAF that can be used. */
  readonly cells: readonly StripCell[] | null;
  /** Why a TAF that is there cannot be used. */
  readonly unusable: string | null;
}

/** All of them. */
export interface SidesModel {
  readonly now: number;
  readonly sides: readonly SideModel[];
  /** Asked for, and not known here. */
  readonly unknown: readonly string[];
  /** Known, but more than fit. */
  readonly leftOut: readonly string[];
}

/** The address of airports side by side; of one, its own page. */
export function sidesPath(ids: readonly string[]): string {
  return `/${ids.map(encodeURIComponent).join("+")}`;
}
