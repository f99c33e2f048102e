/**
 * The weather elements in words: what the METAR body, its trends and TAF periods share.
 *
 * With `complete`, what is absent is said to be absent; a change group names only what it changes.
 *
 * @module
 */
import type {
  CloudLayer,
  PresentWeather,
  SurfaceWind,
  Visibility,
  WeatherElements,
} from "../metar/model.ts";
import { type Piece, piece } from "./piece.ts";
import type { Voice } from "./voice.ts";
import { weatherInWords } from "./weather.ts";

/** The wind. */
export function windPieces(wind: SurfaceWind, voice: Voice, complete: boolean): Piece[] {
  switch (wind.kind) {
    case "notReported":
      return complete ? [piece("surfaceWind", voice.say("wind.notReported"))] : [];
    case "notObservable":
    case "notUnderstood":
      return [piece("surfaceWind", voice.say(`wind.${wind.kind}`), wind.source)];
    case "calm":
      return [piece("surfaceWind", voice.say("wind.calm"), wind.source)];
    case "speedNotObservable": {
      const direction = voice.direction(wind.direction.value);
      return [piece("surfaceWind", voice.say("wind.noSpeed", { direction }), wind.source)];
    }
    default:
      return blowing(wind, voice);
  }
}

function blowing(
  wind: Extract<SurfaceWind, { kind: "wind" | "variable" | "directionNotObservable" }>,
  voice: Voice,
): Piece[] {
  const params = {
    speed: voice.quantity(wind.speed),
    // Read the way controllers do: the unit is said once.
    gust: wind.gust && gustText(wind.gust, voice),
    direction: wind.kind === "wind" ? voice.direction(wind.direction.value) : undefined,
  };
  const key = wind.kind === "wind"
    ? "wind"
    : wind.kind === "variable"
    ? "wind.variable"
    : "wind.noDirection";
  const pieces = [piece("surfaceWind", voice.say(key, params), wind.source)];
  if ("estimated" in wind && wind.estimated) {
    pieces.push(piece("surfaceWind", voice.say("wind.estimated"), wind.source));
  }
  if ("sector" in wind && wind.sector) {
    const from = voice.direction(wind.sector.from.value);
    const to = voice.direction(wind.sector.to.value);
    pieces.push(piece("surfaceWind", voice.say("wind.sector", { from, to }), wind.sector.source));
  }
  return pieces;
}

function gustText(gust: Parameters<Voice["quantity"]>[0], voice: Voice): string {
  return voice.isSpoken && gust.bound === undefined
    ? voice.number(gust.value)
    : voice.quantity(gust);
}

/** Prevailing, minimum and directional visibility. */
export function visibilityPieces(
  { prevailingVisibility: visibility, directionalVisibility }: WeatherElements,
  voice: Voice,
  complete: boolean,
): Piece[] {
  const pieces = prevailing(visibility, voice, complete);
  for (const { distance, direction, source } of directionalVisibility) {
    const key = direction === undefined ? "visibility.minimum" : "visibility.directional";
    const params = {
      distance: voice.quantity(distance),
      direction: direction && voice.compass(direction),
    };
    pieces.push(piece("visibility", voice.say(key, params), source));
  }
  return pieces;
}

function prevailing(visibility: Visibility, voice: Voice, complete: boolean): Piece[] {
  switch (visibility.kind) {
    case "notReported":
      return complete ? [piece("visibility", voice.say("visibility.notReported"))] : [];
    case "notObservable":
    case "notUnderstood":
      return [piece("visibility", voice.say(`visibility.${visibility.kind}`), visibility.source)];
    case "cavok":
      return [piece("visibility", voice.say("visibility.cavok"), visibility.source)];
    case "visibility": {
      const { distance, direction, source } = visibility;
      const text = voice.say("visibility", {
        distance: voice.quantity(distance),
        direction: direction && voice.compass(direction),
      });
      const pieces = [piece("visibility", text, source)];
      if (visibility.noDirectionalVariation) {
        pieces.push(piece("visibility", voice.say("visibility.ndv"), source));
      }
      return pieces;
    }
  }
}

/** Present weather. */
export function weatherPieces(weather: PresentWeather, voice: Voice, complete: boolean): Piece[] {
  switch (weather.kind) {
    case "notReported":
      return complete ? [piece("weather", voice.say("weather.notReported"))] : [];
    case "notObservable":
      return [piece("weather", voice.say("weather.notObservable"), weather.source)];
    case "noSignificantWeather":
      return [piece("weather", voice.say("weather.none"), weather.source)];
    case "weather":
      return weather.phenomena.map((phenomenon) => {
        const what = weatherInWords(phenomenon, voice);
        return piece("weather", voice.say("weather", { what }), phenomenon.source);
      });
  }
}

/** Cloud layers, clear sky, vertical visibility, or their absence. */
export function skyPieces(elements: WeatherElements, voice: Voice, complete: boolean): Piece[] {
  const { cloud, verticalVisibility: vv, prevailingVisibility } = elements;
  const pieces: Piece[] = [];
  if (vv.kind === "value") {
    const height = voice.quantity(vv);
    pieces.push(piece("verticalVisibility", voice.say("vv", { height }), vv.source));
  } else if (vv.kind === "notObservable") {
    pieces.push(piece("verticalVisibility", voice.say("vv.notObservable"), vv.source));
  }
  switch (cloud.kind) {
    case "layers":
      for (const layer of cloud.layers) pieces.push(...layerPieces(layer, voice));
      break;
    case "clear":
      // CAVOK is one group: its visibility sentence says it all.
      if (cloud.code !== "CAVOK") {
        pieces.push(piece("cloud", voice.say(`cloud.${cloud.code}`), cloud.source));
      }
      break;
    case "notObservable":
      pieces.push(piece("cloud", voice.say("cloud.missing"), cloud.source));
      break;
    case "notUnderstood":
      pieces.push(piece("cloud", voice.say("cloud.damaged"), cloud.source));
      break;
    case "notReported":
      if (complete && vv.kind === "notReported" && prevailingVisibility.kind !== "cavok") {
        pieces.push(piece("cloud", voice.say("cloud.none")));
      }
      break;
  }
  return pieces;
}

function layerPieces({ amount, heightAgl, type, source }: CloudLayer, voice: Voice): Piece[] {
  const text = voice.say(`cloud.${amount}`, {
    height: heightAgl ? voice.quantity(heightAgl) : undefined,
    type: type && type !== "notObservable" ? voice.say(`cloud.type.${type}`) : undefined,
  });
  const pieces = [piece("cloud", text, source)];
  if (heightAgl === null) pieces.push(piece("cloud", voice.say("cloud.noHeight"), source));
  if (type === "notObservable") {
    pieces.push(piece("cloud", voice.say("cloud.typeNotObservable"), source));
  }
  return pieces;
}

/** All shared elements in the order of the report. */
export function elementPieces(
  elements: WeatherElements,
  voice: Voice,
  { complete }: { readonly complete: boolean },
): Piece[] {
  return [
    ...windPieces(elements.surfaceWind, voice, complete),
    ...visibilityPieces(elements, voice, complete),
    ...weatherPieces(elements.presentWeather, voice, complete),
    ...skyPieces(elements, voice, complete),
  ];
}
