/**
 * The registry of products: one line for each kind of report, asked in order.
 *
 * The decoder as a whole, without I/O: give it a text, get the report.
 *
 * @module
 */
import { type Cwa, cwa } from "./cwa/mod.ts";
import { type Gairmet, gairmet } from "./gairmet/mod.ts";
import { type Metar, metar } from "./metar/mod.ts";
import type { DecodeContext, Product, ProductName } from "./product.ts";
import { type Pirep, pirep } from "./pirep/mod.ts";
import { type Sigmet, sigmet } from "./sigmet/mod.ts";
import { type Taf, taf } from "./taf/mod.ts";
import { type TcAdvisory, tcAdvisory } from "./tc_advisory/mod.ts";
import { type VaAdvisory, vaAdvisory } from "./va_advisory/mod.ts";
import { type WindsAloft, windsAloft } from "./winds_aloft/mod.ts";

export * from "./product.ts";
export type * from "./raw_report.ts";

/** A decoded report of any product; `product` tells which. */
export type AnyReport =
  | Metar
  | Taf
  | Pirep
  | Sigmet
  | Gairmet
  | Cwa
  | WindsAloft
  | VaAdvisory
  | TcAdvisory;

/** Every product, the most telling texts first: a TAF begins like a METAR without its keyword. */
export const PRODUCTS: readonly Product<AnyReport>[] = [
  gairmet,
  windsAloft,
  vaAdvisory,
  tcAdvisory,
  cwa,
  pirep,
  sigmet,
  taf,
  metar,
];

/** The product named `name`, or `undefined` where there is none. */
export function productNamed(name: string): Product<AnyReport> | undefined {
  return PRODUCTS.find((product) => product.name === name);
}

/** The name of the product that `raw` looks like, or `null`. */
export function recognise(raw: string): ProductName | null {
  return PRODUCTS.find((product) => product.recognises(raw))?.name ?? null;
}

/**
 * Decodes `raw` as the product named, or as the one it looks like; `null` where no product is recognised.
 * Never throws.
 *
 * @example
 * ```ts
 * import { decode } from "./mod.ts";
 * import assert from "node:assert/strict";
 * assert.equal(decode("TAF EDDN 220500Z 2206/2306 11004KT CAVOK")?.product, "taf");
 * ```
 */
export function decode(
  raw: string,
  options: DecodeContext & { readonly product?: ProductName } = {},
): AnyReport | null {
  const name = options.product ?? recognise(raw);
  return (name === null ? undefined : productNamed(name))?.decode(raw, options) ?? null;
}
