/**
 * A tropical cyclone advisory in sentences, a spoken form, and the meaning of each token.
 *
 * @module
 */
import {
  advisoryFrame,
  advisoryMeanings,
  advisorySentences,
  type AdvisoryVoice,
  advisoryVoice,
  areaPieces,
  layerText,
  movementPieces,
  positionText,
} from "../hazard/describe_mod.ts";
import type { Sentence, TokenMeaning } from "../product.ts";
import { type DescribeOptions, type Language, type Piece, piece, TC_RULES } from "../text/mod.ts";
import type { CycloneForecast, TcAdvisory } from "./model.ts";
import { TC_TABLE } from "./table.ts";

/**
 * The advisory in sentences, each with the groups that it speaks of.
 *
 * @example
 * ```ts
 * import { describe } from "./describe.ts";
 * import { decodeTcAdvisory } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeTcAdvisory("TC ADVISORY DTG: 20040925/1900Z TCAC: YUFO TC: GLORIA C: 965HPA");
 * assert.equal(describe(report)[0]?.text, "Tropical cyclone advisory of YUFO for GLORIA.");
 * ```
 */
export function describe(report: TcAdvisory, options: DescribeOptions = {}): Sentence[] {
  const advisory = advisoryVoice(options);
  return advisorySentences(report, piecesOf(report, advisory), advisory);
}

/** What each token of the advisory means, in its order, with the rule behind it. */
export function explain(report: TcAdvisory, language: Language = "en"): TokenMeaning[] {
  const advisory = advisoryVoice({ language });
  return advisoryMeanings(report, piecesOf(report, advisory), TC_TABLE, TC_RULES, advisory);
}

function piecesOf(report: TcAdvisory, advisory: AdvisoryVoice): Piece[] {
  const { before, after } = advisoryFrame(report, "tc", report.cyclone, advisory);
  const forecasts = report.forecasts.map((forecast) => forecastPiece(forecast, advisory));
  return [...before, ...nowPieces(report, advisory), ...forecasts, ...after];
}

function* nowPieces(report: TcAdvisory, advisory: AdvisoryVoice): Generator<Piece> {
  const { say, warning } = advisory;
  const { voice } = warning;
  const { observed, movement, intensityChange, centralPressure, maximumWind } = report;
  if (observed) {
    const position = positionText(observed.position, warning);
    const text = say("centre.observed", { position, time: voice.instant(observed.at) });
    yield piece("area", text, observed.source);
  } else yield piece("area", say("centre.unknown"));
  yield* cumulonimbusPieces(report, advisory);
  yield* movementPieces(movement, warning);
  if (intensityChange) {
    const text = warning.say(intensityChange.kind);
    yield piece("intensityChange", text, intensityChange.source);
  }
  if (centralPressure) {
    const text = say("pressure", { pressure: voice.quantity(centralPressure) });
    yield piece("hazard", text, centralPressure.source);
  }
  if (maximumWind) {
    const text = say("maximumWind", { speed: voice.quantity(maximumWind) });
    yield piece("surfaceWind", text, maximumWind.source);
  }
}

function cumulonimbusPieces({ cumulonimbus }: TcAdvisory, { say, warning }: AdvisoryVoice) {
  if (cumulonimbus.kind === "notReported") return [];
  if (cumulonimbus.kind === "none") return [piece("hazard", say("cb.none"), cumulonimbus.source)];
  const { area, levels } = cumulonimbus;
  const where = area.kind === "notReported"
    ? [warning.say("positionUnknown")]
    : [...areaPieces(area, warning)].map(({ text }) => text);
  const layer = levels.kind === "levels" ? layerText(levels.base, levels.top, warning) : null;
  const what = [...where, ...(layer === null ? [] : [layer])].join(" ");
  return [piece("hazard", say("cb", { what }), cumulonimbus.source)];
}

function forecastPiece(forecast: CycloneForecast, { say, warning }: AdvisoryVoice): Piece {
  const { voice } = warning;
  const { centre, maximumWind } = forecast;
  const params = {
    hours: voice.number(forecast.hours),
    speed: maximumWind ? voice.quantity(maximumWind) : undefined,
  };
  const text = centre === null ? say("centre.forecastNone", params) : say("centre.forecast", {
    ...params,
    time: voice.instant(centre.at),
    position: positionText(centre.position, warning),
  });
  return piece("forecastPosition", text, centre?.source, maximumWind?.source);
}
