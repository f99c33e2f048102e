/**
 * Names of phenomena with the words that qualify them: ICAO Annex 3, appendix 6, tables A6-1A and A6-1B;
 * NWS Instruction 10-811 for US texts.
 *
 * @module
 */
import type { Phenomenon, Qualifier } from "./model.ts";
import type { Words } from "./words.ts";

const QUALIFIERS: Readonly<Record<string, readonly Qualifier[]>> = {
  LGT: ["light"],
  MOD: ["moderate"],
  SEV: ["severe"],
  EXTRM: ["extreme"],
  EXTREME: ["extreme"],
  HVY: ["heavy"],
  OBSC: ["obscured"],
  EMBD: ["embedded"],
  FRQ: ["frequent"],
  FQT: ["frequent"],
  OCNL: ["occasional"],
  ISOL: ["isolated"],
  ISOLD: ["isolated"],
  SCT: ["scattered"],
  WDSPR: ["widespread"],
  WDSPRD: ["widespread"],
  SQL: ["squallLine"],
  LINE: ["line"],
  LN: ["line"],
  AREA: ["area"],
  DVLPG: ["developing"],
  DSIPTG: ["dissipating"],
  DMSHG: ["dissipating"],
  INTSFYG: ["intensifying"],
  BKN: ["broken"],
  OVC: ["overcast"],
  RIME: ["rime"],
  MXD: ["mixed"],
  MIXED: ["mixed"],
  CLR: ["clearIce"],
  "RIME/MXD": ["rime", "mixed"],
  "MXD/CLR": ["mixed", "clearIce"],
};

/** Longest first where one begins another. */
const PHENOMENA: readonly (readonly [phrase: string, phenomenon: Phenomenon])[] = [
  ["TSGR", "thunderstormWithHail"],
  ["TS/HVY RAIN", "thunderstorm"],
  ["TS/HVY RA", "thunderstorm"],
  ["TSRA", "thunderstorm"],
  ["TSRAGR", "thunderstormWithHail"],
  ["TS", "thunderstorm"],
  ["TSTM", "thunderstorm"],
  ["TSTMS", "thunderstorm"],
  ["THUNDERSTORMS", "thunderstorm"],
  ["CB/TS", "thunderstorm"],
  ["TS/CB", "thunderstorm"],
  ["CB", "cumulonimbus"],
  ["TCU", "toweringCumulus"],
  ["MTN OBSCN", "mountainObscuration"],
  ["MT OBSCN", "mountainObscuration"],
  ["MTN OBSC", "mountainObscuration"],
  ["MT OBSC", "mountainObscuration"],
  ["MTW", "mountainWave"],
  ["MTN WAVE", "mountainWave"],
  ["TURB", "turbulence"],
  ["TURBULENCE", "turbulence"],
  ["CAT", "turbulence"],
  ["ICE", "icing"],
  ["ICG", "icing"],
  ["ICGIC", "icing"],
  ["ICGICIP", "icing"],
  ["DS", "duststorm"],
  ["SS", "sandstorm"],
  ["VA ERUPTION", "volcanicAsh"],
  ["VA CLD", "volcanicAsh"],
  ["VA", "volcanicAsh"],
  ["VOLCANIC ASH CLOUD", "volcanicAsh"],
  ["VOLCANIC ASH", "volcanicAsh"],
  ["TC", "tropicalCyclone"],
  ["TROPICAL CYCLONE", "tropicalCyclone"],
  ["RDOACT CLD", "radioactiveCloud"],
  ["STG SFC WNDS", "surfaceWind"],
  ["STG SFC WND", "surfaceWind"],
  ["SFC WIND", "surfaceWind"],
  ["SFC WND", "surfaceWind"],
  ["SFC WSPD", "surfaceWind"],
  ["SFC VIS", "surfaceVisibility"],
  ["LLWS", "lowLevelWindShear"],
  ["IFR", "instrumentConditions"],
  ["FRZLVL", "freezingLevel"],
  ["CLD", "cloud"],
];

const BY_FIRST = new Map<string, (readonly [string, Phenomenon])[]>();
for (const row of PHENOMENA) {
  const first = row[0].split(" ")[0]!;
  BY_FIRST.set(first, [...BY_FIRST.get(first) ?? [], row]);
}

/** A phenomenon with its qualifiers; `phenomenon` is `null` for an arrangement without a name. */
export interface PhenomenonRead {
  readonly phenomenon: Phenomenon;
  readonly qualifiers: readonly Qualifier[];
  readonly taken: number;
}

/** The name alone at word `i`, and the words it takes. */
export function nameAt(
  words: Words,
  i: number,
): { readonly phenomenon: Phenomenon; readonly taken: number } | null {
  for (const [phrase, phenomenon] of BY_FIRST.get(words.word(i)) ?? []) {
    if (words.at(i, phrase)) return { phenomenon, taken: phrase.split(" ").length };
  }
  return null;
}

/** Most words that may qualify one name. */
const MAX_QUALIFIERS = 8;

/** `EMBD TS`, `DVLPG LINE SEV TS`, `SEV ICE (FZRA)`, `OCNL SEV TURB`, `MOD TO SEV TURB`; `null` without a name. */
export function readPhenomenon(words: Words, i: number): PhenomenonRead | null {
  const qualifiers: Qualifier[] = [];
  let at = i;
  while (at - i < MAX_QUALIFIERS) {
    const own = qualifiersAt(words, at);
    if (own === null) break;
    qualifiers.push(...own.qualifiers);
    at += own.taken;
  }
  const name = nameAt(words, at);
  if (name === null) return null;
  at += name.taken;
  if (words.word(at) === "(" && words.word(at + 1) === "FZRA" && words.word(at + 2) === ")") {
    qualifiers.push("freezingRain");
    at += 3;
  }
  return { phenomenon: name.phenomenon, qualifiers, taken: at - i };
}

function qualifiersAt(words: Words, at: number) {
  const text = words.word(at);
  if (text === "TO" || text === "AND" || text === "-" || text === "OR") {
    return Object.hasOwn(QUALIFIERS, words.word(at + 1)) ? { qualifiers: [], taken: 1 } : null;
  }
  if (words.at(at, "LN OF") || words.at(at, "LINE OF")) {
    return { qualifiers: ["line" as const], taken: 2 };
  }
  return Object.hasOwn(QUALIFIERS, text) ? { qualifiers: QUALIFIERS[text]!, taken: 1 } : null;
}
