/**
 * One row of the table of remarks.
 *
 * @module
 */
import type { Tokens } from "../../scan/mod.ts";
import type { Reading } from "../reading.ts";

/** One kind of remark. */
export interface RemarkRow {
  readonly name: string;
  /** Characters with which it may start. */
  readonly first: string;
  /** How many tokens from `i` on belong to it, 0 where it is not this remark. Adds to `reading.remarks`. */
  readonly read: (tokens: Tokens, i: number, reading: Reading) => number;
  /** Where the rule stands. */
  readonly rule: string;
  /** In one sentence. */
  readonly meaning: string;
  /** Its first test. */
  readonly example: string;
}

/** Adds a remark that has no member of its own in the model. */
export function addOther(
  tokens: Tokens,
  i: number,
  count: number,
  reading: Reading,
  name: string,
  data: Readonly<Record<string, unknown>>,
): number {
  reading.remarks.push({ kind: "other", name, data, source: tokens.source(i, count) });
  return count;
}
