/**
 * A warning in sentences that a student pilot understands, a spoken form, and the meaning of each token.
 *
 * @module
 */
import {
  type Grain,
  hazardPieces,
  oneLine,
  validityPiece,
  type WarningVoice,
  warningVoice,
} from "../hazard/describe_mod.ts";
import type { Sentence, TokenMeaning } from "../product.ts";
import {
  type DescribeOptions,
  incompletePieces,
  joinNested,
  type Language,
  type Piece,
  piece,
  type Rules,
  SIGMET_RULES,
  SPACE_WEATHER_RULES,
  toMeanings,
  toSentences,
  unclaimedWords,
  unreadablePieces,
  US_WARNING_RULES,
} from "../text/mod.ts";
import { structurePiece } from "./describe_words.ts";
import type { Sigmet, SpaceWeather } from "./model.ts";

/**
 * The warning in sentences. What could not be read is said, never passed over.
 *
 * @example
 * ```ts
 * import { describe } from "./describe.ts";
 * import { decodeSigmet } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeSigmet("YUDD SIGMET 2 VALID 121200/121600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370 STNR=");
 * assert.equal(describe(report)[2]?.text, "Turbulence: severe, observed.");
 * ```
 */
export function describe(report: Sigmet, options: DescribeOptions = {}): Sentence[] {
  const warning = warningVoice(options);
  return toSentences([
    ...headPieces(report, warning),
    ...bodyPieces(report, warning, "sentences"),
    ...incompletePieces(report, warning.say),
  ]);
}

/** What each token of the warning means, in its order, with the rule behind it. */
export function explain(report: Sigmet, language: Language = "en"): TokenMeaning[] {
  const warning = warningVoice({ language });
  const { say, voice } = warning;
  const pieces = [
    ...bodyPieces(report, warning, "tokens"),
    ...tokenPieces(report, warning),
    ...unreadablePieces(report, say),
  ];
  const claimed = pieces.flatMap(({ sources }) => sources);
  // The tags of XML are no words.
  const words = /<\w/.test(report.raw) ? [] : unclaimedWords(report, claimed);
  pieces.push(...words.map((word) => structurePiece(word, report, warning)));
  return joinNested(toMeanings(pieces, voice, rulesOf(report)));
}

function rulesOf({ type, series, heading }: Sigmet): Rules {
  if (type === "spaceWeatherAdvisory") return SPACE_WEATHER_RULES;
  const american = type === "convectiveSigmet" || type === "outlook" || series !== null ||
    heading?.office === "KKCI";
  return american ? US_WARNING_RULES : SIGMET_RULES;
}

function* headPieces(report: Sigmet, { say, voice }: WarningVoice): Generator<Piece> {
  const { identifier, regions, status } = report;
  const region = regions.length > 0 ? voice.list(regions.map(({ name }) => name)) : undefined;
  const params = { type: say(`type.${report.type}`), identifier: identifier?.text, region };
  const sources = [identifier?.source, ...regions.map(({ source }) => source)];
  yield piece("reportType", say("head", params), ...sources);
  if (status !== "operational") yield piece("modifier", say(status));
  if (report.amended) yield piece("modifier", say("amended"));
  if (report.corrected) yield piece("modifier", say("corrected"));
}

function* bodyPieces(report: Sigmet, warning: WarningVoice, grain: Grain): Generator<Piece> {
  const { say } = warning;
  const { cancels, spaceWeather } = report;
  if (report.type !== "spaceWeatherAdvisory") yield validityPiece(report.validity, warning);
  if (cancels) {
    const text = say("cancels", { identifier: cancels.identifier });
    yield piece("modifier", text, cancels.source);
  }
  if (report.noneInForce) yield piece("hazard", say("none"), report.noneInForce);
  for (const hazard of report.hazards) {
    // A convective SIGMET has one period, told above.
    const isOwn = hazard.validity && hazard.validity.source.start !== report.validity?.source.start;
    if (hazard.validity && isOwn) yield validityPiece(hazard.validity, warning);
    yield* hazardPieces(hazard, warning, grain);
  }
  for (const outlook of report.outlooks) {
    yield piece("hazard", `${say("type.outlook")}:`, outlook.validity?.source);
    if (outlook.validity) yield validityPiece(outlook.validity, warning);
    yield* hazardPieces(outlook, warning, grain);
  }
  if (spaceWeather) yield* spaceWeatherPieces(spaceWeather, warning);
  for (const remark of report.remarks) {
    yield piece("remark", say("written", { text: oneLine(remark.text) }), remark);
  }
}

/** The effects in words, each time with its regions as written. */
function* spaceWeatherPieces(advisory: SpaceWeather, warning: WarningVoice): Generator<Piece> {
  const { say, voice } = warning;
  if (advisory.effects.length > 0) {
    const effects = voice.list(advisory.effects.map((effect) => say(`swx.${effect}`)));
    yield piece("hazard", say("swx.effect", { effects }));
  }
  for (const { kind, at, source } of advisory.phases) {
    const text = say(`swx.${kind}`, { time: voice.instant(at), text: oneLine(source.text) });
    yield piece("forecastPosition", text, source);
  }
  const { remarks, nextAdvisory } = advisory;
  if (remarks) yield piece("remark", say("written", { text: oneLine(remarks.text) }), remarks);
  if (nextAdvisory) {
    const text = say("written", { text: oneLine(nextAdvisory.source.text) });
    yield piece("validity", text, nextAdvisory.source);
  }
}

/** What the head of the text is made of. */
function* tokenPieces(report: Sigmet, { say }: WarningVoice): Generator<Piece> {
  const { heading, identifier, office } = report;
  if (heading) yield piece("issuer", say("token.heading"), heading.source);
  if (identifier) {
    const text = say("token.identifier", { text: identifier.text });
    yield piece("identifier", text, identifier.source);
  }
  for (const { id, source } of report.atsUnits) {
    yield piece("region", say("token.unit", { text: id }), source);
  }
  if (office) yield piece("issuer", say("token.office", { text: office.id }), office.source);
  for (const { name, source } of report.regions) {
    yield piece("region", say("token.region", { text: name }), source);
  }
  for (const hazard of [...report.hazards, ...report.outlooks]) {
    if (!hazard.identifier) continue;
    const { text, source } = hazard.identifier;
    yield piece("identifier", say("token.identifier", { text }), source);
  }
}
