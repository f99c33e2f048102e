/**
 * A hazard of a list or map in words.
 *
 * @module
 */
import type { AnyReport } from "../../products/mod.ts";
import { sigmetKind, titleOf } from "../../products/titles.ts";
import type { PageLanguage } from "../text/mod.ts";
import type { Viewer } from "../viewer.ts";
import { type HazardItem, regionNames } from "./item.ts";
import { levelsText } from "./levels.ts";

/** What lists say of a report. What it says itself (identifiers, regions, causes) stays as it is written. */
export interface HazardWords {
  /** `Thunderstorms: embedded in cloud`. */
  readonly title: string;
  /** Identifier, region or place: `SIGMET 2 · SHANLON FIR`. */
  readonly where: string;
  /** `surface to FL100`; `null` where the report gives no levels. */
  readonly levels: string | null;
}

const known = new WeakMap<HazardItem, Partial<Record<PageLanguage, HazardWords>>>();

/** The words of an item: worked out once for each language. */
export function hazardWords(item: HazardItem, v: Viewer): HazardWords {
  let words = known.get(item);
  if (words === undefined) known.set(item, words = {});
  return words[v.language] ??= newWords(item.held.decoded as AnyReport, v);
}

function newWords(report: AnyReport, v: Viewer): HazardWords {
  return {
    title: titleOf(report, v.language) ?? v.t("hz.code.OTHER"),
    where: whereParts(report, v).filter((part) => part !== "").join(" · "),
    levels: levelsText(report, v),
  };
}

function whereParts(report: AnyReport, v: Viewer): string[] {
  switch (report.product) {
    case "sigmet": {
      const regions = regionNames(report);
      const places = regions.length > 0 ? regions : report.atsUnits.map(({ id }) => id);
      const kind = sigmetKind(report, v.language);
      return [`${kind} ${report.identifier?.text ?? ""}`.trim(), places.join(", ")];
    }
    case "cwa":
      return [
        `CWA ${report.identifier?.text ?? ""}`.trim(),
        report.unit?.id ?? "",
        report.hazard.regions?.names.join(", ") ?? "",
      ];
    case "gairmet": {
      const { series } = report;
      const name = series === null ? "" : series.charAt(0).toUpperCase() + series.slice(1);
      return [name === "" ? "" : `G-AIRMET ${name}`, report.dueTo ?? ""];
    }
    case "pirep": {
      const { place } = report;
      return [
        report.reportType,
        "source" in place ? place.source.text.replace(/^\/?OV\s*/, "") : "",
        report.aircraftType?.text ?? "",
      ];
    }
    default:
      return [];
  }
}
