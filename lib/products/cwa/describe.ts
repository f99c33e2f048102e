/**
 * A centre weather advisory in words: sentences, a spoken form, and the meaning of each token.
 *
 * @module
 */
import {
  type Grain,
  hazardPieces,
  validityPiece,
  type WarningVoice,
  warningVoice,
} from "../hazard/describe_mod.ts";
import type { Sentence, TokenMeaning } from "../product.ts";
import {
  CWA_RULES,
  type DescribeOptions,
  incompletePieces,
  joinNested,
  type Language,
  type Piece,
  piece,
  toMeanings,
  toSentences,
  unclaimedWords,
  unreadablePieces,
} from "../text/mod.ts";
import type { Cwa } from "./model.ts";

/** The advisory in sentences. What could not be read is said, never passed over. */
export function describe(report: Cwa, options: DescribeOptions = {}): Sentence[] {
  const warning = warningVoice(options);
  return toSentences([
    ...headPieces(report, warning),
    ...bodyPieces(report, warning, "sentences"),
    ...incompletePieces(report, warning.say),
  ]);
}

/** What each token of the advisory means, in its order, with the rule behind it. */
export function explain(report: Cwa, language: Language = "en"): TokenMeaning[] {
  const warning = warningVoice({ language });
  const { say, voice } = warning;
  const { unit, identifier } = report;
  const pieces = bodyPieces(report, warning, "tokens");
  if (unit) pieces.push(piece("issuer", say("token.cwsu", { text: unit.id }), unit.source));
  if (identifier) {
    const text = say("token.identifier", { text: identifier.text });
    pieces.push(piece("identifier", text, identifier.source));
  }
  pieces.push(...unreadablePieces(report, say));
  const claimed = pieces.flatMap(({ sources }) => sources);
  for (const word of unclaimedWords(report, claimed)) {
    const { text } = word;
    if (text === "CWA") pieces.push(piece("keyword", `${say("type.cwa")}.`, word));
    else if (text === "UCWA") pieces.push(piece("keyword", say("urgentAdvisory"), word));
    else if (/^(?:CNL|CANCEL)/.test(text)) {
      pieces.push(piece("modifier", say("token.cancel"), word));
    } else pieces.push(piece("other", say("token.other"), word));
  }
  return joinNested(toMeanings(pieces, voice, CWA_RULES));
}

function* headPieces(report: Cwa, { say }: WarningVoice): Generator<Piece> {
  const { unit, identifier } = report;
  const params = { type: say("type.cwa"), identifier: identifier?.text, region: unit?.id };
  yield piece("reportType", say("head", params), identifier?.source, unit?.source);
  if (report.urgent) yield piece("modifier", say("urgentAdvisory"));
  if (report.corrected) yield piece("modifier", say("corrected"));
  if (report.cancelled) yield piece("modifier", say("cancelled"));
}

/** A cancellation warns of nothing: its hazard is told only where it names one. */
function bodyPieces(report: Cwa, warning: WarningVoice, grain: Grain): Piece[] {
  const tells = !report.cancelled || report.hazard.phenomenon !== null;
  return [
    validityPiece(report.validity, warning),
    ...(tells ? hazardPieces(report.hazard, warning, grain) : []),
  ];
}
