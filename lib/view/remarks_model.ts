import { remarkPiece } from "../products/metar/describe_remarks.ts";
import type { Metar } from "../products/metar/model.ts";
import type { TokenMeaning } from "../products/product.ts";
import { Voice } from "../products/text/mod.ts";

const ENGLISH = new Voice();

/** What each remark means, in the order of the report; what was not understood is listed elsewhere. */
export function remarkMeanings(metar: Metar): TokenMeaning[] {
  return metar.remarks.map((remark) => ({
    source: remark.source,
    element: "remark",
    meaning: remarkPiece(remark, ENGLISH).text,
  }));
}
