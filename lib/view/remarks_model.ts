import { remarkPiece } from "../products/metar/describe_remarks.ts";
import type { Metar } from "../products/metar/model.ts";
import type { TokenMeaning } from "../products/product.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/** What each remark means, in the order of the report; what was not understood is listed elsewhere. */
export function remarkMeanings(metar: Metar, v: Viewer = DEFAULT_VIEWER): TokenMeaning[] {
  return metar.remarks.map((remark) => ({
    source: remark.source,
    element: "remark",
    meaning: remarkPiece(remark, v.voice).text,
  }));
}
