/**
 * The body of a warning: one row for each kind of group, asked in order at each word.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import { readArea, readChain, readLength } from "./area.ts";
import { type HazardDraft, noteUnknownArea, type Reading } from "./draft.ts";
import { readFreezingRange, readLevels } from "./levels.ts";
import { readConditions, readStrongWind, readSurface, readThreat } from "./limits.ts";
import type { Area, LevelLimit, Levels } from "./model.ts";
import { readIntensityChange, readMovement } from "./movement.ts";
import { readOrigin } from "./origin.ts";
import { readPhenomenon } from "./phenomena.ts";
import type { Words } from "./words.ts";
import { remarkLength } from "./remarks.ts";
import { instantOf, isoOf, writtenTime } from "./times.ts";

/** Reads a group at word `i` into `hazard` and gives the words taken, 0 where the group is another. */
type Row = (reading: Reading, i: number, hazard: HazardDraft) => number;

/** Asked in order; the earlier one wins. */
const ROWS: readonly Row[] = [
  readNothingExpected,
  readAssessment,
  readOriginRow,
  readConditionsRow,
  readStrongWindRow,
  readSurfaceRow,
  readThreatRow,
  readAreaRow,
  readFreezingRow,
  readDiameter,
  readWidth,
  readLevelsRow,
  readMovementRow,
  readChangeRow,
  readContour,
  readRemarkRow,
  readPhenomenonRow,
];

/**
 * Reads the group at word `i` into `hazard` and claims its words.
 *
 * @returns the words taken; 0 where no rule knows the word
 */
export function readGroup(reading: Reading, i: number, hazard: HazardDraft): number {
  for (const row of ROWS) {
    const taken = row(reading, i, hazard);
    if (taken > 0) {
      reading.words.claim(i, taken);
      return taken;
    }
  }
  return 0;
}

/** `NO VA EXP`: at the time before, nothing is expected any more. */
function readNothingExpected({ words }: Reading, i: number, hazard: HazardDraft): number {
  if (words.word(i) !== "NO" || words.word(i + 2) !== "EXP") return 0;
  const source = words.source(i, 3);
  const last = hazard.forecasts.at(-1);
  if (last === undefined) hazard.remarks.push(source);
  else {hazard.forecasts[hazard.forecasts.length - 1] = {
      ...last,
      area: { kind: "noneExpected", source },
    };}
  return 3;
}

/** `OBS`, `OBS AT 1200Z`, `FCST AT 1200Z`, `OBS AND FCST`; after an area, `FCST` opens a later position. */
function readAssessment(reading: Reading, i: number, hazard: HazardDraft): number {
  const { words } = reading;
  const word = words.word(i);
  if (word !== "OBS" && word !== "FCST" && word !== "OTLK") return 0;
  let at = i + 1;
  if (words.at(at, "AND FCST")) at += 2;
  if (words.word(at) === "AT") at++;
  const written = writtenTime(words.word(at));
  if (written !== null) at++;
  if (words.at(at, "AND FCST")) at += 2;
  const source = words.source(i, at - i);
  const instant = isoOf(instantOf(written, reading.reference));
  const later = word === "FCST" && written !== null && hazard.assessment !== null;
  if (later) hazard.forecasts.push({ written, at: instant, area: { kind: "notReported" }, source });
  else if (hazard.assessment !== null) return 0;
  else {
    const kind = word === "OBS" ? "observed" : "forecast";
    hazard.assessment = { kind, written, at: instant, source };
  }
  return at - i;
}

function readOriginRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readOrigin(words, i);
  if (read === null) return 0;
  hazard.origin ??= read.origin;
  if (hazard.source === null) {
    hazard.phenomenon = read.phenomenon;
    hazard.source = words.source(i, 1);
  }
  return read.taken;
}

function readConditionsRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  return readConditions(words, i, hazard);
}

function readStrongWindRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  return readStrongWind(words, i, hazard);
}

function readSurfaceRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  return readSurface(words, i, hazard);
}

function readThreatRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readThreat(words, i);
  if (read !== null) hazard.threats.push(read.threat);
  return read?.taken ?? 0;
}

/** The area of now, or of the forecast position just opened. */
function readAreaRow(reading: Reading, i: number, hazard: HazardDraft): number {
  const { words } = reading;
  const centre = words.at(i, "TC CENTRE PSN") || words.at(i, "TC CENTER PSN")
    ? 3
    : words.at(i, "TC CENTRE")
    ? 2
    : 0;
  const read = readArea(words, i + centre, hazard.origin?.position ?? null) ?? unreadable(words, i);
  if (read === null) return 0;
  noteUnknownArea(reading, read.area);
  const open = hazard.forecasts.at(-1);
  if (open !== undefined) {
    const area = joinAreas(
      open.area.kind === "noneExpected" ? { kind: "notReported" } : open.area,
      read.area,
      reading,
      i,
    );
    hazard.forecasts[hazard.forecasts.length - 1] = { ...open, area };
  } else hazard.area = joinAreas(hazard.area, read.area, reading, i);
  return centre + read.taken;
}

