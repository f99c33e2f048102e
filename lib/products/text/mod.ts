/**
 * Text of reports: message tables by language and what METAR and TAF descriptions share.
 *
 * @module
 */
export { elementPieces, weatherPieces } from "./elements.ts";
export type { MessageKey, Messages } from "./en.ts";
export { fill, namesIn, type Params } from "./fill.ts";
export { type Piece, piece, toMeanings, toSentences } from "./piece.ts";
export { type Element, RULES, type Rules, TAF_RULES } from "./rules.ts";
export { structurePieces, unclaimedWords } from "./tokens.ts";
export { type DescribeOptions, type Language, LANGUAGES, Voice } from "./voice.ts";
export { weatherCodeInWords, weatherInWords } from "./weather.ts";
