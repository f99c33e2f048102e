/**
 * Schemas of stations and runways.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { quantity } from "./base.ts";

/** What stands beside a report. */
export const stationSummary = z.object({
  id: z.string().openapi({ description: "Location indicator.", example: "KJFK" }),
  iata: z.string().nullable(),
  name: z.string(),
  country: z.string().nullable().openapi({
    description: "ISO 3166-1 alpha-2; null for a station known from its reports alone.",
    example: "US",
  }),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  elevation: quantity("ft").nullable().openapi({
    description: "Above mean sea level; null where unknown, which is not 0.",
  }),
}).openapi("StationSummary");

export const runwayEnd = z.object({
  designator: z.string(),
  trueHeading: quantity("deg").nullable().openapi({
    description: "Degrees true; null where not known.",
  }),
  headingSource: z.enum(["published", "thresholds", "designator"]).nullable().openapi({
    description: "designator: number × 10 + variation, good to ± 5°.",
  }),
}).openapi("RunwayEnd");

export const runway = z.object({
  ends: z.array(runwayEnd),
  length: quantity("ft").nullable(),
  width: quantity("ft").nullable(),
  surface: z.string(),
  lighted: z.boolean(),
}).openapi("Runway");

export const station = stationSummary.extend({
  city: z.string().nullable(),
  region: z.string().nullable(),
  timeZone: z.string().nullable(),
  magneticVariation: quantity("deg").nullable().openapi({ description: "East positive." }),
  size: z.enum(["large", "medium", "small", "heliport", "seaplane", "station"]),
  runways: z.array(runway),
}).openapi("Station");

export const stationAt = z.object({
  station,
  distance: quantity("NM").nullable().openapi({
    description: "From the point asked for; null where the question had no point.",
  }),
  bearing: quantity("deg").nullable().openapi({ description: "Degrees true." }),
}).openapi("StationAt");

/** Schema of the stations found. */
export const stationsAnswer = z.object({ stations: z.array(stationAt) }).openapi("StationsAnswer");
