/**
 * What the parts of an answer are made from.
 *
 * @module
 */
import type { FactList } from "../facts.ts";
import type { ReportBook } from "../report_book.ts";
import type { BriefingSources } from "../world.ts";
import type { Intent } from "./intent.ts";

/** A question with the world that it is put to. */
export interface Asked {
  readonly intent: Intent;
  readonly sources: BriefingSources;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly facts: FactList;
  readonly book: ReportBook;
}
