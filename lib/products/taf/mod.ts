/**
 * TAF: reading a forecast, and what it says for an instant.
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeTaf } from "./decode.ts";
import type { Taf } from "./model.ts";
import { recognisesTaf } from "./recognise.ts";

export { decodeTaf } from "./decode.ts";
export { TAF_FORMATS, type TafFormat } from "./formats.ts";
export { type FlatPeriod, type FlatTaf, flattenTaf } from "./flatten.ts";
export { applyChange, namesAnything, NOTHING_FORECAST } from "./merge.ts";
export type * from "./model.ts";
export { recognisesTaf } from "./recognise.ts";
export {
  type Candidate,
  stateAt,
  statesBetween,
  statesByHour,
  type TafSpan,
  type TafState,
} from "./state.ts";

/** The TAF as a product of the registry. */
export const taf: Product<Taf> = {
  name: "taf",
  title: "TAF",
  recognises: recognisesTaf,
  decode: decodeTaf,
};
