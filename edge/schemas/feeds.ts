/**
 * Schemas of the state of feeds.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { instant } from "./base.ts";

const feed = z.object({
  feed: z.string().openapi({
    description: "Its name; a product may have several.",
    example: "isigmet",
  }),
  product: z.enum(["metar", "taf", "pirep", "sigmet", "gairmet", "cwa", "windsAloft", "stations"]),
  provider: z.string(),
  attemptedAt: instant.nullable(),
  succeededAt: instant.nullable().openapi({
    description:
      "Last time an answer was accepted; null for never. Empty after success differs from never.",
  }),
  failing: z.boolean().openapi({ description: "Whether the last attempt failed." }),
  count: z.int().openapi({
    description: "Reports (for the table of stations: stations) in the last accepted file.",
  }),
  backup: z.boolean().openapi({
    description: "Whether it is asked only while the first source of the product fails.",
  }),
}).openapi("Feed");

/** Schema of the answer. */
export const feedsAnswer = z.object({ simulated: z.boolean(), feeds: z.array(feed) })
  .openapi("FeedsAnswer");
