/**
 * From the text of a question to its answer: what page and API share.
 *
 * @module
 */
import type { Language } from "../../products/text/mod.ts";
import { MINUTE_MS, toIso } from "../../time/mod.ts";
import type { ModelTurns } from "../model/mod.ts";
import type { BriefingSources } from "../world.ts";
import { type Answer, answerIntent } from "./answer.ts";
import { isWhole, MAX_QUESTION, type Reading } from "./intent.ts";
import { readByModel, UNREAD } from "./model.ts";
import { readQuestion } from "./read.ts";

/** What became of the wish for a model: `notNeeded` where the grammar read the question whole, `off` without one. */
export const MODEL_STATES = ["read", "notNeeded", "off", ...UNREAD] as const;
type ModelState = (typeof MODEL_STATES)[number];

/** A question with its answer. */
export interface AnsweredQuestion extends Answer {
  readonly question: string;
  readonly language: Language;
  /** ISO 8601 UTC. */
  readonly generatedAt: string;
  readonly simulated: boolean;
  readonly reading: Reading;
  /** Whether the reading left nothing open. */
  readonly isWhole: boolean;
  /** `null` where no model was wished for. */
  readonly modelState: ModelState | null;
}

/** A model that may be asked, and for whom. */
interface ModelWish {
  /** `null`: there is no model. */
  readonly turns: ModelTurns | null;
  /** Address of the reader, for their budget. */
  readonly address: string;
  readonly signal: AbortSignal;
}

/** The text of a question as it is read, or what is wrong with it in one sentence. */
export function givenQuestion(text: string): { readonly question: string } | string {
  const question = text.normalize("NFC").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (question === "") {
    return "A question is needed, in English or German: Will it be VFR at KBOS at 18Z?";
  }
  const length = [...question].length;
  return length <= MAX_QUESTION
    ? { question }
    : `A question may have ${MAX_QUESTION} characters; this one has ${length}.`;
}

/** Answers a question that `givenQuestion` let through, by the grammar alone. Never waits. */
export function answerByRules(
  question: string,
  sources: BriefingSources,
  language: Language,
): AnsweredQuestion {
  const { reports } = sources;
  const reading = readQuestion(question, reports, thisMinute(reports));
  return answered(question, reading, null, sources, language);
}

/**
 * The same; where the grammar does not read all of it a model may, if there is one. Whatever becomes of that, there is
 * an answer.
 */
export async function answerQuestion(
  question: string,
  sources: BriefingSources,
  language: Language,
  { turns, address, signal }: ModelWish,
): Promise<AnsweredQuestion> {
  const { reports } = sources;
  const now = thisMinute(reports);
  const byRules = readQuestion(question, reports, now);
  if (turns === null || isWhole(byRules)) {
    const state = turns === null ? "off" : "notNeeded";
    return answered(question, byRules, state, sources, language);
  }
  const { state, reading } = await readByModel(question, {
    turns,
    places: reports,
    now,
    address,
    signal,
  });
  // A place that only the grammar found is better than none.
  const isBetter = reading !== null &&
    (hasPlace(reading) || !hasPlace(byRules));
  const best = isBetter ? withRules(reading, byRules) : byRules;
  return answered(question, best, state, sources, language);
}

/** What the grammar read in plain words is not lost to a model: a runway, further subjects, that advice is asked for. */
function withRules(reading: Reading, { intent: rules, hasSubject }: Reading): Reading {
  const { intent } = reading;
  const named = hasSubject ? [rules.subject, ...rules.further] : [];
  return {
    ...reading,
    intent: {
      ...intent,
      further: named.filter((one) => one !== intent.subject && one !== "weather"),
      runway: rules.runway,
      advice: intent.advice || rules.advice,
    },
  };
}

/** Times are told in minutes: a question of now is about the minute that has begun, and no later one. */
const thisMinute = (reports: BriefingSources["reports"]) =>
  Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS;

const hasPlace = ({ intent: { place } }: Reading) => place !== null && place.id !== null;

function answered(
  question: string,
  reading: Reading,
  modelState: ModelState | null,
  sources: BriefingSources,
  language: Language,
): AnsweredQuestion {
  const { reports } = sources;
  return {
    question,
    language,
    generatedAt: toIso(reports.now()),
    simulated: reports.world.simulated,
    reading,
    isWhole: isWhole(reading),
    modelState,
    ...answerIntent(reading.intent, sources, language),
  };
}
