/**
 * Reading one group.
 *
 * @module
 */
import type { Tokens } from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";
import type { GroupRow, Section } from "./row.ts";
import { damagedRowsFor, rowsFor } from "./table.ts";

/**
 * Reads the group that starts at token `i` into `acc` and returns how many tokens it took: 0 where no
 * row of the section's table claims it.
 */
export function readGroup(tokens: Tokens, i: number, acc: Accumulator, section: Section): number {
  const start = tokens.starts[i];
  if (start === undefined) return 0;
  return readByRows(tokens, i, acc, rowsFor(section, tokens.text.charCodeAt(start)));
}

/**
 * The last resort, after `readGroup` and `repairGroup` have failed: a group that can be recognised but
 * not read (`0000KT`) becomes `notUnderstood` in `acc` and is added to `acc.damaged`. Returns how many
 * tokens it took, or 0.
 */
export function readDamagedGroup(
  tokens: Tokens,
  i: number,
  acc: Accumulator,
  section: Section,
): number {
  const start = tokens.starts[i];
  if (start === undefined) return 0;
  return readByRows(tokens, i, acc, damagedRowsFor(section, tokens.text.charCodeAt(start)));
}

function readByRows(
  tokens: Tokens,
  i: number,
  acc: Accumulator,
  rows: readonly GroupRow[],
): number {
  const start = tokens.starts[i]!;
  const shape = tokens.shapes[i]!;
  const size = tokens.ends[i]! - start;
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n]!;
    if (size < row.minLength || size > row.maxLength) continue;
    if ((shape & row.need) !== row.need || (shape & ~(row.need | row.may)) !== 0) continue;
    const claimed = row.read(tokens, i, acc);
    if (claimed === 0) continue;
    if (row.order > acc.stage) acc.stage = row.order;
    else if (row.order < acc.stage && row.order === 1 && acc.surfaceWind.kind === "wind") {
      noteWindOutOfPlace(tokens, i, claimed, acc);
    }
    return claimed;
  }
  return 0;
}

function noteWindOutOfPlace(tokens: Tokens, i: number, claimed: number, acc: Accumulator): void {
  if (tokens.code(i, 3) === 86) return;
  acc.note(
    "order.wind",
    "info",
    "The wind does not stand in its place.",
    tokens.source(i, claimed),
  );
}
