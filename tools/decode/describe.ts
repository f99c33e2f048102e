/**
 * Reports in words, by product.
 *
 * @module
 */
import type { AnyReport } from "../../lib/products/mod.ts";

/** What `--describe` writes. */
export function describeReport(report: AnyReport, _language: string) {
  return { product: report.product, raw: report.raw };
}
