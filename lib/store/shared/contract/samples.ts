/**
 * Reports for the contract.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { RawReport } from "../../../products/raw_report.ts";
import { StoreError, type StoreFault } from "../error.ts";
import type { CurrentEntry, HistoryEntry, Page } from "../port.ts";

/** A text with everything that a store might mangle. */
export const TEXT =
  'METAR KJFK 241151Z 28008KT 10SM CLR 12/08 A2992 é \u2028 \u0000 \ud83c\udf29 \\ " $ .';

/** A raw report. */
export function raw(changes: Partial<RawReport> = {}): RawReport {
  return {
    product: "metar",
    text: TEXT,
    stationId: "KJFK",
    provider: "awc",
    receivedAt: 1_000,
    simulated: true,
    ...changes,
  };
}

/** An entry of the history. */
export function seen(
  observedAt: number,
  receivedAt: number,
  changes: Partial<RawReport> = {},
): HistoryEntry {
  return { raw: raw({ receivedAt, text: `METAR KJFK ${observedAt}`, ...changes }), observedAt };
}

/** A current entry that ends at `expiresAt`. */
export function entry(
  id: string,
  expiresAt: number,
  changes: Partial<RawReport> = {},
): CurrentEntry {
  return { id, raw: raw({ stationId: id, ...changes }), observedAt: 500, expiresAt };
}

/** All entries, page by page; fails when the pages never end. */
export async function all<T>(
  page: (cursor: string | null) => Promise<Page<T>>,
): Promise<T[]> {
  const entries: T[] = [];
  let cursor: string | null = null;
  for (let i = 0; i < 10_000; i++) {
    const { entries: some, next }: Page<T> = await page(cursor);
    entries.push(...some);
    if (next === null) return entries;
    cursor = next;
  }
  throw new Error("the pages never end");
}

/** Checks that `call` rejects with that fault. */
export async function rejectsAs(fault: StoreFault, call: () => Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof StoreError, `not a StoreError: ${error}`);
    assert.equal(error.fault, fault, error.message);
    return true;
  });
}
