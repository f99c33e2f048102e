/**
 * What comes of an outgoing call, as values.
 *
 * @module
 */

/** What went wrong, for metrics and for the decision to try again. */
export type FaultKind =
  | "connect"
  | "timeout"
  | "redirect"
  | "clientError"
  | "forbidden"
  | "tooManyRequests"
  | "serverError"
  | "tooLarge"
  | "damaged"
  | "wrongContent"
  /** Not asked: the endpoint failed too often. */
  | "breakerOpen"
  /** Not asked: too many calls wait already. */
  | "busy"
  /** Given up by whoever asked, through its signal. */
  | "cancelled";

/** An outgoing call that failed, as a value. */
export interface Fault {
  readonly kind: "fault";
  readonly fault: FaultKind;
  /** HTTP status, or `null` where none was received. */
  readonly status: number | null;
  /** For an operator: what happened, without secrets. */
  readonly reason: string;
  /** How long the provider wants to be left alone, milliseconds. */
  readonly retryAfterMs: number | null;
}

/** Validators of the last accepted answer. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came back. `T` is what the reader made of the body. */
export type Outcome<T> =
  | {
    readonly kind: "ok";
    readonly value: T;
    readonly headers: Headers;
    readonly validators: Validators;
  }
  /** 304: what is known is still right. */
  | { readonly kind: "notModified" }
  /** 204: a valid question with nothing to tell. Not an outage. */
  | { readonly kind: "empty"; readonly headers: Headers }
  | Fault;

/** Thrown by a reader of a body to refuse it: the only exception that is part of the contract. */
export class BodyError extends Error {
  readonly fault: FaultKind;
  constructor(fault: FaultKind, message: string) {
    super(message);
    this.name = "BodyError";
    this.fault = fault;
  }
}

/** A fault as a value. */
export function fault(
  kind: FaultKind,
  reason: string,
  status: number | null = null,
  retryAfterMs: number | null = null,
): Fault {
  return { kind: "fault", fault: kind, status, reason, retryAfterMs };
}

/** The status or the kind of fault, for a counter. */
export function statusOf(outcome: Outcome<unknown>): string {
  switch (outcome.kind) {
    case "ok":
      return "200";
    case "notModified":
      return "304";
    case "empty":
      return "204";
    case "fault":
      return outcome.status === null || outcome.status === 200
        ? outcome.fault
        : String(outcome.status);
  }
}
