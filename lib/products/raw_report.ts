/**
 * A report as it came in, and a report as it is held: the raw text with its provenance beside what was
 * read from it.
 *
 * @module
 */
import type { DecodedReport, ProductName } from "./product.ts";

/** A position on the earth in degrees, north and east positive. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A report as a provider gave it. The text is kept verbatim for ever; all else can be made again from it. */
export interface RawReport {
  readonly product: ProductName;
  /** Verbatim. */
  readonly text: string;
  /** The provider's station (location indicator), where the product belongs to one. */
  readonly stationId: string | null;
  /** Name of the provider: `awc`, `checkwx`, `simulator`. */
  readonly provider: string;
  /** When this service received it, milliseconds since the epoch. */
  readonly receivedAt: number;
  /** The provider's own observation or issue time, if any: it settles the month that the text leaves out. */
  readonly statedAt?: number;
  /** When the provider says that it received it, milliseconds since the epoch. */
  readonly providerReceivedAt?: number;
  /** Key of the feed it came by, where that is not the product's name: `isigmet`. */
  readonly feed?: string;
  /** Fetched later from what the provider keeps: `receivedAt` says nothing about when it became known. */
  readonly backfilled?: true;
  /** Not from the first provider in the order of preference. */
  readonly degraded?: true;
  /** Simulated or replayed: never to be mistaken for weather. */
  readonly simulated: boolean;
  readonly position?: Position;
  /** What the provider says besides the text, as found (polygons, levels …). Untrusted. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A report as held in memory. */
export interface HeldReport<R extends DecodedReport = DecodedReport> {
  readonly raw: RawReport;
  readonly decoded: R;
  /** Observed (METAR, PIREP) or issued (TAF, SIGMET), milliseconds since the epoch: the age counts from here. */
  readonly observedAt: number;
  /** Other texts for the same station and time that lost by rule, kept for the record. */
  readonly conflicts?: readonly RawReport[];
}

/**
 * `text` without what providers write differently for the same report: the word in front, the mark at its end,
 * the blanks between groups.
 *
 * @example
 * ```ts
 * import { comparableText } from "./raw_report.ts";
 * import assert from "node:assert/strict";
 * assert.equal(comparableText("METAR EDDN 220520Z  11004KT="), comparableText("EDDN 220520Z 11004KT"));
 * ```
 */
export function comparableText(text: string): string {
  return text.trim().replace(/\s+/g, " ").replace(/^(?:(?:METAR|SPECI|TAF) )+/, "").replace(
    / ?=$/,
    "",
  );
}

/** Whether another provider told something else for the same station and time. */
export function isInConflict({ raw, conflicts }: HeldReport): boolean {
  if (conflicts === undefined) return false;
  const text = comparableText(raw.text);
  return conflicts.some((one) =>
    one.provider !== raw.provider && comparableText(one.text) !== text
  );
}
