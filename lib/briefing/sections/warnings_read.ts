/**
 * SIGMETs, G-AIRMETs and CWAs brought to one form.
 *
 * @module
 */
import type { Area, Hazard, LevelLimit, Movement } from "../../products/hazard/model.ts";
import { givenOutline } from "../../products/hazard/outline.ts";
import type { Cwa } from "../../products/cwa/model.ts";
import type { Gairmet, GairmetHazard } from "../../products/gairmet/model.ts";
import type { DecodedReport, Source } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";
import type { Sigmet } from "../../products/sigmet/model.ts";
import type { HazardProduct } from "../../store/mod.ts";
import type { Quantity, Unit } from "../../units/mod.ts";
import { polygonOf, type Shape, shapesOf } from "../corridor/shape.ts";

/** One warned hazard of any product. */
export interface Warning {
  readonly product: HazardProduct;
  readonly held: HeldReport<DecodedReport>;
  /** `SIGMET`, `CONVECTIVE SIGMET`, `AIRMET`, `G-AIRMET`, `CWA`. */
  readonly title: string;
  readonly identifier: string | null;
  /** A phenomenon of `lib/products/hazard`, or `null` where the text names none that could be read. */
  readonly phenomenon: string | null;
  readonly qualifiers: readonly string[];
  /** `null`: its place is not known. */
  readonly shapes: readonly Shape[] | null;
  readonly base: LevelLimit | null;
  readonly top: LevelLimit | null;
  readonly movement: Movement | null;
  /** Its own period, where the bulletin gives one to each hazard; ISO 8601. */
  readonly from: string | null;
  readonly to: string | null;
  readonly threats: readonly string[];
  /** Further values: ceiling, visibility and wind as limits, sizes. */
  readonly values: readonly (Quantity<Unit> & { readonly name: string })[];
  readonly sources: readonly Source[];
}

const GAIRMET_PHENOMENA: Readonly<Record<GairmetHazard, string>> = {
  instrumentConditions: "instrumentConditions",
  mountainObscuration: "mountainObscuration",
  turbulenceHigh: "turbulence",
  turbulenceLow: "turbulence",
  icing: "icing",
  lowLevelWindShear: "lowLevelWindShear",
  surfaceWind: "surfaceWind",
  freezingLevel: "freezingLevel",
  multipleFreezingLevels: "freezingLevel",
};

/** The warnings of a report; empty for a cancellation, a test, an outlook. */
export function warningsOf(
  product: HazardProduct,
  held: HeldReport<DecodedReport>,
): readonly Warning[] {
  const known = readings.get(held);
  if (known !== undefined) return known;
  const warnings = read(product, held);
  readings.set(held, warnings);
  return warnings;
}

/** Shapes are made once for each report: hundreds of briefings ask for the same ones. */
const readings = new WeakMap<HeldReport, readonly Warning[]>();

function read(product: HazardProduct, held: HeldReport<DecodedReport>): readonly Warning[] {
  switch (held.decoded.product) {
    case "sigmet":
      return ofSigmet(product, held, held.decoded as Sigmet);
    case "cwa":
      return ofCwa(product, held, held.decoded as Cwa);
    case "gairmet":
      return ofGairmet(product, held, held.decoded as Gairmet);
    default:
      return [];
  }
}

const TITLES: Readonly<Partial<Record<Sigmet["type"], string>>> = {
  sigmet: "SIGMET",
  airmet: "AIRMET",
  convectiveSigmet: "CONVECTIVE SIGMET",
};

function ofSigmet(
  product: HazardProduct,
  held: HeldReport<DecodedReport>,
  sigmet: Sigmet,
): readonly Warning[] {
  const title = TITLES[sigmet.type];
  if (title === undefined || sigmet.cancels || sigmet.noneInForce) return [];
  if (sigmet.status !== "operational") return [];
  const identifier = sigmet.identifier?.text ?? null;
  if (sigmet.hazards.length === 0) {
    return sigmet.valid ? [] : [unread(product, held, title, identifier)];
  }
  return sigmet.hazards.map((hazard) =>
    ofHazard(product, held, title, hazard.identifier?.text ?? identifier, hazard)
  );
}

