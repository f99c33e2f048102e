/**
 * A METAR in words: sentences that a student pilot understands, a spoken form, and the meaning of each token.
 *
 * Nothing is softened and nothing left out; what is absent is said to be absent.
 *
 * @module
 */
import type { Sentence, TokenMeaning } from "../product.ts";
import {
  type DescribeOptions,
  elementPieces,
  type Language,
  type Piece,
  piece,
  structurePieces,
  toMeanings,
  toSentences,
  Voice,
  weatherInWords,
} from "../text/mod.ts";
import { remarkPiece } from "./describe_remarks.ts";
import { colourPiece, supplementPieces, visualRangePieces } from "./describe_supplements.ts";
import type { Metar, Temperature, Trend } from "./model.ts";

/**
 * The report in sentences, each with the groups that it speaks of.
 *
 * @example
 * ```ts
 * import { decodeMetar } from "./mod.ts";
 * import { describe } from "./describe.ts";
 * import assert from "node:assert/strict";
 * const report = decodeMetar("METAR KJFK 061751Z 27015G25KT 10SM FEW250 22/18 A2992");
 * const spoken = describe(report, { form: "spoken" }).map(({ text }) => text);
 * assert.ok(spoken.includes("Wind two seven zero degrees at one five knots, gusting two five."));
 * ```
 */
export function describe(metar: Metar, options: DescribeOptions = {}): Sentence[] {
  const voice = new Voice(options);
  return toSentences([...headerPieces(metar, voice), ...bodyPieces(metar, voice)]);
}

/** What each token of the report means, in its order, with the rule behind it. */
export function explain(metar: Metar, language: Language = "en"): TokenMeaning[] {
  const voice = new Voice({ language });
  // A trend's span holds its groups: its own words are explained one by one. NOSIG has none.
  const plain = new Set(metar.trends.filter(({ kind }) => kind === "NOSIG").map((t) => t.source));
  const values = bodyPieces(metar, voice).filter(({ element, sources }) =>
    element !== "trend" || sources.some((source) => plain.has(source))
  );
  const claimed = values.flatMap(({ sources }) => sources);
  return toMeanings([...values, ...structurePieces(metar, claimed, voice)], voice);
}

function headerPieces(metar: Metar, voice: Voice): Piece[] {
  const { observedDayTime: at, locationIndicator } = metar;
  const time = at ? voice.dayClock(at.day, at.hour, at.minute) : undefined;
  const station = locationIndicator ?? voice.say("metar.unknownStation");
  const key = metar.reportType === "SPECI" ? "speci" : "metar";
  const pieces = [piece("reportType", voice.say(key, { station, time }), at?.source)];
  if (at === null) pieces.push(piece("time", voice.say("timeUnknown")));
  if (metar.corrected) pieces.push(piece("modifier", voice.say("corrected")));
  if (metar.delayed) pieces.push(piece("modifier", voice.say("delayed")));
  if (metar.automatic) pieces.push(piece("modifier", voice.say("automatic")));
  return pieces;
}

function bodyPieces(metar: Metar, voice: Voice): Piece[] {
  const unparsed = metar.unparsed.map((source) =>
    piece("unparsed", voice.say("unparsed", { text: source.text }), source)
  );
  if (metar.nil) return [piece("modifier", voice.say("nil")), ...unparsed];
  return [
    ...elementPieces(metar, voice, { complete: true }),
    ...visualRangePieces(metar.runwayVisualRange, voice),
    ...temperaturePieces(metar, voice),
    ...pressurePieces(metar, voice),
    ...recentPieces(metar, voice),
    ...supplementPieces(metar, voice),
    ...metar.trends.flatMap((trend) => trendPieces(trend, voice)),
    ...metar.remarks.map((remark) => remarkPiece(remark, voice)),
    ...unparsed,
  ];
}

function temperaturePieces(metar: Metar, voice: Voice): Piece[] {
  const { airTemperature: air, dewPointTemperature: dewPoint } = metar;
  if (air.kind === "notReported" && dewPoint.kind === "notReported") {
    return [piece("temperature", voice.say("temperature.notReported"))];
  }
  const params = { air: degrees(air, voice), dewPoint: degrees(dewPoint, voice) };
  const sources = [air, dewPoint].flatMap((t) => t.kind === "notReported" ? [] : [t.source]);
  const distinct = sources.filter((s, i) => sources.findIndex((t) => t.start === s.start) === i);
  return [piece("temperature", voice.say("temperature", params), ...distinct)];
}

function degrees(temperature: Temperature, voice: Voice): string {
  if (temperature.kind !== "value") return voice.say("temperature.unknown");
  const { value, belowZero } = temperature;
  return voice.quantity({ value: belowZero && value === 0 ? -0 : value, unit: "degC" });
}

function pressurePieces({ qnh, otherPressures }: Metar, voice: Voice): Piece[] {
  const pieces: Piece[] = [];
  if (qnh.kind === "notReported") {
    pieces.push(piece("pressure", voice.say("pressure.notReported")));
  } else if (qnh.kind !== "value") {
    pieces.push(piece("pressure", voice.say(`pressure.${qnh.kind}`), qnh.source));
  }
  for (const pressure of [...(qnh.kind === "value" ? [qnh] : []), ...otherPressures]) {
    const { value: amount, unit, bound } = pressure;
    const value = voice.setting({ value: amount, unit, ...(bound && { bound }) });
    pieces.push(piece("pressure", voice.say(`pressure.${unit}`, { value }), pressure.source));
  }
  return pieces;
}

function recentPieces({ recentWeather: recent }: Metar, voice: Voice): Piece[] {
  if (recent.kind === "notObservable") {
    return [piece("recentWeather", voice.say("weather.recentNotObservable"), recent.source)];
  }
  if (recent.kind !== "weather") return [];
  return recent.phenomena.map((phenomenon) => {
    const what = weatherInWords(phenomenon, voice, { graded: false });
    return piece("recentWeather", voice.say("weather.recent", { what }), phenomenon.source);
  });
}

function trendPieces(trend: Trend, voice: Voice): Piece[] {
  const heading = voice.say(`trend.${trend.kind}`, {
    probability: trend.probability === undefined
      ? undefined
      : voice.quantity({ value: trend.probability, unit: "percent" }),
    from: voice.instant(trend.from),
    until: voice.instant(trend.until),
    at: voice.instant(trend.at),
  });
  return [
    piece("trend", heading, trend.source),
    ...elementPieces(trend.elements, voice, { complete: false }),
    ...trend.colourStates.map((state) => colourPiece(state, voice)),
  ];
}
