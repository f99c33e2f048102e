/**
 * `GET /api/v1/taf/{ids}`: the TAF in force of up to 50 stations.
 *
 * @module
 */
import { z } from "zod";
import type { Taf } from "../lib/products/taf/model.ts";
import type { CurrentReport } from "../lib/reports/reports.ts";
import { writeTafCsv } from "./formats/taf_csv.ts";
import { noParameters, stationIds } from "./parameters.ts";
import { presentReport } from "./present/report.ts";
import { defineResource } from "./resource.ts";
import { readReports, writeReportFeatures, writeReportText } from "./report_resource.ts";

/** A TAF as the API shows it. */
export type TafView = ReturnType<typeof presentTaf>;

/** Raw text, provenance, freshness and what was decoded. */
export function presentTaf(report: CurrentReport<Taf>, stationId: string) {
  return presentReport(report, stationId, "issued");
}

export const tafResource = defineResource({
  path: "/v1/taf/{ids}",
  operationId: "getTafs",
  tag: "Reports",
  summary: "Latest TAF",
  description:
    "The latest forecast of each aerodrome: verbatim and decoded. Stations without a TAF are listed in `missing`. " +
    "After the end of its validity a TAF is shown as `expired`.",
  params: z.object({ ids: stationIds }),
  query: noParameters,
  representations: {
    json: { write: (answer) => JSON.stringify(answer) + "\n" },
    geojson: { write: writeReportFeatures },
    text: { write: writeReportText },
    csv: { write: writeTafCsv },
  },
  problems: [404, 503],
  read: ({ params }, api) =>
    readReports<Taf, TafView>(api, params.ids, {
      name: "TAF",
      current: (reports, id) => reports.taf(id),
      held: (reports, id) => reports.world.taf(id),
      present: presentTaf,
    }),
});
