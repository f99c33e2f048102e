/**
 * Schema of a report that was read for its sender.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { DECODED_PRODUCTS } from "../decode.ts";
import { instant, languageCode, source } from "./base.ts";
import { metarDerived } from "./derived.ts";
import { metar } from "./metar.ts";
import { taf } from "./taf.ts";

const sentences = z.array(z.object({ text: z.string(), sources: z.array(source) }));
const words = z.object({
  language: languageCode,
  plain: sentences.openapi({ description: "To read." }),
  spoken: sentences.openapi({ description: "To say, as in radiotelephony." }),
  tokens: z.array(z.object({
    source,
    element: z.string(),
    meaning: z.string(),
    rule: z.string().optional(),
  })).openapi({ description: "What each token means, in its order." }),
}).openapi("ReportWords");

/** Schema of the answer. */
export const decodeAnswer = z.object({
  product: z.enum(DECODED_PRODUCTS),
  receivedAt: instant.openapi({ description: "The instant that settled the month of its times." }),
  decoded: z.union([
    metar,
    taf,
    z.looseObject({ product: z.string(), raw: z.string(), decoderVersion: z.string() }),
  ]),
  derived: metarDerived.nullable().openapi({ description: "Of a METAR; null for other products." }),
  words: words.openapi({ description: "The report in words." }),
}).openapi("DecodeAnswer");
