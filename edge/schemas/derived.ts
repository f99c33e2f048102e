/**
 * Schemas of what is derived from reports; each value names the tokens it came from.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { FLIGHT_CATEGORIES } from "../../lib/derive/category.ts";
import { quantity, source } from "./base.ts";

const sources = z.array(source).openapi({ description: "The groups of the raw report behind it." });
/** Flight categories, from best to worst. */
export const categoryName = z.enum(FLIGHT_CATEGORIES);
const part = z.enum(["ceiling", "visibility"]);

export const ceiling = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("value"),
    height: quantity("ft"),
    indefinite: z.boolean(),
    sources,
  }),
  z.object({ kind: z.literal("none"), sources }),
  z.object({
    kind: z.literal("unknown"),
    reason: z.enum(["notReported", "notObservable", "notUnderstood"]),
    atMost: quantity("ft").optional(),
    sources,
  }),
]).openapi("Ceiling", { description: "Above ground. unknown is never none." });

export const flightCategory = z.object({
  category: categoryName.nullable().openapi({
    description: "null: not known. Never VFR from half a report.",
  }),
  partial: z.boolean().openapi({ description: "A part is missing: the truth can only be worse." }),
  reason: z.object({
    decidedBy: z.array(part),
    missing: z.array(part),
    ceiling,
    ceilingCategory: categoryName.nullable(),
    visibility: quantity("m", "km", "SM", "ft", "NM").nullable(),
    visibilityCategory: categoryName.nullable(),
    sources,
  }),
}).openapi("FlightCategory", {
  description: "US flight category: it describes, it permits nothing.",
});

const components = z.object({
  head: quantity("kt").openapi({ description: "Negative: tailwind." }),
  cross: quantity("kt").openapi({
    description: "Positive: from the right; negative: from the left.",
  }),
});
const limits = z.object({ crosswind: quantity("kt"), tailwind: quantity("kt") });

export const runwayWind = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("components"),
    mean: components,
    gust: components.optional(),
    sectorWorst: limits.optional(),
    limits,
    sources,
  }),
  z.object({ kind: z.literal("variable"), limits, sources }),
  z.object({ kind: z.literal("calm"), limits, sources }),
  z.object({
    kind: z.literal("unknown"),
    reason: z.enum(["windNotReported", "windNotObservable", "windNotUnderstood", "noHeading"]),
    sources,
  }),
]).openapi("RunwayWind", {
  description: "limits counts gust and sector: compare it with your own.",
});

const altitude = z.object({
  value: z.number(),
  unit: z.literal("ft"),
  formula: z.string(),
  sources,
}).openapi("DerivedAltitude", {
  description: "Feet above mean sea level, rounded to 10 ft, with its formula. Dry air.",
});

export const metarDerived = z.object({
  flightCategory,
  ceiling,
  humidity: z.object({
    relative: quantity("percent"),
    spread: quantity("degC"),
    sources,
  }).nullable().openapi({ description: "null without both temperatures." }),
  pressureAltitude: altitude.nullable(),
  densityAltitude: altitude.nullable().openapi({
    description: "null without elevation, altimeter setting or temperature.",
  }),
}).openapi("MetarDerived", { description: "Computed from the report: dry air, true directions." });
