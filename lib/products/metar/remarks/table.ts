/**
 * The table of remarks; where two rows could claim a token the earlier wins.
 *
 * @module
 */
import type { RemarkRow } from "./row.ts";
import { NUMERIC_ROWS } from "./numeric.ts";
import { US_ROWS } from "./us.ts";

export const REMARK_ROWS: readonly RemarkRow[] = [...NUMERIC_ROWS, ...US_ROWS];
