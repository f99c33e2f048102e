/**
 * What stands before the warning: bulletin number, WMO heading, NWS identifiers, air traffic services units.
 *
 * @module
 */
import { instantOf, isoOf, writtenTime } from "../hazard/mod.ts";
import type { State } from "./draft.ts";

const HEADING = /^[A-Z]{4}\d{2}$/;
const LOCATION = /^[A-Z]{4}$/;
const KIND = /^(?:WST|UWS|WA|WS|WV|WC)$/;
const AMENDMENT = /^(?:AMD|AA[A-Z])$/;
const CORRECTION = /^(?:COR|CC[A-Z])$/;
const OPENINGS = new Set(["SIGMET", "AIRMET", "CONVECTIVE", "OUTLOOK", "OTLK"]);
/** A warning begins within so many words. */
const MAX_HEADER = 40;

/** Reads the header; the index of the first word of the warning. */
export function readHeader(state: State): number {
  const { words, draft } = state;
  let end = 0;
  while (end < words.count && end < MAX_HEADER && !OPENINGS.has(words.word(end))) end++;
  if (!OPENINGS.has(words.word(end))) return 0;
  let start = end;
  // The units stand right before the keyword, on its line; what comes earlier heads the bulletin.
  while (start > 0 && LOCATION.test(words.word(start - 1)) && !isHeadingOffice(state, start - 1)) {
    start--;
  }
  for (let i = start; i < end; i++) {
    draft.atsUnits.push({ id: words.word(i), source: words.source(i) });
    words.claim(i, 1);
  }
  for (let i = 0; i < start;) i += readHeadingWord(state, i);
  return end;
}

/** `KKCI` of `WSUS31 KKCI 220255`, `SIGE` of the line after it. */
function isHeadingOffice({ words }: State, i: number): boolean {
  return HEADING.test(words.word(i - 1)) || /^\d{6}$/.test(words.word(i + 1)) ||
    /^SIG[A-Z]$/.test(words.word(i));
}

/** Reads what stands at word `i` and gives the words it takes, at least one. */
function readHeadingWord(state: State, i: number): number {
  const { words, draft } = state;
  const word = words.word(i);
  if (HEADING.test(word) && LOCATION.test(words.word(i + 1)) && draft.heading === null) {
    const written = /^\d{6}$/.test(words.word(i + 2)) ? writtenTime(words.word(i + 2)) : null;
    const taken = written === null ? 2 : 3;
    draft.heading = {
      id: word,
      office: words.word(i + 1),
      written,
      source: words.source(i, taken),
    };
    setIssued(state, written);
    words.claim(i, taken);
    return taken;
  }
  if (KIND.test(words.word(i + 1)) && /^\d{6}$/.test(words.word(i + 2))) {
    setIssued(state, writtenTime(words.word(i + 2)));
    words.claim(i, 3);
    return 3;
  }
  const known = /^\d{3}$/.test(word) || /^(?:SIG[A-Z0-9]{1,4}|W[ASV]\d[A-Z]|WST)$/.test(word);
  if (AMENDMENT.test(word)) draft.amended = true;
  if (CORRECTION.test(word)) draft.corrected = true;
  if (known || AMENDMENT.test(word) || CORRECTION.test(word)) words.claim(i, 1);
  return 1;
}

function setIssued(state: State, written: ReturnType<typeof writtenTime>): void {
  const issued = instantOf(written, state.receivedAt);
  if (issued === null) return;
  state.issued = issued;
  state.reference = issued;
  state.draft.issuedAt = isoOf(issued);
}
