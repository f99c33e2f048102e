/**
 * TAFs as CSV: one row for the base forecast and one for each change group; an empty cell is an element
 * that the group does not name.
 *
 * @module
 */
import type { ForecastElements, Period } from "../../lib/products/taf/model.ts";
import type { ReportsAnswer } from "../report_resource.ts";
import type { TafView } from "../taf.ts";
import { type Column, writeCsv } from "./csv.ts";
import { cloudCell, weatherCell } from "./metar_csv.ts";

interface Row {
  readonly stationId: string;
  readonly report: TafView | null;
  readonly group: string;
  readonly probability?: number;
  readonly period: Period | null;
  readonly elements: ForecastElements | null;
  readonly missing: string;
}

const COLUMNS: readonly Column<Row>[] = [
  ["stationId", (row) => row.stationId],
  ["issuedAt", (row) => row.report?.issuedAt],
  ["receivedAt", (row) => row.report?.receivedAt],
  ["provider", (row) => row.report?.provider],
  ["simulated", (row) => row.report?.simulated],
  ["freshness", (row) => row.report?.freshness.state],
  ["amended", (row) => row.report?.decoded.amended],
  ["corrected", (row) => row.report?.decoded.corrected],
  ["cancelled", (row) => row.report?.decoded.cancelled],
  ["nil", (row) => row.report?.decoded.nil],
  ["group", (row) => row.group],
  ["probabilityPercent", (row) => row.probability],
  ["from", (row) => row.period?.from],
  ["to", (row) => row.period?.to],
  ["windKind", ({ elements }) => elements?.surfaceWind.kind],
  [
    "windDirectionTrueDeg",
    ({ elements }) =>
      elements && "direction" in elements.surfaceWind ? elements.surfaceWind.direction.value : null,
  ],
  [
    "windSpeed",
    ({ elements }) =>
      elements?.surfaceWind.kind === "calm"
        ? 0
        : elements && "speed" in elements.surfaceWind
        ? elements.surfaceWind.speed.value
        : null,
  ],
  [
    "windGust",
    ({ elements }) =>
      elements && "gust" in elements.surfaceWind ? elements.surfaceWind.gust?.value : null,
  ],
  [
    "windUnit",
    ({ elements }) =>
      elements?.surfaceWind.kind === "calm"
        ? elements.surfaceWind.unit
        : elements && "speed" in elements.surfaceWind
        ? elements.surfaceWind.speed.unit
        : null,
  ],
  ["visibilityKind", ({ elements }) => elements?.prevailingVisibility.kind],
  [
    "visibility",
    ({ elements }) =>
      elements?.prevailingVisibility.kind === "visibility"
        ? elements.prevailingVisibility.distance.value
        : null,
  ],
  [
    "visibilityUnit",
    ({ elements }) =>
      elements?.prevailingVisibility.kind === "visibility"
        ? elements.prevailingVisibility.distance.unit
        : null,
  ],
  [
    "visibilityBound",
    ({ elements }) =>
      elements?.prevailingVisibility.kind === "visibility"
        ? elements.prevailingVisibility.distance.bound
        : null,
  ],
  ["weather", ({ elements }) => elements && weatherCell(elements.presentWeather)],
  ["cloud", ({ elements }) => elements && cloudCell(elements.cloud)],
  [
    "text",
    ({ group, report, elements, period }) =>
      elements === null || group === "BASE"
        ? period?.source.text
        : report?.decoded.changeGroups.find((one) => one.elements === elements)?.source.text,
  ],
  ["raw", (row) => row.report?.raw],
  ["missing", (row) => row.missing],
];

function rowsOf(report: TafView): Row[] {
  const { decoded, stationId } = report;
  const base = {
    stationId,
    report,
    group: "BASE",
    period: decoded.validity,
    elements: decoded.forecast,
    missing: "",
  };
  return [
    base,
    ...decoded.changeGroups.map((group): Row => ({
      ...base,
      group: group.kind,
      ...(group.probability !== undefined && { probability: group.probability }),
      period: group.period,
      elements: group.elements,
    })),
  ];
}

/** The answer as CSV; a station without a TAF has a row with the reason in `missing`. */
export function writeTafCsv(answer: ReportsAnswer<TafView>): string {
  return writeCsv(COLUMNS, [
    ...answer.reports.flatMap(rowsOf),
    ...answer.missing.map(({ id, reason }): Row => ({
      stationId: id,
      report: null,
      group: "",
      period: null,
      elements: null,
      missing: reason,
    })),
  ]);
}
