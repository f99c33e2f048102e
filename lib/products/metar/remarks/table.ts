/**
 * The table of remarks; where two rows could claim a token the earlier wins.
 *
 * @module
 */
import type { RemarkRow } from "./row.ts";
import { NATIONAL_ROWS } from "./national.ts";
import { NUMERIC_ROWS } from "./numeric.ts";
import { PLACE_ROWS } from "./places.ts";
import { REGIONAL_ROWS } from "./regional.ts";
import { TORNADO_ROWS } from "./tornado.ts";
import { US_ROWS } from "./us.ts";
import { WORD_ROWS } from "./words.ts";

export const REMARK_ROWS: readonly RemarkRow[] = [
  ...NUMERIC_ROWS,
  ...US_ROWS,
  ...TORNADO_ROWS,
  ...REGIONAL_ROWS,
  ...NATIONAL_ROWS,
  ...PLACE_ROWS,
  ...WORD_ROWS,
];
