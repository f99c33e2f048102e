/**
 * Warnings: what, how high, where it goes, when and where it is met.
 *
 * @module
 */
import { type Fact, valueOf } from "../../facts.ts";
import type { Words } from "../words.ts";
import { joined, type Template } from "./common.ts";

/** The end of a layer: a height, the surface, the freezing level. */
function limit(fact: Fact, name: "base" | "top", words: Words): string | undefined {
  const value = valueOf(fact, name);
  if (value !== undefined) {
    const text = words.level({ ...value, bound: undefined } as never);
    return value.bound === "atLeast" ? words.say("topAbove", { top: text }) : text;
  }
  const kind = fact.details[name];
  if (kind === "surface") return words.say("surface");
  if (kind !== "freezingLevel") return undefined;
  const low = words.level(valueOf(fact, `${name}Low`));
  const high = words.level(valueOf(fact, `${name}High`));
  return low && high ? words.say("freezingRange", { low, high }) : words.say("freezingLevel");
}

function levels(fact: Fact, words: Words): string | undefined {
  const [base, top] = [limit(fact, "base", words), limit(fact, "top", words)];
  if (base && top) return words.say("levels.between", { base, top });
  if (base) return words.say("levels.upFrom", { base });
  return top && words.say("levels.upTo", { top });
}

const LIMITS = [
  "ceilingBelow",
  "visibilityBelow",
  "windAbove",
  "windFrom",
  "hailSize",
  "windGustSpeed",
] as const;

export const warning: Template = (fact, words) => {
  const { details } = fact;
  const [from, to] = [words.time(fact, "validFrom"), words.time(fact, "validTo")];
  const limits = LIMITS.flatMap((name) => {
    const value = words.of(fact, name);
    return value === undefined ? [] : [words.say(`limit.${name}`, { value })];
  }).join(", ");
  const passedFrom = words.time(fact, "passingFrom");
  const passedTo = words.time(fact, "passingTo");
  const movement = details["movement"] && words.say(`movement.${details["movement"]}` as never, {
    direction: words.of(fact, "movementDirection"),
    speed: words.of(fact, "movementSpeed"),
  });
  const key = details["over"]
    ? "warning.over"
    : fact.kind === "warning"
    ? "warning"
    : "warning.unknownPlace";
  const text = words.say(key, {
    station: details["over"],
    within: words.of(fact, "within"),
    title: details["title"],
    identifier: details["identifier"],
    what: words.warned(fact.hazards, fact.qualifiers),
    levels: levels(fact, words),
    movement,
    limits,
    validity: from && to
      ? words.say("validity.both", { from, to })
      : from
      ? words.say("validity.from", { from })
      : to && words.say("validity.to", { to }),
    fromAlong: words.of(fact, "fromAlong"),
    toAlong: words.of(fact, "toAlong"),
    passing: passedFrom === passedTo
      ? passedFrom
      : words.say("period", { from: passedFrom, to: passedTo }),
  });
  return joined(
    text,
    details["begins"] && words.say("warning.later"),
    details["byMovement"] && words.say("warning.byMovement"),
  );
};
