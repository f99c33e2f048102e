/**
 * Schema of all of one airport.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { freshness, instant, languageCode, quantity } from "./base.ts";
import { flightCategory, runwayWind } from "./derived.ts";
import { answerMembers, metarReport, tafReport } from "./reports.ts";
import { station, stationSummary } from "./station.ts";

/** Schema of the answer. */
export const airportAnswer = z.object({
  notice: answerMembers.notice,
  simulated: answerMembers.simulated,
  stationId: z.string(),
  station: station.nullable(),
  metar: metarReport.nullable(),
  taf: tafReport.nullable(),
  summary: z.object({
    language: languageCode,
    text: z.string(),
    sentences: z.array(z.object({
      text: z.string(),
      tokens: z.array(z.object({
        told: z.string().openapi({ description: "The words of the sentence.", example: "15 kt" }),
        product: z.enum(["metar", "taf"]),
        text: z.string().openapi({ example: "30015G25KT" }),
        start: z.int().min(0).openapi({ description: "Where it begins in the raw report." }),
        end: z.int().min(0),
      })).openapi({ description: "Groups of the raw reports that its numbers were read from." }),
    })),
  }).openapi({
    description:
      "METAR and TAF (the next six hours) in a paragraph made by fixed rules. What is not there, not current or not readable is said.",
  }),
  missing: answerMembers.missing,
  runwayWinds: z.array(z.object({
    designator: z.string(),
    trueHeading: quantity("deg").nullable(),
    headingSource: z.enum(["published", "thresholds", "designator"]).nullable(),
    length: quantity("ft").nullable(),
    surface: z.string(),
    wind: runwayWind,
  })).openapi({
    description:
      "The wind of the METAR on each runway, by true headings. Empty without a METAR that may be shown as current.",
  }),
  preferredRunway: z.string().nullable().openapi({
    description: "Greatest headwind; a suggestion: the runway in use comes from ATC or ATIS.",
  }),
  alternatives: z.array(z.object({
    station: stationSummary,
    distance: quantity("NM"),
    bearing: quantity("deg"),
    elevationDifference: quantity("ft").nullable().openapi({
      description: "How much higher than this airport; null where one of both is not known.",
    }),
    raw: z.string(),
    observedAt: instant,
    provider: z.string(),
    simulated: z.boolean(),
    freshness: freshness.shape.state,
    flightCategory: flightCategory,
  })).openapi({ description: "The nearest stations that report, nearest first." }),
}).openapi("AirportAnswer");
