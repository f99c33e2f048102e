import type { DecodedReport, Source } from "../products/product.ts";
import type { RawModel } from "./station_model.ts";

/** The raw text with what can be reached in it, and the issues worth a pilot's eye. */
export function rawModel(
  report: DecodedReport,
  tokens: readonly Source[],
  targets: ReadonlyMap<number, string>,
): RawModel {
  return {
    text: report.raw,
    tokens,
    unparsed: report.unparsed,
    issues: report.issues.filter((issue) => issue.severity !== "info").map(({ message, source }) =>
      source === undefined ? message : `${message} (${source.text})`
    ),
    targets,
  };
}
