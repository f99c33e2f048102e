/**
 * The decoded items of a METAR in the order in which pilots read them, each with its groups.
 *
 * @module
 */
import { bestTemperatures, ceilingOf, humidityOf } from "../derive/mod.ts";
import type { Metar, RunwayVisualRange } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import { absent, cloudPhrase, type Phrase, visibilityPhrase, windPhrase } from "./elements.ts";
import {
  distanceText,
  fahrenheitText,
  heightText,
  pressureTexts,
  temperatureText,
} from "./quantities.ts";
import type { Item } from "./station_model.ts";
import { weatherPhrase } from "./weather_phrase.ts";

/** Lines worked out elsewhere that belong to an item: the best runway, the density altitude. */
export interface Extras {
  readonly runway: string | null;
  readonly densityAltitude: string | null;
}

/** All items; those that every METAR must have are listed also when absent, the others only when reported. */
export function metarItems(metar: Metar, extras: Extras): Item[] {
  const rows: [string, Phrase | null][] = [
    ["Wind", withDetail(windPhrase(metar.surfaceWind), extras.runway)],
    ["Visibility", visibility(metar)],
    ["RVR", metar.runwayVisualRange.length === 0 ? null : runwayVisualRange(metar)],
    ["Ceiling", ceiling(metar)],
    ["Cloud", cloudPhrase(metar.cloud, metar.verticalVisibility)],
    ["Weather", weatherPhrase(metar.presentWeather)],
    ["QNH", pressure(metar)],
    ["Temperature", withDetail(temperature(metar), extras.densityAltitude)],
    [
      "Recent",
      metar.recentWeather.kind === "notReported" ? null : weatherPhrase(metar.recentWeather, false),
    ],
    ["Wind shear", windShear(metar)],
    ["Trend", trend(metar)],
    ["Colour state", colourState(metar)],
    ["Runway state", runwayState(metar)],
  ];
  return rows.flatMap(([label, phrase]) => phrase === null ? [] : [toItem(label, phrase)]);
}

function toItem(label: string, phrase: Phrase): Item {
  const first = phrase.sources[0];
  const id = first === undefined
    ? `d-${label.toLowerCase().replace(/ /g, "")}`
    : `d-t${first.start}`;
  const item = { id, label, value: phrase.value, details: phrase.details, sources: phrase.sources };
  return phrase.absent ? { ...item, absent: true } : item;
}

function withDetail(phrase: Phrase, detail: string | null): Phrase {
  return detail === null ? phrase : { ...phrase, details: [...phrase.details, detail] };
}

function visibility(metar: Metar): Phrase {
  const phrase = visibilityPhrase(metar.prevailingVisibility);
  const further = metar.directionalVisibility;
  if (further.length === 0) return phrase;
  const texts = further.map(({ distance, direction }) =>
    direction === undefined
      ? `minimum ${distanceText(distance)}`
      : `${distanceText(distance)} to the ${direction}`
  );
  return {
    ...phrase,
    details: [...phrase.details, ...texts],
    sources: [...phrase.sources, ...further.map(({ source }) => source)],
  };
}

function runwayVisualRange(metar: Metar): Phrase {
  const texts = metar.runwayVisualRange.map(rangeText);
  return {
    value: texts.join("; "),
    details: [],
    sources: metar.runwayVisualRange.map(({ source }) => source),
  };
}

const TENDENCIES = { upward: ", rising", downward: ", falling", noChange: ", steady" } as const;

function rangeText(range: RunwayVisualRange): string {
  if (range.kind === "notObservable") return `${range.runway}: not observable`;
  const to = range.variableTo === undefined ? "" : ` to ${distanceText(range.variableTo)}`;
  const tendency = range.tendency === undefined ? "" : TENDENCIES[range.tendency];
  return `${range.runway}: ${distanceText(range.visualRange)}${to}${tendency}`;
}

function ceiling(metar: Metar): Phrase {
  const found = ceilingOf(metar);
  const sources = found.sources;
  switch (found.kind) {
    case "value":
      return {
        value: heightText(found.height),
        details: [found.indefinite ? "indefinite: the sky is obscured" : "above the aerodrome"],
        sources,
      };
    case "none":
      return { value: "None", details: [], sources };
    case "unknown":
      return {
        value: found.atMost === undefined
          ? "Not known"
          : `Not known, ${heightText(found.atMost)} or lower`,
        details: [found.reason === "notReported" ? "no cloud group, which is not a clear sky" : ""]
          .filter((detail) => detail !== ""),
        sources,
        absent: true,
      };
  }
}

function pressure(metar: Metar): Phrase {
  const { qnh } = metar;
  if (qnh.kind !== "value") return absent(qnh);
  const [own, other] = pressureTexts(qnh);
  const further = metar.otherPressures.map((pressure) =>
    `also reported: ${pressureTexts(pressure)[0]}`
  );
  return {
    value: `${own} · ${other}`,
    details: further,
    sources: [qnh.source, ...metar.otherPressures.map(({ source }) => source)],
  };
}

/** Temperature and dew point, with the spread and humidity of their finest values. */
function temperature(metar: Metar): Phrase {
  const { airTemperature: air, dewPointTemperature: dew } = metar;
  if (air.kind === "notReported" && dew.kind === "notReported") return absent(air);
  const humidity = humidityOf(bestTemperatures(metar));
  const own = [air, dew].flatMap((part) => part.kind === "notReported" ? [] : [part.source]);
  const sources = uniqueSources([...own, ...(humidity?.sources ?? [])]);
  const value = `${temperatureText(air)}, dew point ${temperatureText(dew)}`;
  if (air.kind !== "value") return { value, details: [], sources, absent: true };
  const derived = humidity === null
    ? "no spread without a dew point"
    : `spread ${humidity.spread.value} °C · humidity ${Math.round(humidity.relative.value)} %`;
  return { value, details: [`${fahrenheitText(air.value)} · ${derived}`], sources };
}

function windShear({ windShear }: Metar): Phrase | null {
  if (windShear.length === 0) return null;
  const texts = windShear.map(({ runway }) =>
    runway === "all" ? "all runways" : `runway ${runway}`
  );
  return { value: texts.join(", "), details: [], sources: windShear.map(({ source }) => source) };
}

/** Trends stay with their text: their values never mix with those observed. */
function trend({ trends }: Metar): Phrase | null {
  if (trends.length === 0) return null;
  const texts = trends.map((trend) =>
    trend.kind === "NOSIG" ? "No significant change expected" : trend.source.text
  );
  return {
    value: texts.join("; "),
    details: ["for two hours from the observation"],
    sources: trends.map(({ source }) => source),
  };
}

function colourState({ colourStates }: Metar): Phrase | null {
  if (colourStates.length === 0) return null;
  return {
    value: colourStates.map(({ source }) => source.text).join(", "),
    details: ["military colour state"],
    sources: colourStates.map(({ source }) => source),
  };
}

function runwayState({ runwayStates }: Metar): Phrase | null {
  if (runwayStates.length === 0) return null;
  const closed = runwayStates.some(({ condition }) => condition.kind === "closedBySnow");
  return {
    value: closed ? "Closed by snow" : runwayStates.map(({ source }) => source.text).join(", "),
    details: [],
    sources: runwayStates.map(({ source }) => source),
  };
}

/** Sources by their start, each once: temperature and dew point share a group. */
export function uniqueSources(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.start, source])).values()];
}
