/**
 * Winds and temperatures aloft, and the weather of the corridor as a whole.
 *
 * @module
 */
import { valueOf } from "../../facts.ts";
import type { Template } from "./common.ts";

export const windAloft: Template = (fact, words) => {
  const temperature = words.of(fact, "temperature");
  return words.say(valueOf(fact, "windDirection") ? "windAloft" : "windAloft.none", {
    along: words.of(fact, "along"),
    time: words.time(fact, "passing"),
    altitude: words.of(fact, "altitude"),
    direction: words.of(fact, "windDirection"),
    speed: words.of(fact, "windSpeed"),
    temperature: temperature && words.say("temperature", { value: temperature }),
    groundSpeed: words.of(fact, "groundSpeed"),
    stations: fact.details["stations"],
  });
};

export const freezingLevel: Template = (fact, words) => {
  const { basis, kind } = fact.details;
  const height = valueOf(fact, "height");
  const key = basis !== "gairmet"
    ? kind === "below" ? "freezing.below" : "freezing.height"
    : height
    ? "freezing.gairmet"
    : "freezing.gairmetSurface";
  return words.say(key, {
    along: words.of(fact, "along"),
    height: height && words.voice.quantity({ value: height.value, unit: "ft" }),
    validAt: words.time(fact, "validAt"),
  });
};

export const pressurePattern: Template = (fact, words) =>
  words.say("pressurePattern", {
    lowest: words.of(fact, "lowest"),
    lowestAt: fact.details["lowestAt"],
    lowestTime: words.time(fact, "lowest"),
    highest: words.of(fact, "highest"),
    highestAt: fact.details["highestAt"],
    highestTime: words.time(fact, "highest"),
  });

export const categoryCount: Template = (fact, words) => {
  const list = fact.values.filter(({ name }) => name !== "total").map((value) =>
    words.say(value.name === "unknown" ? "categoryCount.unknown" : "categoryCount.one", {
      count: words.value(value),
      category: value.name,
    })
  );
  return words.say("categoryCount", {
    total: words.of(fact, "total"),
    list: words.voice.list(list),
  });
};
