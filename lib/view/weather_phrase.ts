import type { PresentWeather } from "../products/metar/model.ts";
import { absent, capital, type Phrase } from "./elements.ts";

/** Present weather in words. No weather group is not the same as a sensor that is out. */
export function weatherPhrase(weather: PresentWeather): Phrase {
  switch (weather.kind) {
    case "weather":
      return {
        value: capital(weather.phenomena.map((phenomenon) => phenomenon.code).join(", ")),
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
