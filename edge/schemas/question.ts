/**
 * Schemas of an answered question.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { FLIGHT_CATEGORIES } from "../../lib/derive/category.ts";
import {
  ASSUMPTIONS,
  CATEGORY_RELATIONS,
  MODEL_STATES,
  NUMBER_RELATIONS,
  OUTCOMES,
  READERS,
  SUBJECTS,
} from "../../lib/briefing/question/mod.ts";
import { instant, languageCode } from "./base.ts";
import { briefingReport, sentence } from "./briefing.ts";
import { fact } from "./fact.ts";

const subject = z.enum(SUBJECTS);

const comparison = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("category"),
    relation: z.enum(CATEGORY_RELATIONS),
    category: z.enum(FLIGHT_CATEGORIES),
  }),
  z.object({
    kind: z.literal("number"),
    relation: z.enum(NUMBER_RELATIONS),
    value: z.number(),
    unit: z.string(),
  }),
]).openapi("QuestionComparison");

const understood = z.object({
  text: z.string().openapi({
    description: "What was understood, in one sentence. Check it: only this is answered.",
  }),
  factIds: z.array(z.string()),
  subject,
  further: z.array(subject).openapi({ description: "Subjects named besides." }),
  comparison: comparison.nullable(),
  station: z.string().nullable().openapi({
    description: "Location indicator; null where no place was named or it is not known.",
  }),
  place: z.object({
    written: z.string(),
    others: z.array(z.string()).openapi({
      description: "Other places that the name may mean, best first.",
    }),
  }).nullable(),
  from: instant,
  to: instant.openapi({ description: "The same as from for an instant." }),
  runway: z.string().nullable(),
  advice: z.boolean().openapi({
    description: "It asks whether one may, can or should. This service does not say.",
  }),
  by: z.enum(READERS).openapi({ description: "rules: a fixed grammar; model: a language model." }),
  model: z.string().nullable(),
  assumed: z.array(z.enum(ASSUMPTIONS)),
  notes: z.array(z.string()).openapi({ description: "The same and more in words." }),
}).openapi("QuestionUnderstood");

/** The answer. */
export const questionAnswer = z.object({
  notice: z.string(),
  simulated: z.boolean(),
  generatedAt: instant,
  language: languageCode,
  question: z.string(),
  understood,
  notUnderstood: z.array(z.string()).openapi({
    description: "Words of the question that nothing read. They may change what it means.",
  }),
  outcome: z.enum(OUTCOMES).openapi({
    description:
      "answered: from reports of the place itself; noReport: it has none for the time, which is told; past; noPlace; unknownPlace.",
  }),
  answer: z.object({
    text: z.string(),
    sentences: z.array(sentence),
  }),
  facts: z.array(fact),
  reports: z.array(briefingReport),
  model: z.enum(MODEL_STATES).nullable().openapi({
    description: "What became of text=model; null without it.",
  }),
}).openapi("QuestionAnswer");
