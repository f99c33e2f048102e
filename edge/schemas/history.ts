/**
 * Schema of reports of the past.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { PAST_PRODUCTS } from "../history.ts";
import { instant, provenanceMembers } from "./base.ts";
import { metar } from "./metar.ts";
import { taf } from "./taf.ts";

/** Schema of the answer. */
export const historyAnswer = z.object({
  notice: z.string(),
  simulated: z.boolean(),
  stationId: z.string(),
  product: z.enum(PAST_PRODUCTS),
  from: instant,
  to: instant,
  at: instant.nullable().openapi({
    description: "The instant of `at`; null for all that is known now.",
  }),
  reports: z.array(
    z.object({
      ...provenanceMembers,
      backfilled: z.boolean().openapi({
        description:
          "Fetched later from what the provider keeps: `receivedAt` is the time of that, and it became known at `providerReceivedAt`.",
      }),
      decoded: z.union([metar, taf]),
    }),
  ).openapi({
    description:
      "Newest observation first; of one time the last received first. A text that was corrected later is still here, with the time of its receipt. What is not here was not received: nothing is filled in.",
  }),
  complete: z.boolean().openapi({
    description:
      "False where more time than usual passes between two reports of this page, or before its first, and it is not known whether there were more.",
  }),
  fetching: z.boolean().openapi({
    description:
      "Whether what is missing is being asked of the provider: ask again in a minute or two. METARs only, of the last 15 days.",
  }),
  next: z.string().nullable().openapi({
    description: "`cursor` of the next page; null at the end.",
  }),
}).openapi("HistoryAnswer");
