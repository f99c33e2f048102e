/**
 * Finds groups that a period has twice: one of the two is not in the elements, and must not vanish.
 *
 * @module
 */
import type { Accumulator } from "../groups/mod.ts";
import type { Source } from "../product.ts";

/** A value of a section of which there can be only one. */
type Single = { readonly kind: string; readonly source?: Source };

/** Remembers what a section held before a group is read; one for a whole report, used again and again. */
export class RepeatedGroups {
  #wind: Single = NONE;
  #visibility: Single = NONE;
  #weather: Single = NONE;
  #cloud: Single = NONE;
  #vertical: Single = NONE;
  #qnh: Single = NONE;
  #entries = 0;

  /** Before the group is read into `acc`. */
  remember(acc: Accumulator): void {
    this.#wind = acc.surfaceWind;
    this.#visibility = acc.prevailingVisibility;
    this.#weather = acc.weatherStatement as Single;
    this.#cloud = acc.cloudStatement;
    this.#vertical = acc.verticalVisibility;
    this.#qnh = acc.qnh;
    this.#entries = entriesOf(acc);
  }

  /**
   * After it: notes in `acc` a value that the group of `count` tokens has replaced, or that group itself
   * where it changed nothing because its element was reported before.
   */
  note(acc: Accumulator, sourceOf: () => Source): void {
    let changed = entriesOf(acc) !== this.#entries;
    const look = (old: Single, now: Single) => {
      if (now === old) return;
      changed = true;
      if (old.kind === "notReported" || old.source === undefined) return;
      if (now.source?.start !== old.source.start) setAside(acc, old.source);
    };
    look(this.#wind, acc.surfaceWind);
    look(this.#visibility, acc.prevailingVisibility);
    look(this.#weather, acc.weatherStatement as Single);
    look(this.#cloud, acc.cloudStatement);
    look(this.#vertical, acc.verticalVisibility);
    look(this.#qnh, acc.qnh);
    if (!changed) setAside(acc, sourceOf());
  }
}

const NONE: Single = { kind: "notReported" };

function setAside(acc: Accumulator, source: Source): void {
  acc.note(
    "order.repeatedGroup",
    "warning",
    "A period has two groups for one element; this one was set aside.",
    source,
  );
}

function entriesOf(acc: Accumulator): number {
  return (acc.layers?.length ?? 0) + (acc.weather?.length ?? 0) +
    (acc.directionalVisibility?.length ?? 0) + acc.damaged.length + acc.issues.length;
}
