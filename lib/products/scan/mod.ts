/**
 * The scanner: one pass over a report's character codes gives tokens with positions and shapes.
 *
 * @example
 * ```ts
 * import { scan } from "./mod.ts";
 * import assert from "node:assert/strict";
 * const tokens = scan("KJFK 061751Z 28008KT=");
 * assert.equal(tokens.count, 4);
 * assert.deepEqual(tokens.source(2), { text: "28008KT", start: 13, end: 20 });
 * ```
 *
 * @module
 */
export {
  CONTROL,
  DIGIT,
  isCapital,
  isDigit,
  isSlashes,
  LETTER,
  MARK,
  OTHER,
  readDigits,
  SIGN,
  skipDigits,
  SLASH,
} from "./chars.ts";
export { METAR_LIMITS, scan, type ScanLimits, shapeOf, TAF_LIMITS, type Tokens } from "./tokens.ts";
