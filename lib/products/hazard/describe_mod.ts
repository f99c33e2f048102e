/**
 * What the words of warnings of all kinds have in common.
 *
 * @module
 */
export {
  advisoryFrame,
  advisoryMeanings,
  advisorySentences,
  type AdvisoryVoice,
  advisoryVoice,
} from "./describe_advisory.ts";
export {
  type Grain,
  hazardName,
  hazardPieces,
  levelPieces,
  movementPieces,
  movementText,
  oneLine,
  validityPiece,
} from "./describe.ts";
export { areaPieces } from "./describe_area.ts";
export {
  layerText,
  limitText,
  positionText,
  type WarningVoice,
  warningVoice,
} from "./warning_voice.ts";
