/**
 * That a place has no report that may be used.
 *
 * @module
 */
import type { Metar } from "../../products/metar/model.ts";
import type { Taf } from "../../products/taf/model.ts";
import type { FactTime, SectionName } from "../facts.ts";
import type { StationReport } from "../world.ts";
import type { Asked } from "./asked.ts";

/** What is missing, and why the report that is held may not be used. */
interface Missing<R extends Metar | Taf> {
  readonly what: "observation" | "forecast";
  readonly section: SectionName;
  readonly timesOf: (report: StationReport<R>) => FactTime[];
  readonly reasonOf: (report: StationReport<R>) => string;
}

/** Adds that `report` of `id` is missing or not to be used; the last one stands beside the answer, marked as what it is. */
export function addMissing<R extends Metar | Taf>(
  report: StationReport<R> | undefined,
  id: string,
  { what, section, timesOf, reasonOf }: Missing<R>,
  { facts, book }: Asked,
): void {
  const base = {
    key: `${what}:${id}:missing`,
    section,
    kind: "unavailable" as const,
    station: id,
  };
  if (report === undefined) {
    facts.add({ ...base, details: { what, reason: "noReport" } });
    return;
  }
  const { state } = report.freshness;
  facts.add({
    ...base,
    times: timesOf(report),
    details: { what, reason: reasonOf(report) },
    reports: [book.key(report, state, id)],
    freshness: state,
  });
}
