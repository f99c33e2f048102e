/**
 * Aerodromes: density altitude, runway wind, sun, alternates.
 *
 * @module
 */
import { type Fact, valueOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import type { Words } from "../words.ts";
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

/** By which wind: observed, what prevails, or that of another state, told with its group and time. */
function whenOf(fact: Fact, words: Words): string {
  const until = words.time(fact, "until");
  if (until !== undefined) return words.say("when.forecastUntil", { time: until });
  const change = words.change(fact.details["change"]);
  if (change !== undefined) {
    const period = words.period(fact, "changeFrom", "changeTo");
    return words.say("when.forecastChange", { change, period });
  }
  const time = words.time(fact, "forecastFor");
  return time === undefined ? words.say("when.observed") : words.say("when.forecast", { time });
}

export const runwayWind: Template = (fact, words) => {
  const { details } = fact;
  const named = details["named"] ? "named" : "tail";
  const kind = details["wind"] === "components" && (details["tail"] || details["named"])
    ? details["tail"] && details["named"] ? "namedTail" : named
    : details["wind"];
  return joined(
    words.say(`runway.${kind}` as BriefingKey, {
      station: fact.station ?? "?",
      when: whenOf(fact, words),
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
