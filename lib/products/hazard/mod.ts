/**
 * What warnings of all kinds have in common: words, positions, areas, levels, movement, times.
 *
 * @module
 */
export {
  type AdvisoryDraft,
  type AdvisoryHead,
  type AdvisoryNext,
  type AdvisoryText,
  advisoryTimeOf,
  finishAdvisory,
  type HeadName,
  readAdvisoryHead,
  type Table,
  tableOf,
  textOf,
  unreadable,
} from "./advisory.ts";
export { readArea } from "./area.ts";
export { readGroup } from "./body.ts";
export { type HazardDraft, isTold, newHazard, type Reading } from "./draft.ts";
export { type Field, type LabelRow, splitFields } from "./labels.ts";
export { limitOf, readLevels } from "./levels.ts";
export type * from "./model.ts";
export { givenOutline, outlineOf } from "./outline.ts";
export { movementAfter, readIntensityChange, readMovement, SPEED_UNITS } from "./movement.ts";
export { nameAt } from "./phenomena.ts";
export { destination, readPoint } from "./points.ts";
export { readRegions } from "./regions.ts";
export { beginsSection, remarkLength, sentenceLength } from "./remarks.ts";
export { fullTime, instantOf, isoOf, readValidity, resolveValidity, writtenTime } from "./times.ts";
export { vorPosition, vorPositions } from "./vors.ts";
export { MAX_WARNING_LENGTH, Words } from "./words.ts";
