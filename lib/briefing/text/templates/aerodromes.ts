/**
 * Aerodromes: density altitude, runway wind, sun, alternates.
 *
 * @module
 */
import { valueOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import { freshness, joined, type Template, withoutBound } from "./common.ts";

export const density: Template = (fact, words) => {
  const temperature = words.of(fact, "temperature");
  return joined(
    words.say("density", {
      station: fact.station ?? "?",
      densityAltitude: words.of(fact, "densityAltitude"),
      elevation: words.of(fact, "elevation"),
      temperature: temperature && words.say("temperature", { value: temperature }),
      altimeter: words.of(fact, "altimeter"),
      time: words.time(fact, "observed"),
    }),
    fact.details["estimate"] && words.say("density.estimate", {
      from: fact.details["estimate"],
      place: words.place(fact.place),
    }),
    freshness(fact, words),
  );
};

export const runwayWind: Template = (fact, words) => {
  const { details } = fact;
  const named = details["named"] ? "named" : "tail";
  const kind = details["wind"] === "components" && (details["tail"] || details["named"])
    ? details["tail"] && details["named"] ? "namedTail" : named
    : details["wind"];
  const forecast = words.time(fact, "forecastFor");
  return joined(
    words.say(`runway.${kind}` as BriefingKey, {
      station: fact.station ?? "?",
      when: forecast
        ? words.say("when.forecast", { time: forecast, change: words.change(details["change"]) })
        : words.say("when.observed"),
      runway: details["runway"],
      head: words.of(fact, "head"),
      crosswind: words.value(withoutBound(valueOf(fact, "crosswind"))),
      tailwind: words.of(fact, "tailwind"),
      side: details["side"] && words.say(`side.${details["side"]}` as BriefingKey),
      gust: details["gust"] ? words.say("runway.gust") : "\u200b",
    }).replace("\u200b", ""),
    details["heading"] && words.say("runway.approximate"),
  );
};

export const sun: Template = (fact, words) => {
  const { point, place, rises, light } = fact.details;
  const [sunrise, sunset] = [words.time(fact, "sunrise"), words.time(fact, "sunset")];
  const key = rises === "both" ? "sun" : `sun.${rises}` as BriefingKey;
  return words.say(key, {
    place,
    sunrise,
    sunset,
    time: words.time(fact, point === "departure" ? "departure" : "eta"),
    light: words.say(`light.${light ?? "day"}` as BriefingKey),
  });
};

export const alternate: Template = (fact, words) => {
  const { details } = fact;
  const base = {
    station: fact.station ?? "?",
    place: words.place(fact.place),
    eta: words.time(fact, "eta"),
    runway: words.of(fact, "runway"),
  };
  const told = fact.hazards.filter((one) => one !== "IFR" && one !== "LIFR");
  const rest = details["forecast"] === "none"
    ? words.say("alternate.noForecast", base)
    : words.say("alternate", {
      ...base,
      category: words.category(fact),
      worst: details["worst"] === "unknown" ? words.say("category.unknown") : details["worst"],
      change: details["worst"] &&
        (words.change(details["change"]) ?? words.say("change.none")),
      hazards: told.map((one) => words.hazard(one)).join(", "),
    });
  return words.say(`alternate.${details["why"] ?? "asked"}` as BriefingKey, { rest });
};
