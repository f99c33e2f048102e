/**
 * SIGMET and AIRMET of all countries, convective SIGMETs with their outlooks, space weather advisories.
 *
 * @module
 */
import type { Product } from "../product.ts";
import { decodeSigmet, recognisesSigmet } from "./decode.ts";
import type { Sigmet } from "./model.ts";

export { agreeWithProvider, type ProviderValues } from "./agree.ts";
export { decodeSigmet, recognisesSigmet } from "./decode.ts";
export { describe, explain } from "./describe.ts";
export { type FlatSigmet, flattenSigmet } from "./flatten.ts";
export type * from "./model.ts";

/** The product for the registry. */
export const sigmet: Product<Sigmet> = {
  name: "sigmet",
  title: "SIGMET",
  recognises: recognisesSigmet,
  decode: decodeSigmet,
};
