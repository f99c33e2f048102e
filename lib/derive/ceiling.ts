/**
 * The ceiling: the lowest `BKN` or `OVC` layer or the vertical visibility, above ground.
 *
 * FAA Aviation Weather Handbook; aviation rules, section 1. `FEW` and `SCT` are never a ceiling. A layer whose
 * height or amount is not observable may be the ceiling: then it is unknown, never none.
 *
 * @module
 */
import type { CloudLayer, WeatherElements } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import type { HeightUnit, Quantity } from "../units/mod.ts";
import { toDistance } from "../units/mod.ts";

/** The ceiling with the groups it was read from. */
export type Ceiling =
  | {
    readonly kind: "value";
    /** Feet above ground. */
    readonly height: Quantity<"ft">;
    /** From vertical visibility: the sky is obscured. */
    readonly indefinite: boolean;
    readonly sources: readonly Source[];
  }
  | {
    /** The sky was observed and has no ceiling. */
    readonly kind: "none";
    readonly sources: readonly Source[];
  }
  | {
    readonly kind: "unknown";
    readonly reason: "notReported" | "notObservable" | "notUnderstood";
    /** A layer that is known limits it: the ceiling is here or lower, feet above ground. */
    readonly atMost?: Quantity<"ft">;
    readonly sources: readonly Source[];
  };

interface Candidate {
  readonly feet: number;
  readonly indefinite: boolean;
  readonly source: Source;
}

const toFeet = (height: Quantity<HeightUnit>): number => toDistance(height, "ft");

function coversMostOfTheSky(layer: CloudLayer): boolean {
  return layer.amount === "BKN" || layer.amount === "OVC";
}

/** The known ceilings of the elements, lowest first. */
function candidatesOf({ cloud, verticalVisibility }: WeatherElements): Candidate[] {
  const found: Candidate[] = [];
  if (verticalVisibility.kind === "value") {
    found.push({
      feet: toFeet(verticalVisibility),
      indefinite: true,
      source: verticalVisibility.source,
    });
  }
  for (const layer of cloud.kind === "layers" ? cloud.layers : []) {
    if (!coversMostOfTheSky(layer) || layer.heightAgl === null) continue;
    found.push({ feet: toFeet(layer.heightAgl), indefinite: false, source: layer.source });
  }
  return found.sort((a, b) => a.feet - b.feet);
}

/**
 * `//////CB` beside layers that were measured: Annex 3 (appendix 3, 4.5.4) adds CB and TCU to the significant
 * layers whatever their amount, so the group tells of the type of cloud; a layer of it that covered most of the
 * sky would stand among the measured ones. Alone it tells nothing of the ceiling.
 */
function onlyNamesTheType(layer: CloudLayer, layers: readonly CloudLayer[]): boolean {
  return layer.amount === "notObservable" && layer.heightAgl === null &&
    (layer.type === "CB" || layer.type === "TCU") &&
    layers.some(({ amount, heightAgl }) => amount !== "notObservable" && heightAgl !== null);
}

/** Groups that may be a ceiling below `limitFeet` but do not say so. */
function doubtful({ cloud, verticalVisibility }: WeatherElements, limitFeet: number): Source[] {
  const found: Source[] = [];
  if (verticalVisibility.kind === "notObservable") found.push(verticalVisibility.source);
  const layers = cloud.kind === "layers" ? cloud.layers : [];
  for (const layer of layers) {
    const mayCover = coversMostOfTheSky(layer) || layer.amount === "notObservable";
    if (!mayCover || onlyNamesTheType(layer, layers)) continue;
    if (layer.heightAgl === null) found.push(layer.source);
    else if (layer.amount === "notObservable" && toFeet(layer.heightAgl) < limitFeet) {
      found.push(layer.source);
    }
  }
  return found;
}

/** Whether no group but `//////` stands beside CAVOK. */
function contradictsNothing({ cloud, verticalVisibility }: WeatherElements): boolean {
  if (verticalVisibility.kind !== "notReported") return false;
  return cloud.kind !== "layers" ||
    cloud.layers.every(({ amount, heightAgl }) => amount === "notObservable" && heightAgl === null);
}

/**
 * The ceiling of an observation or of a forecast period.
 *
 * @example
 * ```ts
 * import { ceilingOf } from "./ceiling.ts";
 * import assert from "node:assert/strict";
 * const source = { text: "OVC008", start: 0, end: 6 };
 * const ceiling = ceilingOf({
 *   surfaceWind: { kind: "notReported" },
 *   prevailingVisibility: { kind: "notReported" },
 *   directionalVisibility: [],
 *   presentWeather: { kind: "notReported" },
 *   verticalVisibility: { kind: "notReported" },
 *   cloud: { kind: "layers", layers: [{ amount: "OVC", heightAgl: { value: 800, unit: "ft" }, source }] },
 * });
 * assert.deepEqual(ceiling.kind === "value" && ceiling.height, { value: 800, unit: "ft" });
 * ```
 */
export function ceilingOf(elements: WeatherElements): Ceiling {
  const { cloud, prevailingVisibility } = elements;
  // CAVOK says so explicitly, also where an automatic station adds `//////` for its missing cloud sensor.
  if (prevailingVisibility.kind === "cavok" && contradictsNothing(elements)) {
    return { kind: "none", sources: [prevailingVisibility.source] };
  }
  const lowest = candidatesOf(elements)[0];
  const doubts = doubtful(elements, lowest?.feet ?? Infinity);
  const atMost = lowest && { value: Math.round(lowest.feet), unit: "ft" as const };
  if (doubts.length > 0) {
    const sources = lowest ? [...doubts, lowest.source] : doubts;
    return { kind: "unknown", reason: "notObservable", ...(atMost && { atMost }), sources };
  }
  if (cloud.kind === "notUnderstood" || cloud.kind === "notObservable") {
    const sources = lowest ? [cloud.source, lowest.source] : [cloud.source];
    return { kind: "unknown", reason: cloud.kind, ...(atMost && { atMost }), sources };
  }
  if (lowest && atMost) {
    return {
      kind: "value",
      height: atMost,
      indefinite: lowest.indefinite,
      sources: [lowest.source],
    };
  }
  if (cloud.kind === "clear") return { kind: "none", sources: [cloud.source] };
  if (cloud.kind === "layers" && cloud.layers.length > 0) {
    return { kind: "none", sources: cloud.layers.map((layer) => layer.source) };
  }
  return { kind: "unknown", reason: "notReported", sources: [] };
}
