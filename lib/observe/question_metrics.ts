/**
 * What is measured of questions in plain words.
 *
 * @module
 */
import { Counter, type Registry } from "./prometheus.ts";

/** Where questions are counted. */
export interface QuestionMetrics {
  /** A question: who read it (`rules`, `model`) and what became of it. */
  question(by: string, outcome: string): void;
}

/**
 * Adds the metrics of questions to `registry`.
 *
 * @param readers and outcomes: each pair is known from the start, so that an increase of the first one shows
 */
export function createQuestionMetrics(
  registry: Registry,
  readers: readonly string[],
  outcomes: readonly string[],
): QuestionMetrics {
  const questions = new Counter({
    name: "questions_total",
    help: "Questions in plain words, by who read them and what became of them.",
    labelNames: ["by", "outcome"],
    registers: [registry],
  });
  for (const by of readers) {
    for (const outcome of outcomes) questions.inc({ by, outcome }, 0);
  }
  return { question: (by, outcome) => questions.inc({ by, outcome }) };
}
