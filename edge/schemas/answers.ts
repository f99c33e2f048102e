/**
 * What the resources answer, by their operations and formats: for the OpenAPI document and for tests. The service
 * itself needs none of it, so that it starts without making a thousand schemas.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import type { Format } from "../negotiate.ts";
import { airportAnswer } from "./airport.ts";
import { briefingAnswer, briefingEvent } from "./briefing.ts";
import { feedsAnswer } from "./feeds.ts";
import { featureSchema, featuresSchema } from "./geojson.ts";
import { hazardFeatures, hazardsAnswer } from "./hazards.ts";
import { questionAnswer } from "./question.ts";
import { answerMembers, metarReport, reportsSchema, tafReport } from "./reports.ts";
import { station, stationAt, stationsAnswer } from "./station.ts";

/** Schemas of the bodies of one operation. */
type Bodies = Readonly<Partial<Record<Format, z.ZodType>>>;

const text = z.string();
const hazards: Bodies = { json: hazardsAnswer, geojson: hazardFeatures, text, csv: text };

/** Schemas of the bodies of every resource that is read, by its `operationId`. */
export const ANSWERS: Readonly<Record<string, Bodies>> = {
  getMetars: {
    json: reportsSchema(metarReport, "MetarAnswer"),
    geojson: featuresSchema(metarReport, answerMembers),
    text,
    csv: text,
  },
  getTafs: {
    json: reportsSchema(tafReport, "TafAnswer"),
    geojson: featuresSchema(tafReport, answerMembers),
    text,
    csv: text,
  },
  getAirport: { json: airportAnswer, geojson: featureSchema(airportAnswer), text },
  getSigmets: hazards,
  getGairmets: hazards,
  getCwas: hazards,
  getPireps: hazards,
  getBriefing: { json: briefingAnswer, text, events: briefingEvent },
  ask: { json: questionAnswer, text },
  findStations: { json: stationsAnswer, geojson: featuresSchema(stationAt), csv: text },
  getStation: { json: station, geojson: featureSchema(station), csv: text },
  getFeeds: { json: feedsAnswer },
};
