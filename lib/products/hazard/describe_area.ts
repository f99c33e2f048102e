/**
 * Areas and expected positions in words.
 *
 * @module
 */
import type { Position } from "../raw_report.ts";
import { type Piece, piece } from "../text/mod.ts";
import type { Area, ForecastPosition, Limit } from "./model.ts";
import { namedPoint } from "./points.ts";
import { positionText, type WarningVoice, writtenText } from "./warning_voice.ts";
import { Words } from "./words.ts";

/** Where the hazard is: one piece for each part of the area. */
export function* areaPieces(area: Area, warning: WarningVoice): Generator<Piece> {
  if (area.kind === "notReported") return;
  if (area.kind === "several") {
    for (const part of area.areas) yield* areaPieces(part, warning);
  } else yield piece("area", areaText(area, warning), area.source);
}

type Single = Exclude<Area, { kind: "several" | "notReported" }>;

function areaText(area: Single, warning: WarningVoice): string {
  const { say, voice } = warning;
  switch (area.kind) {
    case "positionUnknown":
    case "entire":
      return say(area.kind);
    case "circle":
      return say("circle", {
        radius: voice.quantity(area.radius),
        centre: pointTexts(area.source.text, [area.centre], warning)[0],
      });
    case "point":
      return say("point", {
        position: pointTexts(area.source.text, [area.position], warning)[0],
      });
    case "line":
      return say("line", {
        width: area.width ? voice.quantity(area.width) : undefined,
        points: joined(pointTexts(area.source.text, area.points, warning), warning),
      });
    case "polygon":
      return say("polygon", {
        ...boxText(area.points, warning),
        points: joined(pointTexts(area.source.text, area.points, warning), warning),
      });
    case "bounded": {
      const limits = area.limits.map((limit) => limitText(limit, warning));
      return say("bounded", { limits: voice.list(limits) });
    }
  }
}

/** `N of 54°00′ N`, `NE of the line …`. */
function limitText({ side, latitude, longitude, line }: Limit, warning: WarningVoice): string {
  const { say, voice } = warning;
  const what = latitude !== undefined
    ? voice.latitude(latitude)
    : longitude !== undefined
    ? voice.longitude(longitude)
    : say("limit.line", {
      points: joined((line ?? []).map((point) => positionText(point, warning)), warning),
    });
  return say("limit", { side: voice.compass(side), what });
}

/** Texts with `to` between; the corner that closes an outline is not told twice. */
function joined(texts: readonly string[], { say }: WarningVoice): string {
  const open = texts.length > 3 && texts[0] === texts.at(-1) ? texts.slice(0, -1) : texts;
  return open.join(` ${say("to")} `);
}

/** Each point as its text names it (`40 NM NNW of ILM`), or in degrees and minutes. */
function pointTexts(
  text: string,
  points: readonly Position[],
  warning: WarningVoice,
): readonly string[] {
  const named = namesIn(text, warning);
  return named.length === points.length
    ? named
    : points.map((point) => positionText(point, warning));
}

function namesIn(text: string, warning: WarningVoice): string[] {
  const { say, voice } = warning;
  const words = new Words(text);
  const names: string[] = [];
  for (let i = 0; i < words.count;) {
    const point = namedPoint(words, i);
    const { distance, direction } = point ?? { distance: null, direction: null };
    if (point !== null) {
      names.push(
        distance === null || direction === null
          ? say("point.at", { name: point.ident })
          : say("point.from", {
            distance: voice.quantity({ value: distance, unit: "NM" }),
            direction: voice.compass(direction),
            name: point.ident,
          }),
      );
    }
    i += point?.taken ?? 1;
  }
  return names;
}

/** The parallels and meridians between which all points lie, across 180° where that is nearer. */
function boxText(points: readonly Position[], { voice }: WarningVoice) {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude).sort((a, b) => a - b);
  let [west, east] = [longitudes[0]!, longitudes.at(-1)!];
  let widest = 360 - (east - west);
  for (let i = 1; i < longitudes.length; i++) {
    const gap = longitudes[i]! - longitudes[i - 1]!;
    if (gap <= widest) continue;
    widest = gap;
    [west, east] = [longitudes[i]!, longitudes[i - 1]!];
  }
  return {
    south: voice.latitude(Math.min(...latitudes)),
    north: voice.latitude(Math.max(...latitudes)),
    west: voice.longitude(west),
    east: voice.longitude(east),
  };
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
