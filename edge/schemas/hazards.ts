/**
 * Schemas of lists of hazards.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { instant, issue, provenanceMembers, source } from "./base.ts";
import { featuresSchema } from "./geojson.ts";

const decoded = z.looseObject({
  product: z.string(),
  raw: z.string(),
  decoderVersion: z.string(),
  issues: z.array(issue),
  unparsed: z.array(source),
}).openapi("DecodedHazard", { description: "As the decoder of the product reads it." });

const polygon = z.object({
  type: z.literal("Polygon"),
  coordinates: z.array(z.array(z.array(z.number()))),
});
const hazard = z.object({
  ...provenanceMembers,
  validFrom: instant.nullable(),
  validTo: instant.nullable(),
  state: z.enum(["inForce", "future"]),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  area: polygon.nullable().openapi({
    description: "As the provider gives it; null where it could not be read, which is not nowhere.",
  }),
  decoded,
}).openapi("HazardReport");

const members = {
  notice: z.string(),
  simulated: z.boolean(),
  retrieval: z.object({
    state: z.enum(["current", "stale", "partial"]).openapi({
      description: "partial: one of several sources has never answered, so that there may be more.",
    }),
    retrievedAt: instant,
    provider: z.string(),
    notAnswered: z.array(z.string()).openapi({ description: "Feeds that have never answered." }),
  }).openapi({
    description:
      "When the list was last retrieved: of several sources the one silent for longest. An empty list means none at that time, not none since.",
  }),
};

const endedHazard = z.object({
  ...provenanceMembers,
  kind: z.enum(["cancelled", "corrected", "renewed"]),
  wouldHaveEndedAt: instant.nullable(),
  endedBy: z.string().openapi({ description: "The text that ended it, verbatim." }),
}).openapi("EndedHazard");
const endedMember = {
  ended: z.array(endedHazard).openapi({
    description:
      "Warnings of the data that another one has cancelled, corrected or renewed before their end: not in force.",
  }),
};

/** Schema of the answer, and of its features. */
export const hazardsAnswer = z.object({ ...members, reports: z.array(hazard), ...endedMember })
  .openapi("HazardsAnswer");
export const hazardFeatures = featuresSchema(hazard, { ...members, ...endedMember });
