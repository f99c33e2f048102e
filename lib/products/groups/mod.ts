/**
 * Groups shared by the METAR body, METAR trends and TAF periods.
 *
 * How a decoder uses them:
 *
 * 1. `scan(raw)` (`lib/products/scan`) gives `Tokens`.
 * 2. Make one `Accumulator` for each section (a TAF period is a section). Hand in the decoder's own
 *    lists of issues and damaged groups to have findings of all sections together:
 *    `new Accumulator(issues, damaged)`. What is in `damaged` belongs into `unparsed`.
 * 3. Walk the tokens: first look at your own keywords and rows, then call
 *    `readGroup(tokens, i, acc, TAF_PERIOD)`. It returns how many tokens it claimed (1 to 4), or 0.
 * 4. On 0 try `repairGroup(tokens, i, acc, TAF_PERIOD)`: it may respell a token or cut it in two (a
 *    missing blank), notes each repair as an issue `repair.*`, and returns whether the token at `i`
 *    should be read again. `keyword` tells it which words of yours may be glued to a group.
 *    Then `readDamagedGroup` with the same arguments: `0000KT` is a wind that is `notUnderstood`.
 * 5. What is still not claimed goes into `unparsed` as `tokens.source(i)`.
 * 6. `acc.elements()` gives the `WeatherElements`.
 *
 * @example
 * ```ts
 * import { Accumulator, readGroup, TAF_PERIOD } from "./mod.ts";
 * import { scan } from "../scan/mod.ts";
 * import assert from "node:assert/strict";
 * const tokens = scan("27015G25KT P6SM BKN025CB");
 * const period = new Accumulator();
 * for (let i = 0; i < tokens.count;) i += readGroup(tokens, i, period, TAF_PERIOD) || 1;
 * assert.equal(period.elements().cloud.kind, "layers");
 * ```
 *
 * @module
 */
export { Accumulator, leaveDamaged, NOT_REPORTED } from "./accumulator.ts";
export { readDamagedGroup, readGroup } from "./read.ts";
export { repairGroup } from "./repairs.ts";
export {
  BODY,
  ELEMENTS,
  type GroupRow,
  ORDER,
  type Section,
  SUPPLEMENT,
  TAF_PERIOD,
  TREND,
} from "./row.ts";
export { DAMAGED_ROWS, GROUP_ROWS } from "./table.ts";
export { phenomenonOf, readWeatherCode } from "./weather.ts";
export { isCrediblePressure, PRESSURE_RANGE_HPA } from "./pressure.ts";
export { designatorEnd } from "./rvr.ts";
