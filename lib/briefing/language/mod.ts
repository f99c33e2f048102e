/**
 * Text from elsewhere, held against the facts: what is not theirs does not pass.
 *
 * @module
 */
export {
  allowedWords,
  checkedSection,
  type CheckedSentence,
  checkSentence,
  mayBeWorded,
} from "./check.ts";
export {
  type DraftSentence,
  type Refusal,
  REFUSAL_REASONS,
  type RefusalReason,
} from "./refusal.ts";
