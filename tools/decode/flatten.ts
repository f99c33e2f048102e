/**
 * Reports as flat objects, by product.
 *
 * @module
 */
import { flightCategory, type FlightCategoryName } from "../../lib/derive/category.ts";
import { flattenMetar, type WeatherElements } from "../../lib/products/metar/mod.ts";
import type { AnyReport } from "../../lib/products/mod.ts";
import { flattenPirep } from "../../lib/products/pirep/mod.ts";
import { flattenSigmet } from "../../lib/products/sigmet/mod.ts";
import { flattenTaf } from "../../lib/products/taf/mod.ts";

/** `report` with the field names and units of the conformance corpus: only what it states. */
export function flattenReport(report: AnyReport): object {
  switch (report.product) {
    case "metar": {
      const flat = flattenMetar(report);
      const category = statedCategory(report);
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

/**
 * The category where visibility and sky are both reported. `////SM OVC019` is MVFR at best and may be LIFR: the
 * flat form has no room for "at best", so with one of the two missing only LIFR, which nothing can make worse,
 * stands there. A layer without height (`BKN///`) is a sky reported.
 */
function statedCategory(report: WeatherElements): FlightCategoryName | null {
  const { category, partial, reason } = flightCategory(report);
  if (!partial || category === "LIFR") return category;
  const skyIsThere = report.cloud.kind === "layers" || report.verticalVisibility.kind === "value";
  return reason.missing.includes("visibility") || !skyIsThere ? null : category;
}

/** A product that the corpus has no names for says so instead of looking empty. */
function noFlatForm({ raw }: { readonly raw: string }): object {
  return { raw, note: "This product has no flat form." };
}
