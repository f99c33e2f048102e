/**
 * One hazard of a warning in words, each piece with the groups that it speaks of.
 *
 * @module
 */
import { type Piece, piece } from "../text/mod.ts";
import { areaPieces, forecastPiece } from "./describe_area.ts";
import type { Hazard, Movement, Threat, Validity } from "./model.ts";
import { layerText, positionText, type WarningVoice, writtenText } from "./warning_voice.ts";

/** Whole sentences, or one piece for each group. */
export type Grain = "sentences" | "tokens";

/** What is warned of, where, how high, where it goes, and what comes with it. */
export function* hazardPieces(
  hazard: Hazard,
  warning: WarningVoice,
  grain: Grain,
): Generator<Piece> {
  const { voice, say } = warning;
  const { intensityChange, levels, regions, movement } = hazard;
  yield* namePieces(hazard, warning, grain);
  yield* originPieces(hazard, warning);
  if (regions) {
    yield piece("region", say("regions", { region: voice.list(regions.names) }), regions.source);
  }
  if (hazard.area.kind === "notReported" && !regions) yield piece("area", say("areaUnreported"));
  yield* areaPieces(hazard.area, warning);
  yield* levelPieces(levels, warning);
  yield* movementPieces(movement, warning);
  if (intensityChange) {
    yield piece("intensityChange", say(intensityChange.kind), intensityChange.source);
  }
  yield* limitPieces(hazard, warning);
  for (const threat of hazard.threats) yield threatPiece(threat, warning);
  for (const forecast of hazard.forecasts) yield forecastPiece(forecast, warning);
  for (const remark of hazard.remarks) {
    yield piece("remark", say("written", { text: oneLine(remark.text) }), remark);
  }
}

/** Blanks and line ends as one blank. */
export const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What is warned of, and how strong, frequent or arranged it is: `Turbulence: severe`. */
export function hazardName(
  { phenomenon, qualifiers }: Pick<Hazard, "phenomenon" | "qualifiers">,
  { say }: WarningVoice,
): string {
  const name = phenomenon ? say(`phenomenon.${phenomenon}`) : say("unnamed");
  const words = qualifiers.map((qualifier) => say(`qualifier.${qualifier}`));
  return words.length > 0 ? `${name}: ${words.join(", ")}` : name;
}

function namePieces(hazard: Hazard, warning: WarningVoice, grain: Grain): Piece[] {
  const { say } = warning;
  const { assessment, source } = hazard;
  const what = hazardName(hazard, warning);
  const time = writtenText(assessment?.written ?? null, warning);
  const seen = assessment ? say(assessment.kind, { time }) : undefined;
  if (grain === "sentences") {
    const text = say("hazard", { what, assessment: seen });
    return [piece("hazard", text, source, assessment?.source)];
  }
  return [
    piece("hazard", say("hazard", { what }), source),
    ...(seen ? [piece("assessment", capitalised(`${seen}.`), assessment?.source)] : []),
  ];
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function* originPieces({ origin }: Hazard, warning: WarningVoice): Generator<Piece> {
  if (origin === null) return;
  const position = origin.position ? positionText(origin.position, warning) : undefined;
  const text = warning.say("origin", { name: origin.name ?? undefined, position });
  yield piece("hazard", text, origin.source);
}

/** Ceiling, visibility and wind that belong to the hazard; they stand in the group that names it. */
function* limitPieces(hazard: Hazard, { say, voice }: WarningVoice): Generator<Piece> {
  const { ceilingBelow, visibilityBelow, windAbove, windFrom, source } = hazard;
  if (ceilingBelow) {
    yield piece("hazard", say("ceilingBelow", { height: voice.quantity(ceilingBelow) }), source);
  }
  if (visibilityBelow) {
    const distance = voice.quantity(visibilityBelow);
    yield piece("hazard", say("visibilityBelow", { distance }), source);
  }
  if (windAbove) {
    const direction = windFrom ? voice.quantity(windFrom) : undefined;
    const text = say("windAbove", { direction, speed: voice.quantity(windAbove) });
    yield piece("hazard", text, source);
  }
}

function threatPiece({ kind, size, speed, source }: Threat, { say, voice }: WarningVoice): Piece {
  const text = say(`threat.${kind}`, {
    size: size && voice.quantity(size),
    speed: speed && voice.quantity(speed),
  });
  return piece("hazard", text, source);
}

/** Where it goes; `null` where nothing is said. */
export function movementText(movement: Movement, { say, voice }: WarningVoice): string | null {
  if (movement.kind === "notReported") return null;
  if (movement.kind !== "moving") return say(movement.kind);
  const direction = voice.quantity(movement.direction);
  const speed = movement.speed ? voice.quantity(movement.speed) : undefined;
  return say(movement.sense, { direction, speed });
}

/** Where it goes, with the group that says so; nothing where none does. */
export function movementPieces(movement: Movement, warning: WarningVoice): Piece[] {
  const text = movementText(movement, warning);
  return text === null || movement.kind === "notReported"
    ? []
    : [piece("movement", text, movement.source)];
}

/** How high and how low, with the group that says so; nothing where none does. */
export function levelPieces(levels: Hazard["levels"], warning: WarningVoice): Piece[] {
  if (levels.kind !== "levels") return [];
  const text = layerText(levels.base, levels.top, warning);
  return text === null ? [] : [piece("levels", text, levels.source)];
}

/** From when to when; a period that is not known is said to be. */
export function validityPiece(validity: Validity | null, warning: WarningVoice): Piece {
  const { voice, say } = warning;
  const to = voice.instant(validity?.to) ?? writtenText(validity?.writtenTo ?? null, warning);
  if (to === undefined) return piece("validity", say("validUnknown"), validity?.source);
  const from = voice.instant(validity?.from) ?? writtenText(validity?.writtenFrom ?? null, warning);
  return piece("validity", say("valid", { from, to }), validity?.source);
}
