/**
 * A pilot report in words: sentences, a spoken form, and the meaning of each token.
 *
 * Intensities and frequencies are never softened; smooth air that was reported is told from turbulence of which
 * nothing was said; heights say that they are above mean sea level.
 *
 * @module
 */
import type { Sentence, Source, TokenMeaning } from "../product.ts";
import {
  AIREP_RULES,
  type DescribeOptions,
  joinNested,
  type Language,
  type Piece,
  piece,
  PIREP_RULES,
  sayFrom,
  toMeanings,
  toSentences,
  unclaimedWords,
  Voice,
  weatherInWords,
} from "../text/mod.ts";
import { PILOT_REPORTS } from "../text/pilot_reports.ts";
import { icingPieces, skyPieces, turbulencePieces } from "./describe_phenomena.ts";
import { levelPiece, nextPiece, placePiece } from "./describe_place.ts";
import type { Pirep } from "./model.ts";
import type { PilotVoice } from "./pilot_voice.ts";
import { type Field, fieldsOf, MAX_LENGTH } from "./words.ts";

/**
 * The report in sentences, each with the groups that it speaks of.
 *
 * @example
 * ```ts
 * import { decodePirep } from "./decode.ts";
 * import { describe } from "./describe.ts";
 * import assert from "node:assert/strict";
 * const report = decodePirep("FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP");
 * const texts = describe(report).map((sentence) => sentence.text);
 * assert.ok(texts.includes("Place: 50 NM on the 360 radial of FSD."));
 * ```
 */
export function describe(report: Pirep, options: DescribeOptions = {}): Sentence[] {
  const pilot = { voice: new Voice(options), say: sayFrom(PILOT_REPORTS, options) };
  return toSentences([
    headPiece(report, pilot),
    ...urgentPieces(report, pilot),
    ...bodyPieces(report, pilot),
  ]);
}

/** What each token of the report means, in its order, with the rule behind it. */
export function explain(report: Pirep, language: Language = "en"): TokenMeaning[] {
  const pilot = { voice: new Voice({ language }), say: sayFrom(PILOT_REPORTS, { language }) };
  const { say, voice } = pilot;
  const { station, aircraftIdentification: flight } = report;
  const pieces = bodyPieces(report, pilot);
  if (station) {
    pieces.push(piece("station", say("token.station", { text: station.id }), station.source));
  }
  if (flight) {
    pieces.push(piece("identifier", say("flight", { flight: flight.text }), flight.source));
  }
  if (report.heading) pieces.push(piece("issuer", say("token.heading"), report.heading));
  pieces.push(...openingPieces(report, pilot));
  for (const { reason, source } of report.urgentBecause) {
    const text = reason === "reportType" ? say("token.UUA") : urgentText([reason], pilot);
    pieces.push(piece("reportType", text, source));
  }
  const claimed = pieces.flatMap(({ sources }) => sources);
  pieces.push(...unclaimedWords(report, claimed).map((word) => structurePiece(word, pilot)));
  const rules = report.reportType === "AIREP" ? AIREP_RULES : PIREP_RULES;
  return joinNested(toMeanings(pieces, voice, rules));
}

function headPiece(report: Pirep, { say }: PilotVoice): Piece {
  const { station, aircraftIdentification: flight } = report;
  const text = report.reportType === "AIREP"
    ? say("airep", { flight: flight?.text })
    : say("pirep", { station: station?.id });
  return piece("reportType", text, station?.source, flight?.source);
}

function urgentPieces({ urgentBecause }: Pirep, pilot: PilotVoice): Piece[] {
  if (urgentBecause.length === 0) return [];
  const reasons = [...new Set(urgentBecause.map(({ reason }) => reason))];
  const sources = urgentBecause.map(({ source }) => source);
  return [piece("reportType", urgentText(reasons, pilot), ...sources)];
}

