/**
 * How a store fails: the one kind of error that its functions reject with.
 *
 * @module
 */

/** What went wrong, for metrics and for the decision to try again. */
export type StoreFault =
  /** No connection, or it broke. */
  | "unavailable"
  /** No answer within the limit. */
  | "timeout"
  /** Failed too often; left alone for a moment. */
  | "breakerOpen"
  /** No room: disk or memory. */
  | "full"
  /** The store answers and says no: read-only replica, wrong password. */
  | "refused"
  /** The value has no room in any store. */
  | "tooLarge"
  /** Another owner holds a newer lease: this writer is no longer the one. */
  | "fenced"
  /** What was read is not what was written. */
  | "damaged"
  /** Closed by ourselves. */
  | "closed";

/** An expected failure of a store. `message` is for an operator and holds no secret. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.fault = fault;
  }
}

/** Whether the same call may go well later. */
export function isPassing(fault: StoreFault): boolean {
  return fault !== "fenced" && fault !== "tooLarge" && fault !== "closed" && fault !== "damaged";
}

/** What a write under a lost lease gets. */
export function fenced(): StoreError {
  return new StoreError("fenced", "another node holds a newer lease");
}

const FULL = /database or disk is full|OOM command not allowed|No space left|maxmemory/i;
const REFUSED =
  /\bREADONLY\b|\bNOAUTH\b|\bWRONGPASS\b|\bNOPERM\b|not authorized|Unauthorized|WRONGTYPE|readonly database|Authentication failed/i;

/** `error` as a `StoreError`; what is one already stays as it is. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const fault = FULL.test(text) ? "full" : REFUSED.test(text) ? "refused" : "unavailable";
  return new StoreError(fault, withoutSecrets(text).slice(0, 300), { cause: error });
}

/** Takes the user part out of addresses: drivers like to print the whole URL. */
function withoutSecrets(text: string): string {
  return text.replace(/\/\/[^\s/@]{1,200}@/g, "//…@");
}
