/**
 * Single values of AWC rows. An empty cell is absent, never zero.
 *
 * @module
 */
import type { Position } from "../../products/raw_report.ts";

/** A number, or `undefined` for an empty or unreadable cell. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** An instant, milliseconds since the epoch; ISO 8601 text (UTC where it names no zone) or Unix seconds. */
export function instantOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const trimmed = text.trim();
  if (/^\d{9,11}$/.test(trimmed)) return Number(trimmed) * 1000;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(trimmed)) return undefined;
  const value = Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(trimmed) ? trimmed : trimmed + "Z");
  return Number.isNaN(value) ? undefined : value;
}

/** A position; `undefined` where either half is missing or out of range: `-99.99` marks a withheld place. */
export function positionOf(
  latitude: string | undefined,
  longitude: string | undefined,
): Position | undefined {
  const north = numberOf(latitude);
  const east = numberOf(longitude);
  if (north === undefined || east === undefined) return undefined;
  if (Math.abs(north) > 90 || Math.abs(east) > 180) return undefined;
  return { latitude: north, longitude: east };
}

/** Metres above mean sea level; `undefined` where unknown (`9999`) or impossible. */
export function elevationOf(text: string | undefined): number | undefined {
  const metres = numberOf(text);
  return metres !== undefined && isElevation(metres) ? metres : undefined;
}

/** Nothing stands below the Dead Sea or above every peak; `9999` marks an unknown height. */
export function isElevation(metres: number): boolean {
  return metres >= -450 && metres <= 9000;
}

/** A location indicator in capitals, or `undefined`. Three to five characters occur (`KJFK`, `KW29`). */
export function stationOf(text: string | undefined): string | undefined {
  const id = text?.trim().toUpperCase();
  return id !== undefined && /^[A-Z][A-Z0-9]{2,4}$/.test(id) ? id : undefined;
}
