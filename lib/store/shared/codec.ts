/**
 * Reports as text in a store, and back.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { StoreError } from "./error.ts";
import type { CurrentEntry, HistoryEntry, Json } from "./port.ts";

/** Under the limit of a value of Deno KV (65,536 bytes), the least of all adapters. */
export const MAX_VALUE_BYTES = 60_000;

const encoder = new TextEncoder();

/** `entry` as JSON. What a provider said beside a text that would not fit is left out; the text never is. */
export function encodeHistory(entry: HistoryEntry): string {
  const { raw, observedAt } = entry;
  return fitting({ raw, observedAt }, () => ({ raw: bare(raw), observedAt }));
}

/** `entry` as JSON, as `encodeHistory`. */
export function encodeCurrent(entry: CurrentEntry): string {
  return fitting(entry, () => ({ ...entry, raw: bare(entry.raw), conflicts: undefined }));
}

function bare(raw: RawReport): RawReport {
  const { attributes: _, ...rest } = raw;
  return rest;
}

function fitting(value: unknown, smaller: () => unknown): string {
  const text = JSON.stringify(value);
  if (isShort(text)) return text;
  const less = JSON.stringify(smaller());
  if (isShort(less)) return less;
  throw new StoreError("tooLarge", `a report of ${less.length} characters is too large to be kept`);
}

/** A document as JSON; refused when too large. */
export function encodeDocument(value: Json): string {
  const text = JSON.stringify(value);
  if (!isShort(text)) throw new StoreError("tooLarge", "a document is too large to be kept");
  return text;
}

function isShort(text: string): boolean {
  return text.length * 3 <= MAX_VALUE_BYTES || encoder.encode(text).byteLength <= MAX_VALUE_BYTES;
}

/** What `encodeHistory` wrote. */
export function decodeHistory(text: string): HistoryEntry {
  const { raw, observedAt } = parse(text) as Partial<HistoryEntry>;
  return { raw: checked(raw), observedAt: instant(observedAt) };
}

/** What `encodeCurrent` wrote. */
export function decodeCurrent(text: string): CurrentEntry {
  const entry = parse(text) as Partial<CurrentEntry>;
  checked(entry.raw);
  instant(entry.observedAt);
  instant(entry.expiresAt);
  if (typeof entry.id !== "string") throw damaged();
  return entry as CurrentEntry;
}

/** JSON of an object or a list; throws `damaged`. */
export function parse(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged();
  }
  if (typeof value !== "object" || value === null) throw damaged();
  return value;
}

function checked(raw: RawReport | undefined): RawReport {
  const right = typeof raw === "object" && raw !== null && typeof raw.text === "string" &&
    typeof raw.product === "string" && typeof raw.provider === "string" &&
    typeof raw.receivedAt === "number" && typeof raw.simulated === "boolean" &&
    (raw.stationId === null || typeof raw.stationId === "string");
  if (!right) throw damaged();
  return raw;
}

function instant(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw damaged();
  return value;
}

function damaged(): StoreError {
  return new StoreError("damaged", "an entry of the store cannot be read");
}
