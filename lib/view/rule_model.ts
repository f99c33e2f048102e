/**
 * The weather by another set of rules than the US flight categories: for a viewer who chose one.
 *
 * @module
 */
import {
  badness,
  COLOUR_STATES,
  colourState,
  type CountedOktas,
  type ForecastCategory,
  visualConditions,
} from "../derive/mod.ts";
import type { WeatherElements } from "../products/metar/model.ts";
import type { RuleModel, StripMark } from "./station_model.ts";
import type { Viewer } from "./viewer.ts";

/** Their words, from best to worst. */
const WORDS: Readonly<Record<"icao" | "colour", readonly string[]>> = {
  icao: ["VMC", "IMC"],
  colour: COLOUR_STATES,
};

/** A state of a forecast by the chosen rules. */
export function stripMark(
  { elements, flight }: ForecastCategory,
  oktas: CountedOktas,
  v: Viewer,
): StripMark {
  const { rules } = v.settings;
  const rule = ruleModel(elements, oktas, v);
  return rules === "us" || rule === null
    ? { rules: "us", category: flight.category }
    : { rules, word: rule.word };
}

/** From 0, the best, upwards; what is not known stands after the best, for it is not better than what is bad. */
export function badnessOf(mark: StripMark): number {
  if (mark.rules === "us") return badness(mark.category);
  return mark.word === null ? 0.5 : WORDS[mark.rules].indexOf(mark.word);
}

/** The answer of the chosen rules; `null` for US categories, which stand on the page anyway. */
export function ruleModel(
  elements: WeatherElements,
  oktas: CountedOktas,
  v: Viewer,
): RuleModel | null {
  switch (v.settings.rules) {
    case "us":
      return null;
    case "icao": {
      const { conditions, sources } = visualConditions(elements);
      return { label: v.t("rules.icao"), word: conditions, note: null, sources };
    }
    case "colour": {
      const { colour, partial, sources } = colourState(elements, oktas);
      const note = partial ? v.t("rules.partial") : null;
      return { label: v.t("rules.colour"), word: colour, note, sources };
    }
  }
}
