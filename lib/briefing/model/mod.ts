/**
 * Plain language with the help of a model: what it is asked, what it may cost, and what of its answer is shown.
 *
 * @module
 */
export { type BudgetCounter, createModelBudget, type ModelBudget } from "./budget.ts";
export {
  createModelClient,
  DEADLINE_MS,
  type ModelClient,
  type ModelClientOptions,
  type ModelEvent,
} from "./client.ts";
export type { ModelDesk } from "./desk.ts";
export { openModelDesk } from "./open.ts";
export { factsToWord, type ModelPrompt, promptOf } from "./prompt.ts";
export { SentenceReader } from "./sentences.ts";
export {
  type Ending,
  ENDINGS,
  MODEL_FAULTS,
  type ModelFault,
  NO_TURNS,
  type NoTurn,
  WRITING_STATES,
  type WritingState,
} from "./states.ts";
export { type PlainAuthor, type PlainSection, type PlainText, plainText } from "./text.ts";
export { hashOf, type ModelTurns } from "./turns.ts";
export { createPlainLanguage, type PlainLanguage, type Writing } from "./writer.ts";
