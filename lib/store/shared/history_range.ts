/**
 * Time in the history: from when on a report was known, and where a question to it can find anything.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import type { RawReport } from "../../products/raw_report.ts";
import type { HistoryQuery } from "./port.ts";

/**
 * From when on a report was known, milliseconds since the epoch: when this service received it, or, where it
 * was fetched later, when its provider did.
 */
export function knownSince({ receivedAt, providerReceivedAt, backfilled }: RawReport): number {
  return backfilled === true ? providerReceivedAt ?? receivedAt : receivedAt;
}

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
