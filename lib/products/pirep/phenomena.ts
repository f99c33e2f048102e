/**
 * Turbulence and icing: intensity, range, type, frequency, heights, in any order that pilots use.
 *
 * @module
 */
import type { Source } from "../product.ts";
import { NO_BAND, readBand } from "./heights.ts";
import type {
  HeightBand,
  IcingIntensity,
  PirepIcing,
  PirepTurbulence,
  TurbulenceIntensity,
} from "./model.ts";
import { span } from "./words.ts";

const TURBULENCE: Readonly<Record<string, TurbulenceIntensity>> = {
  NEG: "none",
  NIL: "none",
  NONE: "none",
  SMTH: "none",
  SMOOTH: "none",
  LGT: "light",
  LT: "light",
  LIGHT: "light",
  MOD: "moderate",
  MDT: "moderate",
  MODERATE: "moderate",
  SEV: "severe",
  SVR: "severe",
  SEVERE: "severe",
  EXTM: "extreme",
  EXTRM: "extreme",
  EXTREME: "extreme",
};
const ICING: Readonly<Record<string, IcingIntensity>> = {
  NEG: "none",
  NIL: "none",
  NONE: "none",
  TRACE: "trace",
  TRC: "trace",
  TR: "trace",
  LGT: "light",
  LT: "light",
  LIGHT: "light",
  MOD: "moderate",
  MDT: "moderate",
  MODERATE: "moderate",
  HVY: "heavy",
  HEAVY: "heavy",
  SEV: "severe",
  SVR: "severe",
  SEVERE: "severe",
};
const TURBULENCE_TYPES: Readonly<Record<string, PirepTurbulence["type"]>> = {
  CAT: "clearAir",
  CHOP: "chop",
  LLWS: "lowLevelWindShear",
  MWAVE: "mountainWave",
  MTWV: "mountainWave",
  WAVE: "mountainWave",
};
const ICING_TYPES: Readonly<Record<string, PirepIcing["type"]>> = {
  RIME: "rime",
  RIM: "rime",
  CLR: "clear",
  CLEAR: "clear",
  MX: "mixed",
  MXD: "mixed",
  MIX: "mixed",
  MIXED: "mixed",
};
const FREQUENCIES: Readonly<Record<string, PirepTurbulence["frequency"]>> = {
  ISOL: "isolated",
  OCNL: "occasional",
  OCCL: "occasional",
  INTMT: "intermittent",
  INT: "intermittent",
  CONS: "continuous",
  CONT: "continuous",
  CONTINUOUS: "continuous",
};
/** Words that add nothing to the field they stand in. */
const FILLERS = new Set(["TURB", "TURBC", "ICG", "ICE", "ICING", "AND", "TO", "UNKN", "/", "AT"]);

/** What one entry gathers before it is closed. */
interface Draft<I> {
  intensity: I | null;
  intensityTo?: I;
  type?: string;
  frequency?: PirepTurbulence["frequency"];
  band: HeightBand;
  first: Source;
  last: Source;
}

/** One vocabulary: intensities and types of turbulence, or of icing. */
interface Vocabulary<I> {
  readonly intensities: Readonly<Record<string, I>>;
  readonly types: Readonly<Record<string, string | undefined>>;
}

/** The ends of `LGT` or `LGT-MOD`, or `null`. */
function intensityOf<I>(text: string, table: Readonly<Record<string, I>>): readonly I[] | null {
  const ends = text.split("-").map((part) => Object.hasOwn(table, part) ? table[part]! : null);
  return ends.length <= 2 && ends.every((end) => end !== null) ? ends as I[] : null;
}

/** Reads all entries of a field; words that no rule claims are handed to `unclaimed`. */
function readEntries<I>(
  words: readonly Source[],
  vocabulary: Vocabulary<I>,
  unclaimed: (word: Source) => void,
): Draft<I>[] {
  const drafts: Draft<I>[] = [];
  let open: Draft<I> | null = null;
  const draft = (word: Source, startsAnother: boolean): Draft<I> => {
    if (open === null || startsAnother) {
      open = { intensity: null, band: NO_BAND, first: word, last: word };
      drafts.push(open);
    }
    open.last = word;
    return open;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const intensity = intensityOf(word.text, vocabulary.intensities);
    const current = open as Draft<I> | null;
    if (intensity !== null) {
      const entry = draft(word, current !== null && current.intensity !== null);
      entry.intensity = intensity[0]!;
      if (intensity[1] !== undefined) entry.intensityTo = intensity[1];
    } else if (Object.hasOwn(FREQUENCIES, word.text)) {
      // After an intensity it opens the next entry, unless nothing but it follows: "LGT-MOD INTMT CHOP".
      const opensNext = current !== null && current.intensity !== null &&
        (current.frequency !== undefined ||
          intensityOf(words[i + 1]?.text ?? "", vocabulary.intensities) !== null);
      draft(word, opensNext).frequency = FREQUENCIES[word.text];
    } else if (Object.hasOwn(vocabulary.types, word.text)) {
      draft(word, false).type = vocabulary.types[word.text];
    } else {
      const band = readBand(words, i);
      if (band !== null) {
        const entry = draft(word, false);
        entry.band = band.band;
        i += band.taken - 1;
        entry.last = words[i]!;
      } else if (!FILLERS.has(word.text)) unclaimed(word);
    }
  }
  return drafts;
}

/** Turbulence entries of a `/TB` field. */
export function readTurbulence(
  raw: string,
  words: readonly Source[],
  unclaimed: (word: Source) => void,
): PirepTurbulence[] {
  return readEntries(words, { intensities: TURBULENCE, types: TURBULENCE_TYPES }, unclaimed)
    .map((entry) => ({
      intensity: entry.intensity,
      ...(entry.intensityTo !== undefined && { intensityTo: entry.intensityTo }),
      ...(entry.type !== undefined && { type: entry.type as PirepTurbulence["type"] & string }),
      ...(entry.frequency !== undefined && { frequency: entry.frequency }),
      ...entry.band,
      source: span(raw, entry.first, entry.last),
    }));
}

/** Icing entries of an `/IC` field. */
export function readIcing(
  raw: string,
  words: readonly Source[],
  unclaimed: (word: Source) => void,
): PirepIcing[] {
  return readEntries(words, { intensities: ICING, types: ICING_TYPES }, unclaimed)
    .map((entry) => ({
      intensity: entry.intensity,
      ...(entry.intensityTo !== undefined && { intensityTo: entry.intensityTo }),
      ...(entry.type !== undefined && { type: entry.type as PirepIcing["type"] & string }),
      ...entry.band,
      source: span(raw, entry.first, entry.last),
    }));
}
