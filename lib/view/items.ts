/**
 * The decoded items of a METAR in the order in which pilots read them, each with its groups.
 *
 * @module
 */
import { bestTemperatures, ceilingOf, type CountedOktas, humidityOf } from "../derive/mod.ts";
import type { Metar, RunwayVisualRange } from "../products/metar/model.ts";
import type { Source } from "../products/product.ts";
import { absent, cloudPhrase, type Phrase, visibilityPhrase, windPhrase } from "./elements.ts";
import {
  distanceText,
  fahrenheitText,
  heightText,
  pressureTexts,
  temperatureText,
  visibilityText,
} from "./quantities.ts";
import type { Item } from "./station_model.ts";
import type { TextKey } from "./text/mod.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";
import { weatherPhrase } from "./weather_phrase.ts";

/** Lines worked out elsewhere that belong to an item: the best runway, the density altitude. */
export interface Extras {
  readonly runway: string | null;
  readonly densityAltitude: string | null;
  /** The least cloud that counts for colour states at the aerodrome; 5 where it is not said. */
  readonly oktas?: CountedOktas;
}

/** All items; those that every METAR must have are listed also when absent, the others only when reported. */
export function metarItems(
  metar: Metar,
  extras: Extras,
  v: Viewer = DEFAULT_VIEWER,
): Item[] {
  const rows: [string, Phrase | null][] = [
    ["wind", withDetail(windPhrase(metar.surfaceWind, v), extras.runway)],
    ["visibility", visibility(metar, v)],
    ["rvr", metar.runwayVisualRange.length === 0 ? null : runwayVisualRange(metar, v)],
    ["ceiling", ceiling(metar, v)],
    ["cloud", cloudPhrase(metar.cloud, metar.verticalVisibility, v)],
    ["weather", weatherPhrase(metar.presentWeather, true, v)],
    ["qnh", pressure(metar, v)],
    ["temperature", withDetail(temperature(metar, v), extras.densityAltitude)],
    ["recent", recent(metar, v)],
    ["windshear", windShear(metar, v)],
    ["trend", trend(metar, v)],
    ["colourstate", colourState(metar, v)],
    ["runwaystate", runwayState(metar, v)],
  ];
  const taken = new Set<string>();
  return rows.flatMap(([name, phrase]) => phrase === null ? [] : [toItem(name, phrase, taken, v)]);
}

function recent({ recentWeather }: Metar, v: Viewer): Phrase | null {
  return recentWeather.kind === "notReported" ? null : weatherPhrase(recentWeather, false, v);
}

/** `taken`: two items may come from one group (ceiling and cloud), whose id the first of them has. */
function toItem(name: string, phrase: Phrase, taken: Set<string>, v: Viewer): Item {
  const first = phrase.sources[0];
  const ofGroup = `d-t${first?.start}`;
  const id = first === undefined || taken.has(ofGroup) ? `d-${name}` : ofGroup;
  taken.add(id);
  const label = v.t(`item.${name}` as TextKey);
  const item = { id, label, value: phrase.value, details: phrase.details, sources: phrase.sources };
  return phrase.absent ? { ...item, absent: true } : item;
}

function withDetail(phrase: Phrase, detail: string | null): Phrase {
  return detail === null ? phrase : { ...phrase, details: [...phrase.details, detail] };
}

function visibility(metar: Metar, v: Viewer): Phrase {
  const phrase = visibilityPhrase(metar.prevailingVisibility, v);
  const further = metar.directionalVisibility;
  if (further.length === 0) return phrase;
  const texts = further.map(({ distance, direction }) =>
    direction === undefined
      ? v.t("visibility.minimum", { distance: visibilityText(distance, v) })
      : v.t("visibility.toward", { distance: visibilityText(distance, v), direction })
  );
  return {
    ...phrase,
    details: [...phrase.details, ...texts],
    sources: [...phrase.sources, ...further.map(({ source }) => source)],
  };
}

function runwayVisualRange(metar: Metar, v: Viewer): Phrase {
  const texts = metar.runwayVisualRange.map((range) => rangeText(range, v));
  return {
    value: texts.join("; "),
    details: [],
    sources: metar.runwayVisualRange.map(({ source }) => source),
  };
}

function rangeText(range: RunwayVisualRange, v: Viewer): string {
  const { runway } = range;
  if (range.kind === "notObservable") return v.t("rvr.notObservable", { runway });
  const from = distanceText(range.visualRange, v);
  const text = range.variableTo === undefined
    ? v.t("rvr.range", { runway, from })
    : v.t("rvr.rangeTo", { runway, from, to: distanceText(range.variableTo, v) });
  return range.tendency === undefined ? text : text + v.t(`rvr.${range.tendency}`);
}

