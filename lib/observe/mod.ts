/**
 * Log, metrics and health: what operators see of the service.
 *
 * @module
 */
export {
  createLog,
  type Log,
  LOG_LEVELS,
  type LogFields,
  type LogLevel,
  silentLog,
} from "./log.ts";
export {
  createMetrics,
  type FeedSample,
  type Metrics,
  type MetricsOptions,
  type WorldSample,
} from "./metrics.ts";
export { DsnError, type ReportedLog, type SentryOptions, withSentry } from "./sentry.ts";
export { Health, type NamedPart, type PartState } from "./health.ts";
export { type ProviderSample, watchProviders } from "./provider_metrics.ts";
export {
  type ClusterMetrics,
  type ClusterSample,
  createClusterMetrics,
} from "./cluster_metrics.ts";
export { createStoreMetrics, type StoreMetrics, type StoreSample } from "./store_metrics.ts";
export { createModelMetrics, type ModelMetrics } from "./model_metrics.ts";
export { DURATION_BUCKETS, RequestMetrics } from "./request_metrics.ts";
export { createQuestionMetrics, type QuestionMetrics } from "./question_metrics.ts";
