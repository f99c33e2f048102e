/**
 * Text of reports: message tables by language and what METAR and TAF descriptions share.
 *
 * @module
 */
export { elementPieces, weatherPieces } from "./elements.ts";
export type { MessageKey, Messages } from "./en.ts";
export { fill, namesIn, type Params } from "./fill.ts";
export { type Piece, piece, toMeanings, toSentences } from "./piece.ts";
export {
  AIREP_RULES,
  CWA_RULES,
  type Element,
  PIREP_RULES,
  RULES,
  type Rules,
  SIGMET_RULES,
  SPACE_WEATHER_RULES,
  TAF_RULES,
  TC_RULES,
  US_WARNING_RULES,
  VA_RULES,
  WINDS_ALOFT_RULES,
} from "./rules.ts";
export { incompletePieces, joinNested, type Say, sayFrom, unreadablePieces } from "./say.ts";
export { structurePieces, unclaimedWords } from "./tokens.ts";
export { type DescribeOptions, type Language, LANGUAGES, Voice } from "./voice.ts";
export { weatherCodeInWords, weatherInWords } from "./weather.ts";
