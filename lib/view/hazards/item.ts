/**
 * One report over an area, or of an aircraft, worked out for lists and maps.
 *
 * @module
 */
import { type HazardPlace, placeOf } from "../../derive/hazard_area.ts";
import type { Hazard } from "../../products/hazard/model.ts";
import type { AnyReport } from "../../products/mod.ts";
import type { Pirep } from "../../products/pirep/model.ts";
import type { DecodedReport } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import { codeOfGairmet, codeOfPhenomenon, type HazardCode, wordsOf } from "./codes.ts";
import { type LevelsModel, levelsOf } from "./levels.ts";

/** The products that have a list of their own. */
export type ListedProduct = "sigmet" | "gairmet" | "cwa" | "pirep";

/** From when to when, milliseconds since the epoch; `null` where the report does not say. */
export interface ItemPeriod {
  readonly from: number | null;
  readonly to: number | null;
}

/** A report as lists and maps take it. Texts of the report itself stay in English, as it does. */
export interface HazardItem {
  /** Short and the same as long as the text is: for links. */
  readonly id: string;
  readonly product: ListedProduct;
  readonly code: HazardCode;
  /** `Thunderstorm: embedded`, `Turbulence: moderate`. */
  readonly title: string;
  /** Identifier, region or place: `SIGMET 2 · SHANLON FIR`. */
  readonly where: string;
  /** What a filter by FIR looks into, upper case. */
  readonly areaNames: string;
  /** A cancellation, a test, an outlook: nothing that is in force. */
  readonly mark: "cancelled" | "test" | "outlook" | "none" | null;
  readonly urgent: boolean;
  readonly period: ItemPeriod;
  readonly observedAt: number;
  readonly levels: LevelsModel;
  readonly place: HazardPlace;
  readonly held: HeldReport<DecodedReport>;
}

const items = new WeakMap<HeldReport<DecodedReport>, HazardItem>();

/** The item of a held report: worked out once. */
export function hazardItem(
  product: ListedProduct,
  held: HeldReport<DecodedReport>,
  period: ItemPeriod,
): HazardItem {
  let item = items.get(held);
  if (item === undefined) items.set(held, item = newItem(product, held, period));
  return item;
}

function newItem(
  product: ListedProduct,
  held: HeldReport<DecodedReport>,
  period: ItemPeriod,
): HazardItem {
  const report = held.decoded as AnyReport;
  return {
    id: shortHash(held.raw.text),
    product,
    ...namesOf(report),
    period,
    observedAt: held.observedAt,
    levels: levelsOf(report),
    place: placeOf(held),
    held,
  };
}

type Names = Pick<HazardItem, "code" | "title" | "where" | "areaNames" | "mark" | "urgent">;

function namesOf(report: AnyReport): Names {
  switch (report.product) {
    case "sigmet": {
      const [first] = report.hazards;
      const told = first ?? report.outlooks[0];
      const names = [
        ...report.regions.map(({ name }) => name),
        ...report.hazards.flatMap(({ regions }) => regions?.names ?? []),
      ];
      const units = report.atsUnits.map(({ id }) => id);
      return {
        code: report.spaceWeather !== null ? "SWX" : codeOfPhenomenon(told?.phenomenon ?? null),
        title: report.spaceWeather !== null ? "Space weather advisory" : titleOf(told),
        where: joined([
          `${SIGMET_TYPES[report.type]} ${report.identifier?.text ?? ""}`.trim(),
          names.length > 0 ? names.join(", ") : units.join(", "),
        ]),
        areaNames: [...names, ...units, report.office?.id, report.heading?.office].join(" ")
          .toUpperCase(),
        mark: markOf(report),
        urgent: false,
      };
    }
    case "cwa":
      return {
        code: codeOfPhenomenon(report.hazard.phenomenon),
        title: titleOf(report.hazard),
        where: joined([
          `CWA ${report.identifier?.text ?? ""}`.trim(),
          report.unit?.id ?? "",
          report.hazard.regions?.names.join(", ") ?? "",
        ]),
        areaNames: [report.unit?.id, ...report.hazard.regions?.names ?? []].join(" ").toUpperCase(),
        mark: report.cancelled ? "cancelled" : null,
        urgent: report.urgent,
      };
    case "gairmet":
      return {
        code: codeOfGairmet(report.hazard),
        title: capital(
          [report.severity, report.hazard === null ? "hazard not named" : wordsOf(report.hazard)]
            .filter((part) => part !== null).join(" "),
        ),
        where: joined([
          report.series === null ? "" : `G-AIRMET ${capital(report.series)}`,
          report.dueTo ?? "",
        ]),
        areaNames: "",
        mark: report.cancelled ? "cancelled" : null,
        urgent: false,
      };
    case "pirep":
      return ofPirep(report);
    default:
      return {
        code: "OTHER",
        title: capital(wordsOf(report.product)),
        where: "",
        areaNames: "",
        mark: null,
        urgent: false,
      };
  }
}

