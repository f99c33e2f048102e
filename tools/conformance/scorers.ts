/**
 * The scorers, one for each file of the corpus.
 *
 * @module
 */
import type { CorpusLine } from "./corpus.ts";
import type { Finding } from "./ledger.ts";
import { scoreMetar } from "./metar.ts";
import { scorePirep } from "./pirep.ts";
import { scoreSigmet } from "./sigmet.ts";
import { scoreTaf } from "./taf.ts";

/** Compares what was read from one line with what its maker read. */
export type Scorer = (line: CorpusLine) => Iterable<Finding>;

/** By product: the scorer of `<product>.jsonl`. */
export const SCORERS: Readonly<Record<string, Scorer>> = {
  metar: scoreMetar,
  taf: scoreTaf,
  pirep: scorePirep,
  sigmet: scoreSigmet,
};
