/**
 * One sentence (or a few) for each fact, made of nothing but the fact.
 *
 * @module
 */
import type { Fact, FactKind } from "../facts.ts";
import { excluded, none, reasoned } from "./templates/absences.ts";
import { asked, forecastTemperature, question, questionAnswer } from "./templates/asked.ts";
import { alternate, density, runwayWind, sun } from "./templates/aerodromes.ts";
import { categoryCount, freezingLevel, pressurePattern, windAloft } from "./templates/aloft.ts";
import { minimaComparison, vfrComparison } from "./templates/comparisons.ts";
import { assumption, flight, leg } from "./templates/flight.ts";
import { pirep, pirepCount } from "./templates/pireps.ts";
import { atStations, observation, possible, prevailing, worst } from "./templates/reports.ts";
import { warning } from "./templates/warnings.ts";
import type { Template } from "./templates/common.ts";

/** The template of each kind. */
export const TEMPLATES: Readonly<Record<FactKind, Template>> = {
  flight,
  leg,
  assumption,
  warning,
  warningPlaceUnknown: warning,
  pirep,
  pirepCount,
  lowConditions: atStations,
  stationHazard: atStations,
  observation,
  forecastPrevailing: prevailing,
  forecastWorst: worst,
  forecastPossible: possible,
  windAloft,
  freezingLevel,
  pressurePattern,
  categoryCount,
  densityAltitude: density,
  runwayWind,
  sun,
  alternate,
  vfrComparison,
  minimaComparison,
  question,
  questionAnswer,
  forecastTemperature,
  none,
  unavailable: reasoned,
  omitted: reasoned,
  excluded,
};

/** The template of a fact: of a report that answers a question the one that tells first what was asked about. */
export function templateOf({ kind, details }: Fact): Template {
  return details["asked"] === undefined ? TEMPLATES[kind] : asked;
}
