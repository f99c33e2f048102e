/**
 * Briefings: a route in one request, as facts in the FAA's ten sections and as text made of nothing but the facts.
 *
 * @module
 */
export { type AnsweredBriefing, askBriefing, askInSlices, type Wish } from "./ask.ts";
export { brief, type Briefing, type Section } from "./brief.ts";
export { type Changes, changesSince, digestOf, readSince, type Since } from "./changes.ts";
export type { CorridorStation } from "./context.ts";
export {
  type Fact,
  FACT_KINDS,
  type FactKind,
  type FactPlace,
  type FactSource,
  type FactTime,
  type FactValue,
  type SectionName,
  SECTIONS,
  timeOf,
  valueOf,
} from "./facts.ts";
export type {
  Profile,
  ProfileCloud,
  ProfileLayer,
  ProfileStation,
  ProfileWind,
} from "./profile.ts";
export type { BriefingReport } from "./report_book.ts";
export {
  AHEAD_MS,
  type BriefingKind,
  type BriefingRequest,
  KINDS,
  MAX_CHARACTERS,
  type Minima,
  NUMBERS,
  type ParameterName,
  PARAMETERS,
  type Parameters,
  readRequest,
  type RequestError,
  tooLong,
} from "./request.ts";
export {
  type BriefingSentence,
  type BriefingText,
  type SectionText,
  sentenceOf,
  Words,
} from "./text/mod.ts";
export { type LinkedPart, linkedParts } from "./text/links.ts";
export { fullText, SHORT_BYTES, shortText } from "./text/plain.ts";
export { type KeptSummary, keptSummary, type StationSummary, summariseStation } from "./summary.ts";
export type { BriefingSources, BriefingWorld } from "./world.ts";
