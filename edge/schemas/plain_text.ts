/**
 * Schemas of a briefing in plain language, whole and as events.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { REFUSAL_REASONS } from "../../lib/briefing/language/mod.ts";
import { ENDINGS, WRITING_STATES } from "../../lib/briefing/model/mod.ts";
import { instant } from "./base.ts";
import { factSource, sectionName, sectionState } from "./fact.ts";

const author = {
  state: z.enum([...WRITING_STATES, "off"]).openapi({
    description:
      "written: sentences of the model are below. Else every sentence is by template, because there is no model " +
      "(off), nothing may be told in other words (nothingToWord, stale), the questions of a day are used up " +
      "(userSpent, daySpent) or cannot be counted (unknown), the model failed too often lately (resting), or it " +
      "failed now (all others).",
  }),
  model: z.string().nullable().openapi({ description: "Its name; null where there is none." }),
  writtenAt: instant.nullable().openapi({
    description:
      "When the model wrote; null where it wrote nothing. A text is kept for 30 minutes.",
  }),
  accepted: z.int().min(0).openapi({ description: "Sentences of the model that are shown." }),
  refused: z.int().min(0).openapi({ description: "Those that the check refused." }),
  refusals: z.partialRecord(z.enum(REFUSAL_REASONS), z.int().min(1)).openapi({
    description: "The refused ones by reason.",
  }),
  endedBy: z.enum(ENDINGS).nullable().openapi({
    description: "Why the model's text is not whole; null where it is, or where there is none.",
  }),
};

/** Who wrote what. */
export const plainAuthor = z.object(author).openapi("PlainAuthor");

const link = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  source: factSource,
}).openapi("TextLink", {
  description: "A number in a sentence (UTF-16 offsets, end exclusive) and where it was read.",
});

const sentence = z.object({
  text: z.string(),
  factIds: z.array(z.string()),
  by: z.enum(["model", "template"]),
  links: z.array(link),
  refusal: z.enum(REFUSAL_REASONS).nullable().openapi({
    description: "Why the model's sentence for this fact was refused, where there was one.",
  }),
}).openapi("PlainSentence");

/** A briefing in plain language. */
export const plainText = z.object({
  ...author,
  sections: z.array(z.object({
    name: sectionName,
    title: z.string(),
    state: sectionState,
    sentences: z.array(sentence),
  })),
}).openapi("PlainText", {
  description:
    "All ten sections once more, each fact told once: by a sentence of the model that passed the check, else by its template.",
});

/** A sentence as it comes. */
export const plainSentenceEvent = sentence.extend({ section: sectionName }).openapi(
  "PlainSentenceEvent",
);
