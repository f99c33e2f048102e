/**
 * VMC or IMC as the ICAO and EASA view of a control zone: below special limits when the visibility is less than
 * 5 km or the ceiling lower than 1,500 ft (SERA.5005). A description, not a permission.
 *
 * @module
 */
import type { WeatherElements } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import { toDistance } from "../units/mod.ts";
import { ceilingOf } from "./ceiling.ts";

const LEAST_VISIBILITY_M = 5000;
const LEAST_CEILING_FT = 1500;

/** Whether visual meteorological conditions are reported; `null`: not known. */
export interface Vmc {
  readonly conditions: "VMC" | "IMC" | null;
  readonly sources: readonly Source[];
}

/** One known value below its limit is enough for IMC; VMC needs both. */
export function visualConditions(elements: WeatherElements): Vmc {
  const ceiling = ceilingOf(elements);
  const { prevailingVisibility: visibility } = elements;
  const height = ceiling.kind === "value"
    ? ceiling.height
    : ceiling.kind === "unknown"
    ? ceiling.atMost
    : undefined;
  const lowCeiling = height !== undefined && height.value < LEAST_CEILING_FT;
  const metres = visibility.kind === "visibility" ? toDistance(visibility.distance, "m") : null;
  const strictlyBelow = visibility.kind === "visibility" && visibility.distance.bound === "atMost";
  const poor = metres !== null &&
    (strictlyBelow ? metres <= LEAST_VISIBILITY_M : metres < LEAST_VISIBILITY_M);
  const seen = visibility.kind === "notReported" ? [] : [visibility.source];
  if (lowCeiling || poor) {
    const sources = [...(lowCeiling ? ceiling.sources : []), ...(poor ? seen : [])];
    return { conditions: "IMC", sources };
  }
  const known = ceiling.kind !== "unknown" && !strictlyBelow &&
    (metres !== null || visibility.kind === "cavok");
  return { conditions: known ? "VMC" : null, sources: [...ceiling.sources, ...seen] };
}
