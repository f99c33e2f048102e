/**
 * Answers to questions: reports told with what was asked about first, and never without category and hazards.
 *
 * @module
 */
import type { Quantity, Unit } from "../../../units/mod.ts";
import { type Fact, timeOf, valueOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import type { Words } from "../words.ts";
import { capital, freshness, joined, type Template } from "./common.ts";
import { remembered } from "./reports.ts";

/** Weather codes of what a question may be about. */
const CODES: Readonly<Record<string, RegExp>> = {
  thunderstorm: /TS/,
  fog: /FG/,
  rain: /RA|DZ/,
  snow: /SN|SG/,
  precipitation: /RA|DZ|SN|SG|PL|GR|GS|UP|IC/,
  freezing: /FZ(?:RA|DZ|UP|FG)/,
};

/**
 * Whether a report fact has the phenomenon of a subject; `null` where it does not tell, `undefined` where the subject
 * is none. Neither METAR nor TAF denies icing, and unknown precipitation (`UP`) may be any.
 */
export function presenceOf(subject: string, fact: Fact): boolean | null | undefined {
  const codes = fact.details["weatherCodes"]?.split(" ") ?? [];
  if (subject === "icing") {
    return fact.hazards.includes("icing") || codes.some((code) => /FZ(?:RA|DZ|UP)/.test(code)) ||
      null;
  }
  const pattern = CODES[subject];
  if (pattern === undefined) return undefined;
  if (codes.some((code) => pattern.test(code))) return true;
  const kind = fact.details["weather"];
  if (kind === "notObservable" || kind === "notUnderstood") return null;
  if (fact.details["blind"]?.split(" ").includes(subject)) return null;
  return codes.some((code) => /UP/.test(code)) && subject !== "thunderstorm" && subject !== "fog"
    ? null
    : false;
}

/** What a report says of a subject. */
function told(subject: string, fact: Fact, words: Words): string[] {
  switch (subject) {
    case "category":
      return [words.visibility(fact), words.ceiling(fact) ?? words.say("ceiling.unknown")];
    case "ceiling":
      return [words.sky(fact) || words.visibility(fact)];
    case "visibility":
      return [words.visibility(fact)];
    case "wind":
    case "crosswind":
      return [words.wind(fact)];
    case "temperature":
      return measured(["temperature", "dewPoint"], "asked.noTemperature", fact, words);
    case "pressure":
      return measured(["altimeter"], "asked.noPressure", fact, words);
    case "weather":
    case "hazards":
      return [words.elements(fact)];
    default:
      return phenomenon(subject, fact, words);
  }
}

function measured(
  names: readonly ("temperature" | "dewPoint" | "altimeter")[],
  missing: BriefingKey,
  fact: Fact,
  words: Words,
): string[] {
  const found = names.flatMap((name) => {
    const value = words.of(fact, name);
    return value === undefined ? [] : [words.say(name, { value })];
  });
  return found.length > 0 ? found : [words.say(missing)];
}

/** All weather that is reported; that what was asked for is not among it is said. */
function phenomenon(subject: string, fact: Fact, words: Words): string[] {
  const all = words.weather(fact.details["weatherCodes"]);
  if (presenceOf(subject, fact)) return all;
  const what = words.say(`subject.${subject}` as BriefingKey);
  const absent = fact.details["weather"] === "notObservable"
    ? words.say("weather.notObservable")
    : words.say(fact.kind === "observation" ? "asked.notReported" : "asked.notForecast", { what });
  return [absent, ...all];
}

/** Subjects are told in the order of a report, as its values are, so that each number is found in its turn. */
const ORDER = ["wind", "crosswind", "visibility", "category", "ceiling", "temperature", "pressure"];
/** Weather stands between visibility and cloud. */
const WEATHER_PLACE = ORDER.indexOf("visibility") + 0.5;

function placeOf(subject: string): number {
  const at = ORDER.indexOf(subject);
  return at < 0 ? WEATHER_PLACE : at;
}

/** The sentence of a report fact that answers a question: `details.asked` names the subjects. */
export const asked: Template = (fact, words) => {
  const { details, kind } = fact;
  const subjects = (details["asked"] ?? "weather").split(" ")
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const what = [
    words.category(fact),
    ...new Set(subjects.flatMap((subject) => told(subject, fact, words))),
  ].filter((part) => part !== "").join("; ") + remembered(fact, words);
  const change = words.change(details["change"]);
  const key = kind === "observation"
    ? "asked.observed"
    : kind === "forecastPrevailing"
    ? "asked.prevailing"
    : change === undefined && timeOf(fact, "until") !== undefined
    ? "asked.before"
    : "asked.change";
  return joined(
    words.say(key, {
      station: fact.station ?? "?",
      place: words.place(fact.place),
      time: words.time(fact, kind === "observation" ? "observed" : "asked"),
      issued: words.time(fact, "issued"),
      to: words.time(fact, "until"),
      change: change ?? words.say("change.none"),
      period: words.period(fact, "changeFrom", "changeTo"),
      what,
    }),
    details["special"] && words.say("observation.special"),
    details["unparsed"] && words.say("observation.unparsed"),
    details["timeUnknown"] && words.say("forecast.timeUnknown"),
    kind === "forecastPrevailing" && details["amended"] ? words.say("forecast.amended") : undefined,
    freshness(fact, words),
  );
};

/** When a question is about; `around` tells an instant with the hour on both sides that is looked at. */
function when(fact: Fact, words: Words, around = false): string {
  const [from, to] = [words.time(fact, "from"), words.time(fact, "to")];
  return to === undefined
    ? words.say(around ? "question.around" : "question.at", { time: from })
    : words.say("question.between", { from, to });
}

/** What is compared or looked for: `ceiling above 2,000 ft`, `VFR`, `thunderstorm`. */
function comparedWith(fact: Fact, words: Words): string | undefined {
  const { subject = "weather", relation, compared } = fact.details;
  const named = words.say(`subject.${subject}` as BriefingKey);
  if (relation === undefined) return undefined;
  const limit = valueOf(fact, "limit");
  const value = compared ?? (limit && words.voice.quantity(limit as Quantity<Unit>));
  return words.say(`relation.${relation}` as BriefingKey, { subject: named, value });
}

/** A question as it was understood. */
export const question: Template = (fact, words) => {
  const { details } = fact;
  const subjects = [details["subject"] ?? "weather", ...details["further"]?.split(" ") ?? []];
  const subject = capital(
    words.voice.list(subjects.map((one) => words.say(`subject.${one}` as BriefingKey))),
  );
  if (fact.station === null) {
    return words.say("question.noPlace", { subject, when: when(fact, words) });
  }
  return words.say("question", {
    subject,
    station: fact.station,
    name: details["name"],
    when: when(fact, words),
    what: comparedWith(fact, words),
    runway: details["runway"],
  });
};

/** What the reports say of it. */
export const questionAnswer: Template = (fact, words) => {
  const { subject = "weather", basis = "forecast", result = "unknown" } = fact.details;
  const what = comparedWith(fact, words) ?? words.say(`subject.${subject}` as BriefingKey);
  return words.say(`answer.${basis}.${result}` as BriefingKey, {
    what: capital(what),
    station: fact.station ?? "?",
    time: words.time(fact, "observed"),
    when: when(fact, words, true),
  });
};

export const forecastTemperature: Template = (fact, words) =>
  words.say(`forecastTemperature.${fact.details["extreme"] ?? "maximum"}` as BriefingKey, {
    station: fact.station ?? "?",
    value: words.of(fact, "temperature"),
    time: words.time(fact, "at"),
    issued: words.time(fact, "issued"),
  });
