/**
 * Pilot reports.
 *
 * @module
 */
import { type Fact, valueOf } from "../../facts.ts";
import type { Words } from "../words.ts";
import { joined, type Template } from "./common.ts";

/** Heights between which a pilot met something. */
function band(fact: Fact, name: string, words: Words): string | undefined {
  const base = words.level(valueOf(fact, `${name}Base`));
  const top = words.level(valueOf(fact, `${name}Top`));
  if (base && top) return words.say("pirep.band", { base, top });
  if (base) return words.say("pirep.base", { base });
  return top && words.say("pirep.top", { top });
}

const numbered = (name: string, { details }: Fact) =>
  Object.keys(details).filter((key) => key === name || new RegExp(`^${name}\\d$`).test(key));

function met(fact: Fact, words: Words): string[] {
  const { details } = fact;
  const phrases: string[] = [];
  for (const name of numbered("turbulence", fact)) {
    const what = joined(words.intensity(details[name]!), band(fact, name, words));
    const shear = details[`${name}Type`] === "lowLevelWindShear";
    phrases.push(
      details[name] === "none" && !shear
        ? joined(words.say("pirep.noTurbulence"), band(fact, name, words))
        : words.say(shear ? "pirep.shear" : "pirep.turbulence", { what }),
    );
  }
  for (const name of numbered("icing", fact)) {
    const what = joined(words.intensity(details[name]!), band(fact, name, words));
    phrases.push(
      details[name] === "none"
        ? joined(words.say("pirep.noIcing"), band(fact, name, words))
        : words.say("pirep.icing", { what }),
    );
  }
  for (const name of numbered("sky", fact)) {
    const cover = details[name]!;
    if (cover === "clear") phrases.push(words.say("pirep.sky.clear"));
    else {
      const amounts = cover.split("-").map((one) => words.sayIfKnown(`amount.${one}`) ?? "?");
      const what = joined(amounts.join("–"), band(fact, name, words));
      phrases.push(words.say("pirep.sky", { what }));
    }
  }
  return [...phrases, ...words.weather(details["weatherCodes"])];
}

export const pirep: Template = (fact, words) => {
  const { details } = fact;
  const phrases = met(fact, words);
  const told = new Set([...fact.hazards].filter((hazard) => !isTold(hazard, fact)));
  for (const hazard of told) phrases.push(words.hazard(hazard));
  const temperature = words.of(fact, "temperature");
  if (temperature) phrases.push(words.say("temperature", { value: temperature }));
  const speed = words.of(fact, "windSpeed");
  if (speed) {
    phrases.push(
      words.say("wind.wind", { direction: words.of(fact, "windDirection"), speed }),
    );
  }
  const to = words.level(valueOf(fact, "levelTo"));
  const level = words.level(valueOf(fact, "level"));
  const height = level
    ? words.say(to ? "pirep.levels" : "pirep.level", { level, to })
    : words.sayIfKnown(`pirep.${details["level"]}`);
  return words.say("pirep", {
    urgent: details["urgent"] ? words.say("pirep.urgent") : "\u200b",
    time: words.time(fact, "observed"),
    aircraft: details["aircraft"],
    level: height,
    along: words.of(fact, "along"),
    place: fact.place === null ? words.say("pirep.noPlace") : words.place(fact.place),
    what: phrases.length === 0 ? words.say("pirep.nothing") : phrases.join("; "),
  }).replace("\u200b", "");
};

/** Hazards that the phrases of a pilot report name already. */
function isTold(hazard: string, { details }: Fact): boolean {
  if (hazard === "turbulence" || hazard === "icing") return details[hazard] !== undefined;
  if (hazard === "lowLevelWindShear") return Object.values(details).includes("lowLevelWindShear");
  return details["weatherCodes"] !== undefined;
}

export const pirepCount: Template = (fact, words) =>
  words.say(valueOf(fact, "count")?.value === 1 ? "pirepCount.one" : "pirepCount", {
    count: words.of(fact, "count"),
    corridor: words.of(fact, "corridor"),
    time: words.time(fact, "retrieved"),
  });
