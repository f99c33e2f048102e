/**
 * One report over an area, or of an aircraft, worked out for lists and maps.
 *
 * @module
 */
import { type HazardPlace, placeOf } from "../../derive/hazard_area.ts";
import type { AnyReport } from "../../products/mod.ts";
import type { Pirep } from "../../products/pirep/model.ts";
import type { Sigmet } from "../../products/sigmet/model.ts";
import type { DecodedReport } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import { codeOfGairmet, codeOfPhenomenon, type HazardCode } from "./codes.ts";
import { type Layer, layersOf } from "./levels.ts";

/** The products that have a list of their own. */
export type ListedProduct = "sigmet" | "gairmet" | "cwa" | "pirep";

/** From when to when, milliseconds since the epoch; `null` where the report does not say. */
export interface ItemPeriod {
  readonly from: number | null;
  readonly to: number | null;
}

/** A report as lists and maps take it, in no language: its words are in `words.ts`. */
export interface HazardItem {
  /** Short and the same as long as the text is: for links. */
  readonly id: string;
  readonly product: ListedProduct;
  readonly code: HazardCode;
  /** What a filter by FIR looks into, upper case. */
  readonly areaNames: string;
  /** A cancellation, a test, an outlook: nothing that is in force. */
  readonly mark: "cancelled" | "test" | "outlook" | "none" | null;
  readonly urgent: boolean;
  readonly period: ItemPeriod;
  readonly observedAt: number;
  /** Empty where the report gives none: then it may be at any height. */
  readonly layers: readonly Layer[];
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
    ...traitsOf(report),
    period,
    observedAt: held.observedAt,
    layers: layersOf(report),
    place: placeOf(held),
    held,
  };
}

type Traits = Pick<HazardItem, "code" | "areaNames" | "mark" | "urgent">;

function traitsOf(report: AnyReport): Traits {
  switch (report.product) {
    case "sigmet": {
      const told = report.hazards[0] ?? report.outlooks[0];
      const units = report.atsUnits.map(({ id }) => id);
      return {
        code: report.spaceWeather !== null ? "SWX" : codeOfPhenomenon(told?.phenomenon ?? null),
        areaNames: [...regionNames(report), ...units, report.office?.id, report.heading?.office]
          .join(" ").toUpperCase(),
        mark: markOf(report),
        urgent: false,
      };
    }
    case "cwa":
      return {
        code: codeOfPhenomenon(report.hazard.phenomenon),
        areaNames: [report.unit?.id, ...report.hazard.regions?.names ?? []].join(" ").toUpperCase(),
        mark: report.cancelled ? "cancelled" : null,
        urgent: report.urgent,
      };
    case "gairmet":
      return {
        code: codeOfGairmet(report.hazard),
        areaNames: "",
        mark: report.cancelled ? "cancelled" : null,
        urgent: false,
      };
    case "pirep":
      return {
        code: codeOfPirep(report),
        areaNames: report.station?.id ?? "",
        mark: null,
        urgent: report.urgent,
      };
    default:
      return { code: "OTHER", areaNames: "", mark: null, urgent: false };
  }
}

/** The regions that a SIGMET names, as written. */
export function regionNames(report: Sigmet): string[] {
  return [
    ...report.regions.map(({ name }) => name),
    ...report.hazards.flatMap(({ regions }) => regions?.names ?? []),
  ];
}

function markOf(report: Sigmet): HazardItem["mark"] {
  if (report.status !== "operational") return "test";
  if (report.cancels !== null) return "cancelled";
  if (report.noneInForce !== null && report.hazards.length === 0) return "none";
  return report.type === "outlook" ? "outlook" : null;
}

/** The worst of what the pilot met names the report; smooth air and no ice are reports, too. */
function codeOfPirep(report: Pirep): HazardCode {
  if (report.turbulence.some(({ type }) => type === "lowLevelWindShear")) return "LLWS";
  const turbulence = worstOf(report.turbulence, TURBULENCE);
  const icing = worstOf(report.icing, ICING);
  if (turbulence > 0 && turbulence >= icing) return "TURB";
  return icing > 0 ? "ICE" : "PIREP";
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

/** FNV-1a, 32 bits: for links within one list, not for secrets. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
