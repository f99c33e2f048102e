/**
 * Reports as flat objects, by product.
 *
 * @module
 */
import { flightCategory } from "../../lib/derive/category.ts";
import { flattenMetar } from "../../lib/products/metar/mod.ts";
import type { AnyReport } from "../../lib/products/mod.ts";
import { flattenPirep } from "../../lib/products/pirep/mod.ts";
import { flattenSigmet } from "../../lib/products/sigmet/mod.ts";
import { flattenTaf } from "../../lib/products/taf/mod.ts";

/** `report` with the field names and units of the conformance corpus: only what it states. */
export function flattenReport(report: AnyReport): object {
  switch (report.product) {
    case "metar": {
      const { category } = flightCategory(report);
      const flat = flattenMetar(report);
      return category === null ? flat : { ...flat, flight_category: category };
    }
    case "taf":
      return flattenTaf(report);
    case "pirep":
      return flattenPirep(report);
    case "sigmet":
      return flattenSigmet(report);
    default:
      return noFlatForm(report);
  }
}

/** A product that the corpus has no names for says so instead of looking empty. */
function noFlatForm({ raw }: { readonly raw: string }): object {
  return { raw, note: "This product has no flat form." };
}
