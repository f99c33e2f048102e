import type { PresentWeather } from "../products/metar/model.ts";
import { weatherInWords } from "../products/text/mod.ts";
import { absent, capital, type Phrase } from "./elements.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/**
 * Weather in words. No weather group is not the same as a sensor that is out.
 *
 * @param graded false for recent weather, which carries no sign of intensity
 */
export function weatherPhrase(
  weather: PresentWeather,
  graded = true,
  v: Viewer = DEFAULT_VIEWER,
): Phrase {
  switch (weather.kind) {
    case "weather":
      return {
        value: capital(
          weather.phenomena.map((each) => weatherInWords(each, v.voice, { graded })).join(", "),
        ),
        details: [],
        sources: weather.phenomena.map((phenomenon) => phenomenon.source),
      };
    case "noSignificantWeather":
      return { value: v.t("weather.noSignificant"), details: [], sources: [weather.source] };
    case "notReported":
      return { value: v.t("weather.none"), details: [], sources: [] };
    case "notObservable":
      return absent(weather, v);
  }
}

/** Forecast weather in words; `null` where a period does not name any. */
export function forecastWeatherPhrase(
  weather: PresentWeather,
  v: Viewer = DEFAULT_VIEWER,
): string | null {
  return weather.kind === "notReported" ? null : weatherPhrase(weather, true, v).value;
}
