/**
 * The model of a station's past, and of a small trend elsewhere.
 *
 * @module
 */
import type { ReportHistory } from "../../lib/reports/history.ts";
import type { Reports } from "../../lib/reports/reports.ts";
import { HOUR_MS, MINUTE_MS } from "../../lib/time/mod.ts";
import type { HistoryModel } from "../../lib/view/trend/history_page.tsx";
import { trend, type TrendModel } from "../../lib/view/trend/trend_model.ts";

/** How far back a page may look; the first is the usual one. */
export const HOURS = [24, 72, 168] as const;

/** The past of `id`, at the minute of now. */
export async function buildHistory(
  id: string,
  hours: number,
  reports: Pick<Reports, "now" | "stations">,
  history: ReportHistory,
): Promise<HistoryModel> {
  const past = await pastOf(id, hours, reports.now(), history);
  return {
    id,
    name: reports.stations.get(id)?.name ?? id,
    hours,
    choices: HOURS,
    trend: past.kind === "trend" ? past.trend : null,
    raws: past.kind === "trend" ? past.raws : [],
    unavailable: past.kind === "trend" ? null : past.reason,
    isComplete: past.kind !== "trend" || past.isComplete,
  };
}

/** The trend of the last hours of a station, or `null` where there is no history: for the station's page. */
export async function trendOf(
  id: string,
  hours: number,
  now: number,
  history: ReportHistory,
): Promise<TrendModel | null> {
  const past = await pastOf(id, hours, now, history);
  return past.kind === "trend" ? past.trend : null;
}

async function pastOf(id: string, hours: number, now: number, history: ReportHistory) {
  // Reports are stamped some minutes ahead; the page is the same for all of a minute.
  const to = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const from = to - hours * HOUR_MS;
  const past = await history.metars(id, from, to + HOUR_MS);
  if (past.kind === "unavailable") return past;
  const newest = past.reports.at(-1)?.observedAt ?? to;
  return {
    kind: "trend" as const,
    trend: trend(past.reports, { from, to: Math.max(to, newest) }),
    isComplete: past.isComplete,
    raws: past.all.map(({ raw, observedAt }) => ({
      raw,
      observedAt,
      isShown: past.reports.some((one) => one.raw === raw),
    })),
  };
}
