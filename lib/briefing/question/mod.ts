/**
 * Questions in plain words, answered from the facts of reports: the grammar, or a model, reads the intent; code answers it.
 *
 * @module
 */
export { OUTCOMES } from "./answer.ts";
export {
  answerByRules,
  type AnsweredQuestion,
  answerQuestion,
  givenQuestion,
  MODEL_STATES,
} from "./ask.ts";
export {
  ASSUMPTIONS,
  CATEGORY_RELATIONS,
  MAX_QUESTION,
  NUMBER_RELATIONS,
  READERS,
  SUBJECTS,
} from "./intent.ts";
export { notesOf } from "./notes.ts";
export { questionText } from "./plain.ts";
