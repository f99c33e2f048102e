/**
 * Meteorological watch office and flight information regions: `EHDB- EHAA AMSTERDAM FIR`.
 *
 * @module
 */
import type { State } from "./draft.ts";

const LOCATION = /^[A-Z]{4}$/;
const REGION = /^(?:FIR|UIR|CTA|FIR\/UIR|FIR\/CTA)$/;
/** Words of a warning that no region's name holds. */
const NO_NAME = new Set([
  "ENTIRE",
  "OBS",
  "FCST",
  "WI",
  "OF",
  "CNL",
  "CANCEL",
  "TEST",
  "EXER",
  "SIGMET",
  "AIRMET",
]);
/** Most words of a region's name. */
const MAX_NAME = 6;

/** Reads office and regions at word `i`; the words taken. */
export function readAirspace(state: State, i: number): number {
  const { words, draft } = state;
  let at = i;
  if (LOCATION.test(words.word(at)) && words.word(at + 1) === "-") {
    draft.office = { id: words.word(at), source: words.source(at) };
    at += 2;
  }
  for (;;) {
    const length = regionLength(state, at);
    if (length === 0) break;
    readRegion(state, at, length);
    at += length;
    if (words.word(at) === "." || words.word(at) === "," || words.word(at) === "AND") {
      if (words.word(at) === "." || regionLength(state, at + 1) > 0) at++;
    }
  }
  return at - i;
}

/** Words up to `FIR` or its like, that included; 0 where no region is named. */
function regionLength({ words }: State, at: number): number {
  for (let length = 0; length < MAX_NAME; length++) {
    const word = words.word(at + length);
    if (REGION.test(word)) {
      return length > 0 ? length + (words.word(at + length + 1) === "UIR" ? 2 : 1) : 0;
    }
    if (!/^[A-Z/]+$/.test(word) && word !== "-") return 0;
    if (NO_NAME.has(word)) return 0;
  }
  return 0;
}

/** `EHAA AMSTERDAM FIR`: a location indicator before the name is the region's own. */
function readRegion({ words, draft }: State, at: number, length: number): void {
  const named = LOCATION.test(words.word(at)) && length > 2 &&
    (draft.atsUnits.length === 0 ||
      draft.atsUnits.some(({ id }) => id.slice(0, 2) === words.word(at).slice(0, 2)));
  const start = named ? at + 1 : at;
  if (named && draft.atsUnits.length === 0) {
    draft.atsUnits.push({ id: words.word(at), source: words.source(at) });
  }
  const source = words.source(start, at + length - start);
  draft.regions.push({ name: source.text.replace(/\s+/g, " ").toUpperCase(), source });
}
