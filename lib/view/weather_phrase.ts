import type { PresentWeather } from "../products/metar/model.ts";
import { Voice, weatherInWords } from "../products/text/mod.ts";
import { absent, capital, type Phrase } from "./elements.ts";

const ENGLISH = new Voice();

/**
 * Weather in words. No weather group is not the same as a sensor that is out.
 *
 * @param graded false for recent weather, which carries no sign of intensity
 */
export function weatherPhrase(weather: PresentWeather, graded = true): Phrase {
  switch (weather.kind) {
    case "weather":
      return {
        value: capital(
          weather.phenomena.map((each) => weatherInWords(each, ENGLISH, { graded })).join(", "),
        ),
        details: [],
        sources: weather.phenomena.map((phenomenon) => phenomenon.source),
      };
    case "noSignificantWeather":
      return { value: "No significant weather", details: [], sources: [weather.source] };
    case "notReported":
      return { value: "None reported", details: [], sources: [] };
    case "notObservable":
      return absent(weather);
  }
}

/** Forecast weather in words; `null` where a period does not name any. */
export function forecastWeatherPhrase(weather: PresentWeather): string | null {
  return weather.kind === "notReported" ? null : weatherPhrase(weather).value;
}
