/**
 * Whether a report makes sense, whatever its provider says: time and place.
 *
 * @module
 */
import type { RawReport } from "../products/raw_report.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time/mod.ts";

/** Why a report was refused. */
export type Refusal = "noTime" | "future" | "old" | "wrongStation";

/** Clocks differ and reports are stamped for the hour to come; beyond this a report is wrong. */
const MAX_AHEAD_MS = HOUR_MS;
/** Older than this nothing in a file of current reports can be meant. */
const MAX_AGE_MS = 3 * DAY_MS;
/** A hazard that begins later than this is a wrong time and no warning: the longest notice is half a day. */
const MAX_NOTICE_MS = DAY_MS;
/** Times of the text and of the provider that differ by less are the same time. */
const SAME_TIME_MS = 10 * MINUTE_MS;

/**
 * The time from which the age of a report counts, or `null`. The text is the truth; where the provider's
 * time is clearly another one the earlier of the two counts, so that no report looks younger than it may be.
 *
 * @param read from the text, ISO 8601 or `null`
 * @param stated the provider's, milliseconds since the epoch
 */
export function reportTime(read: string | null, stated: number | undefined): number | null {
  const text = read === null ? NaN : Date.parse(read);
  if (Number.isNaN(text)) return stated ?? null;
  if (stated === undefined || Math.abs(text - stated) < SAME_TIME_MS) return text;
  return Math.min(text, stated);
}

/** What speaks against a report, or `null`. */
export function refusalOf(report: {
  readonly observedAt: number | null;
  readonly receivedAt: number;
  /** The station whose report the provider says it is. */
  readonly stationId: string | null;
  /** The station that the text names; `null` where it could not be read. */
  readonly locationIndicator: string | null;
}): Refusal | null {
  const { observedAt, receivedAt, stationId, locationIndicator } = report;
  if (stationId !== null && locationIndicator !== null && stationId !== locationIndicator) {
    return "wrongStation";
  }
  if (observedAt === null) return "noTime";
  if (observedAt > receivedAt + MAX_AHEAD_MS) return "future";
  if (observedAt < receivedAt - MAX_AGE_MS) return "old";
  return null;
}

/**
 * What speaks against a hazard by its provider's own times, or `null`. A pilot report and the issue of a graphic
 * lie in the past; a warning may begin later, but not days later.
 */
export function hazardRefusalOf(raw: RawReport): Refusal | null {
  const { product, statedAt, receivedAt } = raw;
  if (statedAt === undefined) return product === "pirep" ? "noTime" : null;
  const ahead = product === "pirep" || product === "gairmet" ? MAX_AHEAD_MS : MAX_NOTICE_MS;
  if (statedAt > receivedAt + ahead) return "future";
  return statedAt < receivedAt - MAX_AGE_MS ? "old" : null;
}