function urgentText(
  reasons: readonly Pirep["urgentBecause"][number]["reason"][],
  { say, voice }: PilotVoice,
): string {
  return say("urgent", { reasons: voice.list(reasons.map((reason) => say(`urgent.${reason}`))) });
}

function bodyPieces(report: Pirep, pilot: PilotVoice): Piece[] {
  const { say } = pilot;
  const { remarks } = report;
  const fields = fieldsIn(report);
  const opening = (name: string) => fields.find((field) => field.name === name)?.opening;
  return [
    placePiece(report.place, pilot),
    timePiece(report, pilot),
    levelPiece(report.level, pilot),
    aircraftPiece(report, pilot),
    ...skyPieces(report.sky, pilot),
    ...airPieces(report, pilot),
    ...turbulencePieces(report.turbulence, opening("TB"), pilot),
    ...icingPieces(report.icing, opening("IC"), pilot),
    ...report.nextPositions.map((next) => nextPiece(next, pilot)),
    ...(remarks ? [piece("remark", say("remarks", { text: remarks.text }), remarks.source)] : []),
    ...report.unparsed.map((source) =>
      piece("unparsed", say("unparsed", { text: source.text }), source)
    ),
  ];
}

function timePiece({ observedAt, observedTime }: Pirep, { say, voice }: PilotVoice): Piece {
  if (observedTime === null) return piece("time", say("time.unknown"));
  const { hour, minute, source } = observedTime;
  const time = voice.instant(observedAt) ?? voice.clock(hour, minute);
  return piece("time", say("time", { time }), source);
}

function aircraftPiece(report: Pirep, { say }: PilotVoice): Piece {
  const type = report.aircraftType;
  if (type === null) return piece("aircraft", say("aircraft.notReported"));
  const unknown = /^UNKN?(?:OWN)?$/.test(type.text);
  const text = unknown ? say("aircraft.unknown") : say("aircraft", { type: type.text });
  return piece("aircraft", text, type.source);
}

/** Flight visibility, weather, temperature, wind. */
function* airPieces(report: Pirep, { say, voice }: PilotVoice): Generator<Piece> {
  const { flightVisibility: visibility, airTemperature: air, wind } = report;
  if (visibility.kind === "value") {
    const text = say("visibility", { distance: voice.quantity(visibility) });
    yield piece("visibility", text, visibility.source);
  }
  for (const phenomenon of report.weather) {
    const text = say("weather", { what: weatherInWords(phenomenon, voice) });
    yield piece("weather", text, phenomenon.source);
  }
  if (air.kind === "value") {
    yield piece("temperature", say("temperature", { value: voice.quantity(air) }), air.source);
  } else if (air.kind !== "notReported") {
    yield piece("temperature", say(`temperature.${air.kind}`), air.source);
  }
  if (wind.kind === "wind") {
    const text = say("wind", {
      direction: voice.direction(wind.direction.value),
      speed: voice.quantity(wind.speed),
      gust: wind.gust && voice.quantity(wind.gust),
    });
    yield piece("windAloft", text, wind.source);
  } else if (wind.kind !== "notReported") {
    yield piece("windAloft", say(`wind.${wind.kind}`), wind.source);
  }
}

function fieldsIn({ reportType, raw }: Pirep): Field[] {
  return reportType === "AIREP" ? [] : fieldsOf(raw, 0, Math.min(raw.length, MAX_LENGTH));
}

/** `/OV`, `/TM` and the others. */
function openingPieces(report: Pirep, { say }: PilotVoice): Piece[] {
  return fieldsIn(report).map(({ name, opening }) =>
    piece("keyword", say(`field.${name}`), opening)
  );
}

function structurePiece(word: Source, { say, voice }: PilotVoice): Piece {
  const { text } = word;
  if (text === "UA" || text === "UUA") return piece("reportType", say(`token.${text}`), word);
  if (text === "ARP" || text === "AIREP") return piece("reportType", say("token.ARP"), word);
  if (text === "=") return piece("other", voice.say("token.end"), word);
  return piece("other", say("token.other"), word);
}
