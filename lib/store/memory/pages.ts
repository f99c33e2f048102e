/**
 * Pages of what lies in memory.
 *
 * @module
 */
import type { Page } from "../shared/port.ts";

/** The entries with a key after `cursor`, which is the key of the last one given, in the order of keys. */
export function pageOf<T>(
  all: readonly (readonly [string, T])[],
  cursor: string | null,
  limit: number,
): Page<T> {
  const rest = all.filter(([key]) => cursor === null || key > cursor)
    .sort((a, b) => a[0] < b[0] ? -1 : 1);
  const some = rest.slice(0, limit);
  return {
    entries: some.map(([, entry]) => entry),
    next: rest.length > limit ? some.at(-1)![0] : null,
  };
}
