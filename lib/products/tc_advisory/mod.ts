/**
 * Tropical cyclone advisories (`FK` bulletins).
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeTcAdvisory, recognisesTcAdvisory } from "./decode.ts";
import type { TcAdvisory } from "./model.ts";

export { decodeTcAdvisory, recognisesTcAdvisory } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export type * from "./model.ts";
export { TC_FIELDS, TC_RULE } from "./table.ts";

/** The product for the registry. */
export const tcAdvisory: Product<TcAdvisory> = {
  name: "tcAdvisory",
  title: "Tropical cyclone advisory",
  recognises: recognisesTcAdvisory,
  decode: decodeTcAdvisory,
};
