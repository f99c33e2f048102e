import type { FlightCategory } from "../derive/mod.ts";
import { atReportingCap, distanceText, heightText } from "./quantities.ts";
import type { CategoryModel } from "./station_model.ts";

/** The reason of a flight category in words: `ceiling 800 ft`, `visibility not reported, so not known`. */
export function categoryModel(derived: FlightCategory): CategoryModel {
  const { category, partial, reason } = derived;
  const missing = reason.missing.join(" and ");
  const base = { category, partial, sources: reason.sources };
  if (category === null) return { ...base, reason: `Not known: ${missing} missing` };
  const parts = reason.decidedBy.map((part) =>
    part === "ceiling" ? ceilingText(derived) : visibilityText(derived)
  );
  const text = parts.join(", ");
  return {
    ...base,
    reason: partial ? `${text}; or worse, ${missing} missing` : text,
  };
}

function ceilingText({ reason: { ceiling } }: FlightCategory): string {
  switch (ceiling.kind) {
    case "value":
      return `${ceiling.indefinite ? "indefinite ceiling" : "ceiling"} ${
        heightText(ceiling.height)
      }`;
    case "none":
      return "no ceiling";
    case "unknown":
      return ceiling.atMost === undefined
        ? "ceiling not known"
        : `ceiling ${heightText(ceiling.atMost)} or lower`;
  }
}

function visibilityText({ reason: { visibility } }: FlightCategory): string {
  return visibility === null
    ? "visibility not known"
    : `visibility ${distanceText(atReportingCap(visibility))}`;
}
