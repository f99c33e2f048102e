/**
 * Volcanic ash advisories (`FV` bulletins).
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeVaAdvisory, recognisesVaAdvisory } from "./decode.ts";
import type { VaAdvisory } from "./model.ts";

export { decodeVaAdvisory, recognisesVaAdvisory } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export type * from "./model.ts";
export { VA_FIELDS, VA_RULE } from "./table.ts";

/** The product for the registry. */
export const vaAdvisory: Product<VaAdvisory> = {
  name: "vaAdvisory",
  title: "Volcanic ash advisory",
  recognises: recognisesVaAdvisory,
  decode: decodeVaAdvisory,
};
