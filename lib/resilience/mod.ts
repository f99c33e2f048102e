/**
 * Living with others' faults: deadlines, caps, retries, breakers, and long work in slices.
 *
 * @module
 */
export {
  type Call,
  createHttpClient,
  type EndpointState,
  type HttpClient,
  type HttpClientOptions,
} from "./http_client.ts";
export { BodyError, type Fault, type FaultKind, type Outcome, type Validators } from "./outcome.ts";
export { Breaker, type BreakerOptions, type Pass } from "./breaker.ts";
export { Bulkhead, type BulkheadOptions, type Place } from "./bulkhead.ts";
export { RetryBudget } from "./retry_budget.ts";
export { SingleFlight } from "./single_flight.ts";
export { MAX_RETRY_AFTER_MS, retryAfterMs, retryDelayMs } from "./retry.ts";
export {
  createSlicer,
  SLICE_MS,
  type Slicer,
  type SlicerOptions,
  stoppableSlicer,
  turnEventLoop,
  turnsInLine,
  UNSLICED,
} from "./slices.ts";
export { atOnce, inSteps, type Steps } from "./steps.ts";
export { createQueue, type Queue } from "./one_at_a_time.ts";
