/**
 * The station page as plain text for `curl` and the thinnest links: about a kilobyte.
 *
 * @module
 */
import { ageText, ageWarning, zuluNear } from "./age.ts";
import type { ConditionsModel, ForecastModel, StationModel } from "./station_model.ts";

/** Lines in the order of the page; the raw reports verbatim, and every line of them in full. */
export function stationText(model: StationModel, simulated: boolean): string {
  const lines = [
    simulated ? "SIMULATED OR REPLAYED WEATHER, NOT FOR ANY FLIGHT" : null,
    `${model.id} ${model.name}`,
    ...model.banners.map((banner) => `! ${banner.text}`),
    ...(model.conditions ? conditionLines(model.conditions, model.now) : noReportLines(model)),
    ...(model.forecast ? forecastLines(model.forecast) : ["No TAF in the data received."]),
    "Not an official briefing. UTC. The raw report is what counts.",
  ];
  return lines.filter((line) => line !== null).join("\n") + "\n";
}

function conditionLines(conditions: ConditionsModel, now: number): (string | null)[] {
  const age = ageText(now - conditions.observedAt);
  const usable = conditions.freshness !== "notCurrent" && conditions.freshness !== "expired";
  return [
    `${conditions.reportType} ${zuluNear(conditions.observedAt, now)}, ${age} old. ${
      ageWarning(conditions.freshness, age)
    }`.trim(),
    usable ? `${conditions.category.category ?? "?"}: ${conditions.category.reason}` : null,
    ...conditions.warnings.map((warning) => `! ${warning}`),
    ...conditions.items.map((item) => `${item.label}: ${item.value}`),
    conditions.raw.text.trim(),
    conditions.raw.unparsed.length > 0
      ? `Not understood: ${conditions.raw.unparsed.map((source) => source.text).join(" ")}`
      : null,
    conditions.source,
  ];
}

function forecastLines(forecast: ForecastModel): (string | null)[] {
  return [forecast.unusable, forecast.raw.text.trim(), forecast.source];
}

function noReportLines(model: StationModel): string[] {
  const nearest = model.neighbours.slice(0, 3).map(({ id, where }) => `${id} (${where})`);
  return [
    "No METAR in the data received.",
    nearest.length > 0 ? `Nearest with a report: ${nearest.join(", ")}` : "None within 100 NM.",
  ];
}
