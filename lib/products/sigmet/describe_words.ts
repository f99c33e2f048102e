/**
 * Words of a warning that no value claims: type, headings, labels, what is named a second time.
 *
 * @module
 */
import type { WarningVoice } from "../hazard/describe_mod.ts";
import type { Source } from "../product.ts";
import { type Piece, piece } from "../text/mod.ts";
import type { WarningKey } from "../text/warnings.ts";
import type { Sigmet } from "./model.ts";

const KEYWORDS: Readonly<Record<string, WarningKey>> = {
  SIGMET: "token.sigmet",
  AIRMET: "token.airmet",
  CONVECTIVE: "token.convective",
  OUTLOOK: "token.outlook",
  OTLK: "token.outlook",
  SWX: "token.spaceWeather",
  VALID: "token.valid",
  TEST: "test",
  EXER: "exercise",
  EXERCISE: "exercise",
  CNL: "token.cancel",
  AMD: "token.amended",
  COR: "token.corrected",
  "=": "token.end",
};
/** Names in titles: `AIRMET TANGO FOR TURB STG WNDS AND LLWS`. */
const NAMES: Readonly<Record<string, WarningKey>> = {
  TURB: "phenomenon.turbulence",
  ICE: "phenomenon.icing",
  IFR: "phenomenon.instrumentConditions",
  LLWS: "phenomenon.lowLevelWindShear",
  FRZLVL: "phenomenon.freezingLevel",
  CB: "phenomenon.cumulonimbus",
  TC: "phenomenon.tropicalCyclone",
  VA: "phenomenon.volcanicAsh",
  MOD: "qualifier.moderate",
  SEV: "qualifier.severe",
};

const keyOf = (table: Readonly<Record<string, WarningKey>>, text: string) =>
  Object.hasOwn(table, text) ? table[text] : undefined;

/** What a word of the structure means. */
export function structurePiece(word: Source, report: Sigmet, { say, voice }: WarningVoice): Piece {
  const { text } = word;
  const keyword = keyOf(KEYWORDS, text);
  if (keyword !== undefined) return piece("keyword", say(keyword), word);
  const name = keyOf(NAMES, text);
  if (name !== undefined) return piece("keyword", say("token.named", { what: say(name) }), word);
  if (report.atsUnits.some(({ id }) => id === text)) {
    return piece("region", say("token.unit", { text }), word);
  }
  if (/^[A-Z]{2,}:$/.test(text)) return piece("keyword", say("token.label"), word);
  const time = /^(\d\d)(\d\d)(\d\d)Z?$/.exec(text);
  if (time === null) return piece("other", say("token.other"), word);
  const clock = voice.clock(Number(time[2]), Number(time[3]));
  return piece("time", say("token.time", { day: String(Number(time[1])), time: clock }), word);
}
