/**
 * A look at the first characters of a file, before anything is parsed.
 *
 * @module
 */
import { BodyError } from "../../resilience/mod.ts";

/** What a file looks like. */
export type Shape = "csv" | "xml";

/** Characters that are looked at. */
const LOOK = 256;

/**
 * Whether `start`, the beginning of a file, is CSV or XML.
 *
 * @throws BodyError `wrongContent` for an HTML page, JSON or nothing: outages have come with status 200
 */
export function shapeOf(start: string): Shape {
  const text = start.slice(0, LOOK).trimStart().toLowerCase();
  if (text === "") throw new BodyError("wrongContent", "the file is empty");
  if (text.startsWith("<!doctype") || text.startsWith("<html")) {
    throw new BodyError("wrongContent", "the answer is an HTML page, not data");
  }
  if (text.startsWith("{") || text.startsWith("[")) {
    throw new BodyError("wrongContent", "the answer is JSON, not the file asked for");
  }
  return text.startsWith("<") ? "xml" : "csv";
}

/** A shape that was not agreed: the file is quarantined, for the provider may have changed it. */
export class DriftError extends BodyError {
  constructor(message: string) {
    super("wrongContent", message);
    this.name = "DriftError";
  }
}
