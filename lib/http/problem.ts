/**
 * Problem details for HTTP (RFC 9457): every error of pages and API is one of the kinds below.
 *
 * A problem says what was wrong and what is accepted. It never carries a stack, a path of a file, a
 * host name or what an upstream answered.
 *
 * @module
 */

/** Kinds of error, with their status and title. The `type` URI leads to their description in the API reference. */
export const PROBLEM_KINDS = {
  invalidRequest: { status: 400, title: "The request is not valid" },
  stationNotFound: { status: 404, title: "No such station" },
  pathNotFound: { status: 404, title: "No such resource" },
  methodNotAllowed: { status: 405, title: "The method is not allowed here" },
  notAcceptable: { status: 406, title: "None of the accepted formats is offered" },
  lengthRequired: { status: 411, title: "The body has no length" },
  bodyTooLarge: { status: 413, title: "The body is too large" },
  uriTooLong: { status: 414, title: "The address is too long" },
  unsupportedMediaType: { status: 415, title: "The body has a type that is not understood" },
  misdirectedRequest: { status: 421, title: "The request reached the wrong service" },
  unauthorized: { status: 401, title: "This needs a token" },
  forbidden: { status: 403, title: "This is not allowed" },
  tooManyRequests: { status: 429, title: "Too many requests" },
  internalError: { status: 500, title: "The service failed to answer" },
  unavailable: { status: 503, title: "The service cannot answer now" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

/** Name of a kind of error. */
export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** One thing that was wrong with the input. */
export interface InputError {
  /** Where: in the path, the query, a header or the body. */
  readonly in: "path" | "query" | "header" | "body";
  /** Name of the parameter, header or member; absent when the whole part is meant. */
  readonly name?: string;
  /** What was wrong, in one sentence. */
  readonly detail: string;
  /** What would have been right. */
  readonly accepted?: readonly string[];
}

/** An error before it is tied to a request. */
export interface Problem {
  readonly kind: ProblemKind;
  /** What was wrong with this request, in one or two sentences. */
  readonly detail: string;
  readonly errors?: readonly InputError[];
  /** Further headers: `Allow`, `Retry-After`, `Accept-Post`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a problem as sent. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request's id, as in `X-Request-Id` and the log. */
  readonly instance: string;
  readonly errors?: readonly InputError[];
}

/** Media type of a problem (RFC 9457, section 3). */
export const PROBLEM_MEDIA_TYPE = "application/problem+json; charset=utf-8";

/** `problem` as the body sent for the request `requestId`. */
export function toProblemDetails(problem: Problem, requestId: string): ProblemDetails {
  const { status, title } = PROBLEM_KINDS[problem.kind];
  return {
    type: `/api/docs#problem-${problem.kind}`,
    title,
    status,
    detail: problem.detail,
    instance: requestId,
    ...(problem.errors && { errors: problem.errors }),
  };
}

/** How long an answer of a kind may be kept: never, but a station that does not exist for a minute. */
export function problemCacheControl(kind: ProblemKind): string {
  return kind === "stationNotFound" ? "public, max-age=60" : "no-store";
}

/**
 * The response for `problem`.
 *
 * @param requestId also sent as `X-Request-Id`
 * @param headers further headers, CORS for instance
 */
export function problemResponse(
  problem: Problem,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(toProblemDetails(problem, requestId)) + "\n", {
    status: PROBLEM_KINDS[problem.kind].status,
    headers: {
      "content-type": PROBLEM_MEDIA_TYPE,
      "cache-control": problemCacheControl(problem.kind),
      "x-content-type-options": "nosniff",
      "x-request-id": requestId,
      ...headers,
      ...problem.headers,
    },
  });
}
