/**
 * Names by which stores know reports.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { HistoryEntry } from "./port.ts";
import type { RawReport } from "../../products/raw_report.ts";

/**
 * Names a report by time and text: 13 digits of time, which sort as it does, and 96 bits of the text's
 * SHA-256. The same words at another time are another report.
 */
export function reportId(raw: RawReport, observedAt: number): string {
  return `${timeKey(observedAt)}.${textHash(raw.text)}`;
}

/** An instant as 13 digits: as text it sorts in the order of time. Instants outside of 1970 to 2286 are moved to the edge. */
export function timeKey(instant: number): string {
  const whole = Math.min(9_999_999_999_999, Math.max(0, Math.floor(instant)));
  return String(whole).padStart(13, "0");
}

/** 16 characters of base64url. */
function textHash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** The part of the history that a report belongs to: `metar KJFK`; hazards have `-` for a station. */
export function seriesOf(product: string, stationId: string | null): string {
  return `${product} ${stationId ?? "-"}`;
}

/** The series of an entry. */
export function entrySeries({ raw }: HistoryEntry): string {
  return seriesOf(raw.product, raw.stationId);
}
