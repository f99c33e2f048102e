/**
 * A volcanic ash advisory in sentences, a spoken form, and the meaning of each token.
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
  levelPieces,
  movementPieces,
  movementText,
  positionText,
} from "../hazard/describe_mod.ts";
import type { Sentence, TokenMeaning } from "../product.ts";
import { type DescribeOptions, type Language, type Piece, piece, VA_RULES } from "../text/mod.ts";
import type { AshCloud, AshPhase, AshWind, VaAdvisory } from "./model.ts";
import { VA_TABLE } from "./table.ts";

/**
 * The advisory in sentences, each with the groups that it speaks of.
 *
 * @example
 * ```ts
 * import { describe } from "./describe.ts";
 * import { decodeVaAdvisory } from "./decode.ts";
 * import assert from "node:assert/strict";
 * const report = decodeVaAdvisory("VA ADVISORY DTG: 20080923/0130Z VAAC: TOKYO VOLCANO: KARYMSKY 300130");
 * assert.equal(describe(report)[0]?.text, "Volcanic ash advisory of TOKYO for KARYMSKY.");
 * ```
 */
export function describe(report: VaAdvisory, options: DescribeOptions = {}): Sentence[] {
  const advisory = advisoryVoice(options);
  return advisorySentences(report, piecesOf(report, advisory, phasePieces), advisory);
}

/** What each token of the advisory means, in its order, with the rule behind it. */
export function explain(report: VaAdvisory, language: Language = "en"): TokenMeaning[] {
  const advisory = advisoryVoice({ language });
  const pieces = piecesOf(report, advisory, phaseTokens);
  return advisoryMeanings(report, pieces, VA_TABLE, VA_RULES, advisory);
}

function piecesOf(
  report: VaAdvisory,
  advisory: AdvisoryVoice,
  ofPhases: (report: VaAdvisory, advisory: AdvisoryVoice) => Iterable<Piece>,
): Piece[] {
  const { volcano } = report;
  const name = volcano?.name ? { text: volcano.name, source: volcano.source } : null;
  const { before, after } = advisoryFrame(report, "va", name, advisory);
  return [
    ...before,
    ...volcanoPieces(report, advisory),
    ...ofPhases(report, advisory),
    ...after,
  ];
}

function* volcanoPieces(report: VaAdvisory, { say, warning }: AdvisoryVoice): Generator<Piece> {
  const { volcano, position, region, elevation, informationSource, colourCode } = report;
  if (volcano) {
    const params = { name: volcano.name ?? say("va.unnamed"), number: volcano.number ?? undefined };
    yield piece("hazard", say("volcano", params), volcano.source);
  }
  if (position) {
    const text = position.position === null
      ? say("volcano.positionUnknown")
      : say("volcano.position", { position: positionText(position.position, warning) });
    yield piece("area", text, position.source);
  }
  if (region) yield piece("region", say("region", { text: region.text }), region.source);
  if (elevation) {
    const height = warning.voice.quantity(elevation);
    yield piece("levels", say("elevation", { height }), elevation.source);
  }
  if (informationSource) {
    const { text, source } = informationSource;
    yield piece("other", say("informationSource", { text }), source);
  }
  if (colourCode) yield piece("hazard", say(`colourCode.${colourCode.code}`), colourCode.source);
  if (report.eruptionDetails) {
    const { text, source } = report.eruptionDetails;
    yield piece("hazard", say("eruptionDetails", { text }), source);
  }
}

function* phasePieces({ phases }: VaAdvisory, advisory: AdvisoryVoice): Generator<Piece> {
  for (const phase of phases) {
    yield piece("forecastPosition", phaseText(phase, advisory), phase.source);
  }
}

/** Each group of a time by itself; where there is none, the time as a whole. */
function* phaseTokens({ phases }: VaAdvisory, advisory: AdvisoryVoice): Generator<Piece> {
  for (const phase of phases) {
    if (phase.clouds.length === 0) {
      yield piece("forecastPosition", phaseText(phase, advisory), phase.source);
      continue;
    }
    for (const cloud of phase.clouds) yield* cloudTokens(cloud, advisory);
    for (const wind of phase.winds) yield piece("windAloft", windText(wind, advisory), wind.source);
  }
}

function* cloudTokens({ levels, area, movement }: AshCloud, { warning }: AdvisoryVoice) {
  yield* levelPieces(levels, warning);
  yield* areaPieces(area, warning);
  yield* movementPieces(movement, warning);
}

function phaseText(phase: AshPhase, advisory: AdvisoryVoice): string {
  const { say, warning } = advisory;
  const { voice } = warning;
  const clouds = phase.clouds.map((cloud, index) => {
    const what = cloudText(cloud, advisory);
    const number = voice.number(index + 1);
    return phase.clouds.length > 1 ? say("cloud", { index: number, what }) : what;
  });
  const state = phase.state === "clouds" ? [] : [say(`state.${phase.state}`)];
  const winds = phase.winds.map((wind) => windText(wind, advisory));
  return say(phase.kind, {
    time: voice.instant(phase.at) ?? writtenText(phase, advisory),
    hours: voice.number(phase.hours),
    what: [...state, ...clouds, ...winds].join(" "),
  });
}

const writtenText = ({ written }: AshPhase, { warning }: AdvisoryVoice) =>
  written === null || written.day === null
    ? undefined
    : warning.voice.dayClock(written.day, written.hour, written.minute);

function cloudText({ levels, area, movement }: AshCloud, { warning }: AdvisoryVoice): string {
  const layer = levels.kind === "levels" ? layerText(levels.base, levels.top, warning) : null;
  const where = [...areaPieces(area, warning)].map(({ text }) => text);
  const moves = movementText(movement, warning);
  return [layer, ...where, moves].filter((text) => text !== null).join(" ");
}

/** A sentence as part of another one. */
const inner = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");

function windText({ levels, direction, speed }: AshWind, { say, warning }: AdvisoryVoice): string {
  const { voice } = warning;
  const layer = levels.kind === "levels" ? layerText(levels.base, levels.top, warning) : null;
  const params = {
    levels: layer === null ? undefined : inner(layer),
    speed: voice.quantity(speed),
  };
  return direction === null
    ? say("wind.variable", params)
    : say("wind", { ...params, direction: voice.direction(direction.value) });
}
