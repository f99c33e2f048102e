/**
 * Finds groups that a period has twice: one of the two is not in the elements, and must not vanish.
 *
 * @module
 */
import type { Accumulator } from "../groups/mod.ts";
import type { Source } from "../product.ts";

/** The values of a section of which there can be only one. */
type Single = { readonly kind: string; readonly source?: Source };

/** What a section held before a group was read. */
export interface Snapshot {
  readonly singles: readonly Single[];
  readonly entries: number;
}

/** The state of `acc` before a group is read. */
export function snapshotOf(acc: Accumulator): Snapshot {
  return { singles: singlesOf(acc), entries: entriesOf(acc) };
}

/**
 * Notes in `acc` a value that the group of `read` has replaced, or that group itself where it changed
 * nothing because its element was reported before.
 */
export function noteRepeated(acc: Accumulator, before: Snapshot, read: Source): void {
  let changed = entriesOf(acc) !== before.entries;
  const after = singlesOf(acc);
  before.singles.forEach((old, index) => {
    if (after[index] === old) return;
    changed = true;
    const carried = after[index]?.source?.start === old.source?.start;
    if (old.kind !== "notReported" && old.source !== undefined && !carried) note(acc, old.source);
  });
  if (!changed) note(acc, read);
}

function note(acc: Accumulator, source: Source): void {
  acc.note(
    "order.repeatedGroup",
    "warning",
    "A period has two groups for one element; this one was set aside.",
    source,
  );
}

function singlesOf(acc: Accumulator): readonly Single[] {
  return [
    acc.surfaceWind,
    acc.prevailingVisibility,
    acc.weatherStatement as Single,
    acc.cloudStatement,
    acc.verticalVisibility,
    acc.qnh,
  ];
}

function entriesOf(acc: Accumulator): number {
  return (acc.layers?.length ?? 0) + (acc.weather?.length ?? 0) +
    (acc.directionalVisibility?.length ?? 0) + acc.damaged.length + acc.issues.length;
}
