/** The schemas and the models are the same thing twice; the compiler holds them together. */
import type { z } from "@hono/zod-openapi";
import assert from "node:assert/strict";
import type { Metar } from "../../lib/products/metar/model.ts";
import type { Taf } from "../../lib/products/taf/model.ts";
import { metar } from "./metar.ts";
import { taf } from "./taf.ts";

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type Fits<A, B> = A extends B ? true : false;

Deno.test("every decoded METAR and TAF fits its schema, by type", () => {
  const metarFits: Fits<Metar, DeepReadonly<z.input<typeof metar>>> = true;
  const tafFits: Fits<Taf, DeepReadonly<z.input<typeof taf>>> = true;
  assert.ok(metarFits && tafFits);
});

Deno.test("a METAR without its absences is refused by the schema", () => {
  assert.equal(metar.safeParse({ product: "metar", raw: "METAR" }).success, false);
  assert.equal(taf.safeParse({ product: "taf", raw: "TAF" }).success, false);
});
