/**
 * What METAR and TAF have in common as resources: several stations in one question, and an answer in
 * which none of them is lost.
 *
 * @module
 */
import type { z } from "zod";
import type { DecodedReport } from "../lib/products/product.ts";
import type { CurrentReport, Reports } from "../lib/reports/reports.ts";
import type { Problem } from "../lib/http/problem.ts";
import type { ApiOptions } from "./context.ts";
import { toFeature, toPoint, writeFeatures } from "./formats/geojson.ts";
import { type PlainReport, writePlain } from "./formats/text.ts";
import {
  lastChange,
  nextChange,
  NOTICE,
  resolveStations,
  showableUntil,
} from "./present/report.ts";
import type { Found } from "./resource.ts";
import type { missingStation } from "./schemas/base.ts";

/** An answer about several stations. */
export interface ReportsAnswer<P> {
  readonly notice: string;
  readonly simulated: boolean;
  readonly reports: readonly P[];
  readonly missing: readonly z.output<typeof missingStation>[];
}

/** The problem of a single station that does not exist; `reporting`: it does, but nothing says where. */
export function stationNotFound(id: string, reporting = false): Problem {
  const name = id.toUpperCase();
  return {
    kind: "stationNotFound",
    detail: reporting
      ? `${name} reports weather (/api/v1/metar/${name}), but no table and no report gives its place.`
      : `No station is known by ${name}. Search by name, city or place with /api/v1/stations?q=…`,
    errors: [{
      in: "path",
      name: "id",
      detail: "The id is not that of a known station.",
      accepted: ["location indicator, four characters", "IATA code, three letters"],
    }],
  };
}

/** Whether no source of a product has answered since the start: then "no report" says nothing of the station. */
function hasNeverAnswered(reports: Reports, name: "METAR" | "TAF"): boolean {
  return (reports.feed(name === "METAR" ? "metar" : "taf")?.succeededAt ?? null) === null;
}

function notAvailable(name: string): Problem {
  return {
    kind: "unavailable",
    detail:
      `No ${name} is available for this: the source has not answered yet. This does not mean that there is none.`,
    headers: { "retry-after": "30" },
  };
}

/** Reads the latest report of each station asked for. `now` must be the one the freshness was made with. */
export function readReports<R extends DecodedReport, P>(
  api: ApiOptions,
  asked: readonly string[],
  product: {
    readonly name: "METAR" | "TAF";
    readonly current: (reports: Reports, id: string) => CurrentReport<R> | undefined;
    readonly held: (reports: Reports, id: string) => unknown;
    readonly present: (report: CurrentReport<R>, id: string) => P;
  },
): Found<ReportsAnswer<P>> | Problem {
  const { reports } = api;
  const { ids, unknown } = resolveStations(reports, asked);
  if (asked.length === 1 && unknown.length === 1) return stationNotFound(unknown[0]!);
  const now = reports.now();
  const current: CurrentReport<R>[] = [];
  const shown: P[] = [];
  const missing = unknown.map((id) => ({
    id,
    reason: "unknownStation" as "unknownStation" | "noReport",
    detail: "No station is known by this id.",
  }));
  const waiting = hasNeverAnswered(reports, product.name);
  for (const id of ids) {
    const report = product.current(reports, id);
    if (report === undefined) {
      const detail = `No ${product.name} of this station is held` +
        (waiting ? "; the source has not answered yet, so there may be one." : ".");
      missing.push({ id, reason: "noReport", detail });
    } else {
      current.push(report);
      shown.push(product.present(report, id));
    }
  }
  if (waiting && current.length === 0 && ids.length > 0) return notAvailable(product.name);
  return {
    value: { notice: NOTICE, simulated: reports.world.simulated, reports: shown, missing },
    identify: () =>
      ids.flatMap((id) => [product.held(reports, id), reports.world.cadenceMs(id)])
        .concat(
          unknown.map((id) => reports.resolve(id)),
          reports.world.simulated,
          hasNeverAnswered(reports, product.name),
        ),
    changesAt: nextChange(current, now),
    limitAt: showableUntil(current, now),
    modifiedAt: lastChange(current, now),
  };
}

/** Features at the stations, with the same members as JSON for properties. */
export function writeReportFeatures<
  P extends {
    readonly stationId: string;
    readonly station: { readonly latitude: number; readonly longitude: number } | null;
  },
>(answer: ReportsAnswer<P>): string {
  const { reports, ...members } = answer;
  return writeFeatures(
    reports.map((report) => toFeature(toPoint(report.station), report, report.stationId)),
    members,
  );
}

/** The reports as they came in. */
export function writeReportText<P extends PlainReport>(answer: ReportsAnswer<P>): string {
  return writePlain(answer.reports, answer.missing, answer.simulated);
}
