/**
 * What the API is built from: ports that are handed in, so that the same handlers run inside the app,
 * alone, at an edge, and in a test.
 *
 * @module
 */
import type { ModelDesk } from "../lib/briefing/model/mod.ts";
import type { Metrics, NamedPart, QuestionMetrics } from "../lib/observe/mod.ts";
import type { Clock } from "../lib/time/mod.ts";
import type { ReportHistory } from "../lib/reports/history.ts";
import type { Reports } from "../lib/reports/reports.ts";

/** What the API says of itself. */
export interface ApiInfo {
  readonly title: string;
  /** Version of the service: `0.1.0`. */
  readonly version: string;
}

/** Where the API counts: `lib/observe` makes it; without it nothing is counted. */
export type ApiMetrics = Pick<Metrics, "cache" | "exposition"> & {
  readonly requests: Pick<Metrics["requests"], "observe">;
};

/** Where the API reports its own faults. */
export interface ApiLog {
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
}

/** Whether the service should get traffic. `degraded` parts do not take readiness away; stale answers do answer. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: readonly NamedPart[];
}

/** What `createApi` takes. */
export interface ApiOptions {
  readonly reports: Reports;
  /** Reports of the past; without it none are kept. */
  readonly history?: ReportHistory;
  /** A language model that may word facts; without one there is none. */
  readonly modelDesk?: ModelDesk | null;
  /** Where questions in plain words are counted. */
  readonly questions?: QuestionMetrics;
  readonly clock: Clock;
  readonly info: ApiInfo;
  readonly metrics?: ApiMetrics;
  readonly log?: ApiLog;
  /** From background checks; it must not wait. Without it readiness follows from the reports held. */
  readonly readiness?: () => Readiness;
  /** When set, `/metrics` asks for `Authorization: Bearer …`. `null` or absent: open. */
  readonly metricsToken?: string | null;
  /** `false` leaves `/metrics` to another port. Default: `true`. */
  readonly serveMetrics?: boolean;
}
