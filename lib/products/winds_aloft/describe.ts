/**
 * Winds and temperatures aloft in words: sentences, a spoken form, and the meaning of each group.
 *
 * @module
 */
import type { Quantity } from "../../units/mod.ts";
import type { Sentence, Source, TokenMeaning } from "../product.ts";
import {
  type DescribeOptions,
  incompletePieces,
  joinNested,
  type Language,
  type Piece,
  piece,
  type Say,
  sayFrom,
  toMeanings,
  toSentences,
  unclaimedWords,
  unreadablePieces,
  Voice,
  WINDS_ALOFT_RULES,
} from "../text/mod.ts";
import { WINDS_ALOFT, type WindsAloftKey } from "../text/winds_aloft.ts";
import type { LevelForecast, StationWinds, WindsAloft } from "./model.ts";

interface Words {
  readonly voice: Voice;
  readonly say: Say<WindsAloftKey>;
}

const wordsIn = (options: DescribeOptions): Words => ({
  voice: new Voice(options),
  say: sayFrom(WINDS_ALOFT, options),
});

/** The bulletin in sentences: one for each station. What could not be read is said, never passed over. */
export function describe(report: WindsAloft, options: DescribeOptions = {}): Sentence[] {
  const words = wordsIn(options);
  return toSentences([
    ...headPieces(report, words),
    ...report.stations.map((station) => stationPiece(station, report, words)),
    ...incompletePieces(report, words.say),
  ]);
}

/** What each group means, in the order of the bulletin, with the rule behind it. */
export function explain(report: WindsAloft, language: Language = "en"): TokenMeaning[] {
  const words = wordsIn({ language });
  const { say, voice } = words;
  const pieces = unreadablePieces(report, say);
  if (report.heading) pieces.push(piece("issuer", say("token.heading"), report.heading.source));
  for (const { station, levels, source } of report.stations) {
    const name = { text: station, start: source.start, end: source.start + station.length };
    pieces.push(piece("station", say("token.station", { station }), name));
    for (const level of levels) {
      const text = say("token.group", { station, level: levelText(level, words) });
      pieces.push(piece("windAloft", text, level.source));
    }
  }
  pieces.push(...headerLinePieces(report, words));
  const claimed = pieces.flatMap(({ sources }) => sources);
  for (const word of unclaimedWords(report, claimed)) {
    pieces.push(piece("other", say("token.other"), word));
  }
  return joinNested(toMeanings(pieces, voice, WINDS_ALOFT_RULES));
}

function headPieces(report: WindsAloft, { say, voice }: Words): Piece[] {
  const { heading, negativeAbove } = report;
  const based = voice.instant(report.basedOn);
  const valid = voice.instant(report.validAt);
  const [from, to] = [voice.instant(report.useFrom), voice.instant(report.useTo)];
  return [
    piece("reportType", say("head"), heading?.source),
    ...(based ? [piece("time", say("based", { time: based }))] : []),
    piece("validity", valid ? say("valid", { time: valid }) : say("validUnknown")),
    ...(from && to ? [piece("validity", say("use", { from, to }))] : []),
    ...(negativeAbove
      ? [piece("temperature", say("negative", { height: voice.quantity(negativeAbove) }))]
      : []),
  ];
}

/** The lines above the stations: each is explained as a whole. */
function headerLinePieces(report: WindsAloft, words: Words): Piece[] {
  const { say } = words;
  const end = report.stations[0]?.source.start ?? report.raw.length;
  const texts = headPieces(report, words);
  const told = (element: string) =>
    texts.filter((one) => one.element === element).map(({ text }) => text).join(" ");
  const pieces: Piece[] = [];
  for (const match of report.raw.slice(0, end).matchAll(/[^\r\n]+/g)) {
    const text = match[0].trimEnd();
    const source: Source = { text, start: match.index, end: match.index + text.length };
    if (/^FT\s/.test(text)) pieces.push(piece("levels", say("token.levels"), source));
    else if (/\bBASED ON\b/.test(text) && told("time") !== "") {
      pieces.push(piece("time", told("time"), source));
    } else if (/^VALID\b/.test(text)) {
      pieces.push(piece("validity", `${told("validity")} ${told("temperature")}`.trim(), source));
    }
  }
  return pieces;
}

function stationPiece(
  { station, levels, source }: StationWinds,
  report: WindsAloft,
  words: Words,
): Piece {
  const { say, voice } = words;
  if (levels.length === 0) return piece("windAloft", say("station.none", { station }), source);
  const missing = report.levels.filter(({ value }) =>
    levels.every(({ level }) => level.value !== value)
  );
  const parts = levels.map((level) => levelText(level, words));
  if (missing.length > 0) {
    const heights = voice.list(missing.map((level) => heightText(level, words)));
    parts.unshift(say("notForecast", { heights }));
  }
  return piece("windAloft", say("station", { station, levels: parts.join("; ") }), source);
}

const heightText = (height: Quantity<"ft">, { say, voice }: Words) =>
  say("msl", { height: voice.quantity(height) });

function levelText({ level, wind, temperature }: LevelForecast, words: Words): string {
  const { say, voice } = words;
  const blows = wind === null
    ? say("wind.unknown")
    : wind.kind === "lightAndVariable"
    ? say("wind.lightAndVariable")
    : wind.speed.value === 0
    ? say("wind.calm")
    : say("wind", {
      direction: voice.direction(wind.direction.value),
      speed: voice.quantity(wind.speed),
    });
  const warmth = temperature
    ? say("temperature", { value: voice.quantity(temperature) })
    : wind && say("temperature.none");
  const what = warmth ? `${blows}, ${warmth}` : blows;
  return say("level", { height: heightText(level, words), what });
}
