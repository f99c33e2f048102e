/**
 * What may become of a wish for text of a model.
 *
 * @module
 */

/** Why an answer of a model ended early. */
export const MODEL_FAULTS = [
  "timeout",
  "connect",
  /** The process has no permission to reach the host. */
  "notAllowed",
  "tooManyRequests",
  "forbidden",
  "serverError",
  "clientError",
  /** The model will not answer. */
  "refusal",
  /** The stream broke or is not what the protocol says. */
  "damaged",
] as const;
export type ModelFault = (typeof MODEL_FAULTS)[number];

/** Why a model is not asked. */
export const NO_TURNS = [
  "userSpent",
  "daySpent",
  /** Whether there is budget left cannot be known. */
  "unknown",
  /** It failed too often lately and is left alone. */
  "resting",
] as const;
export type NoTurn = (typeof NO_TURNS)[number];

/** What became of the wish. */
export const WRITING_STATES = [
  "written",
  /** No fact may be told in other words. */
  "nothingToWord",
  /** The same, because reports are no longer current. */
  "stale",
  ...NO_TURNS,
  ...MODEL_FAULTS,
] as const;
export type WritingState = (typeof WRITING_STATES)[number];

/** Why a text that was begun is not whole: a fault, or the limit of tokens. */
export const ENDINGS = ["truncated", ...MODEL_FAULTS] as const;
export type Ending = (typeof ENDINGS)[number];
