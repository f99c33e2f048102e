/**
 * Schemas of facts: what the sentences of a briefing rest on.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { FACT_KINDS, SECTIONS } from "../../lib/briefing/mod.ts";
import { freshness, instant } from "./base.ts";

const state = freshness.shape.state;
/** Name of one of the ten sections. */
export const sectionName = z.enum(SECTIONS);
/** Whether a section has something to tell. */
export const sectionState = z.enum(["given", "omitted", "unavailable"]);

/** A piece of a raw report of the briefing. */
export const factSource = z.object({
  report: z.string().openapi({ description: "Key of a report in reports." }),
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
}).openapi("FactSource");

const factValue = z.object({
  name: z.string().openapi({ example: "ceiling" }),
  value: z.number(),
  unit: z.string().openapi({
    description: "As in quantities; count where it is a number of things.",
  }),
  bound: z.enum(["atLeast", "atMost"]).optional(),
  flightLevel: z.literal(true).optional().openapi({
    description: "Feet of standard pressure: 45000 is FL450.",
  }),
  source: factSource.optional(),
}).openapi("FactValue");

const factTime = z.object({ name: z.string(), at: instant });

/** A fact. */
export const fact = z.object({
  id: z.string().openapi({ example: "f12" }),
  key: z.string().openapi({
    description: "The same in another briefing of the same flight.",
    example: "observation:KJFK",
  }),
  section: sectionName,
  kind: z.enum(FACT_KINDS),
  station: z.string().nullable(),
  place: z.object({
    from: z.string(),
    distance: factValue,
    bearing: factValue.nullable(),
    elevationDifference: factValue.nullable(),
  }).nullable().openapi({
    description:
      "Where a value of another place was taken: distance, direction, difference in elevation.",
  }),
  values: z.array(factValue),
  times: z.array(factTime),
  words: z.array(z.string()),
  hazards: z.array(z.string()),
  qualifiers: z.array(z.string()),
  details: z.record(z.string(), z.string()),
  reports: z.array(z.string()),
  sources: z.array(factSource),
  freshness: state.nullable(),
  quoted: z.string().nullable().openapi({
    description: "Free text of a report, shortened: quoted data, not a statement of this service.",
  }),
}).openapi("Fact", {
  description: "One statement as data. A sentence says nothing that its facts do not hold.",
});
