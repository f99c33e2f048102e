/**
 * What the page that answers questions shows.
 *
 * @module
 */
import type { RawModel, SentenceModel } from "./model.ts";

/** An answer. */
export interface AnswerModel {
  /** What was understood, in one sentence. */
  readonly understood: string;
  /** What was assumed, and who read it. */
  readonly notes: readonly string[];
  /** What was not understood, in one sentence; `null` where nothing was left. */
  readonly left: string | null;
  /** When it was made. */
  readonly madeAt: string;
  readonly sentences: readonly SentenceModel[];
  readonly raw: readonly RawModel[];
  /** `null` where no place was understood. */
  readonly station: string | null;
  readonly links: {
    readonly text: string;
    readonly json: string;
    /** Has the model read it; `null` where it may not, or has. */
    readonly model: string | null;
  };
  /** Name of the model that may be asked. */
  readonly model: string | null;
}

/** The page: a form, and an answer once something was asked. */
export interface AskPageModel {
  readonly question: string;
  /** What is wrong with the question. */
  readonly error: string | null;
  /** Longest question. */
  readonly most: number;
  readonly examples: readonly string[];
  readonly answer: AnswerModel | null;
}
