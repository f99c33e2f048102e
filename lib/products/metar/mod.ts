/**
 * METAR and SPECI: reading them.
 *
 * @example
 * ```ts
 * import { decodeMetar } from "./mod.ts";
 * import assert from "node:assert/strict";
 * const report = decodeMetar("METAR KJFK 061751Z 28008KT 10SM FEW250 22/18 A2992");
 * assert.equal(report.surfaceWind.kind, "wind");
 * assert.deepEqual(report.unparsed, []);
 * ```
 *
 * @module
 */
import type { Product } from "../product.ts";
import { scan } from "../scan/mod.ts";
import { decodeMetar } from "./decode.ts";
import { isIndicator, startsReport } from "./header.ts";
import type { Metar } from "./model.ts";

export { decodeMetar } from "./decode.ts";
export { flattenMetar } from "./flat.ts";
export type * from "./model.ts";
export type { Remark } from "./remarks_model.ts";

/** How far into the text the start of a report is looked for. */
const HEADER_CHARACTERS = 80;

/** The product METAR. */
export const metar: Product<Metar> = {
  name: "metar",
  title: "METAR",
  recognises(raw) {
    const tokens = scan(raw.slice(0, HEADER_CHARACTERS));
    const last = Math.min(tokens.count, 6);
    for (let i = 0; i < last; i++) {
      if (tokens.is(i, "TAF")) return false;
      if (tokens.is(i, "METAR") || tokens.is(i, "SPECI")) return true;
    }
    for (let i = 0; i < last; i++) if (startsReport(tokens, i)) return !hasPeriod(tokens, i + 2);
    return looksObserved(tokens);
  },
  decode: decodeMetar,
};

/** `0618/0724` after the time: a TAF without its word. */
function hasPeriod(tokens: ReturnType<typeof scan>, i: number): boolean {
  return /^\d{4}\/\d{4}$/.test(tokens.word(i));
}

const WIND_GROUP = /^(?:\d{3}|VRB)\d{2,3}(?:G\d{2,3})?(?:KT|MPS|KMH)$/;
const SETTING = /^[QA]\d{4}$/;

/**
 * A damaged header: no indicator (`AUTO 061950Z 10002KT`), no `Z` (`SYKM 221800 10008KT`), no time
 * (`CWND M02/M02 RMK`), or nothing but missing elements (`UTO8 M M M`).
 */
function looksObserved(tokens: ReturnType<typeof scan>): boolean {
  const words = Array.from({ length: tokens.count }, (_, i) => tokens.word(i));
  if (words.some((word) => /^\d{4}\/\d{4}$/.test(word))) return false;
  const wind = words.findIndex((word) => WIND_GROUP.test(word));
  if (wind > 0 && words.slice(0, wind).some((word) => /^\d{6}Z?$/.test(word))) return true;
  if (!isIndicator(tokens, 0)) return false;
  return words.slice(1, 4).every((word) => word === "M") && words.length > 3 ||
    words.some((word) => word === "RMK" || SETTING.test(word));
}
