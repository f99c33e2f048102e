/** Errors with an HTTP status. Safe in the browser: no import. @module */

const REASONS: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The reason phrase of a status (RFC 9110 section 15), or the number as text where none is usual. */
export function reasonPhrase(status: number): string {
  return REASONS[status] ?? String(status);
}

/**
 * Thrown by a handler, middleware or page to answer with an error page of this status (400–599).
 * Without a message, the reason phrase of the status is taken.
 */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string = reasonPhrase(status), options?: ErrorOptions) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
  }
}

/** A path that exists, asked with a method it does not have; RFC 9110 15.5.6 wants `Allow` in the answer. */
export class MethodNotAllowed extends HttpError {
  readonly allow: string;

  constructor(allow: string) {
    super(405);
    this.allow = allow;
  }
}
