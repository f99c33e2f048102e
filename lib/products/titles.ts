/**
 * What a report over an area, or of an aircraft, is about in a few words: for lists and maps.
 *
 * @module
 */
import { hazardName as gairmetName } from "./gairmet/describe.ts";
import { hazardName, type WarningVoice, warningVoice } from "./hazard/describe_mod.ts";
import type { AnyReport } from "./mod.ts";
import { metNames } from "./pirep/describe_phenomena.ts";
import type { Sigmet } from "./sigmet/model.ts";
import { type Language, sayFrom, Voice } from "./text/mod.ts";
import { PILOT_REPORTS } from "./text/pilot_reports.ts";

/**
 * The title of a warning, advisory or pilot report; `null` for the products that are of one aerodrome.
 *
 * @example
 * ```ts
 * import { decode } from "./mod.ts";
 * import { titleOf } from "./titles.ts";
 * import assert from "node:assert/strict";
 * const report = decode("JFK UUA /OV JFK090010/TM 1448/FL080/TP B738/TB SEV 070-090");
 * assert.equal(titleOf(report!), "Severe turbulence");
 * ```
 */
export function titleOf(report: AnyReport, language: Language = "en"): string | null {
  const warning = warningVoice({ language });
  switch (report.product) {
    case "sigmet":
      return sigmetTitle(report, warning);
    case "cwa":
      return hazardName(report.hazard, warning);
    case "gairmet": {
      const severity = report.severity ? [warning.say(`qualifier.${report.severity}`)] : [];
      return [gairmetName(report, warning), ...severity].join(": ");
    }
    case "pirep": {
      const pilot = { voice: new Voice({ language }), say: sayFrom(PILOT_REPORTS, { language }) };
      const met = [...new Set(metNames(report, pilot))].join(", ");
      return met === "" ? pilot.say("title") : met.charAt(0).toUpperCase() + met.slice(1);
    }
    default:
      return null;
  }
}

function sigmetTitle(report: Sigmet, warning: WarningVoice): string {
  if (report.spaceWeather !== null) return warning.say("type.spaceWeatherAdvisory");
  const { cancels } = report;
  if (cancels !== null) {
    const identifier = `${cancels.type.toUpperCase()} ${cancels.identifier}`;
    return warning.say("title.cancels", { identifier });
  }
  const told = report.hazards[0] ?? report.outlooks[0];
  return told === undefined ? warning.say("unnamed") : hazardName(told, warning);
}

/** The kind of a SIGMET or AIRMET, as it is called: `Convective SIGMET`. */
export function sigmetKind({ type }: Pick<Sigmet, "type">, language: Language = "en"): string {
  return warningVoice({ language }).say(`type.${type}`);
}
