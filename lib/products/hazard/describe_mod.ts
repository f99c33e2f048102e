/**
 * What the words of warnings of all kinds have in common.
 *
 * @module
 */
export { type Grain, hazardPieces, oneLine, validityPiece } from "./describe.ts";
export { areaPieces } from "./describe_area.ts";
export { layerText, limitText, type WarningVoice, warningVoice } from "./warning_voice.ts";
