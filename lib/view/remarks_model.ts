import { explain } from "../products/metar/describe.ts";
import type { Metar } from "../products/metar/model.ts";
import type { TokenMeaning } from "../products/product.ts";

/** Worked out once for each report: it costs more than all the rest of its card. */
const known = new WeakMap<Metar, readonly TokenMeaning[]>();

/** What each remark means, in the order of the report; what was not understood is listed elsewhere. */
export function remarkMeanings(metar: Metar): readonly TokenMeaning[] {
  let meanings = known.get(metar);
  if (meanings === undefined) known.set(metar, meanings = workOut(metar));
  return meanings;
}

function workOut(metar: Metar): TokenMeaning[] {
  const starts = new Set(metar.remarks.map((remark) => remark.source.start));
  if (starts.size === 0) return [];
  return explain(metar).filter(({ source }) => starts.has(source.start));
}
