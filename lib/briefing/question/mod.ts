/**
 * Questions in plain words, answered from the facts of reports: the grammar, or a model, reads the intent; code answers it.
 *
 * @module
 */
export { type Answer, answerIntent, type Outcome, OUTCOMES } from "./answer.ts";
export {
  answerByRules,
  type AnsweredQuestion,
  answerQuestion,
  givenQuestion,
  MODEL_STATES,
  type ModelState,
  type ModelWish,
} from "./ask.ts";
export {
  type Assumption,
  ASSUMPTIONS,
  CATEGORY_RELATIONS,
  type Comparison,
  type Intent,
  MAX_QUESTION,
  NUMBER_RELATIONS,
  READERS,
  type Reading,
  type Subject,
  SUBJECTS,
} from "./intent.ts";
export { intentOf, questionPrompt } from "./model.ts";
export { readQuestion } from "./read.ts";
export { notesOf } from "./notes.ts";
export { questionText } from "./plain.ts";