function ofCwa(product: HazardProduct, held: HeldReport<DecodedReport>, cwa: Cwa): Warning[] {
  if (cwa.cancelled) return [];
  const parts = [cwa.unit?.id, cwa.identifier?.text].filter((one) => one !== undefined);
  const identifier = parts.length > 0 ? parts.join(" ") : null;
  return [ofHazard(product, held, "CWA", identifier, cwa.hazard)];
}

function ofGairmet(
  product: HazardProduct,
  held: HeldReport<DecodedReport>,
  gairmet: Gairmet,
): Warning[] {
  if (gairmet.cancelled) return [];
  const whole = { text: held.raw.text, start: 0, end: held.raw.text.length };
  return [{
    product,
    held,
    title: "G-AIRMET",
    identifier: [gairmet.series?.toUpperCase(), gairmet.tag].filter(Boolean).join(" ") || null,
    phenomenon: gairmet.hazard === null ? null : GAIRMET_PHENOMENA[gairmet.hazard],
    qualifiers: gairmet.severity === null ? [] : [gairmet.severity],
    shapes: placed(gairmet.area, held),
    base: gairmet.base,
    top: gairmet.top,
    movement: null,
    from: gairmet.validFrom,
    to: gairmet.validTo,
    threats: [],
    values: gairmet.level?.kind === "altitude"
      ? [{ name: "freezingLevel", ...gairmet.level.height }]
      : [],
    sources: [whole],
  }];
}

function ofHazard(
  product: HazardProduct,
  held: HeldReport<DecodedReport>,
  title: string,
  identifier: string | null,
  hazard: Hazard,
): Warning {
  const levels = hazard.levels.kind === "levels" ? hazard.levels : null;
  const { movement, area } = hazard;
  const sources = [
    hazard.source,
    levels?.source,
    movement.kind === "notReported" ? null : movement.source,
    area.kind === "notReported" ? null : area.source,
    ...hazard.threats.map(({ source }) => source),
  ];
  const values: (Quantity<Unit> & { name: string })[] = [];
  const limit = (name: string, quantity: Quantity<Unit> | null | undefined) => {
    if (quantity) values.push({ name, ...quantity });
  };
  limit("ceilingBelow", hazard.ceilingBelow);
  limit("visibilityBelow", hazard.visibilityBelow);
  limit("windAbove", hazard.windAbove);
  limit("windFrom", hazard.windFrom);
  for (const threat of hazard.threats) {
    limit(`${threat.kind}Size`, threat.size);
    limit(`${threat.kind}Speed`, threat.speed);
  }
  return {
    product,
    held,
    title,
    identifier,
    phenomenon: hazard.phenomenon,
    qualifiers: hazard.qualifiers,
    shapes: placed(area, held),
    base: levels?.base ?? null,
    top: levels?.top ?? null,
    movement: movement.kind === "notReported" ? null : movement,
    from: hazard.validity?.from ?? null,
    to: hazard.validity?.to ?? null,
    threats: hazard.threats.map(({ kind }) => kind),
    values,
    sources: sources.filter((one) => one !== null && one !== undefined),
  };
}

/** A warning of which only its kind is known. */
function unread(
  product: HazardProduct,
  held: HeldReport<DecodedReport>,
  title: string,
  identifier: string | null,
): Warning {
  return {
    product,
    held,
    title,
    identifier,
    phenomenon: null,
    qualifiers: [],
    shapes: placed({ kind: "notReported" }, held),
    base: null,
    top: null,
    movement: null,
    from: null,
    to: null,
    threats: [],
    values: [],
    sources: [],
  };
}

/** The place by the text; where the text cannot be placed, the provider's outline, if it gives one. */
function placed(area: Area, held: HeldReport<DecodedReport>): readonly Shape[] | null {
  const read = shapesOf(area);
  if (read !== null) return read;
  const outline = givenOutline(held.raw.attributes?.["area"]);
  const shape = outline === null || outline.length < 3 ? null : polygonOf(outline);
  return shape === null ? null : [shape];
}
