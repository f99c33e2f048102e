/**
 * Winds and temperatures aloft.
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeWindsAloft, recognisesWindsAloft } from "./decode.ts";
import type { WindsAloft } from "./model.ts";

export { decodeWindsAloft, recognisesWindsAloft } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export { readGroup } from "./group.ts";
export { type InterpolatedWind, windAtAltitude, windBetween } from "./interpolate.ts";
export type * from "./model.ts";

/** The product for the registry. */
export const windsAloft: Product<WindsAloft> = {
  name: "windsAloft",
  title: "Winds aloft",
  recognises: recognisesWindsAloft,
  decode: decodeWindsAloft,
};
