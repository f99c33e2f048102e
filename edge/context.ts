/**
 * What the API is built from: ports that are handed in, so that the same handlers run inside the app,
 * alone, at an edge, and in a test.
 *
 * @module
 */
import type { Clock } from "../lib/time/mod.ts";
import type { Reports } from "../lib/reports/reports.ts";

/** What the API says of itself. */
export interface ApiInfo {
  readonly title: string;
  /** Version of the service: `0.1.0`. */
  readonly version: string;
}

/** Where the API counts. `lib/observe` implements it; without it nothing is counted. */
export interface ApiMetrics {
  /** One answered request: the route's template (never the raw path: labels stay few), status, seconds. */
  observe(route: string, method: string, status: number, seconds: number): void;
  /** One look into the cache of encoded answers. */
  cache(hit: boolean): void;
  /** The exposition in the text format of Prometheus. */
  exposition(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Where the API reports its own faults. */
export interface ApiLog {
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
}

/** One part that the service needs, as its background check last found it. */
export interface ReadinessPart {
  readonly name: string;
  readonly state: "ok" | "degraded" | "failed";
  /** In words for an operator: no host, no path. */
  readonly detail?: string;
}

/** Whether the service should get traffic. `degraded` parts do not take readiness away; stale answers do answer. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: readonly ReadinessPart[];
}

/** What `createApi` takes. */
export interface ApiOptions {
  readonly reports: Reports;
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
