/**
 * Changes in batches, as every adapter keeps them.
 *
 * @module
 */
import type { Change, Changes } from "./port.ts";

/** Changes of one batch, and batches that are kept. */
export const CHANGES_IN_BATCH = 500;
export const BATCHES_KEPT = 1_000;
/** Batches that `since` reads at once. */
export const BATCHES_READ = 8;
/** How often a store that cannot push is asked for its version, milliseconds. */
export const WATCH_MS = 1_000;

/** A batch with its version. */
export interface Batch {
  readonly version: number;
  readonly changes: readonly Change[];
}

/** `changes` in batches of at most 500. */
export function batchesOf(changes: readonly Change[]): Change[][] {
  const batches: Change[][] = [];
  for (let i = 0; i < changes.length; i += CHANGES_IN_BATCH) {
    batches.push(
      changes.slice(i, i + CHANGES_IN_BATCH).map(({ product, id }) => ({ product, id })),
    );
  }
  return batches;
}

/**
 * What `since(version)` gives.
 *
 * @param batches those after `version` in order, the first ones
 * @param newest the newest version of the store
 */
export function changesSince(version: number, batches: readonly Batch[], newest: number): Changes {
  // A version from the future is that of a store that was emptied.
  if (version > newest) return { version: newest, changes: [], gap: true };
  const last = batches.at(-1);
  if (last === undefined) return { version: newest, changes: [], gap: version < newest };
  if (batches[0]!.version !== version + 1) return { version: newest, changes: [], gap: true };
  return { version: last.version, changes: batches.flatMap((batch) => batch.changes), gap: false };
}
