/**
 * Centre weather advisories of the US.
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeCwa, recognisesCwa } from "./decode.ts";
import type { Cwa } from "./model.ts";

export { decodeCwa, recognisesCwa } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export type * from "./model.ts";

/** The product for the registry. */
export const cwa: Product<Cwa> = {
  name: "cwa",
  title: "CWA",
  recognises: recognisesCwa,
  decode: decodeCwa,
};
