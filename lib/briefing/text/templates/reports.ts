/**
 * Stations: what they report and forecast.
 *
 * @module
 */
import { type Fact, timeOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import type { Words } from "../words.ts";
import { capital, freshness, joined, type Template } from "./common.ts";

export const atStations: Template = (fact, words) => {
  const [first = ""] = fact.hazards;
  const basis = fact.details["basis"] ?? "observed";
  return capital(words.say(`low.${basis}` as BriefingKey, {
    what: words.hazard(first),
    stations: fact.details["stations"],
  }));
};

export const observation: Template = (fact, words) =>
  joined(
    words.say("observation", {
      station: fact.station ?? "?",
      place: words.place(fact.place),
      time: words.time(fact, "observed"),
      category: words.category(fact),
      elements: elements(fact, words),
    }),
    fact.details["special"] && words.say("observation.special"),
    fact.details["unparsed"] && words.say("observation.unparsed"),
    freshness(fact, words),
  );

/** Wind, weather, cloud and visibility, then the hazards beside them. */
const elements = (fact: Fact, words: Words) =>
  capital(words.elements(fact)) + remembered(fact, words);

/** Hazards that the elements do not name: recent weather, wind shear, a closed runway. */
export function remembered(fact: Fact, words: Words): string {
  const extra = fact.hazards.filter((hazard) => !NAMED_BY_ELEMENTS.has(hazard));
  return extra.length === 0
    ? ""
    : `; ${words.say("hazards", { list: extra.map((one) => words.hazard(one)).join(", ") })}`;
}

/** Said by wind, weather, cloud or category. */
const NAMED_BY_ELEMENTS = new Set(["gust", "IFR", "LIFR", "cumulonimbus", "toweringCumulus"]);

/** The name of the instant that a forecast fact is for. */
const forecastTime = (fact: Fact) =>
  ["eta", "passing", "departure"].find((name) => timeOf(fact, name) !== undefined) ?? "passing";

/** What is said of a state that a change group makes: where, for when, by which group and how long. */
const group = (fact: Fact, words: Words) => ({
  station: fact.station ?? "?",
  time: words.time(fact, forecastTime(fact)),
  change: words.change(fact.details["change"]) ?? words.say("change.none"),
  period: words.period(fact, "changeFrom", "changeTo"),
});

export const prevailing: Template = (fact, words) => {
  const name = forecastTime(fact);
  return joined(
    words.say(`forecast.${name}` as BriefingKey, {
      station: fact.station ?? "?",
      place: words.place(fact.place),
      time: words.time(fact, name),
      category: words.category(fact),
      elements: elements(fact, words),
    }),
    fact.details["amended"] && words.say("forecast.amended"),
  );
};

export const worst: Template = (fact, words) =>
  joined(
    words.say("forecast.worst", {
      ...group(fact, words),
      category: words.category(fact),
      elements: elements(fact, words),
    }),
    fact.details["timeUnknown"] && words.say("forecast.timeUnknown"),
  );

export const possible: Template = (fact, words) =>
  joined(
    words.say("forecast.possible", {
      ...group(fact, words),
      hazards: [
        ...words.weather(fact.details["weatherCodes"]),
        ...fact.hazards.map((one) => words.hazard(one)),
      ].join(", "),
    }),
    fact.details["timeUnknown"] && words.say("forecast.timeUnknown"),
  );
