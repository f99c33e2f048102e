/**
 * Comparisons with VFR and with own minima.
 *
 * @module
 */
import { type Fact, valueOf } from "../../facts.ts";
import type { BriefingKey } from "../en.ts";
import type { Words } from "../words.ts";
import { type Template, withoutBound } from "./common.ts";

/** Where and by what a comparison is made. */
function compared(fact: Fact, words: Words) {
  const { details } = fact;
  const time = words.time(fact, "forecastFor") ?? words.time(fact, "compared");
  return {
    point: words.say(`point.${details["point"] ?? "enRoute"}` as BriefingKey),
    station: fact.station ?? "?",
    basis: words.say(`basis.${details["basis"] ?? "observed"}` as BriefingKey, { time }),
    change: words.change(details["change"]),
  };
}

export const vfrComparison: Template = (fact, words) =>
  words.say("vfr", {
    ...compared(fact, words),
    category: words.category(fact),
    ceiling: fact.details["ceiling"] === "none" ? undefined : words.ceiling(fact),
    visibility: fact.details["visibility"] === "notReported" ? undefined : words.visibility(fact),
  });

export const minimaComparison: Template = (fact, words) => {
  const { what = "ceiling", result = "unknown" } = fact.details;
  const actual = fact.values.find(({ name }) => name !== "minimum" && name !== "maximum");
  const text = actual?.name === "ceiling"
    ? words.say("agl", { height: words.value(withoutBound(actual)) })
    : words.value(withoutOwnBound(actual));
  const noCeiling = what === "ceiling" && fact.details["value"] === "none";
  return words.say(noCeiling ? "minima.ceiling.none" : `minima.${what}.${result}` as BriefingKey, {
    ...compared(fact, words),
    actual: text,
    own: words.of(fact, "minimum") ?? words.of(fact, "maximum"),
  });
};

/** A crosswind is told as a number; visibility keeps "less than". */
function withoutOwnBound(value: ReturnType<typeof valueOf>) {
  return value?.unit === "kt" ? withoutBound(value) : value;
}
