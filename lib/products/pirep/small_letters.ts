/**
 * Reports in small letters.
 *
 * @module
 */
import type { Source } from "../product.ts";
import type { Pirep } from "./model.ts";

/** `raw` with its ASCII letters in capitals: of the same length, so that every offset stays true. */
export function inCapitals(raw: string): string {
  return raw.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** `report`, read from the capitals of `raw`, with the spans of `raw` itself. */
export function asWritten(report: Pirep, raw: string): Pirep {
  const issue = {
    code: "repair.letterCase",
    severity: "info" as const,
    message: "Small letters were read as capitals.",
  };
  return { ...restored(report, raw), raw, issues: [...report.issues, issue] };
}

function restored<T>(value: T, raw: string): T {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => restored(one, raw)) as T;
  const parts = Object.entries(value).map(([name, part]) => [name, restored(part, raw)]);
  const copy = Object.fromEntries(parts) as T & Partial<Source>;
  if (typeof copy.start === "number" && typeof copy.end === "number") {
    return { ...copy, text: raw.slice(copy.start, copy.end) };
  }
  return copy;
}
