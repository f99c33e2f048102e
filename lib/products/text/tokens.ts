/**
 * Words that belong to the structure of a report and carry no value of their own: type, station, time,
 * modifiers, the keywords of change groups. They are found as what no value claims.
 *
 * @module
 */
import type { DecodedReport, Source } from "../product.ts";
import type { MessageKey } from "./en.ts";
import { type Piece, piece } from "./piece.ts";
import type { Element } from "./rules.ts";
import type { Voice } from "./voice.ts";

/** Words that mean one thing wherever they stand. */
const KEYWORDS: Readonly<Record<string, readonly [Element, MessageKey]>> = {
  METAR: ["reportType", "token.METAR"],
  SPECI: ["reportType", "token.SPECI"],
  TAF: ["reportType", "token.TAF"],
  AMD: ["modifier", "token.AMD"],
  COR: ["modifier", "token.COR"],
  RTD: ["modifier", "token.RTD"],
  AUTO: ["modifier", "token.AUTO"],
  NIL: ["modifier", "token.NIL"],
  CNL: ["modifier", "token.CNL"],
  RMK: ["remark", "token.RMK"],
  RMKS: ["remark", "token.RMK"],
  NOSIG: ["trend", "token.NOSIG"],
  BECMG: ["changeGroup", "token.BECMG"],
  TEMPO: ["changeGroup", "token.TEMPO"],
  INTER: ["changeGroup", "token.INTER"],
  PROB30: ["changeGroup", "token.PROB"],
  PROB40: ["changeGroup", "token.PROB"],
  FM: ["changeGroup", "token.FROM"],
  $: ["remark", "remark.maintenance"],
  "=": ["modifier", "token.end"],
};

/** The words of `raw` that overlap none of `claimed`, up to the cap on report length. */
export function unclaimedWords(report: DecodedReport, claimed: readonly Source[]): Source[] {
  const spans = [...claimed].sort((a, b) => a.start - b.start);
  const words: Source[] = [];
  let next = 0;
  let reach = 0;
  for (const match of report.raw.matchAll(/[^\s=\p{Cc}]+|=/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < spans.length && spans[next]!.start < end) {
      reach = Math.max(reach, spans[next]!.end);
      next++;
    }
    if (reach <= start) words.push({ text: match[0], start, end });
  }
  return words;
}

/** What the structure words of a report mean. */
export function structurePieces(
  report: DecodedReport & { readonly locationIndicator: string | null },
  claimed: readonly Source[],
  voice: Voice,
): Piece[] {
  let stationSeen = false;
  return unclaimedWords(report, claimed).flatMap((word): Piece[] => {
    if (!stationSeen && word.text === report.locationIndicator) {
      stationSeen = true;
      return [piece("station", voice.say("token.station", { text: word.text }), word)];
    }
    const known = KEYWORDS[word.text];
    if (known !== undefined) {
      const value = word.text.startsWith("PROB") ? word.text.slice(4) : undefined;
      return [piece(known[0], voice.say(known[1], { value }), word)];
    }
    return patterned(word, voice);
  });
}

function patterned(word: Source, voice: Voice): Piece[] {
  const { text } = word;
  const time = /^(\d\d)(\d\d)(\d\d)Z?$/.exec(text);
  if (time) {
    const clock = voice.clock(Number(time[2]), Number(time[3]));
    const params = { day: String(Number(time[1])), time: clock };
    return [piece("time", voice.say("token.time", params), word)];
  }
  const period = /^(\d\d)(\d\d)\/(\d\d)(\d\d)$/.exec(text);
  if (period) {
    const [, fromDay, fromHour, toDay, toHour] = period;
    const params = { fromDay, fromHour, toDay, toHour };
    return [piece("validity", voice.say("token.period", params), word)];
  }
  const at = /^(FM|TL|AT)(\d\d)?(\d\d)(\d\d)Z?$/.exec(text);
  if (at) {
    const clock = at[2] === undefined
      ? voice.clock(Number(at[3]), Number(at[4]))
      : voice.dayClock(Number(at[2]), Number(at[3]), Number(at[4]));
    return [piece("changeGroup", voice.say(`token.${at[1]}` as MessageKey, { time: clock }), word)];
  }
  const correction = /^CC([A-Z])$/.exec(text);
  if (correction) {
    return [piece("modifier", voice.say("token.CC", { letter: correction[1] }), word)];
  }
  return [piece("other", voice.say("token.other"), word)];
}
