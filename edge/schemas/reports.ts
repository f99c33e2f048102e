/**
 * Schemas of reports as they are answered.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { freshness, instant, missingStation, provenanceMembers } from "./base.ts";
import { metarDerived } from "./derived.ts";
import { metar } from "./metar.ts";
import { stationSummary } from "./station.ts";
import { taf } from "./taf.ts";

const reportMembers = {
  stationId: z.string(),
  station: stationSummary.nullable(),
  ...provenanceMembers,
  freshness,
};
const conflicts = z.array(z.object({
  raw: z.string(),
  provider: z.string(),
  receivedAt: instant,
})).openapi({
  description: "Other texts for the same station and time that lost by rule.",
});
const conflict = z.boolean().openapi({
  description: "Whether another provider gives a different text for the same station and time.",
});

export const metarReport = z.object({
  ...reportMembers,
  decoded: metar,
  conflict,
  conflicts,
  derived: metarDerived.nullable().openapi({
    description:
      "Null when the report is past its limit (`notCurrent`): nothing is worked out from it.",
  }),
})
  .openapi("MetarReport");
export const tafReport = z.object({ ...reportMembers, decoded: taf, conflict, conflicts })
  .openapi("TafReport");

/** Members of an answer beside its reports. */
export const answerMembers = {
  notice: z.string(),
  simulated: z.boolean(),
  missing: z.array(missingStation).openapi({
    description: "Stations asked for that have no report here, each with the reason.",
  }),
};

/** Schema of an answer whose reports are `report`. */
export function reportsSchema(report: z.ZodType, name: string) {
  return z.object({
    notice: answerMembers.notice,
    simulated: answerMembers.simulated,
    reports: z.array(report),
    missing: answerMembers.missing,
  }).openapi(name);
}
