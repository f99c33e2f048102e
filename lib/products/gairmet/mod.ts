/**
 * G-AIRMETs: graphical AIRMETs of the US.
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeGairmetText, recognisesGairmet } from "./decode.ts";
import type { Gairmet } from "./model.ts";

export { decodeGairmet, decodeGairmetText, recognisesGairmet } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export type * from "./model.ts";
export { type UswxRecord, uswxRecords } from "./uswx.ts";

/** The product for the registry. */
export const gairmet: Product<Gairmet> = {
  name: "gairmet",
  title: "G-AIRMET",
  recognises: recognisesGairmet,
  decode: decodeGairmetText,
};
