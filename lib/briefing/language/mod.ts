/**
 * Text from elsewhere, held against the facts: what is not theirs does not pass.
 *
 * @module
 */
export {
  allowedWords,
  checkDraft,
  type CheckedSentence,
  checkSentence,
  isTooOld,
  mayBeWorded,
  type Verdict,
} from "./check.ts";
export { checkDrafts, type CheckedDrafts, checkedSection } from "./section.ts";
export {
  type DraftSentence,
  type Refusal,
  REFUSAL_REASONS,
  type RefusalReason,
} from "./refusal.ts";
