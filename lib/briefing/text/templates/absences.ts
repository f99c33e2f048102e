/**
 * What there is none of, what is not available, what was left out.
 *
 * @module
 */
import { valueOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import type { Template } from "./common.ts";

export const none: Template = (fact, words) => {
  const { what = "" } = fact.details;
  const count = valueOf(fact, "count")?.value ?? 0;
  const key = count > 0 && words.sayIfKnown(`some.${what}`) !== undefined ? "some" : "none";
  return words.say(`${key}.${what}` as BriefingKey, {
    station: fact.station ?? undefined,
    time: words.time(fact, "retrieved"),
    count: words.of(fact, "count"),
    within: words.of(fact, "within"),
  });
};

export const reasoned: Template = (fact, words) => {
  const { what = "", reason } = fact.details;
  const key = [fact.kind, what, reason].filter(Boolean).join(".") as BriefingKey;
  return words.say(key, {
    station: fact.station ?? undefined,
    time: words.clock(fact.times[0]?.at),
    from: words.time(fact, "validFrom"),
    to: words.time(fact, "validTo"),
    share: words.of(fact, "share"),
    runway: fact.details["runway"],
  });
};

export const excluded: Template = (fact, words) =>
  words.say(`excluded.${fact.details["what"] ?? "warnings"}` as BriefingKey, {
    otherTime: words.of(fact, "otherTime"),
    otherLevel: words.of(fact, "otherLevel"),
    more: words.of(fact, "more"),
    station: fact.station ?? undefined,
  });
