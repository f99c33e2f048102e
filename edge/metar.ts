/**
 * `GET /api/v1/metar/{ids}`: the latest METAR or SPECI of up to 50 stations.
 *
 * @module
 */
import { z } from "zod";
import type { Metar } from "../lib/products/metar/model.ts";
import type { CurrentReport } from "../lib/reports/reports.ts";
import { writeMetarCsv } from "./formats/metar_csv.ts";
import { noParameters, stationIds } from "./parameters.ts";
import { deriveFromMetar } from "./present/derived.ts";
import { presentReport } from "./present/report.ts";
import { defineResource } from "./resource.ts";
import { readReports, writeReportFeatures, writeReportText } from "./report_resource.ts";

/** A METAR as the API shows it. */
export type MetarView = ReturnType<typeof presentMetar>;

/**
 * Raw text, provenance, freshness, what was decoded and what is derived. Nothing is derived from a report
 * past its limit: it tells of weather that is over, and an old category could be taken for that of now.
 */
export function presentMetar(report: CurrentReport<Metar>, stationId: string) {
  return {
    ...presentReport(report, stationId, "observed"),
    derived: report.freshness.state === "notCurrent"
      ? null
      : deriveFromMetar(report.decoded, report.station),
  };
}

export const metarResource = defineResource({
  path: "/v1/metar/{ids}",
  operationId: "getMetars",
  tag: "Reports",
  summary: "Latest METAR or SPECI",
  description:
    "The latest observation of each station: verbatim, decoded, with derived values that name their tokens. " +
    "Stations without a report are listed in `missing`. A report that is past its limit is still shown, as `notCurrent`, and nothing is derived from it.",
  params: z.object({ ids: stationIds }),
  query: noParameters,
  representations: {
    json: { write: (answer) => JSON.stringify(answer) + "\n" },
    geojson: { write: writeReportFeatures },
    text: { write: writeReportText },
    csv: { write: writeMetarCsv },
  },
  problems: [404, 503],
  read: ({ params }, api) =>
    readReports<Metar, MetarView>(api, params.ids, {
      name: "METAR",
      current: (reports, id) => reports.metar(id),
      held: (reports, id) => reports.world.metar(id),
      present: presentMetar,
    }),
});
