/**
 * METARs as CSV: one row a station, one column a value, its unit in a column beside it. An empty cell is
 * "not reported" or "not known", never zero; a calm wind is speed 0 with kind `calm`.
 *
 * @module
 */
import type { Cloud, PresentWeather } from "../../lib/products/metar/model.ts";
import type { MetarView } from "../metar.ts";
import type { ReportsAnswer } from "../report_resource.ts";
import { type Cell, type Column, writeCsv } from "./csv.ts";

interface Row {
  readonly stationId: string;
  readonly report: MetarView | null;
  readonly missing: string;
}

const column = (name: string, take: (view: MetarView) => Cell): Column<Row> => [
  name,
  (row) => row.report === null ? null : take(row.report),
];

/** Weather groups in one cell, as coded. */
export function weatherCell(weather: PresentWeather): Cell {
  if (weather.kind === "weather") return weather.phenomena.map(({ code }) => code).join(" ");
  return weather.kind === "noSignificantWeather" ? "NSW" : null;
}

/** Cloud groups in one cell, as coded. */
export function cloudCell(cloud: Cloud): Cell {
  if (cloud.kind === "layers") return cloud.layers.map(({ source }) => source.text).join(" ");
  return cloud.kind === "clear" ? cloud.code : null;
}

/** Columns of the wind, visibility, weather and cloud of a body. */
const COLUMNS: readonly Column<Row>[] = [
  ["stationId", (row) => row.stationId],
  column("reportType", ({ decoded }) => decoded.reportType),
  column("observedAt", (view) => view.observedAt),
  column("receivedAt", (view) => view.receivedAt),
  column("provider", (view) => view.provider),
  column("simulated", (view) => view.simulated),
  column("freshness", (view) => view.freshness.state),
  column("windKind", ({ decoded }) => decoded.surfaceWind.kind),
  column(
    "windDirectionTrueDeg",
    ({ decoded: { surfaceWind: wind } }) => "direction" in wind ? wind.direction.value : null,
  ),
  column(
    "windSpeed",
    ({ decoded: { surfaceWind: wind } }) =>
      wind.kind === "calm" ? 0 : "speed" in wind ? wind.speed.value : null,
  ),
  column(
    "windGust",
    ({ decoded: { surfaceWind: wind } }) => "gust" in wind ? wind.gust?.value : null,
  ),
  column(
    "windUnit",
    ({ decoded: { surfaceWind: wind } }) =>
      wind.kind === "calm" ? wind.unit : "speed" in wind ? wind.speed.unit : null,
  ),
  column("visibilityKind", ({ decoded }) => decoded.prevailingVisibility.kind),
  column(
    "visibility",
    ({ decoded: { prevailingVisibility: seen } }) =>
      seen.kind === "visibility" ? seen.distance.value : null,
  ),
  column(
    "visibilityUnit",
    ({ decoded: { prevailingVisibility: seen } }) =>
      seen.kind === "visibility" ? seen.distance.unit : null,
  ),
  column(
    "visibilityBound",
    ({ decoded: { prevailingVisibility: seen } }) =>
      seen.kind === "visibility" ? seen.distance.bound : null,
  ),
  column("weather", ({ decoded }) => weatherCell(decoded.presentWeather)),
  column("cloud", ({ decoded }) => cloudCell(decoded.cloud)),
  column(
    "verticalVisibility",
    ({ decoded: { verticalVisibility: seen } }) => seen.kind === "value" ? seen.value : null,
  ),
  column(
    "verticalVisibilityUnit",
    ({ decoded: { verticalVisibility: seen } }) => seen.kind === "value" ? seen.unit : null,
  ),
  column(
    "airTemperatureDegC",
    ({ decoded: { airTemperature: at } }) => at.kind === "value" ? at.value : null,
  ),
  column(
    "dewPointTemperatureDegC",
    ({ decoded: { dewPointTemperature: at } }) => at.kind === "value" ? at.value : null,
  ),
  column("qnh", ({ decoded: { qnh } }) => qnh.kind === "value" ? qnh.value : null),
  column("qnhUnit", ({ decoded: { qnh } }) => qnh.kind === "value" ? qnh.unit : null),
  column("flightCategory", ({ derived }) => derived?.flightCategory.category),
  column("flightCategoryPartial", ({ derived }) => derived?.flightCategory.partial),
  column("ceilingKind", ({ derived }) => derived?.ceiling.kind),
  column(
    "ceilingFt",
    ({ derived }) => derived?.ceiling.kind === "value" ? derived.ceiling.height.value : null,
  ),
  column("relativeHumidityPercent", ({ derived }) => derived?.humidity?.relative.value),
  column("pressureAltitudeFt", ({ derived }) => derived?.pressureAltitude?.value),
  column("densityAltitudeFt", ({ derived }) => derived?.densityAltitude?.value),
  column("unparsed", ({ decoded }) => decoded.unparsed.map(({ text }) => text).join(" ")),
  column("raw", (view) => view.raw),
  ["missing", (row) => row.missing],
];

/** The answer as CSV; a station without a METAR has a row with the reason in `missing`. */
export function writeMetarCsv(answer: ReportsAnswer<MetarView>): string {
  return writeCsv(COLUMNS, [
    ...answer.reports.map((report) => ({ stationId: report.stationId, report, missing: "" })),
    ...answer.missing.map(({ id, reason }) => ({ stationId: id, report: null, missing: reason })),
  ]);
}
