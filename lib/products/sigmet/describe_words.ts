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
  ADVISORY: "token.advisory",
  NR: "token.number",
  RPLC: "token.replaces",
  FOR: "token.for",
  AND: "token.and",
  "-": "token.dash",
  WA: "token.airmet",
  WS: "token.sigmet",
  WST: "token.convective",
  HF: "token.hf",
  COM: "token.com",
  SATCOM: "swx.satelliteCommunications",
  GNSS: "swx.gnss",
  RADIATION: "swx.radiation",
  WI: "token.within",
  NM: "token.nauticalMiles",
  WIDE: "token.wide",
};
/** What has a form of its own: `SIGE`, `MKCC`, `SLCT` of the US, points, lengths, numbers, dates. */
const FORMS: readonly (readonly [RegExp, WarningKey])[] = [
  [/^(?:SIG[A-Z0-9]{1,4}|MKC[A-Z]|[A-Z]{3}[STZR])$/, "token.bulletinName"],
  [/^(?:[NS]\d{2,4}|[EW]\d{3,5})$/, "token.coordinate"],
  [/^[NS]\d{4}\/?[EW]\d{5}$/, "token.coordinate"],
  [/^D\d{1,3}$/, "token.diameter"],
  [/^\d{4}\/\d{1,4}$/, "token.advisoryNumber"],
  [/^\d{8}\/\d{4}Z$/, "token.date"],
  [/^\d{1,4}$/, "token.figures"],
];
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
  STG: "token.strong",
  WNDS: "token.winds",
  CLD: "phenomenon.cloud",
  MTN: "token.mountains",
  OBSCN: "token.obscured",
  DS: "phenomenon.duststorm",
  SS: "phenomenon.sandstorm",
  TS: "phenomenon.thunderstorm",
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
  if (report.spaceWeather?.centre === text) {
    return piece("issuer", say("token.centre", { text }), word);
  }
  const form = FORMS.find(([pattern]) => pattern.test(text));
  if (form !== undefined) return piece("other", say(form[1], { text }), word);
  if (/^[A-Z]{2,}:$/.test(text)) return piece("keyword", say("token.label"), word);
  const time = /^(\d\d)(\d\d)(\d\d)Z?$/.exec(text);
  if (time === null) return piece("other", say("token.other"), word);
  const clock = voice.clock(Number(time[2]), Number(time[3]));
  return piece("time", say("token.time", { day: String(Number(time[1])), time: clock }), word);
}
