/**
 * The model as pages and API see it: who writes, and whose budget pays.
 *
 * @module
 */
import type { PlainLanguage } from "./writer.ts";

/** A model with the way from a request to its reader. */
export interface ModelDesk {
  readonly writer: PlainLanguage;
  /** Address of the reader who sent a request; empty where it is not known: all such readers share one budget. */
  readonly addressOf: (request: Request) => string;
}
