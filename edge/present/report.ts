/**
 * Reports as the API shows them: the raw text and where it came from beside what was read from it.
 *
 * @module
 */
import { type Freshness, isPastLimit } from "../../lib/derive/freshness.ts";
import type { DecodedReport } from "../../lib/products/product.ts";
import { isInConflict, type RawReport } from "../../lib/products/raw_report.ts";
import type { CurrentReport, Reports } from "../../lib/reports/reports.ts";
import { toIso } from "../../lib/time/mod.ts";
import { summariseStation } from "./station.ts";

/** Said with every answer that holds reports. */
export const NOTICE =
  "Not an official briefing. Times in UTC. Check the age of each report; the raw report is what counts.";

/** Freshness with its instants as text. It holds no age: the bytes stay the same until the state changes. */
export function presentFreshness(freshness: Freshness) {
  return {
    state: freshness.state,
    changes: freshness.changes.map(({ state, at }) => ({ state, at: toIso(at) })),
    cadence: freshness.cadence,
  };
}

/** What every report carries whatever its product. `kind` says what its instant means. */
export function presentProvenance(raw: RawReport, at: number, kind: "observed" | "issued") {
  return {
    raw: raw.text,
    observedAt: kind === "observed" ? toIso(at) : null,
    issuedAt: kind === "issued" ? toIso(at) : null,
    receivedAt: toIso(raw.receivedAt),
    provider: raw.provider,
    feed: raw.feed ?? raw.product,
    providerReceivedAt: raw.providerReceivedAt === undefined ? null : toIso(raw.providerReceivedAt),
    degraded: raw.degraded === true,
    simulated: raw.simulated,
  };
}

/** The members that a METAR and a TAF answer share. */
export function presentReport<R extends DecodedReport>(
  report: CurrentReport<R>,
  stationId: string,
  kind: "observed" | "issued",
) {
  return {
    stationId,
    station: report.station ? summariseStation(report.station) : null,
    ...presentProvenance(report.raw, report.observedAt, kind),
    freshness: presentFreshness(report.freshness),
    decoded: report.decoded,
    conflict: isInConflict(report),
    conflicts: (report.conflicts ?? []).map((raw) => ({
      raw: raw.text,
      provider: raw.provider,
      receivedAt: toIso(raw.receivedAt),
    })),
  };
}

/** The first instant after `now` at which one of `reports` changes its state. */
export function nextChange(
  reports: readonly CurrentReport<DecodedReport>[],
  now: number,
): number {
  let next = Infinity;
  for (const { freshness } of reports) {
    for (const { at } of freshness.changes) if (at > now && at < next) next = at;
    // A report from the future becomes an ordinary one when its time comes.
    if (freshness.state === "future" && freshness.observedAt > now) {
      next = Math.min(next, freshness.observedAt);
    }
  }
  return next;
}

/**
 * Until when all of `reports` may be shown as current reports: the earliest instant at which one is no
 * longer so. A report that is past its limit already says so itself and sets none.
 */
export function showableUntil(
  reports: readonly CurrentReport<DecodedReport>[],
  now: number,
): number | null {
  let limit: number | null = null;
  for (const { freshness } of reports) {
    for (const { state, at } of freshness.changes) {
      const ends = isPastLimit(state);
      if (ends && at > now && (limit === null || at < limit)) limit = at;
    }
  }
  return limit;
}

/** When an answer made of `reports` last changed: a report came in, or one changed its state. */
export function lastChange(
  reports: readonly CurrentReport<DecodedReport>[],
  now: number,
): number | null {
  let last: number | null = null;
  for (const { raw, freshness } of reports) {
    for (const at of [raw.receivedAt, ...freshness.changes.map((change) => change.at)]) {
      if (at <= now && (last === null || at > last)) last = at;
    }
  }
  return last;
}

/** Stations asked for, resolved; each asked-for id is either in `ids` or in `unknown`. */
export function resolveStations(reports: Reports, asked: readonly string[]) {
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const id of asked) {
    const found = reports.resolve(id);
    if (found === undefined) unknown.push(id.toUpperCase());
    else if (!ids.includes(found)) ids.push(found);
  }
  return { ids, unknown: [...new Set(unknown)] };
}
