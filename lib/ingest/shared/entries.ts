/**
 * From a held report to what other nodes get of it.
 *
 * @module
 */
import type { HeldReport, RawReport } from "../../products/raw_report.ts";
import { type CurrentEntry, reportId } from "../../store/mod.ts";
import { DAY_MS, MINUTE_MS } from "../../time/mod.ts";

/** Hazards speak of hours; the files say which of them are over, and after this long all are. */
const HAZARD_DAYS = 2;

/** Ids of hazards, since each takes a hash and is asked for with every file. */
const hazardIds = new WeakMap<RawReport, string>();

/** The id of a report among the current ones: its station, or for a hazard its time and text. */
export function currentId({ raw, observedAt }: Pick<HeldReport, "raw" | "observedAt">): string {
  if (raw.stationId !== null && (raw.product === "metar" || raw.product === "taf")) {
    return raw.stationId;
  }
  const id = hazardIds.get(raw) ?? reportId(raw, observedAt);
  hazardIds.set(raw, id);
  return id;
}

/**
 * The entry of a report.
 *
 * @param retentionMs how long after its observation a report of a station is kept
 * @param routineTimes when the station made routine reports, milliseconds since the epoch
 */
export function entryOf(
  held: Pick<HeldReport, "raw" | "observedAt" | "conflicts">,
  retentionMs: number,
  routineTimes: readonly number[] = [],
): CurrentEntry {
  const { raw, observedAt, conflicts } = held;
  const id = currentId(held);
  const keepMs = id === raw.stationId ? retentionMs : Math.min(retentionMs, HAZARD_DAYS * DAY_MS);
  return {
    id,
    raw,
    observedAt,
    ...(conflicts !== undefined && { conflicts }),
    expiresAt: Math.max(observedAt, raw.receivedAt) + keepMs,
    ...(routineTimes.length > 0 &&
      { routine: routineTimes.map((time) => Math.round((observedAt - time) / MINUTE_MS)) }),
  };
}

/** The instants that `entryOf` wrote as minutes. */
export function routineTimesOf({ observedAt, routine }: CurrentEntry): number[] {
  return (routine ?? []).map((minutes) => observedAt - minutes * MINUTE_MS);
}
