/**
 * What is measured of the language model, and of what became of its sentences.
 *
 * @module
 */
import { Counter, Histogram, type Registry } from "./prometheus.ts";

/** Where questions to a model and its sentences are counted. */
export interface ModelMetrics {
  /** A sentence: `accepted`, or `refused` with the reason. */
  sentence(outcome: "accepted" | "refused", reason: string): void;
  /** What became of a wish for its text: `written`, `cached`, `userSpent`, a fault … */
  answer(outcome: string): void;
  /** Seconds of a question to the model. */
  took(seconds: number): void;
  tokens(direction: "input" | "output", count: number): void;
}

/**
 * Adds the metrics of the model to `registry`.
 *
 * @param reasons of refusals: each is known from the start, so that an increase of the first one shows
 */
export function createModelMetrics(registry: Registry, reasons: readonly string[]): ModelMetrics {
  const registers = [registry];
  const sentences = new Counter({
    name: "briefing_sentences_total",
    help: "Sentences of a language model, by what the check made of them.",
    labelNames: ["outcome", "reason"],
    registers,
  });
  sentences.inc({ outcome: "accepted", reason: "none" }, 0);
  for (const reason of reasons) sentences.inc({ outcome: "refused", reason }, 0);
  const answers = new Counter({
    name: "briefing_model_answers_total",
    help: "Wishes for text of a language model, by what became of them.",
    labelNames: ["outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "briefing_model_seconds",
    help: "Time of a question to a language model.",
    buckets: [0.5, 1, 2, 5, 10, 20],
    registers,
  });
  const tokens = new Counter({
    name: "briefing_model_tokens_total",
    help: "Tokens of a language model, as its server counts them.",
    labelNames: ["direction"],
    registers,
  });
  return {
    sentence: (outcome, reason) => sentences.inc({ outcome, reason }),
    answer: (outcome) => answers.inc({ outcome }),
    took: (value) => seconds.observe(value),
    tokens: (direction, count) => tokens.inc({ direction }, Math.max(0, count)),
  };
}
