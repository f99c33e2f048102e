/**
 * Reading the body of a request: capped while it comes in, of a type that is known, in valid UTF-8.
 *
 * @module
 */
import { MAX_BODY_BYTES } from "../lib/http/mod.ts";
import type { Problem } from "../lib/http/problem.ts";
import { invalidRequest } from "./validate.ts";

/** Media types that a body may have. */
export const BODY_TYPES = ["application/json", "text/plain"] as const;
/** One of them. */
export type BodyType = (typeof BODY_TYPES)[number];

/** The type of the body, or the problem of one that is not understood. */
export function bodyType(header: string | null): BodyType | Problem {
  const [type = "", ...parameters] = (header ?? "").split(";").map((part) =>
    part.trim().toLowerCase()
  );
  const charset = parameters.find((one) => one.startsWith("charset="))?.slice(8)
    .replaceAll('"', "");
  const known = BODY_TYPES.find((one) => one === type);
  if (known && (charset === undefined || charset === "utf-8" || charset === "us-ascii")) {
    return known;
  }
  return {
    kind: "unsupportedMediaType",
    detail: `The body must be ${BODY_TYPES.join(" or ")}, in UTF-8.`,
    errors: [{
      in: "header",
      name: "Content-Type",
      detail: header === null ? "The header is missing." : "The type is not understood.",
      accepted: [...BODY_TYPES],
    }],
    headers: { "accept-post": BODY_TYPES.join(", ") },
  };
}

const TOO_LARGE: Problem = {
  kind: "bodyTooLarge",
  detail: `A body may have at most ${MAX_BODY_BYTES} bytes.`,
};

/** The body as text. It is never held beyond the limit, whatever `Content-Length` says. */
export async function readBody(request: Request): Promise<string | Problem> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return TOO_LARGE;
    chunks.push(chunk);
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
    return text + decoder.decode();
  } catch {
    return invalidRequest([{ in: "body", detail: "The body is not valid UTF-8." }]);
  }
}
