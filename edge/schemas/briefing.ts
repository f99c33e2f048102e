/**
 * Schemas of a briefing.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { KINDS } from "../../lib/briefing/mod.ts";
import { freshness, instant, languageCode, source } from "./base.ts";
import { categoryName } from "./derived.ts";
import { fact, sectionName, sectionState } from "./fact.ts";
import { plainAuthor, plainSentenceEvent, plainText } from "./plain_text.ts";

/** A sentence with its facts. */
export const sentence = z.object({ text: z.string(), factIds: z.array(z.string()) }).openapi(
  "BriefingSentence",
);

/** A report beside a text. */
export const briefingReport = z.object({
  key: z.string(),
  product: z.string(),
  stationId: z.string().nullable(),
  raw: z.string().openapi({ description: "The report, verbatim. It is what counts." }),
  at: instant.openapi({ description: "Observed, or issued." }),
  receivedAt: instant,
  provider: z.string(),
  simulated: z.boolean(),
  freshness: freshness.shape.state,
  unparsed: z.array(source),
}).openapi("BriefingReport");

const waypoint = z.object({
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  stationId: z.string().nullable(),
});

const flight = z.object({
  waypoints: z.array(waypoint),
  departure: instant,
  eta: instant,
  distanceNm: z.number(),
  tasKt: z.number(),
  altitudeFt: z.number(),
  corridorNm: z.number(),
  alternates: z.array(z.string()),
  minima: z.object({
    ceilingFt: z.number().optional(),
    visibilitySm: z.number().optional(),
    windKt: z.number().optional(),
    crosswindKt: z.number().optional(),
  }),
  windShare: z.number().min(0).max(1).openapi({
    description:
      "Share of the distance for which winds aloft were forecast; the rest is without wind.",
  }),
  legs: z.array(z.object({
    from: z.string(),
    to: z.string(),
    distanceNm: z.number(),
    courseDeg: z.number(),
  })),
  points: z.array(z.object({
    alongNm: z.number(),
    latitude: z.number(),
    longitude: z.number(),
    at: instant,
    groundKt: z.number(),
    wind: z.object({
      directionDeg: z.number(),
      speedKt: z.number(),
      temperatureC: z.number().nullable(),
    }).nullable().openapi({ description: "null: none is forecast, reckoned without wind." }),
  })),
}).openapi("BriefedFlight");

const profile = z.object({
  totalNm: z.number(),
  altitudeFt: z.number(),
  topFt: z.number(),
  stations: z.array(z.object({
    id: z.string(),
    alongNm: z.number(),
    elevationFt: z.number().nullable(),
    category: categoryName.nullable(),
    worst: categoryName.nullable(),
    basis: z.enum(["forecast", "observed"]).nullable(),
    clouds: z.array(z.object({
      amount: z.enum(["FEW", "SCT", "BKN", "OVC", "VV"]),
      baseFt: z.number(),
    })),
  })),
  layers: z.array(z.object({
    phenomenon: z.string(),
    title: z.string(),
    severe: z.boolean(),
    fromNm: z.number(),
    toNm: z.number(),
    lowFt: z.number().nullable(),
    highFt: z.number().nullable(),
  })),
  winds: z.array(z.object({
    alongNm: z.number(),
    altitudeFt: z.number(),
    directionDeg: z.number(),
    speedKt: z.number(),
    temperatureC: z.number().nullable(),
  })),
  freezing: z.array(z.object({ alongNm: z.number(), feet: z.number() })),
}).openapi("BriefingProfile");

/** The answer. */
export const briefingAnswer = z.object({
  notice: z.string(),
  simulated: z.boolean(),
  generatedAt: instant,
  kind: z.enum(KINDS),
  language: languageCode,
  title: z.string(),
  flight,
  summary: z.array(sentence),
  sections: z.array(z.object({
    name: sectionName,
    title: z.string(),
    state: sectionState,
    sentences: z.array(sentence),
  })).openapi({
    description:
      "All ten, in the FAA's order. What is not available says so with the reason; none is ever left out.",
  }),
  facts: z.array(fact),
  reports: z.array(briefingReport),
  profile,
  digest: z.string().openapi({ description: "For the parameter since of the next briefing." }),
  changes: z.object({
    since: instant,
    added: z.array(z.string()),
    changed: z.array(z.string()),
    gone: z.int().nullable(),
    partial: z.boolean(),
  }).nullable(),
  plain: z.union([plainText, z.null()]).openapi({
    description: "null unless text=model was asked for.",
  }),
}).openapi("BriefingAnswer");

/** One event of the stream: its name, and its data as JSON. */
export const briefingEvent = z.union([
  z.object({ event: z.literal("briefing"), data: briefingAnswer }),
  z.object({ event: z.literal("sentence"), data: plainSentenceEvent }),
  z.object({ event: z.literal("done"), data: plainAuthor }),
]).openapi("BriefingEvent", {
  description:
    "Server-sent events: briefing, with the text of the templates, at once; sentence for each sentence of the model as it passed the check; done at the end.",
});
