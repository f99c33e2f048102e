/**
 * The flight, its legs, and what was assumed.
 *
 * @module
 */
import { valueOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import type { Template } from "./common.ts";

export const flight: Template = (fact, words) => {
  const minutes = valueOf(fact, "duration")?.value ?? 0;
  const duration = words.say("duration", {
    hours: String(Math.floor(minutes / 60)),
    minutes: String(minutes % 60).padStart(2, "0"),
  });
  return words.say("flight", {
    from: fact.details["from"],
    to: fact.details["to"],
    distance: words.of(fact, "distance"),
    duration,
    airspeed: words.of(fact, "airspeed"),
    altitude: words.of(fact, "altitude"),
    departure: words.time(fact, "departure"),
    eta: words.time(fact, "eta"),
    corridor: words.of(fact, "corridor"),
  });
};

export const leg: Template = (fact, words) =>
  words.say("leg", {
    from: fact.details["from"],
    to: fact.details["to"],
    distance: words.of(fact, "distance"),
    course: words.of(fact, "course"),
    eta: words.time(fact, "eta"),
  });

export const assumption: Template = (fact, words) =>
  words.say(`assumption.${fact.details["wind"] ?? "none"}` as BriefingKey, {
    share: words.of(fact, "share"),
  });
