/**
 * The model of a station's past, and of a small trend elsewhere.
 *
 * @module
 */
import type { PastMetars, ReportHistory } from "../../lib/reports/history.ts";
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
    gap: past.kind === "trend" ? past.gap : "none",
  };
}

/** A trend that may have been drawn before. */
export interface DrawnTrend {
  /** All that it depends on, compared one by one. */
  readonly from: readonly unknown[];
  /** `null` where there is no history, or a single report. */
  readonly make: () => TrendModel | null;
}

/** A minute is less than half a pixel of the chart: it moves on every ten, and with each report. */
const STEP_MS = 10 * MINUTE_MS;

/** The trend of the last hours of a station, for its page. At once where the store need not be asked. */
export function trendOf(
  id: string,
  hours: number,
  now: number,
  history: ReportHistory,
): DrawnTrend | Promise<DrawnTrend> {
  const to = Math.floor(now / STEP_MS) * STEP_MS;
  const from = to - hours * HOUR_MS;
  const past = history.recent(id, from, spanOf(hours, now).to + HOUR_MS);
  const made = (past: PastMetars) =>
    past.kind === "unavailable" || past.reports.length < 2 ? null : trendUntil(past, from, to);
  const drawn = (past: PastMetars): DrawnTrend => ({ from: [past], make: () => made(past) });
  if (past instanceof Promise) return past.then(drawn);
  return past.kind === "known"
    ? { from: [past.basis, to], make: () => made(past.read()) }
    : drawn(past);
}

/** Reports are stamped some minutes ahead; the page is the same for all of a minute. */
function spanOf(hours: number, now: number): { readonly from: number; readonly to: number } {
  const to = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return { from: to - hours * HOUR_MS, to };
}

function trendUntil(past: PastMetars & { kind: "reports" }, from: number, to: number): TrendModel {
  const newest = past.reports.at(-1)?.observedAt ?? to;
  return trend(past.reports, { from, to: Math.max(to, newest) });
}

async function pastOf(id: string, hours: number, now: number, history: ReportHistory) {
  const { from, to } = spanOf(hours, now);
  const past = await history.metars(id, from, to + HOUR_MS);
  if (past.kind === "unavailable") return past;
  return {
    kind: "trend" as const,
    trend: trendUntil(past, from, to),
    isComplete: past.isComplete,
    gap: past.gap,
    raws: past.all.map(({ raw, observedAt }) => ({
      raw,
      observedAt,
      isShown: past.reports.some((one) => one.raw === raw),
    })),
  };
}
