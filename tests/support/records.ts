/**
 * Numbered records, each of which can be told from a damaged one by its number alone.
 *
 * @module
 */
import type { HistoryEntry, Json } from "../../lib/store/mod.ts";

/** Where documents are put. */
export const COLLECTION = "records";
/** Instant of record 0. */
export const EPOCH = Date.parse("2026-01-01T00:00:00Z");

/** The report with number `n`; its length varies, so that a half of one is no other one. */
export function entryOf(n: number): HistoryEntry {
  const remark = String(n).repeat(1 + n % 40);
  return {
    raw: {
      product: "metar",
      text: `METAR KJFK 010000Z 28008KT 10SM CLR 12/08 A2992 RMK ${remark} END${n}`,
      stationId: "KJFK",
      provider: "awc",
      receivedAt: EPOCH + n,
      simulated: false,
    },
    observedAt: EPOCH + n,
  };
}

/** The document with number `n`. */
export function documentOf(n: number): Json {
  return { n, text: String(n).repeat(1 + n % 60), end: n };
}
