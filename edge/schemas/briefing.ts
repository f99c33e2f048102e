/**
 * Schemas of a briefing.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { FACT_KINDS, KINDS, SECTIONS } from "../../lib/briefing/mod.ts";
import { freshness, instant, languageCode, source } from "./base.ts";
import { categoryName } from "./derived.ts";

const state = freshness.shape.state;
const sectionName = z.enum(SECTIONS);

const factSource = z.object({
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

const fact = z.object({
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

const sentence = z.object({ text: z.string(), factIds: z.array(z.string()) }).openapi(
  "BriefingSentence",
);

const report = z.object({
  key: z.string(),
  product: z.string(),
  stationId: z.string().nullable(),
  raw: z.string().openapi({ description: "The report, verbatim. It is what counts." }),
  at: instant.openapi({ description: "Observed, or issued." }),
  receivedAt: instant,
  provider: z.string(),
  simulated: z.boolean(),
  freshness: state,
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
    state: z.enum(["given", "omitted", "unavailable"]),
    sentences: z.array(sentence),
  })).openapi({
    description:
      "All ten, in the FAA's order. What is not available says so with the reason; none is ever left out.",
  }),
  facts: z.array(fact),
  reports: z.array(report),
  profile,
  digest: z.string().openapi({ description: "For the parameter since of the next briefing." }),
  changes: z.object({
    since: instant,
    added: z.array(z.string()),
    changed: z.array(z.string()),
    gone: z.int().nullable(),
    partial: z.boolean(),
  }).nullable(),
}).openapi("BriefingAnswer");
