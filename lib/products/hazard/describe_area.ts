/**
 * Areas and expected positions in words.
 *
 * @module
 */
import { type Piece, piece } from "../text/mod.ts";
import type { Area, ForecastPosition } from "./model.ts";
import { positionText, type WarningVoice, writtenText } from "./warning_voice.ts";

/** Where the hazard is: one piece for each part of the area. */
export function* areaPieces(area: Area, warning: WarningVoice): Generator<Piece> {
  if (area.kind === "notReported") return;
  if (area.kind === "several") {
    for (const part of area.areas) yield* areaPieces(part, warning);
  } else yield piece("area", areaText(area, warning), area.source);
}

type Single = Exclude<Area, { kind: "several" | "notReported" }>;

function areaText(area: Single, { say, voice }: WarningVoice): string {
  switch (area.kind) {
    case "positionUnknown":
    case "entire":
      return say(area.kind);
    case "circle":
      return say("circle", { radius: voice.quantity(area.radius) });
    case "line":
      return say("line", { width: area.width ? voice.quantity(area.width) : undefined });
    case "polygon":
      return say("polygon", { count: voice.number(area.points.length) });
    case "point":
    case "bounded":
      return say("written", { text: area.source.text });
  }
}

/** Where it is expected later, in the words of its area. */
export function forecastPiece(forecast: ForecastPosition, warning: WarningVoice): Piece {
  const { say, voice } = warning;
  const time = voice.instant(forecast.at) ?? writtenText(forecast.written, warning);
  const { area } = forecast;
  const text = area.kind === "noneExpected"
    ? say("noneExpected")
    : area.kind === "point"
    ? `${positionText(area.position, warning)}.`
    : [...areaPieces(area, warning)].map((part) => part.text).join(" ") || say("areaMissing");
  return piece("forecastPosition", say("expected", { time, area: text }), forecast.source);
}
