/**
 * `GET /api/v1/ask`: a question in plain words, answered from the facts of reports.
 *
 * @module
 */
import { z } from "zod";
import {
  answerByRules,
  type AnsweredQuestion,
  answerQuestion,
  givenQuestion,
  MAX_QUESTION,
  notesOf,
  questionText,
} from "../lib/briefing/question/mod.ts";
import { Words } from "../lib/briefing/mod.ts";
import type { Problem } from "../lib/http/problem.ts";
import { hazardPeriod } from "../lib/reports/mod.ts";
import { MINUTE_MS, toIso } from "../lib/time/mod.ts";
import type { ApiOptions } from "./context.ts";
import { type Exchange, refuse } from "./exchange.ts";
import { answerNow } from "./health.ts";
import { CONTENT_TYPES, type Format } from "./negotiate.ts";
import { languageCode, noParameters } from "./parameters.ts";
import { NOTICE } from "./present/report.ts";
import { defineResource, type Found } from "./resource.ts";
import { invalidRequest } from "./validate.ts";

const query = z.object({
  q: z.string().optional().meta({
    description:
      `The question, ${MAX_QUESTION} characters at most, in English or German: a place (code or name), a time in UTC (now if none), and what it is about.`,
    example: "Will it be VFR at KJFK at 18Z?",
  }),
  lang: languageCode.optional().meta({
    description: "Language of the answer; en if not given.",
  }),
  text: z.enum(["template", "model"]).optional().meta({
    description:
      "model: what the fixed grammar does not read whole is read by a language model, where there is one. It gives what is asked for and never the answer. template if not given.",
  }),
});
type Asked = z.output<typeof query>;

const WRONG_QUESTION = (detail: string): Problem =>
  invalidRequest([{ in: "query", name: "q", detail }]);

function read({ q, lang }: Asked, { reports, questions }: ApiOptions):
  | Found<AnsweredQuestion>
  | Problem {
  const given = givenQuestion(q ?? "");
  if (typeof given === "string") return WRONG_QUESTION(given);
  const value = answerByRules(given.question, { reports, periodOf: hazardPeriod }, lang ?? "en");
  questions?.question(value.reading.by, value.outcome);
  // "Now" moves on, and so does what an answer says of it.
  const until = Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  return {
    value,
    changesAt: until,
    limitAt: until,
    modifiedAt: null,
    cacheControl: "private, no-cache",
  };
}

/** The answer as JSON. */
export function presentQuestion(answer: AnsweredQuestion) {
  const { reading, understood, sentences } = answer;
  const { intent: { place, from, to, ...intent }, by, model, assumed } = reading;
  const words = new Words(answer.language, Date.parse(answer.generatedAt));
  return {
    notice: NOTICE,
    simulated: answer.simulated,
    generatedAt: answer.generatedAt,
    language: answer.language,
    question: answer.question,
    understood: {
      ...understood,
      ...intent,
      station: place?.id ?? null,
      place: place && { written: place.written, others: place.others },
      from: toIso(from),
      to: toIso(to),
      by,
      model,
      assumed,
      notes: notesOf(answer, words),
    },
    notUnderstood: reading.notUnderstood,
    outcome: answer.outcome,
    answer: { text: sentences.map(({ text }) => text).join(" "), sentences },
    facts: answer.facts,
    reports: answer.reports,
    model: answer.modelState,
  };
}

const asJson = (answer: AnsweredQuestion) => JSON.stringify(presentQuestion(answer)) + "\n";

/** Answers where a model may read the question, which is waited for. */
function answerRead(
  { query: asked, format }: { readonly query: Asked; readonly format: Format },
  exchange: Exchange,
  api: ApiOptions,
): Response | Promise<Response> | null {
  if (asked.text !== "model") return null;
  const given = givenQuestion(asked.q ?? "");
  if (typeof given === "string") return refuse(exchange, WRONG_QUESTION(given));
  return readFor(given.question, asked, format, exchange, api);
}

async function readFor(
  question: string,
  { lang = "en" }: Asked,
  format: Format,
  exchange: Exchange,
  { reports, modelDesk, questions }: ApiOptions,
): Promise<Response> {
  const { request } = exchange;
  const write = (body: string) => answerNow(exchange, 200, CONTENT_TYPES[format], body);
  // HEAD is no wish for a reading that costs.
  if (request.method === "HEAD") return write("");
  const answer = await answerQuestion(question, { reports, periodOf: hazardPeriod }, lang, {
    turns: modelDesk?.writer.turns ?? null,
    address: modelDesk?.addressOf(request) ?? "",
    signal: request.signal,
  });
  questions?.question(answer.reading.by, answer.outcome);
  return write(format === "text" ? questionText(answer) : asJson(answer));
}

export const askResource = defineResource({
  path: "/v1/ask",
  operationId: "ask",
  tag: "Briefing",
  summary: "An answer to a question in plain words",
  description:
    "Reads a question in English or German and answers it from the reports of the place: every state that its forecast allows within an hour of the time, the observation where it is of now, warnings over it. What was understood is given back and what was not is listed. Facts and comparisons, never a judgement. The answer is made by code; with text=model a language model may read the question.",
  params: noParameters,
  query,
  representations: {
    json: { write: asJson },
    text: { write: questionText },
  },
  read: (input, api) => read(input.query, api),
  wait: answerRead,
});
