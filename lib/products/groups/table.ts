/**
 * The table of groups, and the dispatch by first character that is made from it once.
 *
 * @module
 */
import type { GroupRow, Section } from "./row.ts";
import { CLOUD_ROWS } from "./cloud.ts";
import { PRESSURE_ROWS } from "./pressure.ts";
import { RUNWAY_STATE_ROWS } from "./runway_state.ts";
import { RVR_ROWS } from "./rvr.ts";
import { SUPPLEMENT_ROWS } from "./supplement.ts";
import { TEMPERATURE_ROWS } from "./temperature.ts";
import { DAMAGED_VISIBILITY_ROWS, VISIBILITY_ROWS } from "./visibility.ts";
import { WEATHER_ROWS } from "./weather.ts";
import { DAMAGED_WIND_ROWS, WIND_ROWS } from "./wind.ts";

/** Every group of body, trends and TAF periods; where two rows could claim a token the earlier wins. */
export const GROUP_ROWS: readonly GroupRow[] = [
  ...WIND_ROWS,
  ...VISIBILITY_ROWS,
  ...CLOUD_ROWS,
  ...TEMPERATURE_ROWS,
  ...PRESSURE_ROWS,
  ...RVR_ROWS,
  ...WEATHER_ROWS,
  ...SUPPLEMENT_ROWS,
  ...RUNWAY_STATE_ROWS,
];

/** Last resort, after repairs: what a damaged group stands for. */
export const DAMAGED_ROWS: readonly GroupRow[] = [...DAMAGED_WIND_ROWS, ...DAMAGED_VISIBILITY_ROWS];

const NO_ROWS: readonly GroupRow[] = [];

/** Rows of one section by the code of the first character. */
function dispatchOf(section: number, rows: readonly GroupRow[]): readonly (readonly GroupRow[])[] {
  const table: GroupRow[][] = Array.from({ length: 128 }, () => []);
  for (const row of rows) {
    if ((row.sections & section) === 0) continue;
    for (const character of row.first) table[character.charCodeAt(0)]!.push(row);
  }
  return table;
}

const DISPATCH: readonly (readonly (readonly GroupRow[])[])[] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  .map((section) => dispatchOf(section, GROUP_ROWS));
const DAMAGED_DISPATCH: typeof DISPATCH = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  .map((section) => dispatchOf(section, DAMAGED_ROWS));

/** As `rowsFor`, of the rows for damaged groups. */
export function damagedRowsFor(section: Section, code: number): readonly GroupRow[] {
  return code < 128 ? DAMAGED_DISPATCH[section]![code]! : NO_ROWS;
}

/** The rows that a token starting with `code` may meet in a section: two or three, seldom more. */
export function rowsFor(section: Section, code: number): readonly GroupRow[] {
  return code < 128 ? DISPATCH[section]![code]! : NO_ROWS;
}
