/**
 * The weather by another set of rules than the US flight categories: for a viewer who chose one.
 *
 * @module
 */
import { colourState, type CountedOktas, visualConditions } from "../derive/mod.ts";
import type { WeatherElements } from "../products/metar/model.ts";
import type { RuleModel } from "./station_model.ts";
import type { Viewer } from "./viewer.ts";

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
