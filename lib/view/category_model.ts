import type { CategoryPart, FlightCategory } from "../derive/mod.ts";
import { atReportingCap, heightText, visibilityText } from "./quantities.ts";
import type { CategoryModel } from "./station_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/** The reason of a flight category in words: `ceiling 800 ft`, `visibility not reported, so not known`. */
export function categoryModel(derived: FlightCategory, v: Viewer = DEFAULT_VIEWER): CategoryModel {
  const { category, partial, reason } = derived;
  const parts = partsText(reason.missing, v);
  const base = { category, partial, sources: reason.sources };
  if (category === null) return { ...base, reason: v.t("category.missing", { parts }) };
  const text = reason.decidedBy.map((part) =>
    part === "ceiling" ? ceilingText(derived, v) : seenText(derived, v)
  ).join(", ");
  return { ...base, reason: partial ? v.t("category.partial", { reason: text, parts }) : text };
}

function partsText(parts: readonly CategoryPart[], v: Viewer): string {
  return parts.map((part) => v.t(`category.part.${part}`)).join(` ${v.t("category.and")} `);
}

function ceilingText({ reason: { ceiling } }: FlightCategory, v: Viewer): string {
  switch (ceiling.kind) {
    case "value":
      return v.t(ceiling.indefinite ? "category.indefinite" : "category.ceiling", {
        height: heightText(ceiling.height, v),
      });
    case "none":
      return v.t("category.noCeiling");
    case "unknown":
      return ceiling.atMost === undefined
        ? v.t("category.ceilingUnknown")
        : v.t("category.ceilingAtMost", { height: heightText(ceiling.atMost, v) });
  }
}

function seenText({ reason: { visibility } }: FlightCategory, v: Viewer): string {
  return visibility === null
    ? v.t("category.visibilityUnknown")
    : v.t("category.visibility", { distance: visibilityText(atReportingCap(visibility), v) });
}
