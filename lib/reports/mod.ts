/**
 * The read side: what pages and API ask.
 *
 * @module
 */
export type { CurrentReport, Reports } from "./reports.ts";
export { createReports, type ReportsOptions } from "./create.ts";
export type { EndedHazard } from "./ended_hazards.ts";
export { type GapFiller, gapOf, type GapState, longestPause, type Span } from "./gaps.ts";
export { type HazardPeriod, hazardPeriod } from "./hazard_period.ts";
export { type ProductFeed, productFeed } from "./product_feed.ts";
export { Live, type LiveOptions, reportKey } from "./live.ts";
export { metarCompleteness, sampleWorld, worldHealth } from "./world_health.ts";
export {
  createReportHistory,
  type PastMetars,
  type PastReports,
  type ReportHistory,
  type ReportHistoryOptions,
} from "./history.ts";