function ceiling(metar: Metar, v: Viewer): Phrase {
  const found = ceilingOf(metar);
  const sources = found.sources;
  switch (found.kind) {
    case "value":
      return {
        value: heightText(found.height, v),
        details: [v.t(found.indefinite ? "ceiling.indefinite" : "ceiling.above")],
        sources,
      };
    case "none":
      return { value: v.t("ceiling.none"), details: [], sources };
    case "unknown":
      return {
        value: found.atMost === undefined
          ? v.t("ceiling.unknown")
          : v.t("ceiling.atMost", { height: heightText(found.atMost, v) }),
        details: found.reason === "notReported" ? [v.t("ceiling.noCloudGroup")] : [],
        sources,
        absent: true,
      };
  }
}

function pressure(metar: Metar, v: Viewer): Phrase {
  const { qnh } = metar;
  if (qnh.kind !== "value") return absent(qnh, v);
  const [own, other] = pressureTexts(qnh, v);
  const further = metar.otherPressures.map((pressure) =>
    v.t("pressure.also", { value: pressureTexts(pressure, v)[0] })
  );
  return {
    value: `${own} · ${other}`,
    details: further,
    sources: [qnh.source, ...metar.otherPressures.map(({ source }) => source)],
  };
}

/** Temperature and dew point, with the spread and humidity of their finest values. */
function temperature(metar: Metar, v: Viewer): Phrase {
  const { airTemperature: air, dewPointTemperature: dew } = metar;
  if (air.kind === "notReported" && dew.kind === "notReported") return absent(air, v);
  const humidity = humidityOf(bestTemperatures(metar));
  const own = [air, dew].flatMap((part) => part.kind === "notReported" ? [] : [part.source]);
  const sources = uniqueSources([...own, ...(humidity?.sources ?? [])]);
  const reported = v.t("temperature.both", {
    air: temperatureText(air, v),
    dew: temperatureText(dew, v),
  });
  if (air.kind !== "value") return { value: reported, details: [], sources, absent: true };
  const derived = humidity === null ? v.t("temperature.noSpread") : v.t("temperature.spread", {
    spread: `${humidity.spread.value} °C`,
    humidity: Math.round(humidity.relative.value),
  });
  if (v.settings.temperature === "C") {
    return { value: reported, details: [`${fahrenheitText(air.value)} · ${derived}`], sources };
  }
  const value = v.t("temperature.both", {
    air: fahrenheitText(air.value),
    dew: dew.kind === "value" ? fahrenheitText(dew.value) : temperatureText(dew, v),
  });
  return { value, details: [reported, derived], sources };
}

function windShear({ windShear }: Metar, v: Viewer): Phrase | null {
  if (windShear.length === 0) return null;
  const texts = windShear.map(({ runway }) =>
    runway === "all" ? v.t("windshear.all") : v.t("windshear.runway", { runway })
  );
  return { value: texts.join(", "), details: [], sources: windShear.map(({ source }) => source) };
}

/** Trends stay with their text: their values never mix with those observed. */
function trend({ trends }: Metar, v: Viewer): Phrase | null {
  if (trends.length === 0) return null;
  const texts = trends.map((trend) =>
    trend.kind === "NOSIG" ? v.t("trend.nosig") : trend.source.text
  );
  return {
    value: texts.join("; "),
    details: [v.t("trend.twoHours")],
    sources: trends.map(({ source }) => source),
  };
}

function colourState({ colourStates }: Metar, v: Viewer): Phrase | null {
  if (colourStates.length === 0) return null;
  return {
    value: colourStates.map(({ source }) => source.text).join(", "),
    details: [v.t("colourstate.military")],
    sources: colourStates.map(({ source }) => source),
  };
}

function runwayState({ runwayStates }: Metar, v: Viewer): Phrase | null {
  if (runwayStates.length === 0) return null;
  const closed = runwayStates.some(({ condition }) => condition.kind === "closedBySnow");
  return {
    value: closed
      ? v.t("runwaystate.snow")
      : runwayStates.map(({ source }) => source.text).join(", "),
    details: [],
    sources: runwayStates.map(({ source }) => source),
  };
}

/** Sources by their start, each once: temperature and dew point share a group. */
export function uniqueSources(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.start, source])).values()];
}