/** An area that is announced but cannot be read is never left out: its words stay among the unparsed. */
function unreadable(words: Words, i: number) {
  if (!/^(?:WI|WITHIN|WTN)$/.test(words.word(i)) && !words.at(i, "BOUNDED BY")) return null;
  return { area: { kind: "positionUnknown" as const, source: words.source(i) }, taken: 1 };
}

/** A second area of the same hazard stands beside the first. */
function joinAreas(first: Area, second: Area, { words }: Reading, i: number): Area {
  if (first.kind === "notReported" || second.kind === "notReported") return second;
  const areas = first.kind === "several" ? [...first.areas, second] : [first, second];
  const end = second.source.end;
  const start = Math.min(first.source.start, words.source(i).start);
  return { kind: "several", areas, source: { text: words.raw.slice(start, end), start, end } };
}

/** `FRZLVL 040-060`: completes a base or top that is the freezing level. */
function readFreezingRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readFreezingRange(words, i);
  if (read === null) return 0;
  if (hazard.levels.kind === "levels") {
    const complete = (limit: LevelLimit | null) =>
      limit?.kind === "freezingLevel" ? { ...limit, range: read.range } : limit;
    const { base, top, ...rest } = hazard.levels;
    hazard.levels = { ...rest, base: complete(base), top: complete(top) };
  }
  hazard.remarks.push(words.source(i, read.taken));
  return read.taken;
}

/** `080 ALG 40W HUH-30E YKM`: where the freezing level has that height; kept in its words. */
function readContour({ words }: Reading, i: number, hazard: HazardDraft): number {
  if (!/^(?:\d{3}|SFC)$/.test(words.word(i)) || words.word(i + 1) !== "ALG") return 0;
  const taken = 2 + (readChain(words, i + 2)?.taken ?? 0);
  hazard.remarks.push(words.source(i, taken));
  return taken;
}

/** `D30`: a cell of 30 NM across, around the point just read. */
function readDiameter({ words }: Reading, i: number, hazard: HazardDraft): number {
  const match = /^D(\d{1,3})$/.exec(words.word(i));
  if (match === null || hazard.area.kind !== "point") return 0;
  const { position, source } = hazard.area;
  hazard.area = {
    kind: "circle",
    centre: position,
    radius: quantity(Number(match[1]) / 2, "NM"),
    source,
  };
  return 1;
}

/** `30 NM WIDE`: the width of the line just read. */
function readWidth({ words }: Reading, i: number, hazard: HazardDraft): number {
  const length = readLength(words, i);
  if (length === null || !/^WIDE?$/.test(words.word(i + length.taken))) return 0;
  if (hazard.area.kind === "line") hazard.area = { ...hazard.area, width: length.length };
  return length.taken + 1;
}

function readLevelsRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readLevels(words, i);
  if (read === null) return 0;
  hazard.levels = hazard.levels.kind === "levels"
    ? merged(hazard.levels, read.levels)
    : read.levels;
  return read.taken;
}

/** Base and top may stand apart: `ABV FL250 TOP FL400`. What is there already is not overwritten. */
function merged(first: Levels, second: Levels): Levels {
  return { ...first, base: first.base ?? second.base, top: first.top ?? second.top };
}

function readMovementRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readMovement(words, i);
  if (read === null) return 0;
  if (hazard.movement.kind === "notReported") hazard.movement = read.movement;
  return read.taken;
}

function readChangeRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readIntensityChange(words, i);
  if (read === null) return 0;
  hazard.intensityChange ??= read.change;
  return read.taken;
}

function readPhenomenonRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const read = readPhenomenon(words, i);
  if (read === null) return 0;
  const isFirst = hazard.source === null;
  if (isFirst) {
    hazard.phenomenon = read.phenomenon;
    hazard.source = words.source(i, read.taken);
  }
  // A heading names the phenomenon; the sentence that follows says how strong it is.
  if (isFirst || hazard.qualifiers.length === 0) hazard.qualifiers.push(...read.qualifiers);
  return read.taken;
}

function readRemarkRow({ words }: Reading, i: number, hazard: HazardDraft): number {
  const taken = remarkLength(words, i);
  if (taken > 0) hazard.remarks.push(words.source(i, taken));
  return taken;
}
