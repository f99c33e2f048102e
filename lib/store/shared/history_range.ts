/**
 * The range of time that a question to the history can find anything in.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import type { HistoryQuery } from "./port.ts";

/**
 * The last instant of observation worth looking at. Ingest refuses a station's report that is stamped
 * more than an hour after its receipt, so that what was known at an instant was observed an hour after it
 * at the latest.
 */
export function lastObserved({ stationId, to, knownAt }: HistoryQuery): number {
  return knownAt === undefined || stationId === null ? to : Math.min(to, knownAt + HOUR_MS);
}

/** Whether `text` has the form of a cursor of `History.query`. */
export function isHistoryCursor(text: string): boolean {
  return /^\d{13}\.[\w-]{16}$/.test(text);
}
