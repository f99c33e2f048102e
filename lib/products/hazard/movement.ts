/**
 * Movement and change of intensity.
 *
 * @module
 */
import {
  degreesOfPoint,
  isCompassPoint,
  type Quantity,
  quantity,
  type SpeedUnit,
} from "../../units/mod.ts";
import type { Hazard, Movement } from "./model.ts";
import type { Words } from "./words.ts";

const SPEED = /^(\d{1,3})(KT|KTS|KMH|MPS)$/;
const FROM_WIND = /^(\d{3})(\d{2,3})(?:KT)?$/;
/** Units of speed as texts of warnings write them. */
export const SPEED_UNITS: Readonly<Record<string, SpeedUnit>> = {
  KT: "kt",
  KTS: "kt",
  KMH: "km/h",
  MPS: "m/s",
};

/** A movement and the words it takes. */
export interface MovementRead {
  readonly movement: Movement;
  readonly taken: number;
}

/** The movement at word `i`: `STNR`, `MOV NE 15KT`, `MOV FROM 25010KT`, `MOV LTL`; `MO V` is put together. */
export function readMovement(words: Words, i: number): MovementRead | null {
  if (isStill(words.word(i))) return still(words, i, 1, "stationary");
  const opening = words.at(i, "MO V") ? 2 : /^(?:MOV|MOVG|MVG)$/.test(words.word(i)) ? 1 : 0;
  if (opening === 0) return null;
  return movementAfter(words, i, i + opening);
}

/** The movement that stands from word `at` on, after its keyword or label at word `i`: `NW 20KMH`, `SLW`. */
export function movementAfter(words: Words, i: number, at: number): MovementRead | null {
  const word = words.word(at);
  if (isStill(word)) return still(words, i, at + 1 - i, "stationary");
  if (word === "LTL" || word === "LITTLE" || word === "SLW") {
    return still(words, i, at + 1 - i, "little");
  }
  return readFrom(words, i, at) ?? readToward(words, i, at);
}

const isStill = (word: string) =>
  word === "STNR" || word === "STNRY" || word === "STN" || word === "QS" ||
  word === "QSTNR";

function still(
  words: Words,
  i: number,
  taken: number,
  kind: "stationary" | "little",
): MovementRead {
  return { movement: { kind, source: words.source(i, taken) }, taken };
}

/** US: where it comes from, as a wind. */
function readFrom(words: Words, i: number, at: number): MovementRead | null {
  const wind = words.word(at) === "FROM" ? FROM_WIND.exec(words.word(at + 1)) : null;
  if (wind === null || Number(wind[1]) > 360) return null;
  const taken = at + 2 - i;
  return {
    movement: {
      kind: "moving",
      direction: quantity(Number(wind[1]), "deg"),
      sense: "from",
      speed: quantity(Number(wind[2]), "kt"),
      source: words.source(i, taken),
    },
    taken,
  };
}

/** ICAO: where it goes. */
function readToward(words: Words, i: number, at: number): MovementRead | null {
  let next = at;
  if (/^(?:TO|TOWARDS?|TWDS?)$/.test(words.word(next))) next++;
  const point = words.word(next);
  if (!isCompassPoint(point)) return null;
  next++;
  const speed = speedAt(words, words.word(next) === "AT" ? next + 1 : next);
  if (speed !== null) next = speed.end;
  return {
    movement: {
      kind: "moving",
      direction: quantity(degreesOfPoint(point), "deg"),
      sense: "toward",
      speed: speed?.value ?? null,
      source: words.source(i, next - i),
    },
    taken: next - i,
  };
}

/** `15KT`, `05-10KT` (the faster), `15 KT`. */
function speedAt(
  words: Words,
  at: number,
): { readonly value: Quantity<SpeedUnit>; readonly end: number } | null {
  // Annex 3, table A2-2: slower than 3 kt.
  if (words.word(at) === "SLW") return { value: quantity(3, "kt", "atMost"), end: at + 1 };
  const isRange = /^\d{1,3}$/.test(words.word(at)) && words.word(at + 1) === "-";
  const from = isRange ? at + 2 : at;
  const match = SPEED.exec(words.word(from));
  if (match) return { value: quantity(Number(match[1]), SPEED_UNITS[match[2]!]!), end: from + 1 };
  const unit = SPEED_UNITS[words.word(from + 1)];
  return unit !== undefined && /^\d{1,3}$/.test(words.word(from))
    ? { value: quantity(Number(words.word(from)), unit), end: from + 2 }
    : null;
}

const CHANGES: Readonly<Record<string, "noChange" | "intensifying" | "weakening">> = {
  NC: "noChange",
  INTSF: "intensifying",
  INTSFY: "intensifying",
  INTSFYG: "intensifying",
  WKN: "weakening",
  WKNG: "weakening",
};

/** `NC`, `INTSF`, `WKN`, and `NO CHANGE`; `null` for any other word. */
export function readIntensityChange(
  words: Words,
  i: number,
): { readonly change: NonNullable<Hazard["intensityChange"]>; readonly taken: number } | null {
  // `LTL CHG`: Canada.
  if (words.at(i, "NO CHANGE") || words.at(i, "NO CHG") || words.at(i, "LTL CHG")) {
    return { change: { kind: "noChange", source: words.source(i, 2) }, taken: 2 };
  }
  const kind = CHANGES[words.word(i)];
  return kind === undefined ? null : { change: { kind, source: words.source(i) }, taken: 1 };
}
