/**
 * Pilot reports: PIREP and AIREP.
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodePirep, recognisesPirep } from "./decode.ts";
import type { Pirep } from "./model.ts";

export { decodePirep, recognisesPirep } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export { flattenPirep } from "./flatten.ts";
export type * from "./model.ts";

/** The product for the registry. */
export const pirep: Product<Pirep> = {
  name: "pirep",
  title: "PIREP",
  recognises: recognisesPirep,
  decode: decodePirep,
};