const SIGMET_TYPES: Readonly<Record<string, string>> = {
  sigmet: "SIGMET",
  airmet: "AIRMET",
  convectiveSigmet: "Convective SIGMET",
  outlook: "Outlook",
  spaceWeatherAdvisory: "Advisory",
};

function markOf(report: AnyReport & { product: "sigmet" }): HazardItem["mark"] {
  if (report.status !== "operational") return "test";
  if (report.cancels !== null) return "cancelled";
  if (report.noneInForce !== null && report.hazards.length === 0) return "none";
  return report.type === "outlook" ? "outlook" : null;
}

function titleOf(hazard: Hazard | undefined): string {
  if (hazard === undefined) return "No hazard named";
  const name = hazard.phenomenon === null ? "Hazard not named" : wordsOf(hazard.phenomenon);
  const words = hazard.qualifiers.map(wordsOf);
  return capital(words.length === 0 ? name : `${name}: ${words.join(", ")}`);
}

/** The worst of what the pilot met names the report; smooth air and no ice are reports, too. */
function ofPirep(report: Pirep): Names {
  const turbulence = worstOf(report.turbulence, TURBULENCE);
  const icing = worstOf(report.icing, ICING);
  const shear = report.turbulence.some(({ type }) => type === "lowLevelWindShear");
  const code: HazardCode = shear
    ? "LLWS"
    : turbulence > 0 && turbulence >= icing
    ? "TURB"
    : icing > 0
    ? "ICE"
    : "PIREP";
  const met = [
    ...report.turbulence.map((one) => `${rangeText(one)} turbulence`),
    ...report.icing.map((one) => `${rangeText(one)} icing`),
  ].map((text) => text.replace(/^none /, "no "));
  const place = report.place;
  return {
    code,
    title: capital(met.length === 0 ? "pilot report" : [...new Set(met)].join(", ")),
    where: joined([
      report.reportType,
      "source" in place ? place.source.text.replace(/^\/?OV\s*/, "") : "",
      report.aircraftType?.text ?? "",
    ]),
    areaNames: report.station?.id ?? "",
    mark: null,
    urgent: report.urgent,
  };
}

const TURBULENCE = ["none", "light", "moderate", "severe", "extreme"];
const ICING = ["none", "trace", "light", "moderate", "heavy", "severe"];

function worstOf(
  met: readonly { readonly intensity: string | null; readonly intensityTo?: string }[],
  order: readonly string[],
): number {
  let worst = 0;
  for (const { intensity, intensityTo } of met) {
    worst = Math.max(worst, order.indexOf(intensityTo ?? intensity ?? "light"));
  }
  return worst;
}

function rangeText(
  { intensity, intensityTo }: { readonly intensity: string | null; readonly intensityTo?: string },
): string {
  if (intensity === null) return "";
  return intensityTo === undefined ? intensity : `${intensity} to ${intensityTo}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

function capital(text: string): string {
  const trimmed = text.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}

/** FNV-1a, 32 bits: for links within one list, not for secrets. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
