/**
 * How fresh a report is, by the rules of its product and the station's own cadence.
 *
 * @module
 */

/** States in order of age; `future`: observed more than 10 min ahead of the clock, flagged instead of a negative age. */
export type FreshnessState = "current" | "ageing" | "stale" | "notCurrent" | "expired" | "future";

/**
 * The state and the instants at which it changes, so that an answer's bytes stay the same until
 * something really changes. Instants in milliseconds since the epoch.
 */
export interface Freshness {
  readonly state: FreshnessState;
  /** Observation or issue: the age counts from here. */
  readonly observedAt: number;
  /** From when on each later state holds, in order: `[{ state: "ageing", at: … }, …]`. */
  readonly changes: readonly { readonly state: FreshnessState; readonly at: number }[];
  /** The interval between reports that was assumed. */
  readonly cadence: "hourly" | "halfHourly" | null;
}
