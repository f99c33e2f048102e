/**
 * Checks of the query and of path parameters: what is unknown, repeated or wrong is refused and named,
 * never ignored.
 *
 * @module
 */
import type { z } from "zod";
import type { InputError, Problem } from "../lib/http/problem.ts";

/** Longest path with query that is read, in characters. */
export const MAX_URL_LENGTH = 2048;

/** One sentence that sums up `errors`. */
export function invalidRequest(errors: readonly InputError[]): Problem {
  const detail = errors.length === 1
    ? errors[0]!.detail
    : `${errors.length} things are wrong with this request; each is listed in errors.`;
  return { kind: "invalidRequest", detail, errors };
}

/** What zod found wrong, in the shape of a problem. */
export function toInputErrors(error: z.ZodError, where: InputError["in"]): InputError[] {
  return error.issues.map((issue) => {
    const name = issue.path.join(".");
    const accepted = issue.code === "invalid_value" ? issue.values.map(String) : undefined;
    const message = issue.code === "invalid_value"
      ? `${name || "The value"} must be one of ${accepted!.join(", ")}.`
      : /[.!]$/.test(issue.message)
      ? issue.message
      : `${name || "The value"}: ${issue.message}.`;
    return {
      in: where,
      ...(name && { name }),
      detail: message,
      ...(accepted && { accepted }),
    };
  });
}

/** Shows a piece of the caller's own input in a message: short, and without control characters. */
export function quoteInput(text: string): string {
  const shown = text.slice(0, 40).replace(/[\p{Cc}\p{Cf}]/gu, "\ufffd");
  return `"${shown}${text.length > 40 ? "…" : ""}"`;
}

/**
 * The query as one string for each name, or what is wrong with its names: a name that is not `known`, or
 * one that is given twice (which of the two would count is a matter of taste, so neither does).
 */
function readQuery(
  search: URLSearchParams,
  known: readonly string[],
): { readonly values: Record<string, string> } | { readonly errors: InputError[] } {
  const values: Record<string, string> = Object.create(null);
  const errors: InputError[] = [];
  for (const [name, value] of search) {
    if (!known.includes(name)) {
      errors.push({
        in: "query",
        name: name.slice(0, 40),
        detail: known.length === 0
          ? `The parameter ${quoteInput(name)} is unknown; this resource takes none.`
          : `The parameter ${quoteInput(name)} is unknown; known are ${known.join(", ")}.`,
        accepted: known,
      });
    } else if (name in values) {
      errors.push({ in: "query", name, detail: `The parameter ${name} is given more than once.` });
    } else values[name] = value;
  }
  return errors.length > 0 ? { errors: errors.slice(0, 20) } : { values };
}

/** The query of a target, path with query as sent. */
export function searchOf(target: string): URLSearchParams {
  const at = target.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : target.slice(at));
}

/** Parameters of path and query by their schemas, or everything that is wrong with them. */
export function readInput<P extends z.ZodObject, Q extends z.ZodObject>(
  schemas: { readonly params: P; readonly query: Q },
  given: Readonly<Record<string, string>>,
  search: URLSearchParams,
): { readonly params: z.output<P>; readonly query: z.output<Q> } | Problem {
  const names = readQuery(search, Object.keys(schemas.query.shape));
  if ("errors" in names) return invalidRequest(names.errors);
  const params = schemas.params.safeParse(given);
  const query = schemas.query.safeParse({ ...names.values });
  if (params.success && query.success) return { params: params.data, query: query.data };
  return invalidRequest([
    ...(params.success ? [] : toInputErrors(params.error, "path")),
    ...(query.success ? [] : toInputErrors(query.error, "query")),
  ]);
}
