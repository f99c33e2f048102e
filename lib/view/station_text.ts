/**
 * The station page as plain text for `curl` and the thinnest links: about a kilobyte.
 *
 * @module
 */
import { isPastLimit } from "../derive/freshness.ts";
import { ageText, ageWarning, zuluNear } from "./age.ts";
import type {
  ConditionsModel,
  ForecastModel,
  StationModel,
  SummaryModel,
} from "./station_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/** Lines in the order of the page; the raw reports verbatim, and every line of them in full. */
export function stationText(
  model: StationModel,
  simulated: boolean,
  v: Viewer = DEFAULT_VIEWER,
): string {
  const lines = [
    simulated ? v.t("text.simulated") : null,
    `${model.id} ${model.name}`,
    ...model.banners.map((banner) => `! ${banner.text}`),
    ...(model.conditions
      ? conditionLines(model.conditions, model.now, v)
      : noReportLines(model, v)),
    ...(model.forecast ? forecastLines(model.forecast) : [v.t("text.noTaf")]),
    model.forecast?.unusable === null ? wordsOf(model.summary) : null,
    v.t("text.words"),
  ];
  return lines.filter((line) => line !== null).join("\n") + "\n";
}

function conditionLines(
  conditions: ConditionsModel,
  now: number,
  v: Viewer,
): (string | null)[] {
  const age = ageText(now - conditions.observedAt, v.texts);
  const usable = !isPastLimit(conditions.freshness);
  return [
    `${conditions.reportType} ${zuluNear(conditions.observedAt, now, v.months)}, ${
      v.t("text.age", { age })
    } ${ageWarning(conditions.freshness, age, v.texts)}`.trim(),
    usable ? `${conditions.category.category ?? "?"}: ${conditions.category.reason}` : null,
    ...conditions.warnings.map((warning) => `! ${warning}`),
    ...conditions.items.map((item) => `${item.label}: ${item.value}`),
    conditions.raw.text.trim(),
    conditions.raw.unparsed.length > 0
      ? v.t("text.notUnderstood", {
        list: conditions.raw.unparsed.map((source) => source.text).join(" "),
      })
      : null,
    conditions.source,
  ];
}

function forecastLines(forecast: ForecastModel): (string | null)[] {
  return [forecast.unusable, forecast.raw.text.trim(), forecast.source];
}

/** What is forecast, in words: all else stands above. */
function wordsOf({ forecast }: SummaryModel): string {
  return forecast.map(({ text }) => text).join("");
}

function noReportLines(model: StationModel, v: Viewer): string[] {
  const nearest = model.neighbours.slice(0, 3).map(({ id, where }) => `${id} (${where})`);
  return [
    v.t("text.noMetar"),
    nearest.length > 0 ? v.t("text.nearest", { list: nearest.join(", ") }) : v.t("text.none"),
  ];
}
