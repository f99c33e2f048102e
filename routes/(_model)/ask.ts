/**
 * From an answered question to the model of its page.
 *
 * @module
 */
import { type AnsweredQuestion, MAX_QUESTION, notesOf } from "../../lib/briefing/question/mod.ts";
import { Words } from "../../lib/briefing/mod.ts";
import type { Reports } from "../../lib/reports/mod.ts";
import { HOUR_MS } from "../../lib/time/mod.ts";
import { ageText, zulu, zuluNear } from "../../lib/view/age.ts";
import type { AnswerModel, AskPageModel } from "../../lib/view/briefing/ask_model.ts";
import type { Viewer } from "../../lib/view/viewer.ts";
import { rawModel, Teller } from "./told.ts";

/** Aerodromes of the examples, the first that has a forecast and a report now is taken. */
const EXAMPLE_STATIONS: Readonly<Record<Viewer["language"], readonly string[]>> = {
  en: ["KJFK", "KBOS", "EGLL", "KDEN", "EDDF"],
  de: ["EDDF", "EDDM", "LSZH", "LOWW", "KJFK"],
};

/** Questions that have an answer now; none where no aerodrome of the examples reports. */
export function examplesFor(reports: Reports, { t, language }: Viewer): string[] {
  const station = EXAMPLE_STATIONS[language].find((id) =>
    reports.taf(id)?.freshness.state === "current" && reports.metar(id) !== undefined
  );
  if (station === undefined) return [];
  const hour = Math.ceil(reports.now() / HOUR_MS) * HOUR_MS;
  const at = (hours: number) => zulu(hour + hours * HOUR_MS);
  return [
    t("ask.example.category", { station, time: at(2) }),
    t("ask.example.ceiling", { station }),
    t("ask.example.wind", { station, time: at(1), later: at(5) }),
    t("ask.example.thunder", { station }),
  ];
}

/** The page without an answer. */
export function askForm(
  question: string,
  error: string | null,
  reports: Reports,
  viewer: Viewer,
): AskPageModel {
  return {
    question,
    error,
    most: MAX_QUESTION,
    examples: examplesFor(reports, viewer),
    answer: null,
  };
}

/** The model of an answer. `model` is the name of the model that may be asked, `null` where there is none. */
export function answerModel(
  answer: AnsweredQuestion,
  viewer: Viewer,
  model: string | null,
): AnswerModel {
  const { question, reading, modelState } = answer;
  const now = Date.parse(answer.generatedAt);
  const words = new Words(viewer.language, now);
  const teller = new Teller(answer, words);
  const query = `q=${encodeURIComponent(question)}`;
  const asked = modelState === null ? "" : "&text=model";
  const notes = notesOf(answer, words);
  // The last note is that of what was left.
  const left = reading.notUnderstood.length > 0 ? notes.pop() ?? null : null;
  const mayRead = model !== null && modelState === null && !answer.isWhole;
  return {
    understood: answer.understood.text,
    notes,
    left,
    madeAt: zuluNear(now, now, viewer.months),
    sentences: teller.sentences(answer.sentences),
    raw: answer.reports.map((report) => {
      const raw = rawModel(report, teller.tokens(report), now, viewer);
      const at = Date.parse(report.at);
      return {
        ...raw,
        about: viewer.t(at > now ? "ask.ahead" : "ask.age", {
          time: zuluNear(at, now, viewer.months),
          age: ageText(now - at, viewer.texts),
          provider: report.provider,
        }),
      };
    }),
    station: reading.intent.place?.id ?? null,
    links: {
      text: `/ask?${query}${asked}&format=text`,
      json: `/api/v1/ask?${query}&lang=${viewer.language}${asked}`,
      model: mayRead ? `/ask?${query}&text=model` : null,
    },
    model,
  };
}
